import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { partitionCount, type Log } from '@zhitong/eventing';
import { openKafkaTransport, type KafkaTransport } from '@zhitong/kafka';
import { eventually } from '@zhitong/testing/eventually.ts';
import { recorded, Recorder } from '@zhitong/testing/contracts/event-transport.fixture.ts';
import { Kafka } from 'kafkajs';
import { kafkaBrokers } from '@zhitong/testing/suite-servers.ts';

const contexts = ['organizations', 'members', 'funding'];
const members = [1, 2, 3, 4];
const rounds = [1, 2, 3, 4, 5];

describe('services that start in parallel', () => {
  const opened: KafkaTransport[] = [];
  const warnings: string[] = [];
  const log: Log = { info: () => undefined, warn: (_fields, sentence) => warnings.push(sentence), error: (_fields, sentence) => warnings.push(sentence) };
  const open = (prefix: string, brokers = kafkaBrokers()) => {
    const transport = openKafkaTransport({
      brokers,
      clientId: 'spec',
      contexts,
      prefix,
      log,
      consumers: { maxWaitMs: 200 },
      backoff: { minMs: 10, maxMs: 500 },
    });
    opened.push(transport);
    return transport;
  };

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((transport) => transport.close()));
    warnings.length = 0;
    const admin = new Kafka({ brokers: [...kafkaBrokers()], clientId: 'spec-admin', logLevel: 0 }).admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((name) => name.startsWith('fresh-'));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    await admin.disconnect();
  });

  it.each(rounds)('find their topics although nobody made them before, round %i', async () => {
    const prefix = `fresh-${randomUUID().slice(0, 8)}`;
    const transports = members.map(() => open(prefix));
    const recorders = members.map(() => new Recorder());
    const started = transports.map(async (transport, at) => {
      const consuming = transport.consume({ group: `reader-${at}`, topics: contexts, resume: () => Promise.resolve(0), ...recorders[at]!.consumer() });
      const ends = await Promise.all(contexts.map((context) => transport.ends(context)));
      await consuming;
      return ends;
    });
    const nothing = contexts.map(() => new Array<number>(partitionCount).fill(0));
    expect(await Promise.all(started)).toEqual(members.map(() => nothing));
    await eventually(
      () =>
        transports[0]!.publisher.publish('members', [recorded('members.member-a', 1)]).then(
          () => true,
          () => false,
        ),
      20_000,
    );
    await eventually(() => recorders.every(({ events }) => events.length > 0), 30_000);
    expect(warnings.length).toBeLessThan(members.length * 3);
  });

  it('wait for Kafka until they are closed, without a word from its client', async () => {
    const transport = open('fresh-away', ['127.0.0.1:1']);
    const asking = transport.ends(contexts[0]!);
    const consuming = transport.consume({
      group: 'reader',
      topics: [contexts[0]!],
      resume: () => Promise.resolve(0),
      handle: ({ nextOffset }) => Promise.resolve(nextOffset),
    });
    const failures = Promise.all([expect(asking).rejects.toThrow('ECONNREFUSED'), expect(consuming).rejects.toThrow('ECONNREFUSED')]);
    await eventually(() => warnings.length > 1, 30_000);
    await transport.close();
    await failures;
    expect(new Set(warnings)).toEqual(new Set(['Kafka does not answer, waiting for it']));
  });
});
