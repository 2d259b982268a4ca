import { describe, expect, it } from '@jest/globals';
import { fold } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import { memberDecider } from './member.decider.ts';
import type { MemberEvent, MemberFact } from './member-event.ts';
import { asked, at, atDay, day, dayPlus, per, requested, registered, settings, trf, upTo } from './member.samples.ts';

const stamp = { personId: per, transferId: trf, at, settings } as const;
const who = { personId: per, transferId: trf } as const;
const refuse = { type: 'RefuseTransfer', ...stamp, byPersonId: 'per_9', organizationId: 'org_sender', cause: 'papersMissing' } as const;
const appeal = { type: 'AppealTransfer', ...stamp, held: false, upperId: 'org_upper', reasonRef: 'txt_1' } as const;
const decide = (outcome: 'upheld' | 'overruled', byPersonId = 'per_8') =>
  ({ type: 'DecideAppeal', ...stamp, byPersonId, outcome, reasonRef: 'txt_2' }) as const;
const withdraw = (origin: 'member' | 'branch' | 'committee') => ({ type: 'WithdrawTransfer', ...stamp, origin }) as const;
const tick = (now: string) => ({ type: 'TickTransfer', ...who, at: now, upperId: 'org_top', departmentId: 'org_od' }) as const;

const refused: MemberEvent = {
  type: 'TransferRefused',
  data: { ...who, causeCode: 'papersMissing', refusedAt: at, refusedById: 'per_9', organizationId: 'org_sender' },
};
const refusedOfOld: MemberEvent = { type: 'TransferRefused', data: { ...who, causeCode: 'papersMissing', refusedAt: at } };
const appealed: MemberEvent = {
  type: 'TransferAppealed',
  data: { ...who, organizationId: 'org_upper', reasonRef: 'txt_1', appealedAt: at, decideDueOn: dayPlus(7) },
};
const decided = (change: Partial<MemberFact<'TransferAppealDecided'>['data']>): MemberEvent => ({
  type: 'TransferAppealDecided',
  data: { ...who, outcomeCode: 'upheld', organizationId: 'org_upper', decidedById: 'per_8', reasonRef: 'txt_2', decidedAt: at, ...change },
});
const again = { outcomeCode: 'overruled', branchDueOn: dayPlus(5) } as const;

const past = { refused: [...upTo.confirmed, refused], appealed: [...upTo.confirmed, refused, appealed] } as const;

describe('8.1 step 3, an appeal against a refusal', () => {
  it('8.1 is made by the member once, and has the days of an approval', () => {
    given(memberDecider, ...past.refused)
      .when(appeal)
      .then(appealed);
    given(memberDecider, ...upTo.confirmed, refusedOfOld)
      .when(appeal)
      .then(appealed);
    given(memberDecider, ...past.appealed)
      .when(appeal)
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...past.appealed, decided({}))
      .when(appeal)
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('8.1 needs a refusal, a member who can be transferred, and somebody above', () => {
    given(memberDecider, ...upTo.confirmed)
      .when(appeal)
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...past.refused)
      .when({ ...appeal, upperId: undefined })
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...past.refused)
      .when({ ...appeal, held: true })
      .thenRejected('AUTHORITY_HOLD');
    given(memberDecider, ...past.refused, { type: 'MembershipSuspended', data: { personId: per, suspendedOn: day } })
      .when(appeal)
      .thenRejected('NOT_TRANSFERABLE');
    given(memberDecider, ...past.refused)
      .when({ ...appeal, transferId: 'trf_1.z' })
      .thenRejected('NOT_FOUND');
  });
  it('8.1 is decided by somebody who neither refused nor asked nor is concerned', () => {
    for (const outcome of ['upheld', 'overruled'] as const)
      for (const byPersonId of ['per_9', per])
        given(memberDecider, ...past.appealed)
          .when(decide(outcome, byPersonId))
          .thenRejected('SELF_APPROVAL');
    given(memberDecider, ...registered, requested({ requestedById: 'per_8' }), refused, appealed)
      .when(decide('overruled'))
      .thenRejected('SELF_APPROVAL');
    given(memberDecider, ...past.refused)
      .when(decide('overruled'))
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('8.1 upheld leaves the transfer refused', () => {
    given(memberDecider, ...past.appealed)
      .when(decide('upheld'))
      .then(decided({}));
    expect(fold(memberDecider, [...past.appealed, decided({})]).transfer).toMatchObject({ step: 'refused' });
  });
  it('8.1 overruled gives it back to the sender with its whole time, who does not refuse again', () => {
    const overruled = decided({ ...again, approveDueOn: dayPlus(7) });
    given(memberDecider, ...past.appealed)
      .when(decide('overruled'))
      .then(overruled);
    given(memberDecider, ...past.appealed, overruled)
      .when({ type: 'ApproveTransfer', ...stamp, byPersonId: 'per_9' })
      .thenTypes('TransferApproved', 'LetterIssued');
    given(memberDecider, ...past.appealed, overruled)
      .when(refuse)
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('8.1 overruled before the word of the branch asks the branch first', () => {
    const before = [...upTo.requested, refused, appealed];
    given(memberDecider, ...before)
      .when(decide('overruled'))
      .then(decided(again));
    given(memberDecider, ...before, decided(again))
      .when({ type: 'ConfirmByBranch', ...stamp, duesPaidTo: '2026-02', forBranch: false })
      .thenTypes('TransferBranchConfirmed');
  });
  it('8.1 is open: no second transfer, and only the member withdraws it', () => {
    given(memberDecider, ...past.appealed)
      .when({ ...asked, transferId: 'trf_1.b' })
      .thenRejected('TRANSFER_OPEN');
    given(memberDecider, ...past.appealed)
      .when(withdraw('member'))
      .thenTypes('TransferWithdrawn');
    for (const origin of ['branch', 'committee'] as const)
      given(memberDecider, ...past.appealed)
        .when(withdraw(origin))
        .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...past.appealed)
      .when({ type: 'EndTransferUnderHold', personId: per, at })
      .thenTypes('TransferEnded');
  });
  it('8.1 is escalated once when it is not decided in time', () => {
    given(memberDecider, ...past.appealed)
      .when(tick(atDay(7)))
      .then();
    const late: MemberEvent = { type: 'TransferEscalated', data: { ...who, kind: 'appeal', organizationId: 'org_top', dueAt: atDay(8) } };
    given(memberDecider, ...past.appealed)
      .when(tick(atDay(8)))
      .then(late);
    given(memberDecider, ...past.appealed, late)
      .when(tick(atDay(9)))
      .then();
  });
  it('8.1 follows the survivor when the organization that decides is merged', () => {
    const followed: MemberEvent = { type: 'TransferFollowed', data: { ...who, organizationId: 'org_upper', survivorId: 'org_new' } };
    given(memberDecider, ...past.appealed)
      .when({ type: 'FollowSurvivor', ...who, at, organizationId: 'org_upper', survivorId: 'org_new' })
      .then(followed);
    expect(fold(memberDecider, [...past.appealed, followed]).transfer).toMatchObject({ step: 'appealed', upperId: 'org_new' });
  });
});
