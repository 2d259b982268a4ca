import { describe, expect, it } from '@jest/globals';
import { fold, startOfDay } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import { memberDecider } from './member.decider.ts';
import type { MemberEvent } from './member-event.ts';
import { at, branch, day, per, registered, trf, upTo } from './member.samples.ts';

const temporary = branch('org_t', { kind: 'temporaryBranch' });
const attach = { type: 'AttachMember', personId: per, at, branch: temporary, cause: 'assignment' } as const;
const detach = { type: 'DetachMember', personId: per, at, branchId: 'org_t', cause: 'recalled', on: day } as const;
const attached = (branchId = 'org_t', attachedOn = day): MemberEvent => ({
  type: 'MemberAttached',
  data: { personId: per, branchId, causeCode: 'assignment', attachedOn },
});
const detached = (causeCode: string, detachedOn: string, branchId = 'org_t'): MemberEvent => ({
  type: 'MemberDetached',
  data: { personId: per, branchId, causeCode, detachedOn },
});
const filing = { at, backdateDays: 90, fromAbove: false } as const;
/** The same way as far as the letter, out of the city. */
const leaving = (event: MemberEvent): MemberEvent =>
  event.type === 'TransferRequested' ? { ...event, data: { ...event.data, kind: 'outOfCity', toCommitteeId: undefined } } : event;
const member = (...past: readonly MemberEvent[]) => given(memberDecider, ...registered, ...past);

describe('ORG-11 members of a temporary branch', () => {
  it('ORG-11 MEM-02 are attached to it, and their home branch stays', () => {
    member().when(attach).then(attached());
    expect(fold(memberDecider, [...registered, attached()])).toMatchObject({
      standing: { status: 'member', branchId: 'org_a' },
      attachments: [{ branchId: 'org_t', attachedOn: day }],
    });
  });
  it('ORG-11 are attached on the Shanghai day of the act, once', () => {
    member()
      .when({ ...attach, at: startOfDay('2026-04-01') })
      .then(attached('org_t', '2026-04-01'));
    member(attached()).when(attach).then();
    member(attached())
      .when({ ...attach, branch: { ...temporary, organizationId: 'org_u' } })
      .then(attached('org_u'));
  });
  it('ORG-11 only to a live temporary branch, only as members', () => {
    member()
      .when({ ...attach, branch: branch('org_b') })
      .thenRejected('NOT_A_TEMPORARY_BRANCH');
    for (const state of ['proposed', 'refused', 'dissolved'] as const)
      member()
        .when({ ...attach, branch: { ...temporary, state } })
        .thenRejected('BRANCH_NOT_ACTIVE');
    given(memberDecider).when(attach).thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-11 leave it when they are called back, and when it is dissolved', () => {
    member(attached()).when(detach).then(detached('recalled', day));
    const dissolved = { ...detach, cause: 'branchDissolved' } as const;
    // However late that is told; who came after it was over leaves on the day of coming.
    for (const [on, leftOn] of [
      ['2026-02-28', '2026-02-28'],
      ['2026-02-01', '2026-02-01'],
      ['2026-01-31', '2026-02-01'],
    ] as const)
      member(attached('org_t', '2026-02-01'))
        .when({ ...dissolved, on })
        .then(detached('branchDissolved', leftOn));
    member().when(detach).then();
    member(attached(), detached('recalled', day)).when(detach).then();
    member(attached(), detached('recalled', day)).when(attach).then(attached());
  });
  it('ORG-11 leave every one of them with the Party, on the day that is filed and not before they came', () => {
    const left = { type: 'EndMembership', personId: per, at, decidedOn: '2026-02-27', filing, kind: 'left' } as const;
    member(attached('org_t', '2026-02-01'), attached('org_u', '2026-03-01'))
      .when(left)
      .then(detached('membershipEnded', '2026-02-27'), detached('membershipEnded', '2026-03-01', 'org_u'), {
        type: 'MembershipEnded',
        data: { personId: per, kind: 'left', endedOn: '2026-02-27', fromBranchId: 'org_a', lateReasonRef: undefined },
      });
    const moved = given(memberDecider, ...upTo.letterIssued.map(leaving), attached());
    moved
      .when({ type: 'LinkExternalReceipt', personId: per, transferId: trf, at, receiptNumber: 'R', recordNumber: 'P', acceptedOn: day, filing })
      .thenTypes('ExternalReceiptLinked', 'TransferEnded', 'MemberDetached', 'MembershipEnded');
  });
  it('ORG-11 stay in it when their home branch changes', () => {
    const move = { type: 'MoveWithBranch', personId: per, at, fromBranchId: 'org_a', home: branch('org_b') } as const;
    member(attached()).when(move).thenTypes('BranchAssigned');
  });
  it('ORG-11 MEM-02 a temporary branch admits nobody and is nobody’s home', () => {
    const register = { type: 'RegisterMember', personId: per, at, kind: 'provisional', joinedOn: '2026-02-01', home: temporary } as const;
    given(memberDecider)
      .when({ ...register, source: 'admission' })
      .thenRejected('TEMPORARY_BRANCH');
    given(memberDecider)
      .when({ ...register, source: 'initialLoad' })
      .thenRejected('NOT_A_HOME_BRANCH');
    member().when({ type: 'MoveWithBranch', personId: per, at, home: temporary }).thenRejected('NOT_A_HOME_BRANCH');
  });
});
