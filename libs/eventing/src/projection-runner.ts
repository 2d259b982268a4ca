import { instantMs } from '@zhitong/kernel';
import { beginning } from './checkpoints.ts';
import { commitAnew } from './commit-anew.ts';
import { crashPoint } from './crash-point.ts';
import type { RecordedEvent } from './envelope.ts';
import { FoldFailures } from './fold-failures.ts';
import { unknownEpoch } from './log-epoch.ts';
import type { ParkedEvent } from './parked-keys.ts';
import type { Batch, Delivered } from './ports/event-transport.port.ts';
import type { Checkpoint, ReadModelStore, RowWrite, Unit } from './ports/read-model-store.port.ts';
import type { ProgressNote } from './progress.ts';
import { ProjectedWork } from './projected-work.ts';
import type { AnyProjection } from './projection.ts';
import { FoldFailed, foldRows, type FoldedRows, type Step } from './row-folder.ts';
import { topicsOf } from './sources.ts';
import { StoredSubscription } from './stored-subscription.ts';
import { Fenced, idleSave } from './subscription.ts';
import { units, unitSize, type UnitOfWork, type Work } from './unit-of-work.ts';

export interface ProjectionRunnerOptions {
  readonly projection: AnyProjection;
  /** Build number of the rows this runner fills. */
  readonly build: number;
  readonly store: ReadModelStore;
  readonly env: unknown;
  readonly topicOf: (context: string, category: string) => string;
  readonly now: () => string;
  /** Told after each unit what it took in. */
  readonly progressed?: (note: ProgressNote) => void;
  /** Told what was taken in before this process began to read: it has not told so itself. */
  readonly recalled?: (note: ProgressNote) => void;
  /** Told the events whose rows are stored. */
  readonly stored?: (projection: string, events: readonly RecordedEvent[]) => void;
  /** Channels of rows that changed; not during a rebuild. */
  readonly announce?: (channels: readonly string[]) => void;
}

/** Nobody waits for a write that is older; twice the minute, because clocks differ. Of writes that the look back does not reach an answer says that it is stale. */
const recalledMs = 2 * 60_000;

/** Name under which a build keeps its checkpoints and parked keys. */
export const subscriptionName = (projection: Pick<AnyProjection, 'name' | 'version'>, build: number): string =>
  `${projection.name}.v${projection.version}.b${build}`;

/** Fills one build of one projection: folds a batch in memory and stores rows, counters and checkpoint as one unit. */
export class ProjectionRunner extends StoredSubscription {
  readonly kind = 'projection';
  readonly #work: ProjectedWork;

  constructor(private readonly options: ProjectionRunnerOptions) {
    const { projection, build, store, env, topicOf, now } = options;
    super(subscriptionName(projection, build), topicsOf(projection.sources, topicOf), store, now);
    this.#work = new ProjectedWork(projection, env, this.parked);
  }

  async position(topic: string, partition: number): Promise<Checkpoint> {
    return (await this.checkpoints.of(topic, partition)) ?? beginning(unknownEpoch);
  }

  /** Goes over the batch again after each fold that throws, from the checkpoint; what failed five times is parked. */
  protected async takeIn(batch: Batch): Promise<Checkpoint> {
    const failures = new FoldFailures();
    for (;;) {
      try {
        return await this.#takeOnce(batch, failures);
      } catch (error) {
        if (!(error instanceof FoldFailed)) throw error;
        await failures.note(error);
      }
    }
  }

  async #takeOnce(batch: Batch, failures: FoldFailures): Promise<Checkpoint> {
    const stored = await this.checkpoints.of(batch.topic, batch.partition);
    const position = stored ?? beginning(batch.logEpoch);
    const works = await this.#work.of(batch, position.offset, failures);
    const end = { offset: Math.max(batch.nextOffset, position.offset), part: 0, logEpoch: batch.logEpoch };
    const idle = works.every(({ steps, parked }) => steps.length + parked.length === 0);
    if (!idle) for (const unit of units(works, position, batch.nextOffset)) await this.#commit(batch, unit);
    else if (end.offset - position.offset >= idleSave) await this.#commit(batch, { steps: [], completed: works, end });
    else if (works.length > 0) this.#tell(eventsOf(works), nothing);
    return end;
  }

  async #commit(batch: Batch, unit: UnitOfWork): Promise<void> {
    const { topic, partition, logEpoch } = batch;
    const to = { ...unit.end, logEpoch };
    const parked = unit.completed.flatMap((work) => work.parked);
    crashPoint('project.read');
    const folded = await this.#store(`${topic}.${partition}`, unit.steps, async () => {
      await batch.heartbeat(); // whoever waits for contended rows is still there
      if (batch.isStale()) throw new Fenced(`${this.name} no longer owns ${topic}/${partition}`);
      const from = await this.checkpoints.of(topic, partition);
      return { checkpoint: { subscription: this.name, topic, partition, from, to }, writes: await this.parked.writes(parked) };
    });
    crashPoint('project.written');
    await this.checkpoints.moved(topic, partition, to);
    await this.parked.parked(parked);
    crashPoint('project.saved');
    this.#tell(eventsOf(unit.completed), folded);
    await batch.heartbeat();
  }

  /** Stores folded rows together with what else belongs into the unit, folding again while others change the same rows. */
  async #store(shard: string, steps: readonly Step[], rest: () => Promise<Pick<Unit, 'checkpoint' | 'writes'>>): Promise<FoldedRows> {
    const { projection, build, store } = this.options;
    let folded = nothing;
    await commitAnew(store, `${this.name} at ${shard}`, async () => {
      const { writes, ...others } = await rest();
      folded = await foldRows(store, projection, build, shard, steps);
      return { ...others, writes: [...folded.writes, ...writes], additions: folded.additions };
    });
    return folded;
  }

  #tell(events: readonly RecordedEvent[], folded: FoldedRows): void {
    this.health.handled += events.length;
    const { projection, progressed, stored, announce } = this.options;
    stored?.(projection.name, events);
    if (events.length > 0) progressed?.(this.#note(events));
    if (announce && projection.announce) announce(channelsOf(projection, folded));
  }

  #note(events: readonly RecordedEvent[]): ProgressNote {
    const versions: Record<string, number> = {};
    for (const { stream, version } of events) versions[stream] = Math.max(versions[stream] ?? 0, version);
    return { subscription: this.name, projection: this.options.projection.name, versions };
  }

  async recall(messages: readonly Delivered[]): Promise<void> {
    const { recalled, now } = this.options;
    if (!recalled) return;
    const since = instantMs(now()) - recalledMs;
    const older = messages.findLastIndex((message) => 'event' in message && instantMs(message.event.recordedAt) < since);
    const recent = messages.slice(older + 1).flatMap((message) => ('event' in message ? [message.event] : []));
    const taken = await this.#work.takenOf(recent);
    if (taken.length > 0) recalled(this.#note(taken));
  }

  async again(parked: ParkedEvent): Promise<{ readonly error?: string }> {
    const { event, topic, partition } = parked;
    if (!event) return { error: 'the message was no event' };
    const outcome = await this.#work.ofEvent(event);
    if ('error' in outcome) return outcome;
    try {
      await this.#storeAgain(`${topic}.${partition}`, outcome.steps, parked);
      return {};
    } catch (error) {
      if (error instanceof FoldFailed) return { error: error.message };
      throw error;
    }
  }

  async #storeAgain(shard: string, steps: readonly Step[], parked: ParkedEvent): Promise<void> {
    const none: readonly RowWrite[] = [];
    let from = 0;
    for (; steps.length - from > unitSize; from += unitSize) {
      await this.#store(shard, steps.slice(from, from + unitSize), () => Promise.resolve({ writes: none }));
    }
    const folded = await this.#store(shard, steps.slice(from), async () => ({ writes: [await this.parked.release(parked)] }));
    this.#tell(parked.event ? [parked.event] : [], folded);
  }
}

const eventsOf = (works: readonly Work[]): readonly RecordedEvent[] => works.flatMap(({ events }) => events);

const nothing: FoldedRows = { writes: [], additions: [], changed: [] };

function channelsOf(projection: AnyProjection, { changed }: FoldedRows): readonly string[] {
  return [
    ...new Set(changed.flatMap(({ key, before, after }) => [before, after].flatMap((row) => (row === null ? [] : (projection.announce?.(row, key) ?? []))))),
  ];
}
