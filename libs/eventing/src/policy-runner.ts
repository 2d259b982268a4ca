import { beginning } from './checkpoints.ts';
import { commitAnew } from './commit-anew.ts';
import { crashPoint } from './crash-point.ts';
import type { RecordedEvent } from './envelope.ts';
import { Rejected } from '@zhitong/kernel';
import { IntentNames } from './intent-names.ts';
import { inLanes } from './lanes.ts';
import { unknownEpoch } from './log-epoch.ts';
import { parkingOf, type ParkedEvent, type Parking } from './parked-keys.ts';
import type { Intent, Intents, Policy } from './policy.ts';
import { orPoison } from './poison.ts';
import type { Batch, Delivered } from './ports/event-transport.port.ts';
import type { Checkpoint, ReadModelStore } from './ports/read-model-store.port.ts';
import type { EventPlace, ReadModelsFirst } from './read-models-first.ts';
import { sourceOf, topicsOf } from './sources.ts';
import { Overtaken } from './stream-handler.ts';
import { StoredSubscription } from './stored-subscription.ts';
import { Fenced, idleSave } from './subscription.ts';

/** Carries one intent out; the name tells it from others of the event on the same stream. */
export type CarryOut = (intent: Intent, origin: { readonly policy: string; readonly event: RecordedEvent; readonly name: string }) => Promise<unknown>;

export interface PolicyRunnerOptions {
  readonly policy: Policy<never>;
  readonly store: ReadModelStore;
  readonly env: unknown;
  readonly topicOf: (context: string, category: string) => string;
  readonly now: () => string;
  readonly carryOut: CarryOut;
  /** Waits for what the policy decides by; not needed by one that reads nothing. */
  readonly readModels?: Pick<ReadModelsFirst, 'have'>;
  /** End of a partition when the policy was born, for `startFrom: 'now'`. */
  readonly endOf: (topic: string, partition: number) => Promise<number>;
}

/** Commands that arrive together share a commit of the log. */
const streamsAtOnce = 32;

/** How far a batch was carried out. */
interface Carried {
  at: number;
  /** It held something for this policy. */
  concerned: boolean;
  readonly parked: Parking[];
}

/**
 * Turns the events of a batch into commands, streams side by side and the events of each in order, then moves its checkpoint: a repeat
 * meets the same command ids.
 */
export class PolicyRunner extends StoredSubscription {
  readonly kind = 'policy';

  constructor(private readonly options: PolicyRunnerOptions) {
    const { policy, store, topicOf, now } = options;
    super(policy.name, topicsOf(policy.sources, topicOf), store, now);
  }

  async position(topic: string, partition: number): Promise<Checkpoint> {
    const known = await this.checkpoints.of(topic, partition);
    if (known) return known;
    if (this.options.policy.startFrom === 'beginning') return beginning(unknownEpoch);
    const born = { ...beginning(unknownEpoch), offset: await this.options.endOf(topic, partition) };
    await this.#save(topic, partition, undefined, born, []);
    return born;
  }

  /** What was done is saved even when the rest fails: a long batch behind one contended stream is not carried out again and again. */
  protected async takeIn(batch: Batch): Promise<Checkpoint> {
    const position = await this.position(batch.topic, batch.partition);
    const { logEpoch } = batch;
    const carried: Carried = { at: position.offset, concerned: false, parked: [] };
    const moveTo = (offset: number) => this.#moveTo(batch, { ...position, offset: Math.max(offset, position.offset), logEpoch }, carried.parked);
    try {
      await this.#handleFrom(batch, position.offset, carried);
    } catch (error) {
      if (carried.concerned && !(error instanceof Fenced)) await moveTo(carried.at);
      throw error;
    }
    const learned = position.offset > 0 && position.logEpoch !== logEpoch;
    if (carried.concerned || learned || batch.nextOffset - position.offset >= idleSave) return moveTo(batch.nextOffset);
    return { offset: Math.max(batch.nextOffset, position.offset), part: 0, logEpoch };
  }

  async #handleFrom(batch: Batch, offset: number, carried: Carried): Promise<void> {
    const mine = batch.messages.filter((message) => message.offset >= offset && this.#concerns(message));
    const undone = new Set(mine);
    carried.concerned = mine.length > 0;
    try {
      await inLanes(Map.groupBy(mine, streamOf).values(), streamsAtOnce, async (message) => {
        if (batch.isStale()) throw new Fenced(`${this.name} no longer owns ${batch.topic}/${batch.partition}`);
        await this.#handle(batch, message, carried.parked);
        undone.delete(message);
      });
    } finally {
      const [first] = undone;
      carried.at = first?.offset ?? batch.nextOffset;
    }
  }

  async #moveTo({ topic, partition }: Batch, to: Checkpoint, parked: readonly Parking[]): Promise<Checkpoint> {
    const from = await this.checkpoints.of(topic, partition);
    const before = parked.filter(({ offset }) => offset < to.offset);
    if (to.offset > (from?.offset ?? 0)) await this.#save(topic, partition, from, to, before);
    return to;
  }

  #concerns(message: Delivered): boolean {
    const { sources } = this.options.policy;
    if ('malformed' in message) return sourceOf(sources, message.malformed.stream) !== undefined;
    return this.#handlerOf(message.event) !== undefined;
  }

  async #handle(batch: Batch, message: Delivered, parked: Parking[]): Promise<void> {
    const { stream, error } =
      'malformed' in message
        ? { ...message.malformed, error: message.malformed.reason }
        : await this.#outcomeOf(message.event, { ...batch, offset: message.offset }, parked);
    if (error !== undefined) {
      const parking = parkingOf(batch, message, error);
      if (error !== '') this.parked.failed(stream, parking.type);
      parked.push(parking);
    }
    this.health.handled += 1;
    await batch.heartbeat();
  }

  async #outcomeOf(
    event: RecordedEvent,
    place: EventPlace,
    parked: readonly Parking[],
  ): Promise<{ readonly stream: string; readonly error: string | undefined }> {
    const { stream } = event;
    const waits = parked.some((parking) => parking.stream === stream) || (await this.parked.holds(stream));
    return { stream, error: waits ? '' : await this.#react(event, place) };
  }

  #handlerOf(event: RecordedEvent) {
    const source = sourceOf(this.options.policy.sources, event.stream);
    return source === 'unknown' ? undefined : source?.handler(event.type);
  }

  /** Undefined when done; the error when the event is poison for this policy. */
  async #react(event: RecordedEvent, place: EventPlace): Promise<string | undefined> {
    const { policy, readModels } = this.options;
    await readModels?.have(policy.reads ?? [], event, place);
    crashPoint('policy.read');
    const outcome = await orPoison(() => this.#carryOut(event));
    if ('error' in outcome) return outcome.error;
    crashPoint('policy.commanded');
    return undefined;
  }

  async #carryOut(event: RecordedEvent): Promise<void> {
    const { policy, env, carryOut } = this.options;
    const handler = this.#handlerOf(event);
    if (!handler) return;
    const intents: Intents = await handler(event, env as never);
    const names = new IntentNames();
    for await (const intent of intents) {
      await carryOut(intent, { policy: policy.name, event, name: names.of(intent) }).catch(expected(policy.expects));
    }
  }

  async #save(topic: string, partition: number, from: Checkpoint | undefined, to: Checkpoint, parked: readonly Parking[]): Promise<void> {
    const checkpoint = { subscription: this.name, topic, partition, from, to };
    const unit = async () => ({ checkpoint, writes: await this.parked.writes(parked) });
    await commitAnew(this.options.store, `${this.name} at ${topic}/${partition}`, unit);
    await this.checkpoints.moved(topic, partition, to);
    await this.parked.parked(parked);
    crashPoint('policy.saved');
  }

  async again(parked: ParkedEvent): Promise<{ readonly error?: string }> {
    if (!parked.event) return { error: 'the message was no event' };
    const error = await this.#react(parked.event, parked);
    if (error !== undefined) return { error };
    const unit = async () => ({ writes: [await this.parked.release(parked)] });
    await commitAnew(this.options.store, `${this.name} at ${parked.stream}`, unit);
    return {};
  }
}

const streamOf = (message: Delivered): string => ('malformed' in message ? message.malformed.stream : message.event.stream);

/** A refusal that the policy counts as an answer; a race that was lost is none, whatever its code. */
export const expected =
  (codes: readonly string[]) =>
  (error: unknown): void => {
    if (!(error instanceof Rejected && codes.includes(error.code)) || error instanceof Overtaken) throw error;
  };
