import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { expect, it } from '@jest/globals';
import { partitionCount, type Log } from '@zhitong/eventing';
import { openKafkaTransport } from '@zhitong/kafka';
import { eventually } from '@zhitong/testing/eventually.ts';
import { openTcpProxy } from '@zhitong/testing/faults/tcp-proxy.ts';
import { kafkaBrokers } from '@zhitong/testing/suite-servers.ts';

it('REL-32 a broker that takes connections and answers nothing is waited for, and asked anew once it answers', async () => {
  const [host = '', port = ''] = kafkaBrokers()[0]?.split(':') ?? [];
  const proxy = await openTcpProxy({ target: { host, port: Number(port) } });
  const told: string[] = [];
  const log: Log = { info: (_fields, sentence) => told.push(sentence), warn: () => undefined, error: () => undefined };
  const transport = openKafkaTransport({
    brokers: kafkaBrokers(),
    clientId: 'spec',
    contexts: ['organizations'],
    prefix: `spec-${randomUUID().slice(0, 8)}`,
    requestTimeout: 300,
    log,
    socketFactory: ({ onConnect }) => connect({ host: proxy.host, port: proxy.port }, onConnect),
  });
  proxy.disturb({ kind: 'halfOpen' });
  const ends = transport.ends('organizations');
  await eventually(() => told.some((sentence) => sentence.includes('ApiVersions') && sentence.includes('timed out')));
  proxy.heal();
  expect(await ends).toHaveLength(partitionCount);
  await transport.close();
  await proxy.close();
});
