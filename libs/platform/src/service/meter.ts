import { operations } from '@zhitong/catalogue';
import type { RecordedEvent } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { SealBroken } from '../content/key-service.port.ts';
import { asRejected } from '../http/as-rejected.ts';
import { statusOf } from '../http/refusals.ts';
import type { Metrics } from '../telemetry/metrics.ts';

const kinds = new Map(operations.map(({ name, kind }) => [name, kind]));

/** Measures one service. */
export class Meter {
  readonly #startedAt = performance.now();
  #readyAfterMs: number | undefined;
  #firstBad: number | undefined;

  constructor(
    private readonly context: string,
    private readonly metrics: Metrics,
    private readonly now: () => string,
  ) {}

  /** How long a use case took and what came of it. */
  async call<Result>(operation: string, work: () => Promise<Result>): Promise<Result> {
    const begun = performance.now();
    let outcome = 'done';
    try {
      return await work();
    } catch (error) {
      outcome = outcomeOf(error);
      if (error instanceof SealBroken) this.metrics.broken.add({ context: this.context, operation });
      throw error;
    } finally {
      const kind = kinds.get(operation);
      if (kind) this.metrics.calls.observe({ context: this.context, kind, operation, outcome }, (performance.now() - begun) / 1000);
    }
  }

  stored(projection: string, events: readonly RecordedEvent[], quiet: boolean): void {
    const { context } = this;
    if (quiet) return this.metrics.rebuilt.add({ context, projection }, events.length);
    this.metrics.stored(context, projection, events, this.now());
  }

  /** Said as often as it is found to be so; the first time counts. */
  ready(): void {
    this.#readyAfterMs ??= performance.now() - this.#startedAt;
  }

  /** Undefined until the service was ready once. */
  get readyAfterMs(): number | undefined {
    return this.#readyAfterMs;
  }

  /** Of the last verification: the first record that did not fit, 0 when all did; undefined before one. */
  get firstBad(): number | undefined {
    return this.#firstBad;
  }

  /** The audit chain was walked. */
  verified(records: number, firstBad: number | null, ms: number): void {
    const { context } = this;
    this.#firstBad = firstBad ?? 0;
    this.metrics.verified.add({ context }, records);
    this.metrics.verifying.add({ context }, ms / 1000);
  }
}

/** A refusal is an answer; what passes by itself is an outage; anything else is a fault of ours. */
function outcomeOf(error: unknown): 'refused' | 'unavailable' | 'failed' {
  const refusal = asRejected(error);
  if (!refusal) return 'failed';
  return refusal instanceof Rejected && statusOf(refusal.code).http >= 500 ? 'unavailable' : 'refused';
}
