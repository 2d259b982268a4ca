import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createRelay, systemClock, type Log, type Relay } from '@zhitong/eventing';
import { openKafkaTransport, type KafkaTransport } from '@zhitong/kafka';
import { Recorder } from '@zhitong/testing/contracts/event-transport.fixture.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { openTcpProxy, type TcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { commitOf, FakeLeases, FakeTail, streamsOf } from '../../../eventing/test/relay-fakes.ts';
import { kafkaBrokers } from '@zhitong/testing/suite-servers.ts';

const require = createRequire(import.meta.url);
/** What a client asks of one broker, from inside kafkajs. */
const {
  prototype: broker,
}: { prototype: { produce(request: ProduceRequest): Promise<unknown>; fetch(request: unknown): Promise<unknown> } } = require('kafkajs/src/broker');
interface ProduceRequest {
  readonly producerId: string;
  readonly topicData: readonly { readonly partitions: readonly { firstSequence: number }[] }[];
}

const stream = 'organizations.directive-a';
const recoveryMs = 10_000;
const newPrefix = (): string => `spec-${randomUUID().slice(0, 8)}`;

describe('REL-18 a producer that is out of step with the broker', () => {
  let proxy: TcpProxy;
  let transport: KafkaTransport;
  let relay: Relay | undefined;
  let tail: FakeTail;
  let leases: FakeLeases;
  let ended: number;
  const log: Log = {
    info: () => undefined,
    warn: (_fields, sentence) => void (ended += sentence.startsWith('relay term ended') ? 1 : 0),
    error: () => undefined,
  };

  beforeEach(async () => {
    const [host = '', port = ''] = kafkaBrokers()[0]?.split(':') ?? [];
    proxy = await openTcpProxy({ target: { host, port: Number(port) } });
    transport = openKafkaTransport({
      brokers: kafkaBrokers(),
      clientId: 'spec',
      contexts: ['organizations'],
      prefix: newPrefix(),
      requestTimeout: 500,
      // Wherever the broker says it is: past it.
      socketFactory: ({ onConnect }) => connect({ host: proxy.host, port: proxy.port }, onConnect),
    });
    [tail, leases, ended] = [new FakeTail(), new FakeLeases(), 0];
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await relay?.stop();
    relay = undefined;
    await transport.close();
    await proxy.close();
  });

  function startRelay(): void {
    const { publisher } = transport;
    relay = createRelay({ tail, publisher, leases, owner: 'one', clock: systemClock, topicOf: () => 'organizations', log, backoff: { minMs: 10, maxMs: 100 } });
  }
  const relayed = (commits: number) => eventually(() => leases.savedToken() === commits, recoveryMs);
  async function published(): Promise<ReadonlyMap<string, number>> {
    const recorder = new Recorder();
    await transport.consume({ group: 'reader', topics: ['organizations'], resume: () => Promise.resolve(0), ...recorder.consumer() });
    await eventually(() => expect(Math.max(...recorder.versionsOf(stream))).toBe(9));
    return streamsOf(recorder.events);
  }

  it('is replaced when the broker refuses its sequence, and the relay goes on at the checkpoint', async () => {
    const produce = broker.produce;
    const refused = new Set<unknown>();
    const outOfStep = new Set<string>();
    jest.spyOn(broker, 'produce').mockImplementation(async function (this: typeof broker, request) {
      if (!outOfStep.has(request.producerId)) return produce.call(this, request);
      for (const { partitions } of request.topicData) for (const partition of partitions) partition.firstSequence += 7;
      return produce.call(this, request).catch((error: unknown) => {
        refused.add(error instanceof Error && 'type' in error && error.type);
        throw error;
      });
    });
    startRelay();
    tail.commit(commitOf(stream, 1, 3));
    await relayed(1);
    const [last] = jest.mocked(broker.produce).mock.lastCall ?? [];
    outOfStep.add(last?.producerId ?? '');
    tail.commit(commitOf(stream, 4, 2), commitOf(stream, 6, 4));
    await relayed(3);
    expect([...refused]).toEqual(['OUT_OF_ORDER_SEQUENCE_NUMBER']);
    expect(await published()).toEqual(new Map([[stream, 9]]));
  });

  it('is replaced when the broker has stored what it never heard of, also when more is sent than before', async () => {
    startRelay();
    tail.commit(commitOf(stream, 1, 3));
    await relayed(1);
    proxy.disturb({ kind: 'dropReply' });
    tail.commit(commitOf(stream, 4, 2));
    await eventually(() => ended > 0, 30_000);
    tail.commit(commitOf(stream, 6, 4));
    proxy.heal();
    await relayed(3);
    expect(await published()).toEqual(new Map([[stream, 9]]));
  });
});

describe('REL-18 a client that has nothing to do', () => {
  it('costs at most a hundredth of a core', async () => {
    const transport = openKafkaTransport({
      brokers: kafkaBrokers(),
      clientId: 'spec',
      contexts: ['organizations'],
      prefix: newPrefix(),
      consumers: { maxWaitMs: 500 }, // two questions a second, the rest is idle
    });
    const { fetch } = broker;
    const rounds = (count: number) =>
      new Promise<void>((resolve) => {
        let left = count;
        jest.spyOn(broker, 'fetch').mockImplementation(function (this: typeof broker, request) {
          if (--left === 0) resolve();
          return fetch.call(this, request);
        });
      });
    await transport.consume({ group: 'idle', topics: ['organizations'], resume: () => Promise.resolve(0), ...new Recorder().consumer() });
    await rounds(2);
    await eventually(async () => {
      const [start, used] = [performance.now(), process.cpuUsage()];
      await rounds(3);
      const { user, system } = process.cpuUsage(used);
      expect((user + system) / 1000 / (performance.now() - start)).toBeLessThanOrEqual(0.01);
    }, 20_000);
    jest.restoreAllMocks();
    await transport.close();
  });
});
