/** The only source of time outside the domain. */
export interface Clock {
  /** ISO instant with milliseconds, UTC. */
  now(): string;
}
