import {
  createBell,
  type CommitTail,
  type EventPublisher,
  type Lease,
  type LeaseStore,
  type RecordedEvent,
  type StoredCommit,
  type TailItem,
  type TailPosition,
} from '@zhitong/eventing';

export function commitOf(stream: string, firstVersion: number, count: number): StoredCommit {
  const events = Array.from({ length: count }, (_, at): RecordedEvent => ({
    stream,
    version: firstVersion + at,
    type: 'Noted',
    data: {},
    occurredAt: '2026-03-01T09:00:00.000Z',
    recordedAt: '2026-03-01T09:00:00.000Z',
    actorId: 'per_1',
    correlationId: 'cor_1',
    commandId: `${stream}-${firstVersion}`,
    logEpoch: 1,
  }));
  return { stream, firstVersion, commandId: `${stream}-${firstVersion}`, bodyHash: 'hash', events };
}

/** The newest version of each stream by first occurrences. @throws when one is skipped or comes too early. */
export function streamsOf(sent: readonly RecordedEvent[]): Map<string, number> {
  const seen = new Map<string, number>();
  for (const { stream, version } of sent) {
    const last = seen.get(stream) ?? 0;
    if (version > last + 1) throw new Error(`${stream} jumps from ${last} to ${version}`);
    seen.set(stream, Math.max(last, version));
  }
  return seen;
}

/** mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A log in memory; the token is the number of items passed. */
export class FakeTail implements CommitTail {
  readonly context = 'organizations';
  epoch = 1;
  followers = 0;
  read = 0;
  private readonly items: (StoredCommit | undefined)[] = [];
  private readonly changes = new Set<(broken: boolean) => void>();

  commit(...commits: readonly StoredCommit[]): void {
    this.items.push(...commits);
    this.changes.forEach((tell) => tell(false));
  }
  heartbeat(): void {
    this.items.push(undefined);
    this.changes.forEach((tell) => tell(false));
  }
  break(): void {
    this.changes.forEach((tell) => tell(true));
  }

  async *follow(resume: TailPosition | undefined, signal: AbortSignal): AsyncIterable<TailItem> {
    let at = typeof resume?.token === 'number' ? resume.token : 0;
    const bell = createBell();
    let broken = false;
    const changed = (breaks: boolean) => {
      broken ||= breaks;
      bell.ring();
    };
    this.changes.add(changed);
    signal.addEventListener('abort', bell.ring);
    this.followers += 1;
    try {
      while (!signal.aborted) {
        if (broken) throw new Error('the tail broke');
        if (at === this.items.length) await bell.rung();
        else {
          const commit = this.items[at];
          at += 1;
          this.read = Math.max(this.read, at);
          yield { ...(commit && { commit }), position: { token: at, through: at } };
        }
      }
    } finally {
      this.followers -= 1;
      this.changes.delete(changed);
    }
  }
}

export class FakePublisher implements EventPublisher {
  readonly batches: { readonly topic: string; readonly events: readonly RecordedEvent[] }[] = [];
  calls = 0;
  failures = 0;
  failing = (): boolean => false;
  private gate: Promise<void> = Promise.resolve();

  get sent(): readonly RecordedEvent[] {
    return this.batches.flatMap(({ events }) => events);
  }
  /** Holds all answers until opened. */
  hold(): { open(): void } {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.gate = promise;
    return { open: resolve };
  }
  async publish(topic: string, events: readonly RecordedEvent[]): Promise<void> {
    this.calls += 1;
    await this.gate;
    const arrived = this.failures === 0;
    if (!arrived) this.failures -= 1;
    if (arrived) this.batches.push({ topic, events });
    if (!arrived || this.failing()) throw new Error('the broker did not answer');
  }
}

/** One lease, ended by hand instead of by time. */
export class FakeLeases implements LeaseStore {
  holder: string | undefined;
  epoch = 0;
  refusedSaves = 0;
  refusedAcquires = 0;
  failing = (): boolean => false;
  private saved: unknown;
  private gate: Promise<void> = Promise.resolve();

  /** Answers nothing until opened, then fails what was asked. */
  hang(): { open(): void } {
    const { promise, reject } = Promise.withResolvers<void>();
    promise.catch(() => undefined);
    this.gate = promise;
    return {
      open: () => {
        this.gate = Promise.resolve();
        reject(new Error('the lease store timed out'));
      },
    };
  }

  private async answer<T>(compute: () => T): Promise<T> {
    await this.gate;
    if (this.failing()) throw new Error('the lease store did not answer');
    return compute();
  }
  savedToken(): unknown {
    return typeof this.saved === 'object' && this.saved !== null && 'token' in this.saved ? this.saved.token : undefined;
  }
  takeOver(owner: string): void {
    this.holder = owner;
    this.epoch += 1;
  }
  expire(): void {
    this.holder = undefined;
  }
  acquire(name: string, owner: string): Promise<Lease | undefined> {
    return this.answer(() => {
      if (this.holder !== undefined) {
        this.refusedAcquires += 1;
        return undefined;
      }
      this.takeOver(owner);
      return { name, epoch: this.epoch };
    });
  }
  renew(lease: Lease, owner: string): Promise<boolean> {
    return this.answer(() => this.holder === owner && lease.epoch === this.epoch);
  }
  async release(lease: Lease, owner: string): Promise<void> {
    await this.gate;
    if (this.holder === owner && lease.epoch === this.epoch) this.holder = undefined;
  }
  save(lease: Lease, progress: unknown): Promise<boolean> {
    return this.answer(() => {
      if (lease.epoch !== this.epoch) {
        this.refusedSaves += 1;
        return false;
      }
      this.saved = structuredClone(progress);
      return true;
    });
  }
  progress(): Promise<unknown> {
    return this.answer(() => this.saved);
  }
}
