import { backoff } from './backoff.ts';
import { beginning, Checkpoints } from './checkpoints.ts';
import { crashPoint } from './crash-point.ts';
import type { RecordedEvent } from './envelope.ts';
import { describe, isOutage } from './failure.ts';
import { Rejected } from '@zhitong/kernel';
import { Health } from './health.ts';
import { epochAfter, unknownEpoch } from './log-epoch.ts';
import { ParkedKeys, parkingOf, type ParkedEvent, type Parking } from './parked-keys.ts';
import type { Intent, Intents, Policy } from './policy.ts';
import type { Batch, Delivered } from './ports/event-transport.port.ts';
import type { Checkpoint, ReadModelStore } from './ports/read-model-store.port.ts';
import { sourceOf, topicsOf } from './sources.ts';
import { Fenced, idleSave, type Subscription, type SubscriptionStatus } from './subscription.ts';

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
  readonly #health = new Health();
  #positions: Readonly<Record<string, number>> = {};

  constructor(private readonly options: PolicyRunnerOptions) {
    const { policy, store, topicOf, now } = options;
    this.name = policy.name;
    this.topics = topicsOf(policy.sources, topicOf);
    this.#checkpoints = new Checkpoints(store, this.name);
    this.#parked = new ParkedKeys(store, this.name, now);
  }

  async position(topic: string, partition: number): Promise<Checkpoint> {
    const known = await this.#checkpoints.of(topic, partition);
    if (known) return known;
    if (this.options.policy.startFrom === 'beginning') return beginning(unknownEpoch);
    const born = { ...beginning(unknownEpoch), offset: await this.options.endOf(topic, partition) };
    await this.#save(topic, partition, undefined, born, []);
    return born;
  }

  take(batch: Batch): Promise<Checkpoint> {
    return this.#health.track(async () => {
      try {
        const position = await this.#take(batch);
        this.#positions = await this.#checkpoints.positions();
        return position;
      } catch (error) {
        this.forget(); // whether the last unit was stored is unknown
        throw error;
      }
    });
  }

  /** What was done is saved even when the rest fails: a long batch behind one contended stream is not carried out again and again. */
  async #take(batch: Batch): Promise<Checkpoint> {
    const { topic, partition } = batch;
    const position = await this.position(topic, partition);
    const logEpoch = epochAfter(this.name, position, batch);
    const learned = position.offset > 0 && position.logEpoch !== logEpoch;
    const parked: Parking[] = [];
    const moveTo = async (offset: number) => {
      const to = { offset: Math.max(offset, position.offset), part: 0, logEpoch };
      const moved = to.offset > position.offset;
      if (moved)
        await this.#save(
          topic,
          partition,
          await this.#checkpoints.of(topic, partition),
          to,
          parked.filter((parking) => parking.offset < to.offset),
        );
      return to;
    };
    let mine = false;
    let at = position.offset;
    try {
      for (const message of batch.messages) {
        if (message.offset < position.offset) continue;
        at = message.offset;
        if (batch.isStale()) throw new Fenced(`${this.name} no longer owns ${topic}/${partition}`);
        if (!this.#concerns(message)) continue;
        mine = true;
        await this.#handle(batch, message, parked);
      }
    } catch (error) {
      if (mine && !(error instanceof Fenced)) await moveTo(at);
      throw error;
    }
    if (mine || learned || batch.nextOffset - position.offset >= idleSave) return moveTo(batch.nextOffset);
    return { offset: Math.max(batch.nextOffset, position.offset), part: 0, logEpoch };
  }

  #concerns(message: Delivered): boolean {
    const { sources } = this.options.policy;
    if ('malformed' in message) return sourceOf(sources, message.malformed.stream) !== undefined;
    return this.#handlerOf(message.event) !== undefined;
  }

  async #handle(batch: Batch, message: Delivered, parked: Parking[]): Promise<void> {
    const { stream, error } = 'malformed' in message ? { ...message.malformed, error: message.malformed.reason } : await this.#outcomeOf(message.event, parked);
    if (error !== undefined) {
      const parking = parkingOf(batch, message, error);
      if (error !== '') this.#parked.failed(stream, parking.type);
      parked.push(parking);
    }
    this.#health.handled += 1;
    await batch.heartbeat();
  }

  async #outcomeOf(event: RecordedEvent, parked: readonly Parking[]): Promise<{ readonly stream: string; readonly error: string | undefined }> {
    const { stream } = event;
    const waits = parked.some((parking) => parking.stream === stream) || (await this.#parked.holds(stream));
    return { stream, error: waits ? '' : await this.#react(event) };
  }

  #handlerOf(event: RecordedEvent) {
    const source = sourceOf(this.options.policy.sources, event.stream);
    return source === 'unknown' ? undefined : source?.handler(event.type);
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
    const handler = this.#handlerOf(event);
    if (!handler) return;
    const intents: Intents = await handler(event, env as never);
    let ordinal = 0;
    for await (const intent of intents) {
      await carryOut(intent, { policy: policy.name, event, ordinal: ordinal++ }).catch(expected(policy.expects));
    }
  }

  async #save(topic: string, partition: number, from: Checkpoint | undefined, to: Checkpoint, parked: readonly Parking[]): Promise<void> {
    const checkpoint = { subscription: this.name, topic, partition, from, to };
    const outcome = await this.options.store.commit({ checkpoint, writes: await this.#parked.writes(parked) });
    if (outcome !== 'committed') throw new Fenced(`${this.name} lost ${topic}/${partition} to another owner`);
    await this.#checkpoints.moved(topic, partition, to);
    await this.#parked.parked(parked);
    crashPoint('policy.saved');
  }

  async again(parked: ParkedEvent): Promise<{ readonly error?: string }> {
    if (!parked.event) return { error: 'the message was no event' };
    const error = await this.#react(parked.event);
    if (error !== undefined) return { error };
    const outcome = await this.options.store.commit({ writes: [await this.#parked.release(parked)] });
    if (outcome !== 'committed') throw new Fenced(`${this.name}: somebody else redrives ${parked.stream}`);
    return {};
  }

  forget(): void {
    this.#checkpoints.forget();
    this.#parked.forget();
  }

  resume(): void {
    this.#health.resume();
    this.#parked.resume();
  }

  status(): SubscriptionStatus {
    const { name, kind } = this;
    return { name, kind, ...this.#health.report, positions: this.#positions };
  }
}

/** A refusal that the policy counts as an answer. */
export const expected =
  (codes: readonly string[]) =>
  (error: unknown): void => {
    if (!(error instanceof Rejected && codes.includes(error.code))) throw error;
  };
