import { expect, it } from '@jest/globals';
import { eventually } from '@zhitong/testing';
import { Kafka } from 'kafkajs';
import { OwnedPartitions } from '../src/owned-partitions.ts';

it('REL-33 tells that a partition is lost after its place was asked for, however late that is answered', async () => {
  const told: string[] = [];
  const asked = Promise.withResolvers<number>();
  const client = Object.assign(new Kafka({ brokers: ['nobody:9092'] }).consumer({ groupId: 'g' }), { pause: () => undefined });
  const parts = new OwnedPartitions(
    client,
    {
      resume: async ({ partition }) => {
        told.push('asked');
        const offset = await asked.promise;
        told.push(`begun ${String(partition)}`);
        return offset;
      },
      range: () => Promise.resolve({ low: 0, high: 10 }),
      onFailure: () => 0,
    },
    () => undefined,
    ({ partition }) => told.push(`lost ${String(partition)}`),
  );
  parts.assign({ topic: [1] });
  await eventually(() => expect(told).toEqual(['asked']));
  parts.assign({});
  asked.resolve(5);
  await eventually(() => expect(told.slice(-2)).toEqual(['begun 1', 'lost 1']));
});
