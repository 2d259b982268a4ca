import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { stands } from './tree-state.ts';
import type { TreeCommand } from './tree.commands.ts';
import * as s from './tree.samples.ts';
import { treeDecider } from './tree.decider.ts';

const past = given(treeDecider, ...s.past);
const filing = { at: s.at, backdateDays: 90, fromAbove: false } as const;
const decision = { organizationId: 'org_branch', by: s.officer('org_community'), at: s.at, settings: s.settings, effectiveOn: '2026-03-02', filing } as const;

describe('ORG-04 converting', () => {
  const convert = (fields: Partial<Extract<TreeCommand, { type: 'Convert' }>>): TreeCommand => ({
    type: 'Convert',
    ...decision,
    kind: 'generalBranch',
    memberCount: 0,
    ...fields,
  });
  it('ORG-04 members need another branch first', () => {
    past.when(convert({ memberCount: 1 })).thenRejected('MEMBERS_UNASSIGNED', { members: 1 });
    past.when(convert({})).thenTypes('OrganizationKindChanged');
  });
  it('ORG-04 what stands below must be allowed below the new kind', () =>
    given(treeDecider, ...s.past, s.registered('org_c', 'org_community'), s.registered('org_sub', 'org_c'))
      .when(convert({ organizationId: 'org_c' }))
      .thenRejected('KIND_NOT_ALLOWED'));
  it('ORG-04 a leading organization stays a committee', () =>
    past.when(convert({ organizationId: 'org_other', by: s.officer('org_street') })).thenRejected('KIND_NOT_ALLOWED'));
  it('0.3 ORG-04 older than that only from above, and with a reason that is kept', () => {
    const effectiveOn = '2025-12-01';
    past.when(convert({ effectiveOn })).thenRejected('BACKDATE_TOO_FAR', { earliest: '2025-12-02' });
    past.when(convert({ effectiveOn, filing: { ...filing, fromAbove: true } })).thenRejected('REASON_REQUIRED');
    const decided = treeDecider.decide(past.state(), convert({ effectiveOn, filing: { ...filing, fromAbove: true, reasonRef: 'txt_1' } }));
    expect(decided[0]?.data).toMatchObject({ effectiveOn, lateReasonRef: 'txt_1' });
  });
  it('ORG-04 dates: today and 90 days back, not tomorrow, not 91', () => {
    past.when(convert({ effectiveOn: '2026-03-03' })).thenRejected('FUTURE_DATED');
    past.when(convert({ effectiveOn: '2025-12-02' })).thenTypes('OrganizationKindChanged');
    past.when(convert({ effectiveOn: '2025-12-01' })).thenRejected('BACKDATE_TOO_FAR');
  });
});

describe('ORG-05 splitting', () => {
  const members = s.full('per_1', 'per_2', 'per_3', 'per_4', 'per_5', 'per_6');
  const part = (n: number, ...memberIds: readonly string[]) => ({ organizationId: `org_p${n}`, name: `Part ${n}`, kind: 'branch', memberIds }) as const;
  const split = (...parts: readonly ReturnType<typeof part>[]): TreeCommand => ({ type: 'Split', ...decision, parts, members });
  it('ORG-05 names each member exactly once', () => {
    past.when(split(part(1, 'per_1', 'per_2', 'per_3'), part(2, 'per_4', 'per_5', 'per_6'))).thenTypes('SplitApproved');
    past.when(split(part(1, ...members.map(({ personId }) => personId)))).thenRejected('TOO_FEW_PARTS');
    past.when(split(part(1, 'per_1', 'per_2', 'per_3'), part(2, 'per_4', 'per_5'))).thenRejected('MEMBERS_UNASSIGNED', { members: 1 });
    past.when(split(part(1, 'per_1', 'per_2', 'per_3'), part(2, 'per_3', 'per_4', 'per_5', 'per_6'))).thenRejected('MEMBER_TWICE', { personId: 'per_3' });
  });
  it('ORG-05 who is promised to another founding stays promised there', () => {
    const inFounding = given(treeDecider, ...s.past, s.proposed({ foundingMemberIds: ['per_1', 'per_8', 'per_9'] })).state();
    const command = { ...split(part(1, 'per_1', 'per_2', 'per_3', 'per_4'), part(2, 'per_5', 'per_6', 'per_7')), members: [...members, ...s.full('per_7')] };
    const facts = treeDecider.decide(inFounding, command);
    const opened = treeDecider.decide(facts.reduce(treeDecider.evolve, inFounding), { type: 'OpenParts', organizationId: 'org_branch', at: s.at });
    expect([...facts, ...opened].reduce(treeDecider.evolve, inFounding).promised.toObject()).toEqual({ per_1: 'org_new', per_8: 'org_new', per_9: 'org_new' });
  });
  it('ORG-05 ORG-06 ORG-07 while it splits, nothing else ends it', () => {
    const facts = treeDecider.decide(past.state(), split(part(1, 'per_1', 'per_2', 'per_3'), part(2, 'per_4', 'per_5', 'per_6')));
    const splitting = given(treeDecider, ...s.past, ...facts);
    splitting.when(split(part(3, 'per_1', 'per_2', 'per_3'), part(4, 'per_4', 'per_5', 'per_6'))).thenRejected('STATE_NOT_ALLOWED');
    splitting.when({ type: 'Dissolve', ...decision, memberCount: 0, reasonCode: 'reorganized' }).thenRejected('STATE_NOT_ALLOWED');
    splitting.when({ type: 'Merge', ...decision, sourceIds: ['org_branch'] }).thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-05 each part passes ORG-01', () =>
    past.when(split(part(1, 'per_1', 'per_2'), part(2, 'per_3', 'per_4', 'per_5', 'per_6'))).thenRejected('TOO_FEW_FULL_MEMBERS'));
});

describe('ORG-06 merging', () => {
  const merge = (sourceId: string): TreeCommand => ({ type: 'Merge', ...decision, sourceIds: [sourceId] });
  const two = [...s.past, s.registered('org_b2', 'org_community', { kind: 'branch' })];
  it('ORG-06 takes organizations of the same kind, which take nothing new from then on', () => {
    given(treeDecider, ...two)
      .when(merge('org_b2'))
      .thenTypes('MergeApproved');
    given(treeDecider, ...two)
      .when(merge('org_general'))
      .thenRejected('KIND_NOT_ALLOWED');
    const merged = given(treeDecider, ...two, {
      type: 'MergeApproved',
      data: { organizationId: 'org_branch', sourceIds: ['org_b2'], approvingOrgId: 'org_community', approvedById: 'per_x', effectiveOn: '2026-03-02' },
    });
    for (const organizationId of ['org_b2', 'org_branch'])
      merged.when({ type: 'Dissolve', ...decision, organizationId, reasonCode: 'reorganized', memberCount: 0 }).thenRejected('STATE_NOT_ALLOWED');
  });
});

describe('ORG-07 dissolving', () => {
  const dissolve = (organizationId: string, memberCount = 0, by = s.officer('org_street')): TreeCommand => ({
    type: 'Dissolve',
    ...decision,
    organizationId,
    by,
    memberCount,
    reasonCode: 'unitClosed',
  });
  it('ORG-07 neither with members nor with live organizations below', () => {
    past.when(dissolve('org_branch', 1)).thenRejected('HAS_MEMBERS', { members: 1 });
    past.when(dissolve('org_community')).thenRejected('HAS_CHILDREN');
    past.when(dissolve('org_branch')).thenTypes('OrganizationDissolved');
  });
  it('ORG-07 frees its name and its seat', () => {
    const gone = {
      organizationId: 'org_other',
      successorId: 'org_street',
      reasonCode: 'unitClosed',
      approvingOrgId: 'org_street',
      approvedById: 'per_x',
      effectiveOn: '2026-03-02',
    };
    given(treeDecider, ...s.past, { type: 'OrganizationDissolved', data: gone })
      .when(
        s.propose({
          kind: 'committee',
          level: 'community',
          name: 'org_other',
          lineParentId: 'org_street',
          placeParentId: 'org_street',
          placeCode: '440304001002',
        }),
      )
      .thenTypes('OrganizationProposed');
  });
});

describe('ORG-08 changing the place', () => {
  const relocate = (organizationId: string, toPlaceId: string): TreeCommand => ({ type: 'Relocate', ...decision, organizationId, toPlaceId });
  it('ORG-08 never changes the managing line', () => {
    const state = given(treeDecider, ...s.past, {
      type: 'PlaceChanged',
      data: { organizationId: 'org_branch', fromParentId: 'org_community', toParentId: 'org_other', effectiveOn: '2026-03-02' },
    }).state();
    expect(stands(state, 'org_branch', 'org_other', 'placeParentId')).toBe(true);
    expect(stands(state, 'org_branch', 'org_community', 'lineParentId')).toBe(true);
  });
  it('ORG-08 goes to a leading organization of a higher level, not below itself', () => {
    past.when(relocate('org_branch', 'org_other')).thenTypes('PlaceChanged');
    past.when(relocate('org_branch', 'org_agencies')).thenRejected('PLACE_NOT_LEADING');
    past.when(relocate('org_street', 'org_community')).thenRejected('CYCLE');
    past.when(relocate('org_branch', 'org_community')).then();
  });
});

describe('ORG-09 guidance', () => {
  it('ORG-09 links once, ends once, only committees guide', () => {
    const link = (guidingOrgId?: string): TreeCommand => ({ type: 'LinkGuidance', ...decision, guidingOrgId });
    past.when(link('org_agencies')).then({ type: 'GuidanceLinked', data: { organizationId: 'org_branch', guidingOrgId: 'org_agencies' } });
    past.when(link('org_general')).thenRejected('KIND_NOT_ALLOWED');
    past.when(link()).then();
  });
});
