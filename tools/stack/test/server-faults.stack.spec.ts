import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startStack, type Stack, type StackServer } from '@zhitong/stack';
import { Kafka, logLevel } from 'kafkajs';
import { MongoClient } from 'mongodb';
import { createClient } from 'redis';

describe('a server of our own that fails', () => {
  let stack: Stack;
  beforeAll(async () => {
    stack = await startStack({ own: true, brief: true });
  }, 120_000);
  afterAll(() => stack.stop());

  const server = (name: string): StackServer => {
    const found = stack.servers[name];
    if (!found) throw new Error(`There is no server ${name}`);
    return found;
  };
  async function killedAndBack(name: string): Promise<void> {
    const { pid } = server(name);
    await server(name).end('SIGKILL');
    expect(server(name).running).toBe(false);
    await server(name).restart();
    expect([server(name).running, server(name).pid === pid]).toEqual([true, false]);
  }

  it('is MongoDB, which has what it acknowledged', async () => {
    const client = new MongoClient(stack.mongoUrl);
    const things = client.db('faults').collection<{ _id: number }>('things');
    await things.insertOne({ _id: 1 }, { writeConcern: { w: 'majority', journal: true } });
    await killedAndBack('mongo1');
    expect(await things.findOne()).toEqual({ _id: 1 });
    await client.close();
  });

  it('is Kafka, which has its topics', async () => {
    const admin = new Kafka({ brokers: [...stack.kafkaBrokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.createTopics({ topics: [{ topic: 'faults', numPartitions: 2 }] });
    await killedAndBack('kafka');
    expect(await admin.listTopics()).toContain('faults');
    await admin.disconnect();
  });

  it('is Redis, which comes back empty', async () => {
    const client = createClient({ url: stack.redisUrl }).on('error', () => undefined);
    await client.connect();
    await client.set('k', 'v');
    await killedAndBack('redis');
    expect(await client.get('k')).toBeNull();
    client.destroy();
  });

  it('is not started beside itself', () => expect(server('redis').restart()).rejects.toThrow('redis still runs'));
});
