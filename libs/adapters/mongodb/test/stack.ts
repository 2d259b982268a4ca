import { expect } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { CommitTail, TailItem, TailPosition } from '@zhitong/eventing';
import { eventually } from '@zhitong/testing/eventually.ts';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';

let count = 0;
export const newDatabase = (what: string): string => `zt_${what}_${String(process.pid)}_${String(Date.now())}_${String(++count)}`;

export async function dropDatabase(name: string): Promise<void> {
  const client = new MongoClient(mongoUrl());
  await client
    .db(name)
    .dropDatabase()
    .finally(() => client.close());
}

const running = new Set<() => Promise<void>>();

/** Also those whose test failed half-way. */
export async function stopTails(): Promise<void> {
  await Promise.all([...running].map((stop) => stop()));
}

/** What a tail told so far, while it goes on in the background. */
export function follow(store: CommitTail, resume?: TailPosition) {
  const ending = new AbortController();
  const items: TailItem[] = [];
  const reading = (async () => {
    for await (const item of store.follow(resume, ending.signal)) items.push(item);
  })();
  const stop = async () => {
    running.delete(stop);
    ending.abort();
    await reading;
  };
  running.add(stop);
  const commits = () => items.flatMap(({ commit }) => (commit === undefined ? [] : [commit]));
  return {
    items,
    commits,
    /** By stream, the first versions in the order in which each came first. */
    firstOccurrences: () => {
      const byStream = Map.groupBy(commits(), ({ stream }) => stream);
      return new Map([...byStream].map(([stream, ofStream]) => [stream, [...new Set(ofStream.map(({ firstVersion }) => firstVersion))]]));
    },
    position: () => items.at(-1)?.position,
    has: (count: number) =>
      eventually(() => {
        expect(commits().length).toBeGreaterThanOrEqual(count);
      }, 20_000),
    stop,
  };
}
