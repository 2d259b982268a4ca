import { describe, expect, it } from '@jest/globals';
import { dutyStateOf, type DutyOf } from './yearly-duty.ts';

const duty: DutyOf = { year: '2026', needed: 1, done: 0, wholeYear: true, today: '2027-01-01' };

describe('duties of a year', () => {
  it.each([
    ['open on the last day', { today: '2026-12-31' }, 'open'],
    ['missed from the next day on', {}, 'missed'],
    ['met by one', { done: 1 }, 'met'],
    ['met by one while the year runs', { done: 1, today: '2026-06-01' }, 'met'],
    ['not met by one of two', { needed: 2, done: 1 }, 'missed'],
    ['met by two of two', { needed: 2, done: 2 }, 'met'],
    ['not owed for a year that was not full', { wholeYear: false }, null],
    ['open all the same while that year runs', { wholeYear: false, today: '2026-12-31' }, 'open'],
    ['not owed where none is asked for', { needed: 0, today: '2026-06-01' }, null],
  ] as const)('ORG-41 ORG-43 %s', (_what, fields, state) => expect(dutyStateOf({ ...duty, ...fields })).toBe(state));
});
