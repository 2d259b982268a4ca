import { clockFile, type ClockFile } from '@zhitong/year/clock-file.ts';

export interface PassingClock extends ClockFile {
  stop(): void;
}

/** A subject is vouched for during a minute: calls on a busy machine take seconds. */
const everyMs = 5_000;
const minuteMs = 60_000;
/** From the morning to the evening. */
const mostMinutes = 12 * 60;

/** A minute goes by in the city every five seconds, until the evening: what is due during a day comes due. */
export function passingClock(file: string, instant: string): PassingClock {
  const clock = clockFile(file, instant);
  let [morning, minutes] = [Date.parse(instant), 0];
  const timer = setInterval(() => {
    minutes = Math.min(mostMinutes, minutes + 1);
    clock.moveTo(new Date(morning + minutes * minuteMs).toISOString());
  }, everyMs);
  return {
    file,
    moveTo(to) {
      [morning, minutes] = [Date.parse(to), 0];
      clock.moveTo(to);
    },
    stop: () => clearInterval(timer),
  };
}
