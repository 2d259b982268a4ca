import { describe, expect, it } from '@jest/globals';
import { organizationKinds, type OrganizationKind } from '@zhitong/catalogue';
import { given } from '@zhitong/testing';
import { cover, covered, exempt, exempted, large, lose, pass, reached, register, registeredUnit, send, update, work, worked } from './unit.samples.ts';
import { unitDecider } from './unit.decider.ts';
import { unitIdOf } from './unit.stream.ts';
import { coverageAs, type UnitEvent } from './unit-state.ts';
import type { UnitCommand } from './unit.commands.ts';

const entry = (...events: readonly UnitEvent[]) => given(unitDecider, ...events).state();
/** What commands record, one after the other. */
const after = (past: readonly UnitEvent[], ...commands: readonly UnitCommand[]): readonly UnitEvent[] =>
  commands.reduce((events, command) => [...events, ...unitDecider.decide(entry(...events), command)], past);

describe('ORG-31 the ledger', () => {
  it('ORG-31 a name is in the ledger of a place once, however its letters are written; elsewhere it is another unit', () => {
    given(unitDecider, registeredUnit()).when(register()).thenRejected('UNIT_EXISTS', { unitId: 'unt_1' });
    expect(unitIdOf('org_1', 'ＡＢ大厦')).toBe(unitIdOf('org_1', 'AB大厦'));
    expect(unitIdOf('org_1', 'AB大厦')).not.toBe(unitIdOf('org_2', 'AB大厦'));
  });

  it('ORG-31 communities and streets keep it, those that lead their place', () => {
    for (const level of ['street', 'community'] as const)
      given(unitDecider)
        .when(register({}, { keeper: { level, leadsPlace: true } }))
        .thenTypes('UnitRegistered');
    for (const keeper of [
      { level: 'district', leadsPlace: true },
      { level: 'community', leadsPlace: false },
    ] as const)
      given(unitDecider).when(register({}, { keeper })).thenRejected('PLACE_NOT_LEADING');
  });

  it('ORG-31 figures of twelve months ago are good, of a day more are taken with a warning, of tomorrow are none', () => {
    const warned = (figuresOn: string) => unitDecider.decide(null, register({ figuresOn })).map(({ data }) => ('warnings' in data ? data.warnings : []))[0];
    expect([warned('2025-03-02'), warned('2025-03-01'), warned('2026-03-02')]).toEqual([[], ['UNIT_STALE'], []]);
    given(unitDecider)
      .when(register({ figuresOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    given(unitDecider, registeredUnit())
      .when(update({ figuresOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    const [updated] = unitDecider.decide(entry(registeredUnit()), update({ figuresOn: '2024-02-29' }));
    expect(updated).toMatchObject({ type: 'UnitUpdated', data: { warnings: ['UNIT_STALE'] } });
  });

  it('ORG-31 what is not in the ledger is not found', () => {
    for (const command of [update(), cover(), work(), lose(), exempt(), send()]) given(unitDecider).when(command).thenRejected('NOT_FOUND');
    given(unitDecider)
      .when(pass('overdue', '2026-03-02', '2026-09-03'))
      .then();
  });
});

describe('ORG-32 due for an organization', () => {
  it('ORG-32 due from the day its figures ask for it, and still when they shrink', () => {
    const due = after([], register({ fullMembers: 3 }));
    expect(due.slice(1)).toEqual([reached()]);
    expect(entry(...after(due, update({ fullMembers: 2 })))).toMatchObject({ state: 'dueForOrganization', threshold: 'fullMembers', dueSinceOn: '2026-03-02' });
    given(unitDecider, ...due)
      .when(update({ fullMembers: 9 }))
      .thenTypes('UnitUpdated');
    given(unitDecider, registeredUnit())
      .when(update({ fullMembers: 3 }))
      .thenTypes('UnitUpdated', 'UnitThresholdReached');
  });

  it('ORG-32 a joint or regional organization does not do for an internet firm due for its own', () => {
    const firm = after([], register(large));
    for (const kind of ['jointBranch', 'regionalCommittee'] as const)
      expect(entry(...after(firm, cover(kind)))).toMatchObject({ state: 'dueForOrganization', covering: { organizationId: `org_${kind}` } });
    expect(entry(...after(firm, cover('jointBranch'), cover('branch')))).toMatchObject({ state: 'covered', dueSinceOn: null });
  });

  it('ORG-32 a jointly covered firm that grows is due again, and covered again when it is no internet firm', () => {
    const joint = after([], register({ ledger: 'internetFirm', fullMembers: 3 }), cover('jointBranch'));
    expect(entry(...joint)?.state).toBe('covered');
    const grown = after(joint, update(large, { at: '2026-06-01T01:00:00.000Z' }));
    expect(entry(...grown)).toMatchObject({ state: 'dueForOrganization', threshold: 'largeFirm', dueSinceOn: '2026-06-01' });
    expect(entry(...after(grown, update({ ...large, ledger: 'building', fullMembers: 3 })))).toMatchObject({ state: 'covered', threshold: 'fullMembers' });
  });
});

describe('ORG-33 coverage', () => {
  const due = [registeredUnit({ fullMembers: 3 }), reached()];

  it('ORG-33 own, joint and regional by the kind of organization; what is appointed or passing covers nothing', () => {
    const kinds: Readonly<Partial<Record<OrganizationKind, string | null>>> = {
      jointBranch: 'joint',
      jointCommittee: 'joint',
      regionalCommittee: 'regional',
      industryCommittee: 'regional',
      workCommittee: 'regional',
      leadingGroup: null,
      temporaryBranch: null,
    };
    for (const kind of organizationKinds.values) expect([kind, coverageAs(kind)]).toEqual([kind, kind in kinds ? kinds[kind] : 'own']);
    given(unitDecider, ...due)
      .when(cover('leadingGroup'))
      .thenRejected('KIND_NOT_ALLOWED');
  });

  it('ORG-33 only an active organization, only a unit that is due; the same one twice is one fact', () => {
    given(unitDecider, ...due)
      .when(cover('branch', { state: 'merging' }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(unitDecider, registeredUnit()).when(cover()).thenRejected('STATE_NOT_ALLOWED');
    given(unitDecider, registeredUnit(), exempted()).when(cover()).thenRejected('STATE_NOT_ALLOWED');
    given(unitDecider, ...due)
      .when(cover())
      .then(covered());
    given(unitDecider, ...due, covered())
      .when(cover())
      .then();
  });

  it('ORG-33 lost: due again from that day; what another organization lost is nothing', () => {
    const lost = after([...due, covered()], lose({ lostOn: '2026-05-31' }));
    expect(entry(...lost)).toMatchObject({ state: 'dueForOrganization', dueSinceOn: '2026-05-31', covering: null });
    given(unitDecider, ...lost)
      .when(lose())
      .thenRejected('STATE_NOT_ALLOWED');
    expect(entry(...after([...due, covered()], lose({ lostOn: '2026-01-01' })))?.dueSinceOn).toBe('2026-03-02');
    given(unitDecider, ...due, covered())
      .when(lose({ cause: 'organizationDissolved', coveringOrgId: 'org_other' }))
      .then();
    given(unitDecider, ...due, covered())
      .when(lose({ cause: 'organizationDissolved', coveringOrgId: 'org_branch' }))
      .thenTypes('CoverageLost');
  });

  it('ORG-33 a liaison is a member, for twelve months; renewed in time the old end passes unnoticed', () => {
    given(unitDecider, registeredUnit())
      .when(work({ liaisonIsMember: false }))
      .thenRejected('NOT_A_MEMBER');
    given(unitDecider, registeredUnit()).when(work()).then(worked());
    given(unitDecider, registeredUnit(), worked()).when(work()).then();
    const over = pass('liaisonOver', '2027-03-02', '2027-03-03');
    given(unitDecider, registeredUnit(), worked()).when(over).thenTypes('CoverageLost');
    given(unitDecider, registeredUnit(), worked())
      .when({ ...over, at: '2027-03-02T15:59:59.999Z' })
      .then();
    given(unitDecider, ...after([registeredUnit(), worked()], work({ at: '2027-03-01T01:00:00.000Z' })))
      .when(over)
      .then();
    expect(entry(...after([...due, covered(), worked()], over))).toMatchObject({ state: 'covered', liaison: null });
    const leap = unitDecider.decide(entry(registeredUnit()), work({ at: '2028-02-28T16:00:00.000Z' }));
    expect(leap).toMatchObject([{ data: { effectiveOn: '2028-02-29', validUntilOn: '2029-02-28' } }]);
  });

  it('ORG-33 the street exempts what is not covered, for twelve months; then its figures are asked again', () => {
    given(unitDecider, ...due)
      .when(exempt({ level: 'community' }))
      .thenRejected('LEVEL_NOT_ALLOWED');
    given(unitDecider, ...due, covered())
      .when(exempt())
      .thenRejected('STATE_NOT_ALLOWED');
    for (const level of ['street', 'district', 'city'] as const)
      given(unitDecider, ...due)
        .when(exempt({ level }))
        .then(exempted());
    const over = pass('exemptionOver', '2027-03-02', '2027-03-03');
    given(unitDecider, ...due, exempted())
      .when(exempt())
      .thenRejected('STATE_NOT_ALLOWED');
    given(unitDecider, ...due, exempted())
      .when(update({ fullMembers: 9 }))
      .thenTypes('UnitUpdated');
    given(unitDecider, ...due, exempted())
      .when(over)
      .thenTypes('ExemptionEnded', 'UnitThresholdReached');
    given(unitDecider, registeredUnit(), exempted()).when(over).thenTypes('ExemptionEnded');
    given(unitDecider, registeredUnit(), exempted())
      .when({ ...over, at: '2027-03-02T15:59:59.999Z' })
      .then();
    expect(entry(...after([...due, exempted()], over))).toMatchObject({ state: 'dueForOrganization', dueSinceOn: '2027-03-03', exemptUntilOn: null });
    given(unitDecider, ...due)
      .when(over)
      .then();
  });

  it('ORG-33 due for too long is listed once; what was covered or exempt meanwhile is not', () => {
    const late = pass('overdue', '2026-03-02', '2026-09-03');
    given(unitDecider, ...due)
      .when(late)
      .thenTypes('CoverageOverdue');
    given(unitDecider, ...due)
      .when({ ...late, at: '2026-09-02T15:59:59.999Z' })
      .then();
    const overdue = after(due, late);
    expect(entry(...overdue)?.overdue).toBe(true);
    given(unitDecider, ...overdue)
      .when(late)
      .then();
    for (const past of [
      [...due, covered()],
      [...due, exempted()],
    ])
      given(unitDecider, ...past)
        .when(late)
        .then();
    expect(entry(...after(overdue, cover()))?.overdue).toBe(false);
  });
});

describe('ORG-34 associations', () => {
  it('ORG-34 a full member is sent as first secretary, to an association only, once', () => {
    for (const ledger of ['industryAssociation', 'otherSocialOrg'] as const)
      expect(entry(...after([registeredUnit({ ledger })], send(), send()))).toMatchObject({ firstSecretaryId: 'per_first' });
    given(unitDecider, registeredUnit()).when(send()).thenRejected('KIND_NOT_ALLOWED');
    given(unitDecider, registeredUnit({ ledger: 'industryAssociation' }))
      .when(send({ isFull: false }))
      .thenRejected('NOT_FULL_MEMBER');
    given(unitDecider, ...after([registeredUnit({ ledger: 'industryAssociation' })], send()))
      .when(send())
      .then();
  });
});
