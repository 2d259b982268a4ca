import type { RecordedEvent } from './envelope.ts';
import type { FoldFailures } from './fold-failures.ts';
import { parkingOf, type ParkedKeys, type Parking } from './parked-keys.ts';
import { orPoison, type Poison } from './poison.ts';
import type { Batch, Delivered } from './ports/event-transport.port.ts';
import type { AnyProjection, Change } from './projection.ts';
import type { Step } from './row-folder.ts';
import { sourceOf } from './sources.ts';
import type { Work } from './unit-of-work.ts';

/** What a message comes to: steps to take, or an error to park it with (empty behind another). */
type Outcome = Poison | { readonly event: RecordedEvent; readonly steps: readonly Step[] };

/** Finds out what messages come to for a projection. */
export class ProjectedWork {
  constructor(
    private readonly projection: AnyProjection,
    private readonly env: unknown,
    private readonly parked: ParkedKeys,
  ) {}

  /** What the part of a batch that was not yet taken in comes to, offset by offset. What concerns nobody is left out. */
  async of(batch: Batch, from: number, failures: FoldFailures): Promise<readonly Work[]> {
    const works: Work[] = [];
    const stopped = new Set<string>();
    const concerning = batch.messages.filter((message) => message.offset >= from && this.#concerns(message));
    for (const messages of byOffset(concerning)) works.push(await this.#at(batch, messages, stopped, failures));
    return works;
  }

  /** Those of events before the checkpoint that were taken in: they concern the projection, and their stream does not wait parked. */
  async takenOf(events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
    const taken: RecordedEvent[] = [];
    for (const event of events) if (this.#follows(event) && !(await this.parked.holds(event.stream))) taken.push(event);
    return taken;
  }

  /** Bytes that are no event may be anybody's when their stream cannot be read. */
  #concerns(message: Delivered): boolean {
    return 'event' in message ? this.#follows(message.event) : sourceOf(this.projection.sources, message.malformed.stream) !== undefined;
  }

  #follows({ stream }: RecordedEvent): boolean {
    const source = sourceOf(this.projection.sources, stream);
    return source !== undefined && source !== 'unknown';
  }

  /** What one event comes to, whatever is parked. */
  async ofEvent(event: RecordedEvent): Promise<Outcome> {
    const source = sourceOf(this.projection.sources, event.stream);
    if (!source || source === 'unknown') return { error: `${this.projection.name} does not follow ${event.stream}` };
    const handler = source.handler(event.type);
    if (!handler) return { event, steps: [] };
    const outcome = await orPoison(() => handler(event, this.env as never));
    if ('error' in outcome) return outcome;
    const changes = 'key' in outcome.done ? [outcome.done] : outcome.done;
    const { stream, version } = event;
    return { event, steps: merged(changes).map((change) => ({ stream, category: source.category, version, change })) };
  }

  async #at(batch: Batch, messages: readonly Delivered[], stopped: Set<string>, failures: FoldFailures): Promise<Work> {
    const steps: Step[] = [];
    const parked: Parking[] = [];
    const events: RecordedEvent[] = [];
    for (const message of messages) {
      const outcome = await this.#outcomeOf(message, stopped, failures);
      if ('error' in outcome) {
        const parking = parkingOf(batch, message, outcome.error);
        if (parking.error !== '') this.parked.failed(parking.stream, parking.type);
        parked.push(parking);
        stopped.add(parking.stream);
      } else {
        events.push(outcome.event);
        steps.push(...outcome.steps);
      }
    }
    return { offset: messages[0]?.offset ?? batch.firstOffset, steps, parked, events };
  }

  async #outcomeOf(message: Delivered, stopped: ReadonlySet<string>, failures: FoldFailures): Promise<Outcome> {
    if ('malformed' in message) return { error: message.malformed.reason };
    const { stream } = message.event;
    if (stopped.has(stream) || (await this.parked.holds(stream))) return { error: '' };
    return failures.of(message.event) ?? this.ofEvent(message.event);
  }
}

/** Several changes of one event to one row become one: its version passes the row's guard only once. */
function merged(changes: readonly Change<unknown>[]): readonly Change<unknown>[] {
  const byKey = new Map<string, Change<unknown>>();
  for (const change of changes) {
    const earlier = byKey.get(change.key);
    byKey.set(change.key, earlier ? { key: change.key, fold: (row) => change.fold(earlier.fold(row)) } : change);
  }
  return [...byKey.values()];
}

function byOffset(messages: readonly Delivered[]): readonly (readonly Delivered[])[] {
  const groups: Delivered[][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last?.[0]?.offset === message.offset) last.push(message);
    else groups.push([message]);
  }
  return groups;
}
