import { setImmediate } from 'node:timers/promises';
import type { BackoffLimits, Consumer, Consumption, Log } from '@zhitong/eventing';
import { slices, type Slice } from './batches.ts';
import type { Membership } from './group.ts';
import { failed, findPlace, placeOf, progressed, type Place } from './place.ts';
import type { Chunk, Topic } from './topic.ts';

export interface MemberOptions {
  readonly chunkCommits: number;
  readonly batchEvents: number;
  /** A checkpoint that is this far behind without a message of its own is moved by an empty batch. */
  readonly silentOffsets: number;
  readonly backoff: BackoffLimits;
  readonly log: Log;
}

/** Reads for one consumer until stopped: round after round, each partition in its turn. */
export function startMember(consumer: Consumer, topics: readonly Topic[], membership: Membership, options: MemberOptions): Consumption {
  const member = new Member(consumer, topics, membership, options);
  const unsubscribe = topics.map((topic) => topic.onAppended(() => membership.bell.ring()));
  const running = member.run();
  let stopped: Promise<void> | undefined;
  async function stop(): Promise<void> {
    membership.end();
    await running;
    unsubscribe.forEach((end) => end());
    membership.leave();
  }
  return {
    stop: () => (stopped ??= stop()),
    rewind() {
      membership.renew();
      return Promise.resolve();
    },
    stalledFor: () => member.stalledFor(),
  };
}

class Member {
  private places: readonly Place[] = [];
  /** Replaced with each assignment: batches of an older one are stale for ever. */
  private term = Symbol('term');

  constructor(
    private readonly consumer: Consumer,
    private readonly topics: readonly Topic[],
    private readonly membership: Membership,
    private readonly options: MemberOptions,
  ) {}

  stalledFor(): number {
    const now = performance.now();
    return Math.max(0, ...this.places.map(({ behindSince }) => (behindSince === undefined ? 0 : now - behindSince)));
  }

  async run(): Promise<void> {
    while (!this.membership.ended()) {
      if (this.membership.outdated()) await this.takeAssignment();
      await this.placeAll();
      const moved = await this.round();
      if (!moved && !this.membership.outdated()) await this.idle();
    }
  }

  private async takeAssignment(): Promise<void> {
    const old = this.places;
    this.places = [];
    const partitions = await this.membership.assigned();
    for (const { topic, partition } of old) if (!partitions.includes(partition)) this.consumer.lost?.(topic.name, partition);
    this.term = Symbol('term');
    this.places = this.topics.flatMap((topic) => partitions.map((partition) => placeOf(topic, partition)));
  }

  private async placeAll(): Promise<void> {
    const due = this.places.filter(({ next, notBefore }) => next === undefined && notBefore <= performance.now());
    await Promise.all(due.map((place) => this.place(place)));
  }

  private async place(place: Place): Promise<void> {
    try {
      await findPlace(place, (topic, partition) => this.consumer.resume(topic, partition));
    } catch (error) {
      this.report(place, error, 'the place to resume at is unknown, asking again');
    }
  }

  /** Looks once at what each partition has to read. Those far behind share one reading of the log, those at its end another. */
  private async round(): Promise<boolean> {
    let moved = false;
    for (const topic of this.topics) {
      let rest = this.places.filter((place) => place.topic === topic && place.next !== undefined && place.notBefore <= performance.now());
      while (rest.length > 0 && !this.membership.outdated()) {
        const from = Math.min(...rest.map(nextOf));
        const chunk = await topic.read(from, this.options.chunkCommits).catch((error: unknown) => this.unread(topic, rest, error));
        if (chunk === undefined) break;
        const reached = rest.filter((place) => nextOf(place) <= chunk.through + 1);
        rest = rest.filter((place) => nextOf(place) > chunk.through + 1);
        if (await this.deliver(chunk, reached)) moved = true;
      }
    }
    return moved;
  }

  private unread({ name }: Topic, places: readonly Place[], error: unknown): undefined {
    const waitMs = Math.max(...places.map((place) => failed(place, this.options.backoff)));
    this.options.log.warn({ group: this.consumer.group, topic: name, waitMs, error }, 'the log cannot be read, trying again');
  }

  private async deliver(chunk: Chunk, places: readonly Place[]): Promise<boolean> {
    let moved = false;
    let queues = places.map((place) => ({ place, slices: [...this.slicesOf(place, chunk)] }));
    queues.forEach(({ place, slices: own }) => passSilence(place, chunk, own));
    while (queues.length > 0 && !this.membership.outdated()) {
      queues = queues.filter(({ slices: own }) => own.length > 0);
      for (const { place, slices: own } of queues) {
        const slice = own.shift();
        if (slice === undefined || this.membership.outdated()) continue;
        const done = await this.hand(place, slice, chunk);
        if (!done) own.length = 0;
        else if (own.length === 0) settle(place, chunk);
        moved ||= place.failures === 0;
        await setImmediate();
      }
    }
    return moved || chunk.through + 1 < chunk.highWatermark;
  }

  private slicesOf(place: Place, chunk: Chunk): readonly Slice[] {
    const next = nextOf(place);
    const own = (chunk.commits.get(place.partition) ?? []).filter(({ position }) => position >= next);
    const found = slices(own, chunk, this.options.batchEvents);
    if (found.length > 0) return found;
    const end = chunk.through + 1;
    const arrives = !place.arrived && end === chunk.highWatermark;
    if (!arrives && end - place.confirmed < this.options.silentOffsets) return [];
    return [{ firstOffset: next, nextOffset: end, messages: [] }];
  }

  /** True once the consumer has the slice; otherwise it comes again. */
  private async hand(place: Place, slice: Slice, chunk: Chunk): Promise<boolean> {
    const { topic, partition } = place;
    const { term } = this;
    const isStale = () => term !== this.term || this.membership.outdated();
    place.behindSince ??= performance.now();
    try {
      const next = await this.consumer.handle({
        ...slice,
        topic: topic.name,
        partition,
        highWatermark: chunk.highWatermark,
        logEpoch: topic.logEpoch,
        isStale,
        heartbeat: () => setImmediate(),
      });
      if (isStale()) return false;
      if (next > slice.nextOffset) throw new RangeError(`the consumer went on to ${next}, the batch ended at ${slice.nextOffset}`);
      progressed(place, next, chunk.highWatermark);
      return next === slice.nextOffset;
    } catch (error) {
      if (!isStale()) this.report(place, error, 'a batch failed, handing it over again');
      return false;
    }
  }

  private report(place: Place, error: unknown, sentence: string): void {
    const { topic, partition, next: offset } = place;
    const waitMs = failed(place, this.options.backoff);
    this.options.log.warn({ group: this.consumer.group, topic: topic.name, partition, offset, failures: place.failures, waitMs, error }, sentence);
  }

  private async idle(): Promise<void> {
    const retries = this.places.filter(({ failures }) => failures > 0).map(({ notBefore }) => notBefore);
    const timer = retries.length === 0 ? undefined : setTimeout(() => this.membership.bell.ring(), Math.max(1, Math.min(...retries) - performance.now()));
    await this.membership.bell.rung();
    clearTimeout(timer);
  }
}

/** Placed partitions only. */
const nextOf = ({ next }: Place): number => next ?? Number.POSITIVE_INFINITY;

/** A partition for which the chunk holds nothing needs no reading of it again. */
function passSilence(place: Place, chunk: Chunk, own: readonly Slice[]): void {
  if (own.length > 0) return;
  place.next = chunk.through + 1;
  place.failures = 0;
  settle(place, chunk);
}

function settle(place: Place, chunk: Chunk): void {
  if (place.next === chunk.highWatermark) place.behindSince = undefined;
}
