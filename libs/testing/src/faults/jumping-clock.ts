import type { Clock } from '@zhitong/eventing';

/** The clock of the machine as a test pretends that somebody has set it; the machine's own is never touched. */
export class JumpingClock implements Clock {
  #offsetMs = 0;

  now(): string {
    return new Date(Date.now() + this.#offsetMs).toISOString();
  }

  /** Forward, or back with a negative number. */
  jump(ms: number): void {
    this.#offsetMs += ms;
  }
}
