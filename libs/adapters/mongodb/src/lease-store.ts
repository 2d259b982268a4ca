import { randomUUID } from 'node:crypto';
import type { Collection } from 'mongodb';
import type { Lease, LeaseStore } from '@zhitong/eventing';
import { committed, durable } from './concerns.ts';
import { connect, type Connection, type Opened } from './connection.ts';
import { answering, isDuplicateKey } from './failures.ts';

export interface LeaseStoreOptions {
  readonly database: string;
}

interface LeaseDocument {
  readonly _id: string;
  /** Null after a release. */
  readonly owner: string | null;
  readonly epoch: number;
  /** Tells the one who took it that it did. */
  readonly term: string;
  readonly until: Date;
  readonly progress?: unknown;
}

/** A lease store whose clock is that of the primary. */
export async function openMongoLeaseStore(options: Connection & LeaseStoreOptions): Promise<LeaseStore & { close(): Promise<void> }> {
  const opened = await connect(options);
  return new MongoLeaseStore(opened, opened.client.db(options.database, durable).collection<LeaseDocument>('leases'));
}

const fromNow = (ttlMs: number) => ({ $add: ['$$NOW', ttlMs] });

class MongoLeaseStore implements LeaseStore {
  readonly #opened: Opened;
  readonly #leases: Collection<LeaseDocument>;

  constructor(opened: Opened, leases: Collection<LeaseDocument>) {
    this.#opened = opened;
    this.#leases = leases;
  }

  /** Held is held, also by the same owner: two processes could share a name. */
  async acquire(name: string, owner: string, ttlMs: number): Promise<Lease | undefined> {
    const term = randomUUID();
    const epoch = { $add: [{ $ifNull: ['$epoch', 0] }, 1] };
    const taken = { $mergeObjects: ['$$ROOT', { owner: { $literal: owner }, epoch, term, until: fromNow(ttlMs) }] };
    const update = [{ $replaceWith: { $cond: [{ $lte: ['$until', '$$NOW'] }, taken, '$$ROOT'] } }];
    try {
      const options = { ...durable, upsert: true, returnDocument: 'after' } as const;
      const lease = await answering(() => this.#leases.findOneAndUpdate({ _id: name }, update, options));
      return lease?.term === term ? { name, epoch: lease.epoch } : undefined;
    } catch (error) {
      if (error instanceof Error && isDuplicateKey(error.cause)) return undefined; // another created it at the same time
      throw error;
    }
  }

  async renew({ name, epoch }: Lease, owner: string, ttlMs: number): Promise<boolean> {
    const renewed = await answering(() => this.#leases.updateOne({ _id: name, owner, epoch }, [{ $set: { until: fromNow(ttlMs) } }], durable));
    return renewed.matchedCount === 1;
  }

  async release({ name, epoch }: Lease, owner: string): Promise<void> {
    await answering(() => this.#leases.updateOne({ _id: name, owner, epoch }, { $set: { owner: null, until: new Date(0) } }, durable));
  }

  async save({ name, epoch }: Lease, progress: unknown): Promise<boolean> {
    const saved = await answering(() => this.#leases.updateOne({ _id: name, epoch }, { $set: { progress } }, durable));
    return saved.matchedCount === 1;
  }

  async progress(name: string): Promise<unknown> {
    const lease = await answering(() => this.#leases.findOne({ _id: name }, { ...committed, projection: { progress: 1 } }));
    return lease?.progress ?? undefined;
  }

  close(): Promise<void> {
    return this.#opened.close();
  }
}
