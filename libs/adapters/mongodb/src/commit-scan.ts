import { Timestamp } from 'mongodb';
import type { TailItem } from '@zhitong/eventing';
import { toStoredCommit } from './commit-document.ts';
import type { TailSource } from './tail-source.ts';
import { committed } from './concerns.ts';

/** Commits from `through` less the margin up to a moment, by `ts`, as that moment's majority saw them. */
export async function* scanCommits(
  { client, commits, epoch, times }: TailSource,
  through: number,
  until: Timestamp,
  signal: AbortSignal,
): AsyncGenerator<TailItem> {
  const from = new Timestamp({ t: Math.max(0, Math.floor((through - times.marginMs) / 1000)), i: 0 });
  const session = client.startSession({ causalConsistency: true });
  session.advanceOperationTime(until);
  try {
    const found = commits.find({ ts: { $gte: from, $lte: until } }, { ...committed, sort: { ts: 1 }, hint: { ts: 1 }, batchSize: 1_000, session });
    for await (const document of found) {
      if (signal.aborted) return;
      const position = { token: null, through: Math.max(through, document.ts.t * 1000) };
      yield { commit: toStoredCommit(document, epoch), position };
    }
  } finally {
    await session.endSession();
  }
}
