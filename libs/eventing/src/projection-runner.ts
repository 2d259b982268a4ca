import { backoff } from './backoff.ts';
import { beginning, Checkpoints } from './checkpoints.ts';
import { crashPoint } from './crash-point.ts';
import { parseStream, type RecordedEvent } from './envelope.ts';
import { describe, isOutage } from './failure.ts';
import { ParkedKeys, type ParkedEvent } from './parked-keys.ts';
import type { Batch, Delivered } from './ports/event-transport.port.ts';
import type { Checkpoint, ReadModelStore, RowWrite } from './ports/read-model-store.port.ts';
import type { ProgressNote } from './progress.ts';
import type { AnyProjection, Change, Changes } from './projection.ts';
import { foldRows, type FoldedRows, type Step } from './row-folder.ts';
import { Fenced, type Subscription, type SubscriptionStatus } from './subscription.ts';

export interface ProjectionRunnerOptions {
  readonly projection: AnyProjection;
  /** Build number of the rows this runner fills. */
  readonly build: number;
  readonly store: ReadModelStore;
  readonly env: unknown;
  readonly topicOf: (context: string, category: string) => string;
  readonly now: () => string;
  /** Told after each unit; not during a rebuild. */
  readonly progressed?: (note: ProgressNote) => void;
  /** Channels of rows that changed, with the stream position that changed them. */
  readonly announce?: (channels: readonly string[]) => void;
}

/** Steps of all events at one offset: a unit may end inside them, remembered as `part`. */
interface Work {
  readonly offset: number;
  readonly next: number;
  readonly steps: readonly Step[];
  readonly parked: readonly RowWrite[];
  readonly events: readonly RecordedEvent[];
}

const unitSize = 500;
/** A position that moved this far without work is saved, so that a restart need not read it again. */
const idleSave = 1000;
const tries = 5;

/** Name under which a build keeps its checkpoints and parked keys. */
export const subscriptionName = (projection: Pick<AnyProjection, 'name' | 'version'>, build: number): string =>
  `${projection.name}.v${projection.version}.b${build}`;

/** Fills one build of one projection: folds a batch in memory and stores rows, counters and checkpoint as one unit. */
export class ProjectionRunner implements Subscription {
  readonly kind = 'projection';
  readonly name: string;
  readonly topics: readonly string[];
  readonly #checkpoints: Checkpoints;
  readonly #parked: ParkedKeys;
  #state: SubscriptionStatus['state'] = 'running';
  #lastError: string | undefined;
  #handled = 0;
  #positions: Readonly<Record<string, number>> = {};

  constructor(private readonly options: ProjectionRunnerOptions) {
    const { projection, build, store } = options;
    this.name = subscriptionName(projection, build);
    this.topics = [...new Set(projection.sources.map(({ context, category }) => options.topicOf(context, category)))];
    this.#checkpoints = new Checkpoints(store, this.name);
    this.#parked = new ParkedKeys(store, this.name, options.now);
  }

  async position(topic: string, partition: number): Promise<Checkpoint> {
    return (await this.#checkpoints.of(topic, partition)) ?? beginning(0);
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
    const stored = await this.#checkpoints.of(batch.topic, batch.partition);
    const position = stored ?? beginning(batch.logEpoch);
    const works: Work[] = [];
    for (const messages of byOffset(batch)) {
      const offset = messages[0]?.offset ?? 0;
      const work = offset >= position.offset ? await this.#workOf(batch, offset, messages) : undefined;
      if (work) works.push(work);
    }
    for (const unit of units(works, position.part)) await this.#store(batch, unit);
    const end = { offset: Math.max(batch.nextOffset, position.offset), part: 0, logEpoch: batch.logEpoch };
    if (works.length === 0 && end.offset - (stored?.offset ?? 0) >= idleSave) await this.#commit(batch, idle(end.offset));
    return end;
  }

  /** Undefined when nothing at this offset concerns the projection. */
  async #workOf(batch: Batch, offset: number, messages: readonly Delivered[]): Promise<Work | undefined> {
    const steps: Step[] = [];
    const parked: RowWrite[] = [];
    const events: RecordedEvent[] = [];
    for (const message of messages) {
      if ('malformed' in message) {
        parked.push(await this.#park(batch, offset, null, message.malformed.stream, message.malformed.reason));
        continue;
      }
      const { event } = message;
      const source = this.#sourceOf(event);
      if (!source) continue;
      const { category } = source;
      events.push(event);
      const outcome = (await this.#parked.holds(event.stream)) ? { error: '' } : await this.#changes(source.handler(event.type), event);
      if ('error' in outcome) parked.push(await this.#park(batch, offset, event, event.stream, outcome.error));
      else steps.push(...outcome.changes.map((change) => ({ category, version: event.version, change })));
    }
    return events.length + parked.length === 0 ? undefined : { offset, next: offset + 1, steps, parked, events };
  }

  /** Changes of one event; what fails the same way five times is poison. */
  async #changes(
    handler: ((event: RecordedEvent, env: never) => Changes<unknown> | Promise<Changes<unknown>>) | undefined,
    event: RecordedEvent,
  ): Promise<{ readonly changes: readonly Change<unknown>[] } | { readonly error: string }> {
    if (!handler) return { changes: [] };
    for (let attempt = 1; ; attempt++) {
      try {
        const changes = await handler(event, this.options.env as never);
        return { changes: merged('key' in changes ? [changes] : changes) };
      } catch (error) {
        if (isOutage(error)) throw error;
        if (attempt === tries) return { error: describe(error) };
        await backoff(attempt, { minMs: 5, maxMs: 50 });
      }
    }
  }

  #park(batch: Batch, offset: number, event: RecordedEvent | null, stream: string, error: string): Promise<RowWrite> {
    const { topic, partition } = batch;
    return this.#parked.park({ stream, version: event?.version ?? 0, type: event?.type ?? 'malformed', topic, partition, offset, event, error });
  }

  /** Stores a unit. When a fold in it throws, its events are taken one by one and the one that throws is parked. */
  async #store(batch: Batch, unit: UnitOfWork): Promise<void> {
    try {
      await this.#commit(batch, unit);
    } catch (error) {
      if (isOutage(error)) throw error;
      const [first] = unit.works;
      if (first && unit.works.length === 1) return this.#commit(batch, await this.#poisoned(batch, first, describe(error)));
      const from = await this.#checkpoints.of(batch.topic, batch.partition);
      for (const [index, work] of unit.works.entries()) {
        for (const single of units([work], index === 0 && from?.offset === work.offset ? from.part : 0)) await this.#store(batch, single);
      }
    }
  }

  async #poisoned(batch: Batch, work: Work, error: string): Promise<UnitOfWork> {
    const parked = await Promise.all(work.events.map((event) => this.#park(batch, work.offset, event, event.stream, error)));
    return { steps: [], works: [{ ...work, parked }], end: { offset: work.next, part: 0 } };
  }

  async #commit(batch: Batch, unit: UnitOfWork): Promise<void> {
    const { projection, build, store } = this.options;
    const { topic, partition, logEpoch } = batch;
    crashPoint('project.read');
    for (let attempt = 1; ; attempt++) {
      if (batch.isStale()) throw new Fenced(`${this.name} no longer owns ${topic}/${partition}`);
      const from = await this.#checkpoints.of(topic, partition);
      const to = { ...unit.end, logEpoch };
      const folded = await foldRows(store, projection, build, `${topic}.${partition}`, unit.steps);
      const outcome = await store.commit({
        checkpoint: { subscription: this.name, topic, partition, from, to },
        writes: [...folded.writes, ...unit.works.flatMap(({ parked }) => parked)],
        additions: folded.additions,
      });
      if (outcome === 'committed') return this.#committed(batch, unit, folded, to);
      if (outcome === 'fenced' || attempt === 20) {
        this.forget();
        throw new Fenced(`${this.name} lost ${topic}/${partition} to another owner`);
      }
      await backoff(attempt, { minMs: 5, maxMs: 200 });
    }
  }

  async #committed(batch: Batch, unit: UnitOfWork, folded: FoldedRows, to: Checkpoint): Promise<void> {
    crashPoint('project.written');
    await this.#checkpoints.moved(batch.topic, batch.partition, to);
    crashPoint('project.saved');
    const events = unit.works.flatMap((work) => work.events);
    this.#handled += events.length;
    const { projection, progressed, announce } = this.options;
    if (progressed && events.length > 0 && to.part === 0) {
      progressed({ subscription: projection.name, versions: Object.fromEntries(events.map(({ stream, version }) => [stream, version])) });
    }
    if (announce && projection.announce) announce(channelsOf(projection, folded));
    await batch.heartbeat();
  }

  async again({ event, topic, partition }: ParkedEvent): Promise<{ readonly error?: string }> {
    if (!event) return { error: 'the message was no event' };
    const { projection, build, store } = this.options;
    const outcome = await this.#changes(this.#sourceOf(event)?.handler(event.type), event);
    if ('error' in outcome) return outcome;
    const { category } = parseStream(event.stream);
    const steps = outcome.changes.map((change) => ({ category, version: event.version, change }));
    for (let attempt = 1; attempt <= 20; attempt++) {
      const { writes, additions } = await foldRows(store, projection, build, `${topic}.${partition}`, steps);
      if ((await store.commit({ writes, additions })) === 'committed') return {};
    }
    throw new Fenced(`${this.name} stayed contended`);
  }

  #sourceOf(event: RecordedEvent) {
    const { context, category } = parseStream(event.stream);
    return this.options.projection.sources.find((known) => known.context === context && known.category === category);
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

/** Several changes of one event to one row become one: its version passes the row's guard only once. */
function merged(changes: readonly Change<unknown>[]): readonly Change<unknown>[] {
  const byKey = new Map<string, Change<unknown>>();
  for (const change of changes) {
    const earlier = byKey.get(change.key);
    byKey.set(change.key, earlier ? { key: change.key, fold: (row) => change.fold(earlier.fold(row)) } : change);
  }
  return [...byKey.values()];
}

function byOffset({ messages }: Batch): readonly (readonly Delivered[])[] {
  const groups: Delivered[][] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last?.[0]?.offset === message.offset) last.push(message);
    else groups.push([message]);
  }
  return groups;
}

interface UnitOfWork {
  readonly steps: readonly Step[];
  /** The events it is made of, the last one perhaps only in part. */
  readonly works: readonly Work[];
  /** Where it ends: after an event, or inside one. */
  readonly end: { readonly offset: number; readonly part: number };
}

/** Saves the position only. */
const idle = (offset: number): UnitOfWork => ({ steps: [], works: [], end: { offset, part: 0 } });

/** Cuts the work into units of at most 500 steps; `skip` steps of the first offset were stored before. */
function* units(works: readonly Work[], skip: number): Generator<UnitOfWork> {
  let steps: Step[] = [];
  let taken: Work[] = [];
  for (const [index, work] of works.entries()) {
    let done = index === 0 ? Math.min(skip, work.steps.length) : 0;
    while (work.steps.length - done > unitSize - steps.length) {
      const room = unitSize - steps.length;
      done += room;
      const part: Work = { ...work, parked: [], events: work.events };
      yield { steps: [...steps, ...work.steps.slice(done - room, done)], works: [...taken, part], end: { offset: work.offset, part: done } };
      [steps, taken] = [[], []];
    }
    steps.push(...work.steps.slice(done));
    taken.push(work);
    if (steps.length < unitSize && index < works.length - 1) continue;
    yield { steps, works: taken, end: { offset: work.next, part: 0 } };
    [steps, taken] = [[], []];
  }
}

function channelsOf(projection: AnyProjection, { changed }: FoldedRows): readonly string[] {
  return [...new Set(changed.flatMap(({ key, before, after }) => [before, after].flatMap((row) => (row === null ? [] : (projection.announce?.(row, key) ?? [])))))];
}
