import type { ClientSession, Collection, Db, Document } from 'mongodb';
import type { Addition, Checkpoint, CheckpointMove, CommitOutcome, RowWrite, Unit } from '@zhitong/eventing';
import { durable } from './concerns.ts';
import { answering, isDuplicateKey, isLostRace } from './failures.ts';
import type { RowDocument } from './row-document.ts';
import { counterKey } from './shards.ts';
import { inTransaction } from './transaction.ts';

export interface CheckpointDocument extends Checkpoint {
  readonly _id: string;
  readonly subscription: string;
  readonly topic: string;
  readonly partition: number;
}

export interface UnitTarget {
  readonly database: Db;
  readonly checkpoints: Collection<CheckpointDocument>;
  readonly rows: (name: string) => Collection<RowDocument>;
}

/** Ends a transaction without a commit. */
class NotCommitted extends Error {
  override readonly name = 'NotCommitted';
  constructor(readonly outcome: 'fenced' | 'conflict') {
    super(outcome);
  }
}

type Options = { readonly session: ClientSession } | typeof durable;

/** Stores units all or none. A single write is atomic by itself; anything more is one transaction. */
export async function commitUnits(target: UnitTarget, units: readonly Unit[]): Promise<CommitOutcome> {
  const size = units.reduce((sum, unit) => sum + sizeOf(unit), 0);
  if (size === 0) return 'committed';
  try {
    await answering(() =>
      size === 1 ? writeUnits(target, units, durable) : inTransaction(target.database, (session) => writeUnits(target, units, { session })),
    );
    return 'committed';
  } catch (error) {
    if (error instanceof NotCommitted) return error.outcome;
    if (error instanceof Error && isLostRace(error.cause)) return 'conflict';
    throw error;
  }
}

/** Documents that a unit writes. */
export const sizeOf = ({ checkpoint, writes, additions = [] }: Unit): number => writes.length + additions.length + (checkpoint === undefined ? 0 : 1);

/** The checkpoints first: whoever lost the partition writes nothing. */
async function writeUnits({ checkpoints, rows }: UnitTarget, units: readonly Unit[], options: Options): Promise<void> {
  await moveCheckpoints(
    checkpoints,
    units.flatMap(({ checkpoint }) => checkpoint ?? []),
    options,
  );
  const writes = units.flatMap((unit) => unit.writes);
  for (const [name, ofCollection] of Map.groupBy(writes, ({ collection }) => collection)) {
    await writeRows(rows(name), ofCollection, options);
  }
  const additions = units.flatMap((unit) => unit.additions ?? []);
  for (const [name, ofCollection] of Map.groupBy(additions, ({ collection }) => collection)) {
    await rows(name).bulkWrite(ofCollection.map(toUpdate), { ...options, ordered: true });
  }
}

async function moveCheckpoints(checkpoints: Collection<CheckpointDocument>, moves: readonly CheckpointMove[], options: Options): Promise<void> {
  if (moves.length === 0) return;
  const written = await orElse('fenced', () => checkpoints.bulkWrite(moves.map(toMove), { ...options, ordered: false }));
  if (written.insertedCount + written.matchedCount !== moves.length) throw new NotCommitted('fenced');
}

/** The name of a checkpoint in its collection. */
export const checkpointKey = ({ subscription, topic, partition }: CheckpointMove): string => `${subscription}#${topic}#${String(partition)}`;

function toMove(move: CheckpointMove) {
  const { subscription, topic, partition, from, to } = move;
  const { offset, part, logEpoch } = to;
  const _id = checkpointKey(move);
  if (from === undefined) return { insertOne: { document: { _id, subscription, topic, partition, offset, part, logEpoch } } };
  return { updateOne: { filter: { _id, offset: from.offset, part: from.part, logEpoch: from.logEpoch }, update: { $set: { offset, part, logEpoch } } } };
}

async function writeRows(collection: Collection<RowDocument>, writes: readonly RowWrite[], options: Options): Promise<void> {
  const operations = writes.map(({ key, expectedRevision, guards, row, untraced }) => {
    if (untraced) return { deleteOne: { filter: { _id: key, r: expectedRevision } } };
    const document = { _id: key, r: expectedRevision + 1, g: guards, d: row ?? null };
    if (expectedRevision === 0) return { insertOne: { document } };
    return { replaceOne: { filter: { _id: key, r: expectedRevision }, replacement: document } };
  });
  const written = await orElse('conflict', () => collection.bulkWrite(operations, { ...options, ordered: false }));
  if (written.insertedCount + written.matchedCount + written.deletedCount !== writes.length) throw new NotCommitted('conflict');
}

async function orElse<Result>(outcome: 'fenced' | 'conflict', write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    throw isDuplicateKey(error) ? new NotCommitted(outcome) : error;
  }
}

/** As a pipeline, because the names of amounts may hold dots and dollars. */
function toUpdate({ key, shard, amounts }: Addition) {
  const old = { $ifNull: ['$d', {}] };
  const sum = ([name, amount]: [string, number]) => ({
    $add: [{ $ifNull: [{ $getField: { field: { $literal: name }, input: old } }, 0] }, amount],
  });
  const d = Object.entries(amounts).reduce<Document>((input, entry) => ({ $setField: { field: { $literal: entry[0] }, input, value: sum(entry) } }), old);
  const set = { r: { $add: [{ $ifNull: ['$r', 0] }, 1] }, g: { $ifNull: ['$g', {}] }, d };
  return { updateOne: { filter: { _id: counterKey(key, shard) }, update: [{ $set: set }], upsert: true } };
}
