import { describe, expect, it } from '@jest/globals';
import { fold, type Filing } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import { letterNumber } from './letter.ts';
import { memberDecider } from './member.decider.ts';
import type { MemberEvent } from './member-event.ts';
import {
  accepted,
  approved,
  asked,
  at,
  atDay,
  branch,
  day,
  dayPlus,
  expired,
  letter,
  named,
  per,
  registered,
  requested,
  settings,
  trf,
  upTo,
  word,
} from './member.samples.ts';

const stamp = { personId: per, transferId: trf, at, settings } as const;
const approve = { type: 'ApproveTransfer', byPersonId: 'per_9', ...stamp } as const;
const refuse = { type: 'RefuseTransfer', ...stamp, byPersonId: 'per_9', organizationId: 'org_sender' } as const;
const accept = { type: 'AcceptTransfer', ...stamp } as const;
const suspended: MemberEvent = { type: 'MembershipSuspended', data: { personId: per, suspendedOn: day } };
const tick = (now: string) => ({ type: 'TickTransfer', personId: per, transferId: trf, at: now, upperId: 'org_upper', departmentId: 'org_od' }) as const;
const filedAt = (now: string, change: Partial<Filing> = {}): Filing => ({ at: now, backdateDays: 90, fromAbove: false, ...change });
const outside = [...registered, requested({ kind: 'outOfCity', destinationRef: 'txt_1', toCommitteeId: undefined }), word, approved, letter()];

describe('step 1, request', () => {
  it('MEM-17 opens the process with the time of the branch', () =>
    given(memberDecider, ...registered)
      .when(asked)
      .then(requested()));
  it('MEM-17 allows one open transfer', () =>
    given(memberDecider, ...upTo.requested)
      .when({ ...asked, transferId: 'trf_1.b' })
      .thenRejected('TRANSFER_OPEN'));
  it('MEM-19 refuses under a hold and for the suspended', () => {
    given(memberDecider, ...registered)
      .when({ ...asked, held: true })
      .thenRejected('AUTHORITY_HOLD');
    given(memberDecider, ...registered, suspended)
      .when(asked)
      .thenRejected('NOT_TRANSFERABLE');
    given(memberDecider).when(asked).thenRejected('NOT_TRANSFERABLE');
  });
  it('MEM-17 refuses the own branch, a branch that cannot be a home and a receiver that cannot approve', () => {
    given(memberDecider, ...registered)
      .when({ ...asked, branch: branch('org_a') })
      .thenRejected('ALREADY_IN_BRANCH');
    given(memberDecider, ...registered)
      .when({ ...asked, branch: branch('org_b', { state: 'dissolved' }) })
      .thenRejected('BRANCH_NOT_ACTIVE');
    given(memberDecider, ...registered)
      .when({ ...asked, branch: branch('org_b', { kind: 'temporaryBranch' }) })
      .thenRejected('NOT_A_HOME_BRANCH');
    given(memberDecider, ...registered)
      .when({ ...asked, receiver: { organizationId: 'org_x', active: true, approvesMembers: false } })
      .thenRejected('KIND_NOT_ALLOWED');
    given(memberDecider, ...registered)
      .when({ ...asked, receiver: { organizationId: 'org_x', active: false, approvesMembers: true } })
      .thenRejected('PARENT_NOT_ACTIVE');
    given(memberDecider, ...registered)
      .when({ ...asked, kind: 'outOfProvince' })
      .thenRejected('DESTINATION_REQUIRED');
  });
  it('8.1 the branch that asks gives its word at once', () =>
    given(memberDecider, ...registered)
      .when({ ...asked, origin: 'branch', byPersonId: 'per_5', duesPaidTo: '2026-02' })
      .thenTypes('TransferRequested', 'TransferBranchConfirmed'));
});

describe('step 2, word of the branch', () => {
  const confirm = { type: 'ConfirmByBranch', ...stamp, duesPaidTo: '2026-02', forBranch: false } as const;
  it('8.1 starts the time of the committee', () =>
    given(memberDecider, ...upTo.requested)
      .when(confirm)
      .then(word));
  it('MEM-19 notes arrears and goes on: the month before last', () => {
    given(memberDecider, ...upTo.requested)
      .when({ ...confirm, duesPaidTo: '2026-01' })
      .then({ ...word, data: { ...word.data, duesPaidTo: '2026-01', warnings: ['DUES_ARREARS'] } } as MemberEvent);
  });
  it('8.1 the committee acts for the branch from the day after its time', () => {
    const forBranch = { ...confirm, forBranch: true } as const;
    given(memberDecider, ...upTo.requested)
      .when({ ...forBranch, at: `${dayPlus(5)}T15:59:59.999Z` })
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...upTo.requested)
      .when({ ...forBranch, at: `${dayPlus(5)}T16:00:00.000Z` })
      .thenTypes('TransferBranchConfirmed');
  });
  it('8.1 is given once', () =>
    given(memberDecider, ...upTo.confirmed)
      .when(confirm)
      .thenRejected('STATE_NOT_ALLOWED'));
});

describe('step 3, approval and letter', () => {
  it('MEM-18 approves and issues the letter for 90 days, accepted within 10', () =>
    given(memberDecider, ...upTo.confirmed)
      .when(approve)
      .then(approved, letter({ letterNumber: letterNumber('org_sender', day, trf, 1) })));
  it('MEM-18 waits for the word of the branch and for a second person', () => {
    given(memberDecider, ...upTo.requested)
      .when(approve)
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...upTo.confirmed)
      .when({ ...approve, byPersonId: per })
      .thenRejected('SELF_APPROVAL');
  });
  it('MEM-18 one committee needs no letter', () =>
    given(memberDecider, ...registered, requested({ kind: 'sameCommittee', toCommitteeId: 'org_sender', toBranchId: 'org_b' }), word)
      .when(approve)
      .thenTypes('TransferApproved', 'TransferAccepted'));
  it('MEM-18 another issuer writes the letter in a step of its own', () => {
    const past = [...registered, requested({ kind: 'outOfProvince', issuerId: 'org_city', toCommitteeId: undefined, destinationRef: 'txt_1' }), word];
    given(memberDecider, ...past)
      .when(approve)
      .thenTypes('TransferApproved');
    given(memberDecider, ...past, approved)
      .when({ type: 'IssueLetter', ...stamp, letterDays: 180 })
      .thenTypes('LetterIssued');
    given(memberDecider, ...past, approved)
      .when({ type: 'IssueLetter', ...stamp, letterDays: 181 })
      .thenRejected('LETTER_DAYS_OUT_OF_RANGE');
  });
  it.each([
    [0, false],
    [1, true],
    [90, true],
    [91, false],
  ])('MEM-18 a letter of %i days inside the province: %s', (letterDays, fine) => {
    const decision = given(memberDecider, ...upTo.confirmed).when({ ...approve, letterDays });
    if (fine) decision.thenTypes('TransferApproved', 'LetterIssued');
    else decision.thenRejected('LETTER_DAYS_OUT_OF_RANGE');
  });
  it('8.1 the receiver has until the end of the letter at most', () =>
    given(memberDecider, ...upTo.confirmed)
      .when({ ...approve, letterDays: 4 })
      .then(approved, letter({ letterNumber: letterNumber('org_sender', day, trf, 1), validUntilOn: dayPlus(4), acceptDueOn: dayPlus(4) })));
  it('MEM-18 refuses only with a cause, and not after the letter', () => {
    given(memberDecider, ...upTo.confirmed)
      .when(refuse)
      .thenRejected('CAUSE_REQUIRED');
    given(memberDecider, ...upTo.confirmed)
      .when({ ...refuse, cause: 'openCase' })
      .thenTypes('TransferRefused');
    given(memberDecider, ...upTo.letterIssued)
      .when({ ...refuse, cause: 'openCase' })
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('MEM-18 numbers are readable and differ by issuer, year, transfer and ordinal', () => {
    const all = [
      letterNumber('org_a', '2026-01-01', trf, 1),
      letterNumber('org_b', '2026-01-01', trf, 1),
      letterNumber('org_a', '2027-01-01', trf, 1),
      letterNumber('org_a', '2026-01-01', 'trf_2.a', 1),
      letterNumber('org_a', '2026-01-01', trf, 2),
    ];
    expect(new Set(all).size).toBe(5);
    for (const number of all) expect(number).toMatch(/^\d{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
  });
});

describe('step 4, accept or return', () => {
  it('MEM-20 accepts up to the last day of the letter', () => {
    given(memberDecider, ...upTo.letterIssued)
      .when(accept)
      .then(accepted);
    given(memberDecider, ...upTo.letterIssued)
      .when({ ...accept, at: `${dayPlus(90)}T15:59:59.999Z` })
      .thenTypes('TransferAccepted');
    given(memberDecider, ...upTo.letterIssued)
      .when({ ...accept, at: `${dayPlus(90)}T16:00:00.000Z` })
      .thenRejected('LETTER_EXPIRED');
  });
  it('8.1 accepts once', () =>
    given(memberDecider, ...upTo.accepted)
      .when(accept)
      .thenRejected('STATE_NOT_ALLOWED'));
  it('MEM-20 returns only with a cause', () => {
    given(memberDecider, ...upTo.letterIssued)
      .when({ type: 'ReturnTransfer', ...stamp })
      .thenRejected('CAUSE_REQUIRED');
    given(memberDecider, ...upTo.letterIssued)
      .when({ type: 'ReturnTransfer', ...stamp, cause: 'notHere' })
      .thenTypes('TransferReturned');
  });
  it('MEM-21 nobody inside the city accepts what leaves it', () =>
    given(memberDecider, ...outside)
      .when(accept)
      .thenRejected('STATE_NOT_ALLOWED'));
});

describe('steps 5 and 6, branch and arrival', () => {
  const name = { type: 'NameBranch', ...stamp, branch: branch('org_b'), belowReceiver: true } as const;
  const arrive = { type: 'ConfirmArrival', held: false, ...stamp, branch: branch('org_b'), forBranch: false } as const;
  it('8.1 names a live branch of its own, again if need be', () => {
    given(memberDecider, ...upTo.accepted)
      .when(name)
      .then(named('org_b'));
    given(memberDecider, ...upTo.named)
      .when(name)
      .then();
    given(memberDecider, ...upTo.named)
      .when({ ...name, branch: branch('org_c') })
      .thenTypes('TransferBranchNamed');
    given(memberDecider, ...upTo.accepted)
      .when({ ...name, branch: branch('org_b', { state: 'dissolved' }) })
      .thenRejected('BRANCH_NOT_ACTIVE');
    given(memberDecider, ...upTo.accepted)
      .when({ ...name, belowReceiver: false })
      .thenRejected('OUT_OF_SCOPE');
    given(memberDecider, ...upTo.accepted)
      .when({ ...name, branch: branch('org_a') })
      .thenRejected('ALREADY_IN_BRANCH');
  });
  it('MEM-02 MEM-20 leaves and joins in one event', () =>
    given(memberDecider, ...upTo.named)
      .when(arrive)
      .then({
        type: 'BranchAssigned',
        data: { personId: per, branchId: 'org_b', fromBranchId: 'org_a', causeCode: 'transfer', transferId: trf, assignedOn: day },
      }));
  it('MEM-20 refuses another branch, a dissolved one, and the committee without a reason', () => {
    given(memberDecider, ...upTo.accepted)
      .when(arrive)
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...upTo.named)
      .when({ ...arrive, branch: branch('org_c') })
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...upTo.named)
      .when({ ...arrive, branch: branch('org_b', { state: 'dissolved' }) })
      .thenRejected('BRANCH_NOT_ACTIVE');
    given(memberDecider, ...upTo.named)
      .when({ ...arrive, forBranch: true })
      .thenRejected('REASON_REQUIRED');
    given(memberDecider, ...upTo.named)
      .when({ ...arrive, forBranch: true, reasonRef: 'txt_1' })
      .thenTypes('BranchAssigned');
  });
  it('8.1 a correction is a new transfer', () => {
    const done: MemberEvent = {
      type: 'BranchAssigned',
      data: { personId: per, branchId: 'org_b', fromBranchId: 'org_a', causeCode: 'transfer', transferId: trf, assignedOn: day },
    };
    given(memberDecider, ...upTo.named, done)
      .when({ ...asked, transferId: 'trf_1.b' })
      .thenTypes('TransferRequested');
    expect(fold(memberDecider, [...upTo.named, done]).transfer?.step).toBe('assigned');
  });
});

describe('into the city', () => {
  const take = {
    type: 'TakeInLetter',
    held: false,
    ...stamp,
    byPersonId: 'per_9',
    receiver: { organizationId: 'org_receiver', active: true, approvesMembers: true },
    originRef: 'txt_1',
    kind: 'full',
    joinedOn: '2015-06-01',
    fullFromOn: '2016-06-01',
    letterNumber: 'GZ-1234',
    letterIssuedOn: day,
    letterValidUntilOn: dayPlus(30),
  } as const;
  it('MEM-18 begins with the outside letter, up to its last day', () => {
    given(memberDecider).when(take).thenTypes('TransferRequested', 'LetterIssued');
    given(memberDecider)
      .when({ ...take, letterValidUntilOn: day })
      .thenTypes('TransferRequested', 'LetterIssued');
    given(memberDecider)
      .when({ ...take, letterIssuedOn: dayPlus(-9), letterValidUntilOn: dayPlus(-1) })
      .thenRejected('LETTER_EXPIRED');
    given(memberDecider, ...registered)
      .when(take)
      .thenRejected('DUPLICATE_PERSON');
  });
  it('MEM-18 registers the member at the arrival, with the first home', () => {
    const past = memberDecider.decide(memberDecider.initial, take);
    given(memberDecider, ...past, accepted, named('org_b'))
      .when({ type: 'ConfirmArrival', held: false, ...stamp, branch: branch('org_b'), forBranch: false })
      .then(
        { type: 'MemberRegistered', data: { personId: per, sourceCode: 'transferIn', kind: 'full', joinedOn: '2015-06-01', fullFromOn: '2016-06-01' } },
        { type: 'BranchAssigned', data: { personId: per, branchId: 'org_b', causeCode: 'transfer', transferId: trf, assignedOn: day } },
      );
  });
  it('3.1 who moved out returns under the same id, who left otherwise does not', () => {
    const ended = (kind: string): MemberEvent => ({ type: 'MembershipEnded', data: { personId: per, kind, endedOn: day, fromBranchId: 'org_a' } });
    given(memberDecider, ...registered, ended('movedOut'))
      .when(take)
      .thenTypes('TransferRequested', 'LetterIssued');
    given(memberDecider, ...registered, ended('left'))
      .when(take)
      .thenRejected('DUPLICATE_PERSON');
  });
});

describe('out of the city', () => {
  const link = { type: 'LinkExternalReceipt', ...stamp, receiptNumber: 'R-1', recordNumber: 'P-1', acceptedOn: day, filing: filedAt(at) } as const;
  it('MEM-21 ends the membership with both numbers only', () => {
    given(memberDecider, ...outside)
      .when(link)
      .thenTypes('ExternalReceiptLinked', 'TransferEnded', 'MembershipEnded');
    given(memberDecider, ...outside)
      .when({ ...link, recordNumber: undefined })
      .thenRejected('EXTERNAL_RECEIPT_MISSING');
    given(memberDecider, ...outside)
      .when({ ...link, receiptNumber: undefined })
      .thenRejected('EXTERNAL_RECEIPT_MISSING');
    given(memberDecider, ...upTo.letterIssued)
      .when(link)
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('MEM-21 a late receipt counts for an acceptance up to the last day', () => {
    const late = { ...link, at: atDay(120), filing: filedAt(atDay(120)) } as const;
    given(memberDecider, ...outside, expired)
      .when({ ...late, acceptedOn: dayPlus(90) })
      .thenTypes('ExternalReceiptLinked', 'TransferEnded', 'MembershipEnded');
    given(memberDecider, ...outside, expired)
      .when({ ...late, acceptedOn: dayPlus(91) })
      .thenRejected('LETTER_EXPIRED');
  });
});

describe('0.3 an outside receipt that comes very late', () => {
  const acceptedLongAgo = { type: 'LinkExternalReceipt', ...stamp, receiptNumber: 'R-1', recordNumber: 'P-1', acceptedOn: dayPlus(1) } as const;
  const decidedAt = (n: number, change: Partial<Filing> = {}) =>
    given(memberDecider, ...outside, expired).when({ ...acceptedLongAgo, at: atDay(n), filing: filedAt(atDay(n), change) });
  it('MEM-21 is linked by the issuer for 90 days, then by the organization above with a reason that stays in the event', () => {
    decidedAt(91).thenTypes('ExternalReceiptLinked', 'TransferEnded', 'MembershipEnded');
    decidedAt(92).thenRejected('BACKDATE_TOO_FAR');
    decidedAt(92, { fromAbove: true }).thenRejected('REASON_REQUIRED');
    const decided = memberDecider.decide(fold(memberDecider, [...outside, expired]), {
      ...acceptedLongAgo,
      at: atDay(92),
      filing: filedAt(atDay(92), { fromAbove: true, reasonRef: 'txt_9' }),
    });
    expect(decided[0]).toMatchObject({ type: 'ExternalReceiptLinked', data: { lateReasonRef: 'txt_9' } });
  });
});

describe('step 7, back at the sender', () => {
  const reissue = { type: 'ReissueLetter', ...stamp, at: atDay(92), reasonRef: 'txt_1' } as const;
  const reissued: MemberEvent = {
    type: 'LetterReissued',
    data: {
      personId: per,
      transferId: trf,
      letterNumber: 'X',
      issuerId: 'org_sender',
      issuedOn: day,
      validUntilOn: dayPlus(90),
      acceptDueOn: dayPlus(10),
      stubUntilOn: '2036-03-02',
      ordinal: 1,
      reasonRef: 'txt_1',
    },
  };
  const back = [...upTo.letterIssued, expired] as const;
  it('MEM-21 issues two new letters with a reason, no third', () => {
    given(memberDecider, ...back)
      .when(reissue)
      .thenTypes('LetterReissued');
    given(memberDecider, ...back)
      .when({ ...reissue, reasonRef: undefined })
      .thenRejected('REASON_REQUIRED');
    given(memberDecider, ...back, reissued, expired)
      .when(reissue)
      .thenTypes('LetterReissued');
    given(memberDecider, ...back, reissued, expired, reissued, expired)
      .when(reissue)
      .thenRejected('REISSUE_LIMIT');
  });
  it('8.1 is withdrawn until accepted', () => {
    const withdraw = { type: 'WithdrawTransfer', personId: per, transferId: trf, at, origin: 'member' } as const;
    for (const past of [upTo.requested, upTo.confirmed, upTo.letterIssued, back])
      given(memberDecider, ...past)
        .when(withdraw)
        .thenTypes('TransferWithdrawn');
    given(memberDecider, ...upTo.accepted)
      .when(withdraw)
      .thenRejected('STATE_NOT_ALLOWED');
    given(memberDecider, ...upTo.accepted)
      .when({ ...withdraw, transferId: 'trf_1.z' })
      .thenRejected('NOT_FOUND');
  });
});

describe('the clock', () => {
  it('8.1 escalates a late approval once, from the day after', () => {
    given(memberDecider, ...upTo.confirmed)
      .when(tick(`${dayPlus(7)}T15:59:59.999Z`))
      .then();
    given(memberDecider, ...upTo.confirmed)
      .when(tick(atDay(8)))
      .then({ type: 'TransferEscalated', data: { personId: per, transferId: trf, kind: 'approve', organizationId: 'org_upper', dueAt: atDay(8) } });
    given(memberDecider, ...upTo.confirmed, {
      type: 'TransferEscalated',
      data: { personId: per, transferId: trf, kind: 'approve', organizationId: 'org_upper', dueAt: atDay(8) },
    })
      .when(tick(atDay(60)))
      .then();
  });
  it('8.1 reminds at half and three days before, then mediates, then the letter expires: all in order after downtime', () => {
    const decided = memberDecider.decide(fold(memberDecider, upTo.letterIssued), tick(atDay(91)));
    expect(decided.map(({ type, data }) => [type, 'dueAt' in data ? data.dueAt : 'expiredOn' in data ? data.expiredOn : ''])).toEqual([
      ['TransferReminderIssued', `${dayPlus(5)}T01:00:00.000Z`],
      ['TransferReminderIssued', `${dayPlus(7)}T01:00:00.000Z`],
      ['TransferMediationOpened', atDay(11)],
      ['LetterExpired', dayPlus(91)],
    ]);
  });
  it('MEM-21 expires the day after the validity, not on its last day', () => {
    const types = (now: string) => memberDecider.decide(fold(memberDecider, upTo.letterIssued), tick(now)).map(({ type }) => type);
    expect(types(`${dayPlus(90)}T15:59:59.999Z`)).not.toContain('LetterExpired');
    expect(types(`${dayPlus(90)}T16:00:00.000Z`)).toContain('LetterExpired');
  });
  it('8.1 lists a letter that came back after 15 days', () => {
    given(memberDecider, ...upTo.letterIssued, expired)
      .when(tick(atDay(106)))
      .then();
    given(memberDecider, ...upTo.letterIssued, expired)
      .when(tick(atDay(107)))
      .thenTypes('TransferEscalated');
  });
  it('8.1 lapses after 30 days without an arrival; the member never left', () => {
    given(memberDecider, ...upTo.named)
      .when(tick(`${dayPlus(30)}T15:59:59.999Z`))
      .then();
    given(memberDecider, ...upTo.named)
      .when(tick(atDay(31)))
      .then({ type: 'TransferLapsed', data: { personId: per, transferId: trf, lapsedOn: dayPlus(31) } });
  });
  it('8.1 asks the department for an outside receipt after 30 days', () => {
    given(memberDecider, ...outside)
      .when(tick(atDay(30)))
      .then();
    given(memberDecider, ...outside)
      .when(tick(atDay(31)))
      .thenTypes('TransferEscalated');
  });
  it('records nothing for a stale tick', () =>
    given(memberDecider, ...upTo.requested)
      .when(tick(atDay(900)))
      .then());
});

describe('merged organizations', () => {
  it('8.1 the transfer follows the survivor', () => {
    const follow = { type: 'FollowSurvivor', personId: per, transferId: trf, at, organizationId: 'org_receiver', survivorId: 'org_s' } as const;
    given(memberDecider, ...upTo.letterIssued)
      .when(follow)
      .thenTypes('TransferFollowed');
    given(memberDecider, ...upTo.letterIssued)
      .when({ ...follow, organizationId: 'org_unknown' })
      .then();
    const after = fold(memberDecider, [...upTo.letterIssued, ...memberDecider.decide(fold(memberDecider, upTo.letterIssued), follow)]);
    expect(after.transfer).toMatchObject({ step: 'letterIssued', toCommitteeId: 'org_s' });
  });
});
