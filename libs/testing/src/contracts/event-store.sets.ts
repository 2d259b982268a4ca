import { writeSync } from 'node:fs';
import type { EventStore, StoredCommit } from '@zhitong/eventing';
import { commitOn, contractContext } from './event-store.samples.ts';

const streamsOfSet = 5;

/** Stores sets of commits for ever, so many at once, and prints the name of each that has its receipt. A set has one command id. */
export async function storeSetsForever(store: EventStore, round: string, callers: number): Promise<never> {
  const one = async (caller: number): Promise<never> => {
    for (let nth = 0; ; nth++) {
      const set = `${round}-${String(caller)}-${String(nth)}`;
      const commits = Array.from({ length: streamsOfSet }, (_, of) => ({ ...commitOn(`${contractContext}.set-${set}-${String(of)}`, 0), commandId: set }));
      const { outcome } = await store.appendAll(commits);
      if (outcome !== 'appended') throw new Error(`Unexpected ${outcome}`);
      writeSync(1, `${set}\n`);
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => one(caller)));
  throw new Error('It never ends by itself');
}

/** Sets that are in the log in part. */
export const partialSets = (commits: readonly Pick<StoredCommit, 'commandId'>[]): readonly string[] =>
  [...Map.groupBy(commits, ({ commandId }) => commandId)].flatMap(([set, of]) => (of.length === streamsOfSet ? [] : [`${set}: ${String(of.length)}`]));
