import type { RecordedEvent } from './envelope.ts';
import type { Clock } from './ports/clock.port.ts';
import type { EventPublisher } from './ports/event-publisher.port.ts';
import type { CommitTail, TailPosition } from './ports/event-store.port.ts';
import type { LeaseStore } from './ports/lease.port.ts';
import type { Log } from './ports/log.port.ts';
import { backoffMs, pause, type BackoffLimits } from './backoff.ts';
import { crashPoint, crashPointDuring } from './crash-point.ts';
import { holdLease, LeaseLost, type HeldLease } from './held-lease.ts';
import { tailBatches, type TailBatch } from './tail-batches.ts';

export interface RelayTimes {
  readonly leaseMs: number;
  /** Between terms; at least a second in production, so that a lost history costs one scan an attempt and no storm. */
  readonly backoff: BackoffLimits;
}
export const relayTimes: RelayTimes = { leaseMs: 5_000, backoff: { minMs: 1_000, maxMs: 5_000 } };

export interface RelayOptions extends Partial<RelayTimes> {
  readonly tail: CommitTail;
  readonly publisher: EventPublisher;
  readonly leases: LeaseStore;
  /** Names this process among those that could be the relay. */
  readonly owner: string;
  readonly clock: Clock;
  readonly topicOf: (stream: string) => string;
  readonly log: Log;
  /** Told what a topic has acknowledged. */
  readonly published?: (events: readonly RecordedEvent[]) => void;
  readonly batchEvents?: number;
}

/** The one way out of a log to its topics; runs until stopped. */
export interface Relay {
  /** Milliseconds since events or a heartbeat of the tail were passed on, or another process was seen to hold the lease. */
  stalledFor(): number;
  /** Ends with the batch in work and gives the lease back. */
  stop(): Promise<void>;
}

/**
 * Relays a log in terms. A term begins with the lease and its saved position and ends with whatever goes wrong: the next begins at
 * the position saved last. Events may repeat, none is skipped, and a process that lost its lease can only repeat.
 */
export function createRelay(options: RelayOptions): Relay {
  const { tail, clock, log, leases, owner, leaseMs, backoff } = { ...relayTimes, ...options };
  const stopping = new AbortController();
  const now = () => Date.parse(clock.now());
  let progressAt = now();
  let failures = 0;
  const progressed = () => {
    progressAt = now();
    failures = 0;
  };

  async function attempt(): Promise<'standby' | 'ended'> {
    const held = await holdLease({ leases, name: `relay-${tail.context}`, owner, ttlMs: leaseMs, log });
    if (held === undefined) return 'standby';
    try {
      await runTerm(options, held, stopping.signal, progressed);
    } finally {
      await held.end();
    }
    return 'ended';
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        if ((await attempt()) === 'standby') {
          progressed();
          await pause(leaseMs / 3, stopping.signal);
        }
      } catch (error) {
        failures += 1;
        log.warn({ context: tail.context, failures, error }, 'relay term ended, starting again at the saved position');
        await pause(backoffMs(failures, backoff), stopping.signal);
      }
    }
  }

  const running = run();
  return {
    stalledFor: () => Math.max(0, now() - progressAt),
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

async function runTerm(options: RelayOptions, held: HeldLease, stopping: AbortSignal, progressed: () => void): Promise<void> {
  const { tail, batchEvents = 500 } = options;
  const resume = await savedPosition(options, held);
  const until = AbortSignal.any([stopping, held.lost]);
  for await (const batch of tailBatches((signal) => tail.follow(resume, signal), batchEvents, until)) {
    await relayBatch(options, held, batch);
    progressed();
  }
  held.lost.throwIfAborted();
  if (!stopping.aborted) throw new Error('the tail ended by itself');
}

/** A position of an older epoch belongs to a log that a restore has replaced: everything is published again, under the new epoch. */
async function savedPosition({ leases, tail, log }: RelayOptions, { lease }: HeldLease): Promise<TailPosition | undefined> {
  const saved = await leases.progress(lease.name);
  if (saved === undefined || saved === null) return undefined;
  if (!isProgress(saved)) throw new TypeError(`progress of ${lease.name} cannot be read`);
  if (saved.logEpoch === tail.epoch) return { token: saved.token, through: saved.through };
  log.warn({ context: tail.context, from: saved.logEpoch, to: tail.epoch }, 'the log has a new epoch, relaying it from its beginning');
  return undefined;
}

interface RelayProgress extends TailPosition {
  readonly logEpoch: number;
}

const isProgress = (saved: unknown): saved is RelayProgress =>
  typeof saved === 'object' &&
  saved !== null &&
  'token' in saved &&
  'through' in saved &&
  typeof saved.through === 'number' &&
  'logEpoch' in saved &&
  typeof saved.logEpoch === 'number';

async function relayBatch(options: RelayOptions, held: HeldLease, { commits, position }: TailBatch): Promise<void> {
  const { publisher, leases, tail } = options;
  if (commits.length > 0) crashPoint('relay.read');
  for (const [topic, ofTopic] of Map.groupBy(commits, ({ stream }) => options.topicOf(stream))) {
    const events = ofTopic.flatMap((commit) => commit.events);
    held.ensureHeld();
    await crashPointDuring('relay.sent', publisher.publish(topic, events));
    options.published?.(events);
  }
  if (commits.length > 0) crashPoint('relay.acked');
  const progress: RelayProgress = { ...position, logEpoch: tail.epoch };
  if (!(await leases.save(held.lease, progress))) throw new LeaseLost(`lease ${held.lease.name} has a newer holder`);
  if (commits.length > 0) crashPoint('relay.saved');
}
