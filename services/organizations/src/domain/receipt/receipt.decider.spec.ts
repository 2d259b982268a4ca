import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { receiptDecider, type Duty, type ReceiptCommand, type ReceiptEvent, type ReceiptStatus } from './receipt.decider.ts';

const about = { directiveId: 'dir_1', organizationId: 'org_b1', textVersion: 1 };
const duty: Duty = { directiveId: 'dir_1', organizationId: 'org_b1', textVersion: 1, directiveState: 'issued', acknowledgeDueAt: '2026-03-05T01:00:00.000Z' };
const asking: Duty = { ...duty, reportDueAt: '2026-03-10T15:59:59.999Z' };
const early = '2026-03-03T02:00:00.000Z';
const [onEdge, justLate] = ['2026-03-05T01:00:00.000Z', '2026-03-05T01:00:00.001Z'];

const open = (at = early, of: Duty = duty): ReceiptCommand => ({ type: 'OpenDirective', duty: of, at });
const acknowledge = (at = early, of: Duty = duty): ReceiptCommand => ({ type: 'AcknowledgeDirective', duty: of, at });
const report = (at = early, of: Duty = asking): ReceiptCommand => ({ type: 'ReportDirective', duty: of, at, reportRef: 'txt_1' });
const returnLimit2 = { returnLimit: 2, minReturnWorkdays: 2, calendar: [] };
const giveBack = (reportDueOn = '2026-03-12', at = '2026-03-10T02:00:00.000Z'): ReceiptCommand => ({
  type: 'ReturnReport',
  duty: asking,
  at,
  reasonRef: 'txt_2',
  reportDueOn,
  settings: returnLimit2,
});
const overdue = (at: string, owes: 'acknowledge' | 'report' = 'acknowledge', of: Duty = duty): ReceiptCommand => ({
  type: 'FindOverdue',
  duty: of,
  at,
  owes,
  superiorId: 'org_c1',
});

const opened: ReceiptEvent = { type: 'ReceiptOpened', data: { ...about, openedAt: early } };
const acknowledgedWith = (given: { readonly acknowledgedAt?: string; readonly textVersion?: number }): ReceiptEvent => ({
  type: 'ReceiptAcknowledged',
  data: { ...about, acknowledgedAt: early, late: false, ...given },
});
const acknowledged = acknowledgedWith({});
const reported: ReceiptEvent = { type: 'ReceiptReported', data: { ...about, reportRef: 'txt_1', reportedAt: early, late: false, acknowledgedLate: false } };
const returned = (reportDueAt = '2026-03-12T15:59:59.999Z'): ReceiptEvent => ({
  type: 'ReportReturned',
  data: { ...about, reasonRef: 'txt_2', reportDueAt, returnedAt: '2026-03-10T02:00:00.000Z' },
});

describe('LINK-04 receipt steps', () => {
  it('opens once, whoever opens it', () => {
    given(receiptDecider).when(open()).then(opened);
    given(receiptDecider, opened).when(open('2026-03-04T02:00:00.000Z')).then();
  });
  it('acknowledges once', () => given(receiptDecider, opened, acknowledged).when(acknowledge()).then());
  it('never goes back: opening after acknowledging changes nothing', () => given(receiptDecider, acknowledged).when(open()).then());
  it('fills earlier steps with the time of the later one', () =>
    expect(given(receiptDecider, reported).state()).toMatchObject({ status: 'reported', openedAt: early, acknowledgedAt: early, reportedAt: early }));
  it('keeps the time of an earlier step that was taken', () =>
    expect(given(receiptDecider, opened, acknowledgedWith({ acknowledgedAt: onEdge })).state().openedAt).toBe(early));
  it('takes no report nobody asked for', () => given(receiptDecider).when(report(early, duty)).thenRejected('STATE_NOT_ALLOWED'));
  it.each(['recalled', 'closed'] as const)('takes no step once the directive is %s', (directiveState) =>
    given(receiptDecider)
      .when(acknowledge(early, { ...duty, directiveState }))
      .thenRejected('STATE_NOT_ALLOWED'),
  );
});

describe('LINK-05 deadlines', () => {
  it('72 h: the exact instant is on time', () =>
    given(receiptDecider)
      .when(acknowledge(onEdge))
      .then({ type: 'ReceiptAcknowledged', data: { ...about, acknowledgedAt: onEdge, late: false } }));
  it('one millisecond later is late, and accepted', () =>
    given(receiptDecider)
      .when(acknowledge(justLate))
      .then({ type: 'ReceiptAcknowledged', data: { ...about, acknowledgedAt: justLate, late: true } }));
  it('marks a report late after its day, and the acknowledgement it implies', () =>
    given(receiptDecider)
      .when(report('2026-03-10T16:00:00.000Z'))
      .then({
        type: 'ReceiptReported',
        data: { ...about, reportRef: 'txt_1', reportedAt: '2026-03-10T16:00:00.000Z', late: true, acknowledgedLate: true },
      }));
  it('is not overdue at the deadline itself', () => given(receiptDecider).when(overdue(onEdge)).then());
  it('is overdue once, told to the superior', () => {
    const found: ReceiptEvent = { type: 'ReceiptOverdue', data: { ...about, dutyCode: 'acknowledge', dueAt: duty.acknowledgeDueAt, superiorId: 'org_c1' } };
    given(receiptDecider).when(overdue(justLate)).then(found);
    given(receiptDecider, found).when(overdue(justLate)).then();
  });
  it('reminds once for each moment, and only who still owes it', () => {
    const remind: ReceiptCommand = { type: 'RemindReceipt', duty, at: early, owes: 'acknowledge', momentCode: 'acknowledgeHalfTime' };
    const reminded: ReceiptEvent = { type: 'ReceiptReminded', data: { ...about, momentCode: 'acknowledgeHalfTime', remindedAt: early } };
    given(receiptDecider).when(remind).then(reminded);
    given(receiptDecider, reminded).when(remind).then();
    given(receiptDecider, acknowledged).when(remind).then();
  });
});

describe('LINK-07 returning a report', () => {
  it('at most twice', () => {
    given(receiptDecider, reported, returned(), reported).when(giveBack()).thenTypes('ReportReturned');
    given(receiptDecider, reported, returned(), reported, returned(), reported).when(giveBack()).thenRejected('RETURN_LIMIT');
  });
  it('leaves two working days: Tuesday to Thursday, not Wednesday', () => {
    given(receiptDecider, reported).when(giveBack('2026-03-12')).then(returned());
    given(receiptDecider, reported).when(giveBack('2026-03-11')).thenRejected('DEADLINE_TOO_SHORT', { earliest: '2026-03-12' });
  });
  it('only a report that is there', () => given(receiptDecider, acknowledged).when(giveBack()).thenRejected('STATE_NOT_ALLOWED'));
  it('is overdue by its own deadline', () => {
    given(receiptDecider, reported, returned())
      .when(overdue('2026-03-11T00:00:00.000Z', 'report', asking))
      .then();
    given(receiptDecider, reported, returned())
      .when(overdue('2026-03-12T16:00:00.000Z', 'report', asking))
      .thenTypes('ReceiptOverdue');
  });
});

describe('LINK-08 and LINK-09 amendment, transfer', () => {
  it('starts again with a material amendment', () =>
    given(receiptDecider, acknowledged)
      .when(acknowledge(early, { ...duty, textVersion: 2 }))
      .thenTypes('ReceiptAcknowledged'));
  it('refuses a step on a text that was replaced', () =>
    given(receiptDecider, acknowledgedWith({ textVersion: 2 }))
      .when(open())
      .thenRejected('CONFLICT'));
  it('transfers what is open, leaves what is final', () => {
    const transfer: ReceiptCommand = { type: 'TransferReceipt', duty, at: early, toOrganizationId: 'org_c1' };
    given(receiptDecider, opened).when(transfer).thenTypes('ReceiptTransferred');
    given(receiptDecider, acknowledged).when(transfer).then();
    given(receiptDecider, acknowledged)
      .when({ ...transfer, duty: asking })
      .thenTypes('ReceiptTransferred');
  });
});

/** Requirements 2.1, with `delivered` and `cancelled` derived and steps filled from below. */
const table: Readonly<Record<ReceiptStatus, readonly ReceiptStatus[]>> = {
  pending: ['opened', 'acknowledged', 'reported', 'transferred'],
  opened: ['acknowledged', 'reported', 'transferred'],
  acknowledged: ['reported', 'transferred'],
  reported: ['reportReturned'],
  reportReturned: ['reported', 'transferred'],
  transferred: [],
};

const times = fc.integer({ min: 0, max: 14 * 24 }).map((hours) => new Date(Date.UTC(2026, 2, 2) + hours * 3_600_000).toISOString());
const commands: fc.Arbitrary<ReceiptCommand> = fc
  .tuple(fc.constantFrom(duty, asking, { ...asking, directiveState: 'recalled' as const }), times, fc.integer({ min: 0, max: 6 }))
  .map(([of, at, kind]): ReceiptCommand => {
    const all: readonly ReceiptCommand[] = [
      open(at, of),
      acknowledge(at, of),
      report(at, of),
      giveBack('2026-03-30', at),
      overdue(at, 'report', of),
      overdue(at, 'acknowledge', of),
      { type: 'TransferReceipt', duty: of, at },
    ];
    return all[kind] ?? open(at, of);
  });

it('LINK-04 no sequence of commands leaves the table; refused commands change nothing; a history gives the same state again', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 25, size: 'max' }), (sequence) => {
      walk(receiptDecider, sequence, (before, after) => {
        seen.add(after.status);
        if (after.status !== before.status) expect(table[before.status]).toContain(after.status);
        expect(after.returns).toBeLessThanOrEqual(2);
        for (const step of ['openedAt', 'acknowledgedAt'] as const) if (before[step] !== null) expect(after[step]).toBe(before[step]);
      });
    }),
    { numRuns: 500, seed: 20260302 },
  );
  expect([...seen].sort()).toEqual(Object.keys(table).sort());
});
