import { expect, it } from '@jest/globals';
import { workdayClock } from './request-clock.ts';

it('LINK-16 a clock counts the working days of the calendar, down to the day itself and below', () => {
  const clock = (at: string, calendar: readonly string[] = []) => workdayClock('2026-03-02T02:00:00.000Z', '2026-03-16T15:59:59.999Z', at, calendar);
  expect(clock('2026-03-02T03:00:00.000Z')).toMatchObject({ workdays: 10, workdaysLeft: 10 });
  expect(clock('2026-03-06T16:00:00.000Z')).toMatchObject({ workdays: 10, workdaysLeft: 6 });
  expect(clock('2026-03-16T15:59:59.999Z')).toMatchObject({ workdaysLeft: 0 });
  expect(clock('2026-03-18T02:00:00.000Z')).toMatchObject({ workdaysLeft: -2 });
  expect(clock('2026-03-02T03:00:00.000Z', ['2026-03-05=off', '2026-03-07=on', '2026-03-08=on'])).toMatchObject({ workdays: 11, workdaysLeft: 11 });
});
