import { describe, expect, it } from '@jest/globals';
import { addDays, addHours, endOfDay, fold, Rejected, startOfDay } from '@zhitong/kernel';
import type { MemberCommand } from './member.commands.ts';
import { memberDecider } from './member.decider.ts';
import type { MemberEvent } from './member-event.ts';
import { approved, at, branch, day, dayPlus, expired, letter, per, registered, requested, settings, trf, upTo, word } from './member.samples.ts';

/** What a command leads to: the types of its events, or the code of the refusal. */
function outcome(past: readonly MemberEvent[], command: MemberCommand): string {
  try {
    return memberDecider
      .decide(fold(memberDecider, past), command)
      .map(({ type }) => type)
      .join(' ');
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
}

const stampOn = (n: number) => ({ personId: per, transferId: trf, at: endOfDay(dayPlus(n)), settings }) as const;
const tickOn = (n: number) => ({ type: 'TickTransfer', ...stampOn(n), upperId: 'org_upper', departmentId: 'org_od' }) as const;
const outside = [...registered, requested({ kind: 'outOfCity', destinationRef: 'txt_1', toCommitteeId: undefined }), word, approved, letter()];
const returned: MemberEvent = {
  type: 'TransferReturned',
  data: { personId: per, transferId: trf, causeCode: 'wrongUnit', returnedAt: at, backDueOn: dayPlus(15) },
};
const arriveOn = (n: number): MemberCommand => ({ type: 'ConfirmArrival', held: false, ...stampOn(n), branch: branch('org_b'), forBranch: false });
const letterOf = (kind: 'withinCity' | 'outOfProvince', letterDays: number) =>
  outcome([...registered, requested({ kind, issuerId: 'org_city' }), word, approved], { type: 'IssueLetter', ...stampOn(0), letterDays });

describe('8.1 every limit on its last day, the day before and the day after', () => {
  it.each<readonly [string, (n: number) => string, readonly (readonly [number, string])[]]>([
    [
      'branchDays 5: the committee acts for the branch',
      (n) => outcome(upTo.requested, { type: 'ConfirmByBranch', ...stampOn(n), duesPaidTo: '2026-02', forBranch: true }),
      [
        [4, 'STATE_NOT_ALLOWED'],
        [5, 'STATE_NOT_ALLOWED'],
        [6, 'TransferBranchConfirmed'],
      ],
    ],
    [
      'approveDays 7: escalated to the organization above',
      (n) => outcome(upTo.confirmed, tickOn(n)),
      [
        [6, ''],
        [7, ''],
        [8, 'TransferEscalated'],
      ],
    ],
    [
      'acceptDays 10: the department mediates, after both reminders',
      (n) => outcome(upTo.letterIssued, tickOn(n)),
      [
        [4, ''],
        [5, 'TransferReminderIssued'],
        [6, 'TransferReminderIssued'],
        [7, 'TransferReminderIssued TransferReminderIssued'],
        [9, 'TransferReminderIssued TransferReminderIssued'],
        [10, 'TransferReminderIssued TransferReminderIssued'],
        [11, 'TransferReminderIssued TransferReminderIssued TransferMediationOpened'],
      ],
    ],
    [
      'letterDays 90: accepted',
      (n) => outcome(upTo.letterIssued, { type: 'AcceptTransfer', ...stampOn(n) }),
      [
        [89, 'TransferAccepted'],
        [90, 'TransferAccepted'],
        [91, 'LETTER_EXPIRED'],
      ],
    ],
    [
      'lapseDays 30: lapsed',
      (n) => outcome(upTo.named, tickOn(n)),
      [
        [29, ''],
        [30, ''],
        [31, 'TransferLapsed'],
      ],
    ],
    [
      'lapseDays 30: arrived, though the clock has not come by',
      (n) => outcome(upTo.named, arriveOn(n)),
      [
        [29, 'BranchAssigned'],
        [30, 'BranchAssigned'],
        [31, 'STATE_NOT_ALLOWED'],
      ],
    ],
    [
      'lapseDays 30: a branch is named',
      (n) => outcome(upTo.accepted, { type: 'NameBranch', ...stampOn(n), branch: branch('org_b'), belowReceiver: true }),
      [
        [30, 'TransferBranchNamed'],
        [31, 'STATE_NOT_ALLOWED'],
      ],
    ],
    [
      'step 7 in 15 days: listed with the organization above',
      (n) => outcome([...upTo.letterIssued, returned], tickOn(n)),
      [
        [14, ''],
        [15, ''],
        [16, 'TransferEscalated'],
      ],
    ],
    [
      'step 8 in 30 days: the department chases',
      (n) => outcome(outside, tickOn(n)),
      [
        [29, ''],
        [30, ''],
        [31, 'TransferEscalated'],
      ],
    ],
    [
      'MEM-18 letters inside the province',
      (n) => letterOf('withinCity', n),
      [
        [0, 'LETTER_DAYS_OUT_OF_RANGE'],
        [1, 'LetterIssued'],
        [89, 'LetterIssued'],
        [90, 'LetterIssued'],
        [91, 'LETTER_DAYS_OUT_OF_RANGE'],
      ],
    ],
    [
      'MEM-18 letters to other provinces',
      (n) => letterOf('outOfProvince', n),
      [
        [0, 'LETTER_DAYS_OUT_OF_RANGE'],
        [1, 'LetterIssued'],
        [179, 'LetterIssued'],
        [180, 'LetterIssued'],
        [181, 'LETTER_DAYS_OUT_OF_RANGE'],
      ],
    ],
  ])('%s', (_limit, on, expected) => expect(expected.map(([n]) => [n, on(n)])).toEqual(expected));

  it('reminds at 09:00 of its day, not a millisecond before', () => {
    const due = addHours(startOfDay(dayPlus(5)), 9);
    const at9 = (now: string) => outcome(upTo.letterIssued, { ...tickOn(0), at: now });
    expect([at9(new Date(Date.parse(due) - 1).toISOString()), at9(due)]).toEqual(['', 'TransferReminderIssued']);
  });

  it('MEM-21 is issued anew twice and no third time', () => {
    const reissued = (ordinal: number): MemberEvent => ({
      type: 'LetterReissued',
      data: { ...letterData, letterNumber: `N-${ordinal}`, ordinal, reasonRef: 'txt_1' },
    });
    const again = (...past: readonly MemberEvent[]) =>
      outcome([...upTo.letterIssued, expired, ...past], { type: 'ReissueLetter', ...stampOn(92), reasonRef: 'txt_1' });
    expect([again(), again(reissued(1), returned), again(reissued(1), returned, reissued(2), returned)]).toEqual([
      'LetterReissued',
      'LetterReissued',
      'REISSUE_LIMIT',
    ]);
  });

  it('reminds once where half of the time and three days before fall together, and not on the day of the letter', () => {
    const ticks = (acceptDays: number) =>
      outcome([...registered, requested(), word, approved, letter({ acceptDueOn: addDays(day, acceptDays) })], tickOn(acceptDays));
    expect([ticks(1), ticks(2), ticks(3), ticks(4)]).toEqual([
      '',
      'TransferReminderIssued',
      'TransferReminderIssued',
      'TransferReminderIssued TransferReminderIssued',
    ]);
  });
});

const { duesPaidTo: _none, ...letterData } = letterDataOf(letter());
function letterDataOf(event: MemberEvent) {
  if (event.type !== 'LetterIssued') throw new Error('no letter');
  const { issuerId = 'org_sender', ...data } = event.data;
  return { issuerId, ...data };
}
