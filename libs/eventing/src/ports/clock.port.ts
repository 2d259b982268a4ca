/** The only source of time outside the domain. */
export interface Clock {
  /** ISO instant with milliseconds, UTC. */
  now(): string;
}

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
