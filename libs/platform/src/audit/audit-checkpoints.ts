import { eachRow, StoreFull, StoreUnavailable, type Collection, type Condition, type ReadModelStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { numberKey, sha256, type AuditRecord } from './audit-record.ts';
import { canonicalJson } from './canonical-json.ts';
import type { CheckpointKeys, Signature } from './checkpoint-keys.ts';

/** The end of a chain at some moment. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** Vouches for every record up to `number`: whoever holds the chain alone cannot make another one that fits. */
export interface SignedCheckpoint extends ChainHead, Signature {
  /** 1, 2, 3 ... in one sink. */
  readonly ordinal: number;
  readonly context: string;
  readonly at: string;
  /** sha256 over the checkpoint before with its signature; empty for the first. */
  readonly previous: string;
}

const checkpointCollection: Collection = { name: 'audit_checkpoints', indexes: [['ordinal']] };
/** Records that must be here before their act is answered, as a copy. */
const copyCollection: Collection = { name: 'audit_copies', indexes: [['number']] };

export interface CheckpointsOptions {
  /** The sink: a store apart from the one that holds the chain, with its own place and account. */
  readonly sink: ReadModelStore;
  readonly context: string;
  readonly keys: CheckpointKeys;
  readonly now: () => string;
}

const tries = 50;
const pageSize = 1000;

/** What the sink holds of one chain. @throws {Rejected} `AUDIT_UNAVAILABLE` from everywhere while the sink does not answer. */
export class AuditCheckpoints {
  #writing: Promise<unknown> = Promise.resolve();
  #reached = 0;
  #open = false;

  constructor(private readonly options: CheckpointsOptions) {}

  /** Number of the newest record that this process knows to be vouched for. */
  get reached(): number {
    return this.#reached;
  }

  /** Makes the collections once: a sink that is away holds up no start. */
  async open(): Promise<void> {
    if (this.#open) return;
    await answering(() => this.options.sink.ensure([checkpointCollection, copyCollection]));
    this.#open = true;
  }

  /** The newest checkpoint; resolves only while the sink answers. */
  newest(): Promise<SignedCheckpoint | undefined> {
    const query = { where: [], orderBy: { field: 'ordinal', direction: 'desc' }, limit: 1 } as const;
    return answering(async () => {
      await this.open();
      const { items } = await this.options.sink.query<SignedCheckpoint>(checkpointCollection.name, query);
      return items.map(({ $key: _key, ...checkpoint }): SignedCheckpoint => checkpoint)[0];
    });
  }

  /** Vouches for the chain up to its head, and keeps copies. One at a time; other processes may have been faster, which is as good. */
  reach(head: () => Promise<ChainHead>, copies: readonly AuditRecord[] = []): Promise<void> {
    const reached = this.#writing.then(() => this.#reach(head, copies));
    this.#writing = reached.catch(() => undefined);
    return reached;
  }

  async #reach(head: () => Promise<ChainHead>, copies: readonly AuditRecord[]): Promise<void> {
    for (let attempt = 1; attempt <= tries; attempt++) {
      const newest = await this.newest();
      const end = await head();
      const writes = [...(end.number > (newest?.number ?? 0) ? [this.#checkpointRow(end, newest)] : []), ...(await this.#missing(copies))];
      if (writes.length === 0 || (await this.#write(writes)) === 'committed') {
        this.#reached = Math.max(end.number, newest?.number ?? 0);
        return;
      }
    }
    throw new Rejected('AUDIT_UNAVAILABLE', 'The audit sink stayed contended.');
  }

  #write(writes: readonly SinkRow[]) {
    return answering(() => this.options.sink.commit({ writes: writes.map((write) => ({ ...write, expectedRevision: 0, guards: {} })) }));
  }

  #checkpointRow({ number, hash }: ChainHead, newest: SignedCheckpoint | undefined): SinkRow {
    const { context, keys, now } = this.options;
    const ordinal = (newest?.ordinal ?? 0) + 1;
    const unsigned = { ordinal, context, number, hash, at: now(), previous: newest ? digestOf(newest) : '' };
    const row: SignedCheckpoint = { ...unsigned, ...keys.sign(canonicalJson(unsigned)) };
    return { collection: checkpointCollection.name, key: numberKey(ordinal), row };
  }

  async #missing(copies: readonly AuditRecord[]): Promise<readonly SinkRow[]> {
    if (copies.length === 0) return [];
    const keys = [...new Set(copies.map(({ number }) => numberKey(number)))];
    const known = await answering(() => this.options.sink.getMany(copyCollection.name, keys));
    const missing = new Map(copies.map((row) => [numberKey(row.number), row]));
    return [...missing].filter(([key]) => !known.has(key)).map(([key, row]) => ({ collection: copyCollection.name, key, row }));
  }

  /** The checkpoints that can be believed, in order, up to the first that cannot. */
  async believed(): Promise<{ readonly checkpoints: readonly SignedCheckpoint[]; readonly broken: boolean }> {
    const checkpoints: SignedCheckpoint[] = [];
    for await (const { $key: _key, ...checkpoint } of this.#rows<SignedCheckpoint>(checkpointCollection.name, 'ordinal', [])) {
      if (!this.#follows(checkpoint, checkpoints.at(-1))) return { checkpoints, broken: true };
      checkpoints.push(checkpoint);
    }
    return { checkpoints, broken: false };
  }

  /** Number of the newest copy, 0 when there is none. A copy comes together with a checkpoint that vouches for it. */
  async newestCopy(): Promise<number> {
    const query = { where: [], orderBy: { field: 'number', direction: 'desc' }, limit: 1 } as const;
    const { items } = await answering(() => this.options.sink.query<AuditRecord>(copyCollection.name, query));
    return items[0]?.number ?? 0;
  }

  /** In the order of their numbers, up to one of them. */
  async *copies(upTo: number): AsyncGenerator<AuditRecord, undefined> {
    const rows = this.#rows<AuditRecord>(copyCollection.name, 'number', [{ field: 'number', lte: upTo }]);
    for await (const { $key: _key, ...copy } of rows) yield copy;
    return undefined;
  }

  #follows({ algorithm, keyId, signature, ...unsigned }: SignedCheckpoint, before: SignedCheckpoint | undefined): boolean {
    const { context, keys } = this.options;
    const inPlace =
      unsigned.context === context &&
      unsigned.ordinal === (before?.ordinal ?? 0) + 1 &&
      unsigned.previous === (before ? digestOf(before) : '') &&
      unsigned.number > (before?.number ?? 0);
    return inPlace && keys.believes(canonicalJson(unsigned), { algorithm, keyId, signature });
  }

  #rows<Row>(collection: string, field: string, where: readonly Condition[]) {
    const query = { where, orderBy: { field, direction: 'asc' }, limit: pageSize } as const;
    return eachRow((start) => answering(() => this.options.sink.query<Row>(collection, { ...query, ...start })));
  }
}

interface SinkRow {
  readonly collection: string;
  readonly key: string;
  readonly row: SignedCheckpoint | AuditRecord;
}

const digestOf = (checkpoint: SignedCheckpoint): string => sha256(canonicalJson(checkpoint));

async function answering<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof StoreUnavailable || error instanceof StoreFull)) throw error;
    throw new Rejected('AUDIT_UNAVAILABLE', 'The audit sink does not answer.');
  }
}
