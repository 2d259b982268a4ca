import { createHash } from 'node:crypto';
import { eachRow, type Collection, type ReadModelStore } from '@zhitong/eventing';
import { canonicalJson } from './canonical-json.ts';

/** Who did what to whom, and how it ended. Ids and codes only. */
export interface AuditEntry {
  readonly at: string;
  readonly actorId: string;
  /** Organization of the post the actor used. */
  readonly organizationId: string | null;
  /** The use case. */
  readonly operation: string;
  readonly kind: 'command' | 'read' | 'refusal' | 'session' | 'operation';
  /** `done` or the code of the refusal. */
  readonly result: string;
  /** Stream or target acted on. */
  readonly target: string | null;
  /** Persons whose data were seen or changed. */
  readonly personIds: readonly string[];
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly traceId: string;
  /** Of a command that was carried out: what a retry is answered with, whatever has become of the actor's rights. */
  readonly command?: { readonly commandId: string; readonly bodyHash: string; readonly answeredId: string };
}

export interface AuditRecord extends AuditEntry {
  readonly number: number;
  readonly algorithm: 'sha256';
  readonly previous: string;
  readonly hash: string;
}

export const auditCollection: Collection = {
  name: 'audit',
  indexes: [['number'], ['actorId', 'number'], ['operation', 'number'], ['result', 'number'], ['kind', 'number'], ['command.commandId']],
};
/** Which records name a person: what the person reads as "who looked". */
export const auditPersonCollection: Collection = { name: 'audit_persons', indexes: [['personId', 'number']] };

/** A chain begins with the name of its service: records of another one do not fit into it. */
const genesisOf = (context: string): string => createHash('sha256').update(`audit of ${context}`).digest('hex');
const keyOf = (number: number) => String(number).padStart(12, '0');
const batchSize = 200;

interface Waiting {
  readonly entry: AuditEntry;
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * The hash chain of one service: each record carries the hash of the one before. Concurrent entries of a process share one write;
 * of two processes one wins a number and the other goes on behind it.
 */
export class AuditLog {
  readonly #queue: Waiting[] = [];
  #flushing = false;

  readonly #genesis: string;

  constructor(
    private readonly store: ReadModelStore,
    context: string,
  ) {
    this.#genesis = genesisOf(context);
  }

  /** Resolves once the record is stored; what must not happen unrecorded waits for it. */
  append(entry: AuditEntry): Promise<void> {
    return new Promise((done, failed) => {
      this.#queue.push({ entry, done, failed });
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
        await this.#write(batch.map(({ entry }) => entry));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#flushing = false;
  }

  async #write(entries: readonly AuditEntry[]): Promise<void> {
    for (let attempt = 1; attempt <= 50; attempt++) {
      let { number, hash: previous } = await this.head();
      const records = entries.map((entry) => {
        const record = seal(entry, ++number, previous);
        previous = record.hash;
        return record;
      });
      const persons = records.flatMap((record) => record.personIds.map((personId) => ({ personId, number: record.number })));
      const outcome = await this.store.commit({
        writes: [
          ...records.map((row) => ({ collection: auditCollection.name, key: keyOf(row.number), expectedRevision: 0, guards: {}, row })),
          ...persons.map((row) => ({
            collection: auditPersonCollection.name,
            key: `${row.personId}|${keyOf(row.number)}`,
            expectedRevision: 0,
            guards: {},
            row,
          })),
        ],
      });
      if (outcome === 'committed') return;
    }
    throw new Error('the audit chain stayed contended');
  }

  /** The record of a command that was carried out. */
  async ofCommand(commandId: string): Promise<AuditEntry | undefined> {
    const found = await this.store.query<AuditRecord>(auditCollection.name, { where: [{ field: 'command.commandId', eq: commandId }], limit: 1 });
    return found.items[0];
  }

  /** The newest record's number and hash. */
  async head(): Promise<{ readonly number: number; readonly hash: string }> {
    const newest = await this.store.query<AuditRecord>(auditCollection.name, { where: [], orderBy: { field: 'number', direction: 'desc' }, limit: 1 });
    const [record] = newest.items;
    return record ? { number: record.number, hash: record.hash } : { number: 0, hash: this.#genesis };
  }

  /** Walks the whole chain. `firstBad` is the number of the first record that does not fit, missing ones included. */
  async verify(): Promise<{ readonly verified: number; readonly firstBad: number | null }> {
    let previous = this.#genesis;
    let number = 0;
    const query = { where: [], orderBy: { field: 'number', direction: 'asc' }, limit: 1000 } as const;
    for await (const { $key: _, ...record } of eachRow((start) => this.store.query<AuditRecord>(auditCollection.name, { ...query, ...start }))) {
      number++;
      if (!fits(record, number, previous)) return { verified: number - 1, firstBad: number };
      previous = record.hash;
    }
    return { verified: number, firstBad: null };
  }
}

/** Every field counts, those of the chain itself as well. */
function fits({ number: found, algorithm, previous: before, hash, ...entry }: AuditRecord, number: number, previous: string): boolean {
  const expected = seal(entry, number, previous);
  return found === number && algorithm === expected.algorithm && before === previous && hash === expected.hash;
}

function seal(entry: AuditEntry, number: number, previous: string): AuditRecord {
  const record = { ...entry, number, algorithm: 'sha256' as const, previous };
  return { ...record, hash: createHash('sha256').update(canonicalJson(record)).digest('hex') };
}
