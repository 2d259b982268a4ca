import { describe, expect, it } from '@jest/globals';
import { Rejected } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import * as s from './tree.samples.ts';
import { treeDecider } from './tree.decider.ts';

const after = (...more: readonly ReturnType<typeof s.registered>[]) => given(treeDecider, ...s.past, ...more);
const warnings = (command: ReturnType<typeof s.propose>, ...more: readonly ReturnType<typeof s.registered>[]) => {
  const [event] = treeDecider.decide([...s.past, ...more].reduce(treeDecider.evolve, treeDecider.initial), command);
  return event !== undefined && 'warnings' in event.data ? event.data.warnings : undefined;
};

describe('ORG-01 proposing an organization', () => {
  it('ORG-01 three full members form a branch, decided by the nearest committee until the end of day 30', () =>
    after()
      .when(s.propose())
      .then(s.proposed({ guidingOrgId: undefined, placeCode: undefined, endsOn: undefined, reasonCode: undefined })));
  it('ORG-01 two are too few, with the joint branch as hint', () =>
    after()
      .when(s.propose({ members: s.full('per_1', 'per_2') }))
      .thenRejected('TOO_FEW_FULL_MEMBERS', { full: 2, needed: 3, hint: 'jointBranch' }));
  it('ORG-01 neither provisional members, nor one named twice, nor one promised elsewhere count', () => {
    const provisional = [...s.full('per_1', 'per_2'), { personId: 'per_3', standing: 'provisional' } as const];
    after()
      .when(s.propose({ members: provisional }))
      .thenRejected('TOO_FEW_FULL_MEMBERS');
    after()
      .when(s.propose({ members: s.full('per_1', 'per_2', 'per_2') }))
      .thenRejected('TOO_FEW_FULL_MEMBERS');
    const second = s.propose({ organizationId: 'org_second', name: 'Second', members: s.full('per_3', 'per_4', 'per_5') });
    after(s.proposed()).when(second).thenRejected('TOO_FEW_FULL_MEMBERS', { full: 2, needed: 3, hint: 'jointBranch' });
    after(s.proposed(), {
      type: 'OrganizationRefused',
      data: { organizationId: 'org_new', approvingOrgId: 'org_community', refusedById: 'per_x', reasonRef: 'txt_1' },
    })
      .when(second)
      .thenTypes('OrganizationProposed');
  });
  it('ORG-01 nothing stands below a branch or a leading group, and only branches below a general branch', () => {
    after()
      .when(s.propose({ lineParentId: 'org_branch' }))
      .thenRejected('KIND_NOT_ALLOWED');
    after(s.registered('org_group', 'org_city', { kind: 'leadingGroup' }))
      .when(s.propose({ lineParentId: 'org_group' }))
      .thenRejected('KIND_NOT_ALLOWED');
    after()
      .when(s.propose({ kind: 'committee', lineParentId: 'org_general' }))
      .thenRejected('KIND_NOT_ALLOWED');
    after()
      .when(s.propose({ lineParentId: 'org_general' }))
      .thenTypes('OrganizationProposed');
  });
  it('ORG-01 the organization above is active', () =>
    after(s.proposed({ organizationId: 'org_pending', name: 'Pending', kind: 'committee' }))
      .when(s.propose({ lineParentId: 'org_pending' }))
      .thenRejected('PARENT_NOT_ACTIVE'));
  it('ORG-01 the name is free among live siblings, also in another form of the same characters', () => {
    after(s.proposed())
      .when(s.propose({ organizationId: 'org_2', members: s.full('per_7', 'per_8', 'per_9') }))
      .thenRejected('NAME_TAKEN', { organizationId: 'org_new' });
    after(s.proposed({ name: 'Branch１' }))
      .when(s.propose({ organizationId: 'org_2', name: 'Branch1', members: s.full('per_7', 'per_8', 'per_9') }))
      .thenRejected('NAME_TAKEN');
  });
  it('ORG-01 a place has one leading organization of a level', () => {
    const seat = { kind: 'committee', level: 'community', lineParentId: 'org_street', placeParentId: 'org_street', name: 'Third' } as const;
    after()
      .when(s.propose({ ...seat, placeCode: '440304001001' }))
      .thenRejected('LEVEL_SEAT_TAKEN', { organizationId: 'org_community' });
    after()
      .when(s.propose({ ...seat, placeCode: '440304001003' }))
      .thenTypes('OrganizationProposed');
  });
  it('ORG-01 a joint branch covers two units, six are warned of, and so is a unit that could stand alone', () => {
    const units = (n: number) => Array.from({ length: n }, (_, i) => ({ unitId: `unt_${i}`, memberIds: [`per_${i + 1}`] }));
    const joint = (n: number) => s.propose({ kind: 'jointBranch', units: units(n) });
    after().when(joint(1)).thenRejected('TOO_FEW_UNITS');
    expect(warnings(joint(2))).toEqual([]);
    expect(warnings(joint(5))).toEqual([]);
    expect(warnings(joint(6))).toEqual(['JOINT_UNITS_OVER_5']);
    const strong = [
      { unitId: 'unt_a', memberIds: ['per_1', 'per_2', 'per_3'] },
      { unitId: 'unt_b', memberIds: ['per_4'] },
    ];
    expect(warnings(s.propose({ kind: 'jointBranch', units: strong }))).toEqual(['UNIT_COULD_STAND_ALONE']);
  });
});

describe('ORG-09 the managing line the sector suggests', () => {
  it('ORG-09 another line is warned of and needs a reason', () => {
    const agency = s.propose({ sector: 'agency' });
    after().when(agency).thenRejected('REASON_REQUIRED', { warning: 'LINE_UNUSUAL', usual: 'agenciesWorkCommittee' });
    expect(warnings({ ...agency, reasonCode: 'historic' })).toEqual(['LINE_UNUSUAL']);
    expect(warnings({ ...agency, lineParentId: 'org_agencies' })).toEqual([]);
  });
  it('ORG-09 private firms stand under their territory; the city itself is none', () => {
    const firm = s.propose({ sector: 'privateFirm' });
    expect(warnings(firm)).toEqual([]);
    expect(warnings({ ...firm, lineParentId: 'org_street' })).toEqual([]);
    after()
      .when({ ...firm, lineParentId: 'org_other' })
      .thenRejected('REASON_REQUIRED');
    after()
      .when({ ...firm, lineParentId: 'org_city' })
      .thenRejected('REASON_REQUIRED');
  });
});

describe('ORG-01 taking over what exists', () => {
  const registration = {
    organizationId: 'org_city',
    name: 'City',
    kind: 'committee',
    level: 'city',
    sector: 'other',
    placeCode: '4403',
    approvesMembers: false,
  } as const;
  const register = (by = s.seed) => ({ type: 'Register', organizations: [registration], effectiveOn: '2026-01-01', by }) as const;
  it('begins with the city, by the system alone', () => {
    given(treeDecider).when(register()).thenTypes('OrganizationRegistered');
    given(treeDecider)
      .when(register(s.officer('org_city')))
      .thenRejected('FORBIDDEN_ROLE');
    after().when(register()).thenRejected('ORGANIZATION_EXISTS');
  });
  it('changes nothing when one of a batch is refused', () => {
    const orphan = {
      ...registration,
      organizationId: 'org_x',
      name: 'X',
      level: 'base',
      placeCode: undefined,
      lineParentId: 'org_none',
      placeParentId: 'org_city',
    } as const;
    expect(() => treeDecider.decide(treeDecider.initial, { ...register(), organizations: [registration, orphan] })).toThrow(Rejected);
  });
});
