import { fits, genesisOf, type AuditRecord } from './audit-record.ts';
import type { AuditCheckpoints, SignedCheckpoint } from './audit-checkpoints.ts';
import { canonicalJson } from './canonical-json.ts';

/** What a walk over a chain found. */
export interface Verification {
  /** Records before the first bad one; all of them when there is none. */
  readonly verified: number;
  /** The first record that does not fit, missing ones included; where a forged chain fits into itself, the first that no checkpoint vouches for. */
  readonly firstBad: number | null;
  /** Records after the newest checkpoint: nothing but the log itself vouches for them. */
  readonly unsealed: number;
}

/** Walks a whole chain beside the checkpoints and copies that the sink holds of it. A service at work may write on meanwhile. */
export async function verifyChain(context: string, records: AsyncIterable<AuditRecord>, sink: AuditCheckpoints): Promise<Verification> {
  const newestCopy = await sink.newestCopy();
  const { checkpoints, broken } = await sink.believed();
  const vouched = checkpoints.at(-1)?.number ?? 0;
  const { length, firstBad: walkedTo } = await walk(genesisOf(context), records, checkpoints, new Ahead(sink.copies(newestCopy)));
  const unvouched = broken || newestCopy > vouched ? vouched + 1 : undefined;
  const bad = [walkedTo, unvouched, vouched > length ? length + 1 : undefined].filter((number) => number !== undefined);
  const firstBad = bad.length === 0 ? null : Math.min(...bad);
  return { verified: firstBad === null ? length : firstBad - 1, firstBad, unsealed: Math.max(0, length - vouched) };
}

interface Walked {
  readonly length: number;
  readonly firstBad: number | undefined;
}

async function walk(genesis: string, records: AsyncIterable<AuditRecord>, checkpoints: readonly SignedCheckpoint[], copies: Ahead): Promise<Walked> {
  const hashes = new Map(checkpoints.map(({ number, hash }) => [number, hash]));
  let [length, vouched, previous] = [0, 0, genesis];
  for await (const record of records) {
    const number = length + 1;
    const copy = await copies.at(number);
    const asCopied = copy === undefined || canonicalJson(copy) === canonicalJson(record);
    if (!fits(record, number, previous) || !asCopied) return { length, firstBad: number };
    const hash = hashes.get(number);
    if (hash !== undefined && hash !== record.hash) return { length, firstBad: vouched + 1 };
    if (hash !== undefined) vouched = number;
    [length, previous] = [number, record.hash];
  }
  return { length, firstBad: undefined };
}

/** Copies in the order of their numbers, read as far as the walk has come. */
class Ahead {
  readonly #rows: AsyncIterator<AuditRecord, undefined>;
  #next: IteratorResult<AuditRecord, undefined> | undefined;

  constructor(rows: AsyncIterable<AuditRecord, undefined>) {
    this.#rows = rows[Symbol.asyncIterator]();
  }

  async at(number: number): Promise<AuditRecord | undefined> {
    this.#next ??= await this.#rows.next();
    const { done, value } = this.#next;
    if (done === true || value.number > number) return undefined;
    this.#next = undefined;
    return value;
  }
}
