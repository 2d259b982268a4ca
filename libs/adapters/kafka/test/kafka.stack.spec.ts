import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { partitionOf, type Log } from '@zhitong/eventing';
import { kafkaTopic, openKafkaTransport, WrongPartitionCount, type KafkaTransport, type KafkaTransportOptions } from '@zhitong/kafka';
import { eventually } from '@zhitong/testing/eventually.ts';
import { Checkpoints, recorded, Recorder, spread } from '@zhitong/testing/contracts/event-transport.fixture.ts';
import { ConfigResourceTypes, Kafka, type Admin } from 'kafkajs';
import { kafkaBrokers } from '@zhitong/testing/suite-servers.ts';

describe('the Kafka transport', () => {
  let admin: Admin;
  let prefix: string;
  let transport: KafkaTransport;
  const opened: KafkaTransport[] = [];
  const warnings: { fields: object; sentence: string }[] = [];
  const log: Log = { info: () => undefined, warn: (fields, sentence) => warnings.push({ fields, sentence }), error: () => undefined };
  function open(more: Partial<KafkaTransportOptions> = {}): KafkaTransport {
    const next = openKafkaTransport({
      brokers: kafkaBrokers(),
      clientId: 'spec',
      contexts: ['organizations'],
      prefix,
      log,
      consumers: { maxWaitMs: 200, hintMs: 100 },
      backoff: { minMs: 1, maxMs: 50 },
      ...more,
    });
    opened.push(next);
    return next;
  }

  beforeEach(async () => {
    prefix = `spec-${randomUUID().slice(0, 8)}`;
    warnings.length = 0;
    transport = open();
    admin = new Kafka({ brokers: [...kafkaBrokers()], clientId: 'spec-admin', logLevel: 0 }).admin();
    await admin.connect();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.close()));
    const topics = (await admin.listTopics()).filter((name) => name.startsWith(`${prefix}.`));
    if (topics.length > 0) await admin.deleteTopics({ topics });
    await admin.disconnect();
  });

  it('makes topics that keep everything', async () => {
    await transport.ends('organizations.restricted');
    const name = kafkaTopic(prefix, 'organizations.restricted');
    expect(name).toBe(`${prefix}.organizations.restricted.v1`);
    const { resources } = await admin.describeConfigs({ includeSynonyms: false, resources: [{ type: ConfigResourceTypes.TOPIC, name }] });
    const settings = Object.fromEntries(resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]) ?? []);
    expect(settings).toMatchObject({
      'cleanup.policy': 'delete',
      'retention.ms': '-1',
      'retention.bytes': '-1',
      'unclean.leader.election.enable': 'false',
    });
  });

  it('REL-19 refuses a topic with another partition count', async () => {
    const topics = [{ topic: kafkaTopic(prefix, 'organizations'), numPartitions: 3 }];
    await admin.createTopics({ topics, waitForLeaders: false }); // a busy broker does not know the topic at once, and kafkajs would not wait for that
    const consuming = transport.consume({
      group: 'live',
      topics: ['organizations'],
      resume: () => Promise.resolve(0),
      handle: (batch) => Promise.resolve(batch.nextOffset),
    });
    await expect(consuming).rejects.toThrow(WrongPartitionCount);
    await expect(transport.publisher.publish('organizations', [recorded('organizations.directive-a', 1)])).rejects.toThrow('3 partitions');
  });

  it('says that a topic is missing where operators make them', async () => {
    const strict = open({ createTopics: false });
    await expect(strict.ends('organizations')).rejects.toThrow(`${prefix}.organizations.v1`);
  });

  it('sends what is larger than a request of the broker, in order', async () => {
    const text = '目'.repeat(20_000);
    const events = Array.from({ length: 60 }, (_, at) => recorded('organizations.directive-large', at + 1, { text }));
    await transport.publisher.publish('organizations', events);
    const recorder = new Recorder();
    await transport.consume({ group: 'live', topics: ['organizations'], resume: () => Promise.resolve(0), ...recorder.consumer() });
    await eventually(() => recorder.events.length === 60);
    expect(recorder.versionsOf('organizations.directive-large')).toEqual(events.map(({ version }) => version));
  });

  it('lets no send overtake another', async () => {
    const first = transport.publisher.publish('organizations', [recorded('organizations.directive-a', 1)]);
    await expect(transport.publisher.publish('organizations', [recorded('organizations.directive-a', 2)])).rejects.toThrow('under way');
    await first;
  });

  it('names a checkpoint that the log no longer reaches', async () => {
    const stream = 'organizations.directive-gone';
    const partition = partitionOf(stream);
    await transport.publisher.publish(
      'organizations',
      [1, 2, 3, 4].map((version) => recorded(stream, version)),
    );
    const topic = kafkaTopic(prefix, 'organizations');
    await eventually(async () => {
      await admin.fetchTopicOffsets(topic); // deleting needs the leaders, which only this request looks up
      await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: '3' }] });
    });
    const recorder = new Recorder();
    await transport.consume({ group: 'live', topics: ['organizations'], resume: () => Promise.resolve(0), ...recorder.consumer() });
    await eventually(() =>
      expect(warnings.map(({ fields }) => 'error' in fields && String(fields.error))).toContainEqual(
        expect.stringContaining(`the checkpoint 0 of ${prefix}.organizations.v1/${partition} lies outside of the log, which reaches from 3 to 4`),
      ),
    );
    expect(recorder.events).toEqual([]);
  });

  it('holds a partition whose log was replaced while it was read', async () => {
    const stream = 'organizations.directive-a';
    await transport.publisher.publish(
      'organizations',
      [1, 2, 3].map((version) => recorded(stream, version)),
    );
    const recorder = new Recorder();
    let checkpoint = 0;
    const consumption = await transport.consume({
      group: 'live',
      topics: ['organizations'],
      resume: (_topic, partition) => Promise.resolve(partition === partitionOf(stream) ? checkpoint : 0),
      handle: async (batch) => {
        await recorder.take(batch);
        return (checkpoint = batch.nextOffset);
      },
    });
    await eventually(() => recorder.events.length === 3);
    const name = kafkaTopic(prefix, 'organizations');
    await admin.deleteTopics({ topics: [name] });
    const other = open();
    await eventually(async () => (await other.ends('organizations').catch(() => [])).length > 0, 20_000);
    await other.publisher.publish('organizations', [recorded(stream, 1)]);
    await eventually(() => warnings.some(({ fields }) => 'error' in fields && String(fields.error).includes('the checkpoint 3 of')), 30_000);
    expect(recorder.events).toHaveLength(3);
    expect(consumption.stalledFor()).toBeGreaterThan(0);
  });

  it('REL-24 loses nothing and moves no checkpoint back while members come and go, also when they stop in the middle of a rebalance', async () => {
    const history = spread(60, 10);
    const checkpoints = new Checkpoints();
    const recorder = new Recorder();
    const consumer = { group: 'live', topics: ['organizations'], ...checkpoints.guard(recorder.consumer()) };
    const lasting = await transport.consume(consumer);
    for (let round = 0; round < 6; round++) {
      await transport.publisher.publish('organizations', history.slice(round * 100, round * 100 + 100));
      const passing = await transport.consume(consumer);
      if (round % 2 === 0) await eventually(() => checkpoints.stored(history.slice(0, round * 100 + 100)), 20_000);
      await passing.stop();
    }
    await eventually(() => checkpoints.stored(history), 20_000);
    expect(checkpoints.regressions).toEqual([]);
    await Promise.all([lasting.stop(), (await transport.consume(consumer)).stop()]);
  });

  it('notes with the group how far it is, for lag monitors', async () => {
    const stream = 'organizations.directive-a';
    await transport.publisher.publish('organizations', [recorded(stream, 1), recorded(stream, 2)]);
    const recorder = new Recorder();
    await transport.consume({ group: 'live', topics: ['organizations'], resume: () => Promise.resolve(0), ...recorder.consumer() });
    await eventually(async () => {
      const [offsets] = await admin.fetchOffsets({ groupId: `${prefix}.live`, topics: [kafkaTopic(prefix, 'organizations')] });
      expect(offsets?.partitions.find(({ partition }) => partition === partitionOf(stream))?.offset).toBe('2');
    });
  });
});
