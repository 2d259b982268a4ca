import { backoff } from './backoff.ts';
import { beginning, Checkpoints } from './checkpoints.ts';
import { crashPoint } from './crash-point.ts';
import { parseStream, type RecordedEvent } from './envelope.ts';
import { describe, isOutage } from './failure.ts';
import { Rejected } from '@zhitong/kernel';
import { ParkedKeys, type ParkedEvent } from './parked-keys.ts';
import type { Intent, Intents, Policy } from './policy.ts';
import type { Batch } from './ports/event-transport.port.ts';
import type { Checkpoint, ReadModelStore, RowWrite } from './ports/read-model-store.port.ts';
import { Fenced, type Subscription, type SubscriptionStatus } from './subscription.ts';

/** Carries one intent out; the ordinal counts the intents of one event. */
export type CarryOut = (intent: Intent, origin: { readonly policy: string; readonly event: RecordedEvent; readonly ordinal: number }) => Promise<unknown>;

export interface PolicyRunnerOptions {
  readonly policy: Policy<never>;
  readonly store: ReadModelStore;
  readonly env: unknown;
  readonly topicOf: (context: string, category: string) => string;
  readonly now: () => string;
  readonly carryOut: CarryOut;
  /** End of a partition when the policy was born, for `startFrom: 'now'`. */
  readonly endOf: (topic: string, partition: number) => Promise<number>;
}

const tries = 5;

/** Turns the events of a batch into commands, one after the other, then moves its checkpoint: a repeat meets the same command ids. */
export class PolicyRunner implements Subscription {
  readonly kind = 'policy';
  readonly name: string;
  readonly topics: readonly string[];
  readonly #checkpoints: Checkpoints;
  readonly #parked: ParkedKeys;
  #state: SubscriptionStatus['state'] = 'running';
  #lastError: string | undefined;
  #handled = 0;
  #positions: Readonly<Record<string, number>> = {};

  constructor(private readonly options: PolicyRunnerOptions) {
    const { policy, store, topicOf, now } = options;
    this.name = policy.name;
    this.topics = [...new Set(policy.sources.map(({ context, category }) => topicOf(context, category)))];
    this.#checkpoints = new Checkpoints(store, this.name);
    this.#parked = new ParkedKeys(store, this.name, now);
  }

  async position(topic: string, partition: number): Promise<Checkpoint> {
    const known = await this.#checkpoints.of(topic, partition);
    if (known) return known;
    if (this.options.policy.startFrom === 'beginning') return beginning(0);
    const born = { ...beginning(0), offset: await this.options.endOf(topic, partition) };
    await this.#save(topic, partition, undefined, born, []);
    return born;
  }

  async take(batch: Batch): Promise<Checkpoint> {
    try {
      const position = await this.#take(batch);
      this.#state = 'running';
      this.#positions = await this.#checkpoints.positions();
      return position;
    } catch (error) {
      this.#state = error instanceof Error && error.name === 'SubscriptionPaused' ? 'paused' : 'failing';
      this.#lastError = describe(error);
      throw error;
    }
  }

  async #take(batch: Batch): Promise<Checkpoint> {
    const { topic, partition } = batch;
    const from = await this.#checkpoints.of(topic, partition);
    const position = from ?? (await this.position(topic, partition));
    const parked: RowWrite[] = [];
    let mine = 0;
    for (const message of batch.messages) {
      if (message.offset < position.offset) continue;
      if (batch.isStale()) throw new Fenced(`${this.name} no longer owns ${topic}/${partition}`);
      if ('malformed' in message) continue;
      const { event, offset } = message;
      const source = this.#sourceOf(event);
      if (!source?.handler(event.type)) continue;
      mine++;
      const error = (await this.#parked.holds(event.stream)) ? '' : await this.#react(event);
      if (error !== undefined) {
        parked.push(await this.#parked.park({ stream: event.stream, version: event.version, type: event.type, topic, partition, offset, event, error }));
      }
      this.#handled++;
      await batch.heartbeat();
    }
    const to = { offset: Math.max(batch.nextOffset, position.offset), part: 0, logEpoch: batch.logEpoch };
    if (mine > 0) await this.#save(topic, partition, await this.#checkpoints.of(topic, partition), to, parked);
    return to;
  }

  #sourceOf(event: RecordedEvent) {
    const { context, category } = parseStream(event.stream);
    return this.options.policy.sources.find((known) => known.context === context && known.category === category);
  }

  /** Undefined when done; the error when the event is poison for this policy. */
  async #react(event: RecordedEvent): Promise<string | undefined> {
    crashPoint('policy.read');
    for (let attempt = 1; ; attempt++) {
      try {
        await this.#carryOut(event);
        crashPoint('policy.commanded');
        return undefined;
      } catch (error) {
        if (isOutage(error)) throw error;
        if (attempt === tries) return describe(error);
        await backoff(attempt, { minMs: 5, maxMs: 50 });
      }
    }
  }

  async #carryOut(event: RecordedEvent): Promise<void> {
    const { policy, env, carryOut } = this.options;
    const handler = this.#sourceOf(event)?.handler(event.type);
    if (!handler) return;
    const intents: Intents = await handler(event, env as never);
    let ordinal = 0;
    for await (const intent of intents) {
      await carryOut(intent, { policy: policy.name, event, ordinal: ordinal++ }).catch(expected(policy.expects));
    }
  }

  async #save(topic: string, partition: number, from: Checkpoint | undefined, to: Checkpoint, writes: readonly RowWrite[]): Promise<void> {
    const outcome = await this.options.store.commit({ checkpoint: { subscription: this.name, topic, partition, from, to }, writes });
    if (outcome !== 'committed') {
      this.forget();
      throw new Fenced(`${this.name} lost ${topic}/${partition} to another owner`);
    }
    await this.#checkpoints.moved(topic, partition, to);
    crashPoint('policy.saved');
  }

  async again({ event }: ParkedEvent): Promise<{ readonly error?: string }> {
    if (!event) return { error: 'the message was no event' };
    const error = await this.#react(event);
    return error === undefined ? {} : { error };
  }

  forget(): void {
    this.#checkpoints.forget();
    this.#parked.forget();
  }

  status(): SubscriptionStatus {
    const { name, kind } = this;
    return {
      name,
      kind,
      state: this.#state,
      handled: this.#handled,
      positions: this.#positions,
      ...(this.#lastError === undefined ? {} : { lastError: this.#lastError }),
    };
  }
}

/** A refusal that the policy counts as an answer. */
export const expected =
  (codes: readonly string[]) =>
  (error: unknown): void => {
    if (!(error instanceof Rejected && codes.includes(error.code))) throw error;
  };
