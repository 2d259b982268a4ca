import { addDays, instantMs, shanghaiDate, startOfDay } from '@zhitong/kernel';

/** `08:30` of a day, Shanghai time. */
const instantOn = (date: string, time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(instantMs(startOfDay(date)) + (hours * 60 + minutes) * 60_000).toISOString();
};

/** The first digest strictly after an instant (LINK-22). */
export function nextDigestAt(at: string, time: string): string {
  const today = instantOn(shanghaiDate(at), time);
  return today > at ? today : instantOn(addDays(shanghaiDate(at), 1), time);
}

/** The day of the newest digest that was due at an instant: in the small hours that of yesterday. */
export function lastDigestOn(at: string, time: string): string {
  const today = shanghaiDate(at);
  return instantOn(today, time) <= at ? today : addDays(today, -1);
}
