import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import fc from 'fast-check';
import { closesAt, periodOf } from './period.ts';
import { quotaDecider, type CloseQuota, type CountMeeting, type QuotaCommand, type QuotaEvent } from './quota.decider.ts';

const quota = { organizationId: 'org_1', kind: 'lecture', period: '2026-Q1', needed: 1 } as const;
const at = '2026-04-04T16:00:00.000Z';
const count = (meetingId: string, fields: Partial<CountMeeting> = {}): CountMeeting => ({
  type: 'CountMeeting',
  ...quota,
  meetingId,
  heldOn: '2026-03-31',
  ...fields,
});
const close = (fields: Partial<CloseQuota> = {}): CloseQuota => ({ type: 'CloseQuota', ...quota, scheduledAt: at, at, ...fields });
const about = { organizationId: 'org_1', kindCode: 'lecture', periodCode: '2026-Q1', groupId: undefined };
const counted = (meetingId: string): QuotaEvent => ({ type: 'MeetingCounted', data: { ...about, meetingId, heldOn: '2026-03-31' } });
const met: QuotaEvent = { type: 'MeetingQuotaMet', data: { ...about, needed: 1 } };
const missed: QuotaEvent = { type: 'MeetingQuotaMissed', data: { ...about, needed: 1, held: 0, scheduledAt: at } };

describe('ORG-38 the periods', () => {
  it.each([
    ['memberMeeting', '2026-03-31', '2026-Q1', '2026-01-01', '2026-03-31'],
    ['memberMeeting', '2026-04-01', '2026-Q2', '2026-04-01', '2026-06-30'],
    ['lecture', '2026-12-31', '2026-Q4', '2026-10-01', '2026-12-31'],
    ['themeDay', '2024-02-29', '2024-02', '2024-02-01', '2024-02-29'],
    ['committeeMeeting', '2026-12-01', '2026-12', '2026-12-01', '2026-12-31'],
    ['organizationLife', '2026-06-15', '2026', '2026-01-01', '2026-12-31'],
  ] as const)('ORG-38 a %s of %s falls into %s', (kind, date, code, firstOn, lastOn) => expect(periodOf(kind, date)).toEqual({ code, firstOn, lastOn }));
  it('ORG-38 are closed on day 5 of the next month at midnight in Shanghai', () => {
    expect(closesAt('2026-03', 5)).toBe('2026-04-04T16:00:00.000Z');
    expect(closesAt('2026-12', 5)).toBe('2027-01-04T16:00:00.000Z');
    expect(closesAt('2024-02', 1)).toBe('2024-02-29T16:00:00.000Z');
  });
});

describe('ORG-38 a quota', () => {
  it('ORG-38 is met by as many meetings as are owed, each counted once', () => {
    given(quotaDecider).when(count('mtg_1')).then(counted('mtg_1'), met);
    given(quotaDecider, counted('mtg_1'), met).when(count('mtg_1')).then();
    given(quotaDecider, counted('mtg_1'), met).when(count('mtg_2')).then(counted('mtg_2'));
    given(quotaDecider)
      .when(count('mtg_1', { needed: 2 }))
      .then(counted('mtg_1'));
    given(quotaDecider, counted('mtg_1'))
      .when(count('mtg_2', { needed: 2 }))
      .thenTypes('MeetingCounted', 'MeetingQuotaMet');
  });
  it('ORG-38 is missed when its period is closed, to the millisecond, and not when it is met', () => {
    given(quotaDecider).when(close()).then(missed);
    given(quotaDecider)
      .when(close({ at: '2026-04-04T15:59:59.999Z' }))
      .then();
    given(quotaDecider, counted('mtg_1'), met).when(close()).then();
    given(quotaDecider, missed).when(close()).then();
    given(quotaDecider, counted('mtg_1'))
      .when(close({ needed: 2 }))
      .thenTypes('MeetingQuotaMissed');
  });
  it('ORG-38 a late entry reverses the miss', () => {
    given(quotaDecider, missed).when(count('mtg_1')).thenTypes('MeetingCounted', 'MeetingQuotaMissReversed');
    given(quotaDecider, missed)
      .when(count('mtg_1', { needed: 2 }))
      .thenTypes('MeetingCounted');
  });
  it('ORG-38 whatever comes in whatever order, it is met exactly when enough were held', () => {
    const commands: fc.Arbitrary<QuotaCommand> = fc.oneof(
      fc.constantFrom('mtg_1', 'mtg_2', 'mtg_3').map((id) => count(id, { needed: 2 })),
      fc.constant(close({ needed: 2 })),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 12 }), (sequence) => {
        const { decide, evolve, initial } = quotaDecider;
        const after = sequence.reduce((state, command) => decide(state, command).reduce(evolve, state), initial);
        expect(after.status === 'met').toBe(after.facts.length >= 2);
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });
});
