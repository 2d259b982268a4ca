import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient, type ClientSession, type Collection } from 'mongodb';
import type { CommitTail, EventStore, Log, TailPosition } from '@zhitong/eventing';
import { appended, commitOn, contractContext, fact, newStream } from '@zhitong/testing/contracts/event-store.samples.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { openMongoEventStore } from '@zhitong/mongodb';
import { toDocument, type CommitDocument } from '@zhitong/mongodb/commit-document.ts';
import { atomic } from '@zhitong/mongodb/concerns.ts';
import { mongoUrl } from '@zhitong/testing/suite-servers.ts';
import { dropDatabase, follow, newDatabase, stopTails } from './stack.ts';

const client = new MongoClient(mongoUrl());
const notes: string[] = [];
const log: Log = { info: () => undefined, warn: (_, sentence) => void notes.push(sentence), error: (_, sentence) => void notes.push(sentence) };
const quick = { heartbeatMs: 20, backoff: { minMs: 50, maxMs: 100 } };

let database = '';
let store: EventStore & CommitTail;
beforeAll(async () => {
  await client.connect();
});
afterAll(() => client.close());

const open = (tail = {}) => openMongoEventStore({ client, database, context: contractContext, epoch: 1, log, tail: { ...quick, ...tail } });

function eachOnItsOwnLog(): void {
  beforeAll(async () => {
    database = newDatabase('tail');
    notes.length = 0;
    store = await open();
  });
  afterAll(async () => {
    await stopTails();
    await dropDatabase(database);
  });
}

const commits = (): Collection<CommitDocument> => client.db(database).collection<CommitDocument>('commits');

/** A transaction that has inserted a commit, so that the commit has its `ts`, and shows it only when told. */
async function slowCommit(stream: string, expectedVersion: number): Promise<{ finish(): Promise<void> }> {
  const session: ClientSession = client.startSession();
  session.startTransaction(atomic);
  await commits().insertOne(toDocument(commitOn(stream, expectedVersion), new Date().toISOString()), { session });
  return {
    finish: async () => {
      await session.commitTransaction();
      await session.endSession();
    },
  };
}

describe('following a log', () => {
  eachOnItsOwnLog();

  it('begins with all that is there, then goes on, each stream in order', async () => {
    const stream = newStream();
    await store.append(commitOn(stream, 0, fact('A'), fact('B')));
    await store.append(commitOn(stream, 2));
    const tail = follow(store);
    await tail.has(2);
    await store.append(commitOn(stream, 3));
    await eventually(() => {
      expect(tail.firstOccurrences()).toEqual(new Map([[stream, [1, 3, 4]]]));
    });
    expect(tail.commits().find(({ firstVersion }) => firstVersion === 1)?.events).toEqual((await store.load(stream)).slice(0, 2));
    await tail.stop();
  });

  it('goes on after a position, also one of a heartbeat, without repeating', async () => {
    const before = follow(store);
    await store.append(commitOn(newStream(), 0));
    await eventually(() => before.items.length > 3 && before.items.slice(-3).every(({ commit }) => commit === undefined));
    await before.stop();
    const position: TailPosition = JSON.parse(JSON.stringify(before.position()));
    expect(Math.abs(position.through - Date.now())).toBeLessThan(60_000);
    const stream = newStream();
    await store.append(commitOn(stream, 0));
    const after = follow(store, position);
    await after.has(1);
    expect(after.commits().map((commit) => commit.stream)).toEqual([stream]);
    await after.stop();
  });

  it('REL-15 saves a new position while nothing is committed', async () => {
    const tail = follow(store);
    await eventually(() => {
      const idle = tail.items.filter(({ commit }) => commit === undefined).map(({ position }) => JSON.stringify(position.token));
      expect(new Set(idle).size).toBeGreaterThan(5);
    });
    await tail.stop();
  });

  it('ends at once when told, also before it began', async () => {
    const tail = follow(store);
    await tail.stop();
    expect(notes).toEqual([]);
  });
});

describe('a log that is dropped', () => {
  eachOnItsOwnLog();

  it('ends the stream of the server, not the tail', async () => {
    const tail = follow(store);
    await store.append(commitOn(newStream(), 0));
    await tail.has(1);
    await dropDatabase(database);
    await eventually(() => notes.includes('The history of the log is lost, scanning it'));
    const stream = newStream();
    const reopened = await open(); // with its indexes
    await reopened.append(commitOn(stream, 0));
    await eventually(() => tail.firstOccurrences().has(stream));
    await tail.stop();
  });
});

describe('REL-16 commits that become visible in reverse order', () => {
  eachOnItsOwnLog();

  it('are all told by a reader that was there before, 10,000 of them', async () => {
    const tail = follow(store);
    const streams = Array.from({ length: 20 }, newStream);
    for (const stream of streams) await slowPairAround(stream, 497);
    expect(allVersions.size).toBe(10_000);
    await tail.has(10_000);
    await eventually(() => {
      expect(tail.firstOccurrences()).toEqual(new Map(allVersions));
    }, 30_000);
    await tail.stop();
  }, 60_000);

  it('are all told by a reader that scans while they are hidden, in the order of their stream', async () => {
    const [hidden, later] = [newStream(), newStream()];
    appended(await store.append(commitOn(hidden, 0)));
    const slow = [await slowCommit(hidden, 1), await slowCommit(later, 0)] as const;
    for (let n = 0; n < 50; n += 1) await plain(newStream());
    const tail = follow(store);
    await tail.has(50);
    await slow[1].finish();
    await slow[0].finish();
    appended(await store.append(commitOn(hidden, 2)));
    const all = new Map([...allVersions, [hidden, [1, 2, 3]], [later, [1]]]);
    await eventually(() => {
      expect(tail.firstOccurrences()).toEqual(all);
    }, 30_000);
    await tail.stop();
  }, 60_000);

  it('are told in the order of their stream also when they appear behind a scan under way', async () => {
    const hidden = newStream();
    appended(await store.append(commitOn(hidden, 0)));
    const slow = await slowCommit(hidden, 1);
    await Promise.all(Array.from({ length: 1_500 }, () => store.append(commitOn(newStream(), 0)))); // more than one batch of a scan
    const ending = new AbortController();
    const seen: number[] = [];
    for await (const { commit } of store.follow(undefined, ending.signal)) {
      if (commit?.stream !== hidden) continue;
      seen.push(commit.firstVersion);
      if (seen.length === 1) {
        await slow.finish();
        appended(await store.append(commitOn(hidden, 2)));
      }
      if (commit.firstVersion === 3) ending.abort();
    }
    expect([...new Set(seen)]).toEqual([1, 2, 3]);
  }, 60_000);

  /** What was committed, by stream. */
  const allVersions = new Map<string, readonly number[]>();

  async function plain(stream: string): Promise<void> {
    appended(await store.append(commitOn(stream, 0)));
    allVersions.set(stream, [1]);
  }

  /** Two transactions take their `ts`, others commit after them, then the two end in reverse. */
  async function slowPairAround(stream: string, others: number): Promise<void> {
    const partner = `${stream}-b`;
    const [first, second] = [await slowCommit(stream, 0), await slowCommit(partner, 0)];
    await Promise.all(Array.from({ length: others }, () => plain(newStream())));
    await second.finish();
    await plain(newStream());
    await first.finish();
    allVersions.set(stream, [1]).set(partner, [1]);
  }
});

describe('REL-14 a lost history', () => {
  eachOnItsOwnLog();
  let token: { readonly _data: string };
  const known: string[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 3; n += 1) known.push(appended(await store.append(commitOn(newStream(), 0))).stream);
    const tail = follow(store);
    await eventually(() => {
      expect(tail.items.at(-1)?.position.token).toHaveProperty('_data');
    });
    token = tail.position()?.token as typeof token;
    await tail.stop();
  });

  it.each([
    ['older than the oplog', () => ({ _data: `${token._data.slice(0, 2)}00000001${token._data.slice(10)}` })],
    ['nobody ever gave', () => ({ _data: 'garbage' })],
    ['of another kind', () => 'garbage'],
  ])('is made good by a scan when the token is one %s', async (_what, lost) => {
    notes.length = 0;
    const missed = appended(await store.append(commitOn(newStream(), 0))).stream;
    known.push(missed);
    const tail = follow(store, { token: lost(), through: Date.now() });
    await eventually(() => {
      expect([...tail.firstOccurrences().keys()].sort()).toEqual([...known].sort());
    });
    known.push(appended(await store.append(commitOn(newStream(), 0))).stream);
    await eventually(() => {
      expect(tail.firstOccurrences().has(known.at(-1) ?? '')).toBe(true);
    });
    await tail.stop();
    expect(notes).toEqual(['The history of the log is lost, scanning it']);
  });

  it('is not scanned further back than what was passed on, less the margin', async () => {
    const tail = follow(await open({ marginMs: 60_000 }), { token: 'garbage', through: Date.now() + 3_600_000 });
    await eventually(() => {
      expect(tail.items.length).toBeGreaterThan(0);
    });
    const stream = newStream();
    known.push(stream);
    await store.append(commitOn(stream, 0));
    await tail.has(1);
    expect(tail.commits().map((commit) => commit.stream)).toEqual([stream]);
    await tail.stop();
  });
});

describe('REL-15 a silent change stream', () => {
  eachOnItsOwnLog();

  it('is opened anew, and nothing is lost', async () => {
    const mute = await open({ heartbeatMs: 3_600_000, silentMs: 60 });
    const tail = follow(mute);
    const streams: string[] = [];
    for (let n = 1; n <= 3; n += 1) {
      await eventually(() => {
        expect(notes.length).toBeGreaterThanOrEqual(n);
      });
      streams.push(appended(await store.append(commitOn(newStream(), 0))).stream);
    }
    await eventually(() => {
      expect([...tail.firstOccurrences().keys()]).toEqual(streams);
    });
    await tail.stop();
    expect(new Set(notes)).toEqual(new Set(['The change stream failed, opening it again']));
  });
});
