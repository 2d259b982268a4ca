import { addDays, instantMs, shanghaiDate, startOfDay } from '@zhitong/kernel';

/** When a person wants the digest, and when to be left alone: `HH:MM`, Shanghai time. A quiet time may reach over midnight. */
export interface DigestTimes {
  readonly time: string;
  readonly quietFrom: string;
  readonly quietUntil: string;
}

/** `08:30` of a day, Shanghai time. */
const instantOn = (date: string, time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(instantMs(startOfDay(date)) + (hours * 60 + minutes) * 60_000).toISOString();
};

/** What the clock on the wall says at an instant. */
export const timeOfDay = (at: string): string => new Date(instantMs(at) - instantMs(startOfDay(shanghaiDate(at)))).toISOString().slice(11, 16);

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

/** From the first minute to the last before the end; both ends equal: never. */
export const isQuiet = ({ quietFrom, quietUntil }: DigestTimes, time: string): boolean =>
  quietFrom <= quietUntil ? quietFrom <= time && time < quietUntil : time >= quietFrom || time < quietUntil;

/** Times of the day at which this person may be told: the own one, and when that is quiet also the end of it, for what was not urgent. */
export const roundsOf = (times: DigestTimes): readonly string[] => (isQuiet(times, times.time) ? [times.time, times.quietUntil] : [times.time]);
