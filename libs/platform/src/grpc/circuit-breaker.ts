import { Rejected } from '@zhitong/kernel';

export interface BreakerOptions {
  /** Failures in a row that open it. */
  readonly failures: number;
  /** How long it stays open before one call may try. */
  readonly openMs: number;
  /** Monotonic milliseconds. */
  readonly elapsed: () => number;
}
export const usualBreaker: BreakerOptions = { failures: 5, openMs: 2_000, elapsed: () => performance.now() };

/** Spares callers the wait for a service that is gone: open after some failures in a row, then one call at a time may try. */
export class CircuitBreaker {
  #failures = 0;
  #openedAt: number | undefined;
  #trying = false;

  constructor(
    private readonly service: string,
    private readonly options: BreakerOptions = usualBreaker,
  ) {}

  get open(): boolean {
    return this.#openedAt !== undefined;
  }

  /** `isOutage` tells a service that is gone from one that refuses. @throws {Rejected} `SERVICE_UNAVAILABLE` while open. */
  async run<Answer>(attempt: () => Promise<Answer>, isOutage: (error: unknown) => boolean): Promise<Answer> {
    const probe = this.#enter();
    try {
      const answer = await attempt();
      this.#close();
      return answer;
    } catch (error) {
      if (isOutage(error)) this.#failed();
      else this.#close();
      throw error;
    } finally {
      if (probe) this.#trying = false;
    }
  }

  /** True when this call is the one that tries. */
  #enter(): boolean {
    if (this.#openedAt === undefined) return false;
    const rested = this.options.elapsed() - this.#openedAt >= this.options.openMs;
    if (!rested || this.#trying) throw new Rejected('SERVICE_UNAVAILABLE', `The service ${this.service} does not answer.`, { service: this.service });
    this.#trying = true;
    return true;
  }

  #failed(): void {
    this.#failures += 1;
    if (this.#openedAt !== undefined || this.#failures >= this.options.failures) this.#openedAt = this.options.elapsed();
  }

  #close(): void {
    this.#failures = 0;
    this.#openedAt = undefined;
  }
}
