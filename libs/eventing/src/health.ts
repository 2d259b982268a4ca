import { describe } from './failure.ts';
import { SubscriptionPaused, type SubscriptionStatus } from './subscription.ts';

/** How a subscription is doing. A pause lasts until an operator ends it, or the process that was mended starts anew. */
export class Health {
  handled = 0;
  #state: SubscriptionStatus['state'] = 'running';
  #lastError: string | undefined;
  #epochMismatch = false;

  /** Does a piece of work and remembers how it went. @throws {SubscriptionPaused} at once while paused. */
  async track<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#state === 'paused') throw new SubscriptionPaused(this.#lastError);
    try {
      const result = await work();
      this.#state = 'running';
      return result;
    } catch (error) {
      if (error instanceof SubscriptionPaused) this.pause(error);
      else this.#state = 'failing';
      this.#lastError = describe(error);
      throw error;
    }
  }

  pause(reason: SubscriptionPaused): void {
    this.#state = 'paused';
    this.#lastError = describe(reason);
    this.#epochMismatch = reason.name === 'EpochMismatch';
  }

  resume(): void {
    this.#state = 'running';
    this.#epochMismatch = false;
  }

  get report(): Pick<SubscriptionStatus, 'state' | 'handled' | 'lastError' | 'epochMismatch'> {
    return {
      state: this.#state,
      handled: this.handled,
      ...(this.#lastError === undefined ? {} : { lastError: this.#lastError }),
      ...(this.#epochMismatch ? { epochMismatch: true } : {}),
    };
  }
}
