import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { silentLog } from '@zhitong/eventing';
import type { Kafka } from 'kafkajs';
import { KafkaPublisher } from '../src/publisher.ts';

it('a publisher ends also while it tries to connect: what is closed after it is closed all the same', async () => {
  const { promise: connecting, reject } = Promise.withResolvers<never>();
  const kafka = { producer: () => ({ connect: () => connecting }) } as unknown as Kafka;
  const publisher = new KafkaPublisher(kafka, (topic) => Promise.resolve(topic), silentLog);
  const publishing = publisher.publish('organizations', []);
  await turn();
  const closing = publisher.close();
  reject(new Error('Kafka is away'));
  await expect(publishing).rejects.toThrow('away');
  await expect(closing).resolves.toBeUndefined();
});
