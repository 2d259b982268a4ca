import type { Checkpoint, CheckpointMove, Index, ReadModelStore, RowWrite } from '@zhitong/eventing';

let count = 0;
const fresh = (prefix: string): string => `${prefix}_${String(process.pid)}_${String(++count)}`;
/** A subscription no other test uses. */
export const newSubscription = (): string => fresh('subscription');

/** An ensured collection no other test uses. */
export async function newCollection(store: ReadModelStore, ...indexes: readonly Index[]): Promise<string> {
  const name = fresh('rows');
  await store.ensure([{ name, indexes }]);
  return name;
}

export const write = (collection: string, key: string, row: unknown, expectedRevision = 0, guards: Readonly<Record<string, number>> = {}): RowWrite => ({
  collection,
  key,
  expectedRevision,
  guards,
  row,
});

/** Stores rows under keys, in units of at most 500. */
export async function fill(store: ReadModelStore, collection: string, rows: Readonly<Record<string, unknown>>): Promise<void> {
  const writes = Object.entries(rows).map(([key, row]) => write(collection, key, row));
  for (let from = 0; from < writes.length; from += 500) {
    const outcome = await store.commit({ writes: writes.slice(from, from + 500) });
    if (outcome !== 'committed') throw new Error(`The rows were not stored: ${outcome}`);
  }
}

export const checkpoint = (offset: number, part = 0, logEpoch = 1): Checkpoint => ({ offset, part, logEpoch });
export const move = (subscription: string, from: Checkpoint | undefined, to: Checkpoint, partition = 0): CheckpointMove => ({
  subscription,
  topic: 'members',
  partition,
  from,
  to,
});
