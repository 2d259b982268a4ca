import { describe, expect, it } from '@jest/globals';
import { recorded } from '@zhitong/testing/contracts/event-transport.fixture.ts';
import type { KafkaMessage } from 'kafkajs';
import { encode } from '../src/cloud-events.ts';
import { slices } from '../src/records.ts';

const stored = (offset: number, logEpoch: number): KafkaMessage => {
  const { key, value, headers } = encode({ ...recorded('organizations.directive-a', offset + 1), logEpoch });
  return { offset: String(offset), key: Buffer.from(key), value: Buffer.from(value), headers, timestamp: '0', attributes: 0 };
};
const malformed = (offset: number): KafkaMessage => ({ ...stored(offset, 1), value: Buffer.from('no event') });
const shapes = (records: readonly KafkaMessage[], known: number | undefined, max = 500) =>
  [...slices(records, known, max)].map(({ firstOffset, nextOffset, logEpoch }) => [firstOffset, nextOffset, logEpoch]);

describe('what one fetch brought', () => {
  it('is cut at the largest batch', () => {
    expect(
      shapes(
        [0, 1, 2, 3, 4].map((offset) => stored(offset, 1)),
        undefined,
        2,
      ),
    ).toEqual([
      [0, 2, 1],
      [2, 4, 1],
      [4, 5, 1],
    ]);
  });
  it('is cut where a restore gave the log a new epoch', () => {
    expect(shapes([stored(5, 1), stored(6, 1), stored(7, 2)], 1)).toEqual([
      [5, 7, 1],
      [7, 8, 2],
    ]);
  });
  it('counts what is no event to the epoch around it', () => {
    expect(shapes([malformed(0), stored(1, 3), malformed(2)], undefined)).toEqual([[0, 3, 3]]);
    expect(shapes([malformed(0)], 4)).toEqual([[0, 1, 4]]);
  });
  it('goes on behind holes between offsets', () => {
    expect(shapes([stored(3, 1), stored(9, 1)], 1)).toEqual([[3, 10, 1]]);
  });
});
