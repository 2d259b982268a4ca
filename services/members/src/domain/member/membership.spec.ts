import { describe, expect, it } from '@jest/globals';
import { fold } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import { memberDecider } from './member.decider.ts';
import type { MemberEvent } from './member-event.ts';
import { adviceForAbsence, isEntitled, partyAge } from './membership.ts';
import { at, branch, per, registered, requested, upTo } from './member.samples.ts';

const register = {
  type: 'RegisterMember',
  personId: per,
  at,
  source: 'initialLoad',
  kind: 'full',
  joinedOn: '2015-06-01',
  fullFromOn: '2016-06-01',
  home: branch('org_a'),
} as const;
const stateAfter = (...events: readonly MemberEvent[]) => fold(memberDecider, events);

describe('registering a member', () => {
  it('MEM-01 registers and gives the first home in one commit', () => given(memberDecider).when(register).thenTypes('MemberRegistered', 'BranchAssigned'));
  it('MEM-01 refuses somebody who is registered', () =>
    given(memberDecider, ...registered)
      .when(register)
      .thenRejected('DUPLICATE_PERSON'));
  it('MEM-02 refuses a home that is no live branch', () => {
    given(memberDecider)
      .when({ ...register, home: branch('org_a', { kind: 'temporaryBranch' }) })
      .thenRejected('NOT_A_HOME_BRANCH');
    given(memberDecider)
      .when({ ...register, home: branch('org_a', { kind: 'committee' }) })
      .thenRejected('NOT_A_HOME_BRANCH');
    for (const state of ['merging', 'dissolved', 'proposed'] as const)
      given(memberDecider)
        .when({ ...register, home: branch('org_a', { state }) })
        .thenRejected('BRANCH_NOT_ACTIVE');
    given(memberDecider)
      .when({ ...register, home: branch('org_a', { kind: 'jointBranch', state: 'underReview' }) })
      .thenTypes('MemberRegistered', 'BranchAssigned');
  });
  it('MEM-04 takes today as the first day and no later one', () => {
    given(memberDecider)
      .when({ ...register, kind: 'provisional', fullFromOn: undefined, joinedOn: '2026-03-02' })
      .thenTypes('MemberRegistered', 'BranchAssigned');
    given(memberDecider)
      .when({ ...register, kind: 'provisional', fullFromOn: undefined, joinedOn: '2026-03-03' })
      .thenRejected('FUTURE_DATED');
    given(memberDecider)
      .when({ ...register, fullFromOn: '2015-05-31' })
      .thenRejected('FULL_DATE_MISMATCH');
    given(memberDecider)
      .when({ ...register, fullFromOn: undefined })
      .thenRejected('FULL_DATE_MISMATCH');
    given(memberDecider)
      .when({ ...register, kind: 'provisional' })
      .thenRejected('FULL_DATE_MISMATCH');
  });
  it('MEM-04 counts party age in whole years from full membership', () =>
    expect([partyAge('2016-06-01', '2026-05-31'), partyAge('2016-06-01', '2026-06-01'), partyAge(null, '2026-06-01')]).toEqual([9, 10, undefined]));
});

const decided = { personId: per, at, decidedOn: '2026-03-02', filing: { at, backdateDays: 90, fromAbove: false } } as const;

describe('standing', () => {
  const suspended: MemberEvent = { type: 'MembershipSuspended', data: { personId: per, suspendedOn: '2026-03-02' } };
  it('MEM-03 entitles full members who are not suspended and whose vote is not stopped', () => {
    expect(isEntitled(stateAfter(...registered), [])).toBe(true);
    expect(isEntitled(stateAfter(...registered, suspended), [])).toBe(false);
    expect(isEntitled(stateAfter(...registered), ['votingStopped'])).toBe(false);
    expect(isEntitled(stateAfter(...registered), ['matterNotified', 'transferHold'])).toBe(true);
    expect(
      isEntitled(
        stateAfter(
          { type: 'MemberRegistered', data: { personId: per, sourceCode: 'admission', kind: 'provisional', joinedOn: '2026-01-01' } },
          ...registered.slice(1),
        ),
        [],
      ),
    ).toBe(false);
  });
  it('8.1 suspension and the end of membership end an open transfer', () => {
    given(memberDecider, ...upTo.accepted)
      .when({ type: 'SuspendMembership', ...decided })
      .thenTypes('MembershipSuspended', 'TransferEnded');
    for (const [kind, causeCode] of [
      ['deceased', 'deceased'],
      ['left', 'ended'],
    ] as const) {
      given(memberDecider, ...upTo.accepted)
        .when({ type: 'EndMembership', ...decided, kind })
        .then(
          { type: 'TransferEnded', data: { personId: per, transferId: 'trf_1.a', causeCode, endedOn: '2026-03-02' } },
          { type: 'MembershipEnded', data: { personId: per, kind, endedOn: '2026-03-02', fromBranchId: 'org_a' } },
        );
    }
    given(memberDecider, ...registered, suspended)
      .when({ type: 'RestoreMembership', ...decided })
      .thenTypes('MembershipRestored');
  });
  it('0.3 takes a decision of the last 90 days', () => {
    const suspend = (decidedOn: string) => given(memberDecider, ...registered).when({ type: 'SuspendMembership', ...decided, decidedOn });
    suspend('2025-12-02').thenTypes('MembershipSuspended');
    suspend('2025-12-01').thenRejected('BACKDATE_TOO_FAR');
    suspend('2026-03-03').thenRejected('FUTURE_DATED');
    given(memberDecider, ...registered)
      .when({ type: 'EndMembership', ...decided, kind: 'left', decidedOn: '2025-12-01' })
      .thenRejected('BACKDATE_TOO_FAR');
    given(memberDecider, ...registered, suspended)
      .when({ type: 'RestoreMembership', ...decided, decidedOn: '2026-03-03' })
      .thenRejected('FUTURE_DATED');
  });
  it('0.3 the organization above files an older one with a reason, which stays in the event', () => {
    const filing = { ...decided.filing, fromAbove: true } as const;
    const old = { ...decided, decidedOn: '2025-12-01' } as const;
    const reason = { filing: { ...filing, reasonRef: 'txt_1' } } as const;
    const acts = [{ type: 'SuspendMembership' }, { type: 'EndMembership', kind: 'left' }] as const;
    for (const act of acts) {
      given(memberDecider, ...registered)
        .when({ ...old, ...act, filing })
        .thenRejected('REASON_REQUIRED');
      expect(memberDecider.decide(stateAfter(...registered), { ...old, ...act, ...reason })[0]?.data).toMatchObject({ lateReasonRef: 'txt_1' });
    }
    given(memberDecider, ...registered, suspended)
      .when({ type: 'RestoreMembership', ...old, ...reason })
      .then({ type: 'MembershipRestored', data: { personId: per, restoredOn: '2025-12-01', lateReasonRef: 'txt_1' } });
  });
  it('cancels provisional members only', () =>
    given(memberDecider, ...registered)
      .when({ type: 'EndMembership', ...decided, kind: 'cancelled' })
      .thenRejected('STATE_NOT_ALLOWED'));
  it('X-09 moves a member with its branch, once', () => {
    const move = { type: 'MoveWithBranch', personId: per, at, fromBranchId: 'org_a', home: branch('org_s') } as const;
    given(memberDecider, ...registered)
      .when(move)
      .then({
        type: 'BranchAssigned',
        data: { personId: per, branchId: 'org_s', fromBranchId: 'org_a', causeCode: 'restructure', assignedOn: '2026-03-02' },
      });
    given(memberDecider, ...registered)
      .when({ ...move, fromBranchId: 'org_elsewhere' })
      .then();
    const after = stateAfter(...upTo.requested, {
      type: 'BranchAssigned',
      data: { personId: per, branchId: 'org_s', fromBranchId: 'org_a', causeCode: 'restructure', assignedOn: '2026-03-02' },
    });
    expect(after.transfer).toMatchObject({ step: 'requested', fromBranchId: 'org_s' });
  });
});

describe('a hold', () => {
  const hold = { type: 'EndTransferUnderHold', personId: per, at } as const;
  it('MEM-19 ends an open transfer with that cause, and nothing where none is open', () => {
    given(memberDecider, ...upTo.letterIssued)
      .when(hold)
      .then({ type: 'TransferEnded', data: { personId: per, transferId: 'trf_1.a', causeCode: 'authorityHold', endedOn: '2026-03-02' } });
    given(memberDecider, ...registered)
      .when(hold)
      .then();
  });
});

describe('absence', () => {
  const settings = { certificateMonths: 3, transferMonths: 6 };
  it.each([
    ['2026-06-02', 'nothing'],
    ['2026-06-03', 'certificate'],
    ['2026-09-01', 'certificate'],
    ['2026-09-02', 'transfer'],
  ])('MEM-17 an absence from 2 March until %s asks for: %s', (until, advice) => expect(adviceForAbsence('2026-03-02', until, settings)).toBe(advice));
  it('MEM-17 issues a certificate only where one is due', () => {
    const issue = { type: 'IssueCertificate', personId: per, at, absentFromOn: '2026-03-02', absentUntilOn: '2026-06-03', settings } as const;
    given(memberDecider, ...registered)
      .when(issue)
      .thenTypes('CertificateIssued');
    given(memberDecider, ...registered)
      .when({ ...issue, absentUntilOn: '2026-09-02' })
      .thenRejected('CERTIFICATE_NOT_DUE', { advice: 'transfer' });
  });
});

describe('erasure', () => {
  const gone: MemberEvent = { type: 'MembershipEnded', data: { personId: per, kind: 'left', endedOn: '2026-02-01', fromBranchId: 'org_a' } };
  const proposed: MemberEvent = { type: 'ErasureProposed', data: { personId: per, proposedById: 'per_8', proposedAt: at } };
  const erase = (byPersonId: string) => ({ type: 'ErasePerson', personId: per, at, byPersonId }) as const;
  it('MEM-07 takes two persons', () => {
    given(memberDecider, ...registered, gone)
      .when({ type: 'ProposeErasure', personId: per, at, byPersonId: 'per_8' })
      .thenTypes('ErasureProposed');
    given(memberDecider, ...registered, gone, proposed)
      .when(erase('per_9'))
      .thenTypes('PersonErased');
    given(memberDecider, ...registered, gone, proposed)
      .when(erase('per_8'))
      .thenRejected('SECOND_PERSON_REQUIRED');
    given(memberDecider, ...registered, gone)
      .when(erase('per_9'))
      .thenRejected('SECOND_PERSON_REQUIRED');
  });
  it('MEM-07 is held back by membership and by the stub of a letter, up to its last day', () => {
    const stub: readonly MemberEvent[] = [
      ...upTo.letterIssued,
      { type: 'TransferWithdrawn', data: { personId: per, transferId: 'trf_1.a', originCode: 'member', withdrawnAt: at } },
      gone,
    ];
    given(memberDecider, ...registered)
      .when({ type: 'ProposeErasure', personId: per, at, byPersonId: 'per_8' })
      .thenRejected('RETENTION_HOLD');
    const onDay = (date: string) => ({ type: 'ProposeErasure', personId: per, at: `${date}T04:00:00.000Z`, byPersonId: 'per_8' }) as const;
    given(memberDecider, ...stub)
      .when(onDay('2036-03-02'))
      .thenRejected('RETENTION_HOLD', { until: '2036-03-02' });
    given(memberDecider, ...stub)
      .when(onDay('2036-03-03'))
      .thenTypes('ErasureProposed');
  });
  it('MEM-07 answers ERASED afterwards and nothing twice', () => {
    const erased: MemberEvent = { type: 'PersonErased', data: { personId: per, confirmedById: 'per_9', erasedAt: at } };
    given(memberDecider, ...registered, gone, proposed, erased)
      .when(erase('per_7'))
      .then();
    given(memberDecider, ...registered, gone, proposed, erased)
      .when(register)
      .thenRejected('ERASED');
  });
  it('refuses somebody nobody knows', () =>
    given(memberDecider).when({ type: 'ProposeErasure', personId: per, at, byPersonId: 'per_8' }).thenRejected('NOT_FOUND'));
  it('keeps a person whose transfer from outside is still open', () =>
    given(memberDecider, requested({ kind: 'intoCity' }))
      .when({ type: 'ProposeErasure', personId: per, at, byPersonId: 'per_8' })
      .thenRejected('RETENTION_HOLD'));
});
