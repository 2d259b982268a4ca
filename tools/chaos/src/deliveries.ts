import { between } from '@zhitong/testing/faults/random.ts';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Ledger } from './ledger.ts';
import type { Bench } from './row.ts';
import type { Site } from './site.ts';
import { add, reached, type Answer } from './subject/client.ts';
import { startReplica, type Replica } from './subject/replica.ts';

const pauseMs = { min: 20, max: 80 };

/** A service whose writers wait until policy and projection have what they have written before they write on, and how long they waited. */
export class Deliveries {
  readonly ledger = new Ledger();
  /** In ms, in the order of their end. */
  readonly took: number[] = [];
  #stopping = false;
  readonly #writers: Promise<unknown>;

  private constructor(
    readonly site: Site,
    readonly replica: Replica,
    random: () => number,
    writers: number,
  ) {
    this.#writers = Promise.all(Array.from({ length: writers }, (_, writer) => this.#write(`own${String(writer)}`, random)));
    this.#writers.catch(() => undefined); // told to whoever stops them
  }

  static async start({ random }: Bench, site: Site, writers: number): Promise<Deliveries> {
    return new Deliveries(site, await startReplica(site), random, writers);
  }

  /** @throws what a writer has ended of. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#writers;
  }

  /** Hands something over that is to have its receipt. @throws when it gets none. */
  async hand(give: typeof add, id: string, amount: number): Promise<Extract<Answer, { kind: 'receipt' }>> {
    const commandId = randomUUID();
    this.ledger.sending(commandId, amount);
    const answer = await give(this.replica.door, { commandId, id, amount });
    if (answer.kind !== 'receipt') throw new Error(`${id} was answered ${answer.code}`);
    this.ledger.answered(commandId, answer);
    return answer;
  }

  async #write(id: string, random: () => number): Promise<void> {
    while (!this.#stopping) {
      const { stream, version } = await this.hand(add, id, 1);
      const acknowledged = performance.now();
      // Each commit of two events has one echo: it has gone through the policy, and both through the projection.
      await reached(this.replica.door, { stream: stream.replace('.tally-', '.echo-'), version: version / 2 });
      this.took.push(performance.now() - acknowledged);
      await wait(between(random, pauseMs.min, pauseMs.max));
    }
  }
}

/** What all but a hundredth of some stayed within. */
export const p99 = (all: readonly number[]): number => all.toSorted((one, other) => one - other)[Math.ceil(all.length * 0.99) - 1] ?? 0;
