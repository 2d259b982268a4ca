import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openMongoEventStore } from '@zhitong/mongodb';
import { startStack, type Stack } from '@zhitong/stack';
import { appended, commitOn, contractContext, contractEpoch, newStream } from '@zhitong/testing/contracts/event-store.samples.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { MongoClient, type CommandStartedEvent } from 'mongodb';
import { follow, stopTails } from './stack.ts';

const changeStreamHistoryLost = 286;
const times = 2;
const leastMs = 1_000;

/** A server of its own, because it is told to fail. */
describe('REL-14 a history that the server calls lost', () => {
  const appName = 'lost-history';
  let stack: Stack;
  let client: MongoClient;
  beforeAll(async () => {
    stack = await startStack({ own: true, only: ['mongo'] });
    client = await new MongoClient(stack.mongoUrl, { appName, monitorCommands: true }).connect();
  });
  afterAll(async () => {
    await stopTails();
    await client.close();
    await stack.stop();
  });

  it(`is scanned, ${String(times)} times, with one attempt per backoff, and nothing is skipped`, async () => {
    const store = await openMongoEventStore({ client, database: 'lost', context: contractContext, epoch: contractEpoch, tail: { heartbeatMs: 50 } });
    const known = [appended(await store.append(commitOn(newStream(), 0))).stream];
    const before = follow(store);
    await before.has(1);
    await eventually(() => before.position()?.token !== null);
    await before.stop();
    const attempts: number[] = [];
    client.on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === 'aggregate' && '$changeStream' in (command['pipeline'][0] ?? {})) attempts.push(performance.now());
    });
    const data = { failCommands: ['aggregate'], appName, errorCode: changeStreamHistoryLost };
    await client.db('admin').command({ configureFailPoint: 'failCommand', mode: { times }, data });
    known.push(appended(await store.append(commitOn(newStream(), 0))).stream);
    const after = follow(store, before.position());
    await eventually(() => attempts.length === times + 1, 30_000);
    known.push(appended(await store.append(commitOn(newStream(), 0))).stream);
    await eventually(() => {
      expect([...after.firstOccurrences().keys()].sort()).toEqual([...known].sort());
    }, 30_000);
    const waits = attempts.slice(1).map((at, nth) => at - (attempts[nth] ?? at));
    expect(waits.filter((ms) => ms < leastMs)).toEqual([]);
    expect(attempts).toHaveLength(times + 1);
  }, 60_000);
});
