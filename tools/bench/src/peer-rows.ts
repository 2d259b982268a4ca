import { openMongoEventStore } from '@zhitong/mongodb';
import { MongoClient } from 'mongodb';
import { startStack } from '../../stack/src/index.ts';
import { emmett, eventNest, ocoda, openPeer, type Peer, type PeerStore } from './mongodb-peers.ts';
import { PeerMissing } from './peer-folder.ts';
import { race, told } from './racing.ts';
import type { Row, Rows, Unmeasured } from './rows.ts';
import { appendsTo, commit } from './workload.ts';

const callers = 64;
const rounds = 1000;

/** How many times as fast as the peer, with one caller and with 64. */
const reaches = [
  { peer: emmett, ids: ['P4', 'P4b'], reach: [1.4, 10] },
  { peer: ocoda, ids: ['P4c', 'P4d'], reach: [1.7, 12] },
  { peer: eventNest, ids: ['P4e', 'P4f'], reach: [2.5, 18] },
] as const;

/** Our append to MongoDB against other libraries for event sourcing on the same server. */
export async function peerRows(): Promise<Rows> {
  const stack = await startStack({ only: ['mongo'] });
  const database = `zt_bench_peers_${String(process.pid)}`;
  const store = await openMongoEventStore({ url: stack.mongoUrl, database, context: 'organizations', epoch: 1 });
  const opened = new Map<Peer, PeerStore>();
  const missing: Unmeasured[] = [];
  const rows: Row[] = [];
  for (const [index, { peer, ids, reach }] of reaches.entries()) {
    const pairs = [1, callers].map((count, at) => ({ id: ids[at] ?? '', what: whatOf(count), against: peer.name, reach: reach[at] ?? 0, count }));
    const other = await orWhyNot(peer, stack.mongoUrl, `${database}_${String(index)}`);
    if (typeof other === 'string') missing.push(...pairs.map((pair) => ({ ...pair, why: other })));
    else {
      opened.set(peer, other);
      const theirs = (count: number) => () => appendsTo(({ stream, expectedVersion }) => other.append(stream, expectedVersion), count, count === 1 ? 50 : 5);
      const ours = (count: number) => () => appendsTo((next) => store.append(next), count, count === 1 ? 100 : 40);
      rows.push(...pairs.map(({ count, ...pair }) => ({ ...pair, ours: ours(count), theirs: theirs(count) })));
    }
  }
  const racing = opened.get(emmett);
  return {
    rows,
    missing,
    findings: [
      {
        id: 'P5',
        what: `16 racers on one stream beside 48 bystanders, ${String(rounds)} rounds`,
        against: emmett.name,
        reach: '1 winner, 15 conflicts, no error',
        async find() {
          const outcome = await race(rounds, async (stream) => ((await store.append(commit(stream, 0))).outcome === 'appended' ? 'won' : 'conflict'));
          const others = racing === undefined ? undefined : await race(rounds / 10, (stream) => appendedBy(racing, stream));
          return { ours: told(outcome), theirs: others === undefined ? 'does not run' : told(others), reached: outcome.exact };
        },
      },
    ],
    async close() {
      for (const other of opened.values()) await other.close();
      await store.close();
      const client = await new MongoClient(stack.mongoUrl).connect();
      for (const name of [database, ...reaches.map((_, index) => `${database}_${String(index)}`)]) await client.db(name).dropDatabase();
      await client.close();
      await stack.stop();
    },
  };
}

const whatOf = (count: number) => `append 1 event, ${String(count)} caller${count === 1 ? '' : 's'}`;

async function orWhyNot(peer: Peer, url: string, database: string): Promise<PeerStore | string> {
  try {
    return await openPeer(peer, url, database);
  } catch (error) {
    if (error instanceof PeerMissing) return error.message;
    throw error;
  }
}

/** A library's own word for a conflict, or the error as it came. */
async function appendedBy(peer: PeerStore, stream: string): Promise<'won' | 'conflict' | 'error'> {
  try {
    await peer.append(stream, 0);
    return 'won';
  } catch (error) {
    return peer.isConflict(error) ? 'conflict' : 'error';
  }
}
