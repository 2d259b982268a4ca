import { systemClock, type Clock } from '@zhitong/eventing';
import { readFileSync } from 'node:fs';
import type { Configuration } from './configuration.ts';

/**
 * The time by which rules go: the machine's, or an ISO instant that a file holds and whoever drives a city through a year writes anew.
 * Records, leases and waits keep the time of the machine. A file that is no instant ends the process: no rule may guess the time.
 */
export function clockOf({ ZT_CLOCK_FILE: file }: Pick<Configuration, 'ZT_CLOCK_FILE'>): Clock {
  return file === undefined ? systemClock : { now: () => new Date(readFileSync(file, 'utf8').trim()).toISOString() };
}
