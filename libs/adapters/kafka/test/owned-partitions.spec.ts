import { expect, it } from '@jest/globals';
import { eventually } from '@zhitong/testing';
import { Kafka } from 'kafkajs';
import { OwnedPartitions } from '../src/owned-partitions.ts';

function owned(asked: Promise<number>) {
  const told: string[] = [];
  const nothing = () => undefined;
  const client = Object.assign(new Kafka({ brokers: ['nobody:9092'] }).consumer({ groupId: 'g' }), { pause: nothing, seek: nothing, resume: nothing });
  const parts = new OwnedPartitions(
    client,
    {
      resume: async ({ partition }) => {
        told.push('asked');
        const offset = await asked;
        told.push(`begun ${String(partition)}`);
        return offset;
      },
      range: () => Promise.resolve({ low: 0, high: 10 }),
      onFailure: () => 0,
    },
    () => undefined,
    ({ partition }) => told.push(`lost ${String(partition)}`),
  );
  return { parts, told };
}

it('REL-33 tells that a partition is lost after its place was asked for, however late that is answered', async () => {
  const asked = Promise.withResolvers<number>();
  const { parts, told } = owned(asked.promise);
  parts.assign({ topic: [1] });
  await eventually(() => expect(told).toEqual(['asked']));
  parts.assign({});
  asked.resolve(5);
  await eventually(() => expect(told.slice(-2)).toEqual(['begun 1', 'lost 1']));
});

it('asks anew for the place of a partition that comes back only once the earlier question is answered', async () => {
  const asked = Promise.withResolvers<number>();
  const { parts, told } = owned(asked.promise);
  parts.assign({ topic: [1] });
  await eventually(() => expect(told).toEqual(['asked']));
  parts.assign({ topic: [1] });
  parts.replaceAll();
  asked.resolve(5);
  await eventually(() => expect(told.filter((one) => one === 'begun 1')).toHaveLength(2));
  expect(told).toEqual(['asked', 'begun 1', 'asked', 'begun 1']);
});
