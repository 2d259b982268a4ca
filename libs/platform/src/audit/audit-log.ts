import { eachRow, type Collection, type ReadModelStore } from '@zhitong/eventing';
import type { AuditCheckpoints, ChainHead } from './audit-checkpoints.ts';
import { auditCollection, chained, genesisOf, numberKey, type AuditEntry, type AuditRecord } from './audit-record.ts';
import { verifyChain, type Verification } from './audit-verification.ts';

/** Which records name a person: what the person reads as "who looked". */
const auditPersonCollection: Collection = { name: 'audit_persons', indexes: [['personId', 'number']] };
export const auditCollections = [auditCollection, auditPersonCollection];

const batchSize = 200;
/** So many records without a checkpoint, and the next is due. */
const recordsPerCheckpoint = 1000;

interface Waiting {
  readonly entry: AuditEntry;
  readonly sealed: boolean;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The hash chain of one service: each record carries the hash of the one before. Concurrent entries of a process share one write;
 * of two processes one wins a number and the other goes on behind it. A command is recorded once, however often it is told.
 */
export class AuditLog {
  readonly #queue: Waiting[] = [];
  readonly #genesis: string;
  #flushing = false;
  #head = 0;

  constructor(
    private readonly store: ReadModelStore,
    readonly context: string,
    readonly checkpoints: AuditCheckpoints,
  ) {
    this.#genesis = genesisOf(context);
  }

  /** Records that this process knows of and no checkpoint vouches for yet. */
  get unsealed(): number {
    return Math.max(0, this.#head - this.checkpoints.reached);
  }

  /**
   * Resolves once the record is stored; what must not happen unrecorded waits for it. `sealed`: once it has reached the sink too.
   * @throws {Rejected} `AUDIT_UNAVAILABLE` when it is stored but could not be sealed.
   */
  append(entry: AuditEntry, { sealed = false }: { readonly sealed?: boolean } = {}): Promise<void> {
    return new Promise((done, failed) => {
      this.#queue.push({ entry, sealed, done, failed });
      if (!this.#flushing) {
        this.#flushing = true;
        setImmediate(() => void this.#flush());
      }
    });
  }

  async #flush(): Promise<void> {
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, batchSize);
      try {
        const records = await this.#write(batch.map(({ entry }) => entry));
        this.#stored(batch, records);
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#flushing = false;
  }

  /** Who waits for the sink is answered when it has been reached, the others at once. */
  #stored(batch: readonly Waiting[], records: readonly AuditRecord[]): void {
    this.#head = Math.max(this.#head, ...records.map(({ number }) => number));
    const sealed = batch.filter(({ sealed: wanted }) => wanted);
    const copies = records.filter((_record, at) => batch[at]?.sealed === true);
    for (const { done } of batch.filter(({ sealed: wanted }) => !wanted)) done();
    if (sealed.length === 0 && this.unsealed < recordsPerCheckpoint) return;
    this.seal(copies).then(
      () => sealed.forEach(({ done }) => done()),
      (error: unknown) => sealed.forEach(({ failed }) => failed(error)),
    );
  }

  /** Vouches for everything recorded so far. @throws {Rejected} `AUDIT_UNAVAILABLE` */
  seal(copies: readonly AuditRecord[] = []): Promise<void> {
    return this.checkpoints.reach(() => this.head(), copies);
  }

  /** Opens the sink where that is still to be done, and vouches for what it does not cover yet. @throws {Rejected} `AUDIT_UNAVAILABLE` */
  async keepSealed(): Promise<void> {
    await this.checkpoints.open();
    await this.seal();
  }

  /** The record of each entry: its own, or the earlier one of the same command. Whoever wins a number has seen all records before it. */
  async #write(entries: readonly AuditEntry[]): Promise<readonly AuditRecord[]> {
    for (let attempt = 1; attempt <= 50; attempt++) {
      let { number, hash: previous } = await this.head();
      const known = await this.#ofCommands(entries.flatMap(({ command }) => command?.commandId ?? []));
      const fresh: AuditRecord[] = [];
      const records = entries.map((entry) => {
        const earlier = known.get(entry.command?.commandId ?? '');
        if (earlier) return earlier;
        const record = chained(entry, ++number, previous);
        previous = record.hash;
        fresh.push(record);
        if (entry.command) known.set(entry.command.commandId, record);
        return record;
      });
      if (fresh.length === 0 || (await this.#store(fresh))) return records;
    }
    throw new Error('the audit chain stayed contended');
  }

  async #store(records: readonly AuditRecord[]): Promise<boolean> {
    const written = { expectedRevision: 0, guards: {} };
    const persons = records.flatMap((record) => record.personIds.map((personId) => ({ personId, number: record.number })));
    const outcome = await this.store.commit({
      writes: [
        ...records.map((row) => ({ ...written, collection: auditCollection.name, key: numberKey(row.number), row })),
        ...persons.map((row) => ({ ...written, collection: auditPersonCollection.name, key: `${row.personId}|${numberKey(row.number)}`, row })),
      ],
    });
    return outcome === 'committed';
  }

  async #ofCommands(commandIds: readonly string[]): Promise<Map<string, AuditRecord>> {
    const ids = [...new Set(commandIds)];
    if (ids.length === 0) return new Map();
    const { items } = await this.store.query<AuditRecord>(auditCollection.name, { where: [{ field: 'command.commandId', in: ids }], limit: batchSize });
    return new Map(items.map(({ $key: _key, ...record }) => [record.command?.commandId ?? '', record]));
  }

  /** The record of a command that was carried out. */
  async ofCommand(commandId: string): Promise<AuditEntry | undefined> {
    return (await this.#ofCommands([commandId])).get(commandId);
  }

  /** The newest record's number and hash. */
  async head(): Promise<ChainHead> {
    const newest = await this.store.query<AuditRecord>(auditCollection.name, { where: [], orderBy: { field: 'number', direction: 'desc' }, limit: 1 });
    const [record] = newest.items;
    return record ? { number: record.number, hash: record.hash } : { number: 0, hash: this.#genesis };
  }

  /** Walks the whole chain beside what the sink holds of it. @throws {Rejected} `AUDIT_UNAVAILABLE` */
  async verify(): Promise<Verification> {
    await this.checkpoints.open();
    return verifyChain(this.context, this.#records(), this.checkpoints);
  }

  async *#records(): AsyncGenerator<AuditRecord> {
    const query = { where: [], orderBy: { field: 'number', direction: 'asc' }, limit: 1000 } as const;
    const rows = eachRow((start) => this.store.query<AuditRecord>(auditCollection.name, { ...query, ...start }));
    for await (const { $key: _, ...record } of rows) yield record;
  }
}
