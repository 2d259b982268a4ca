import { describe, expect, it } from '@jest/globals';
import { knownPartitions, murmur2, partitionCount, partitionOf } from '@zhitong/eventing';

describe('the partition of a stream', () => {
  it.each(knownPartitions)('%s lies where the Java client puts it', (stream, partition) => {
    expect(partitionOf(stream)).toBe(partition);
  });

  it.each([
    ['', 275646681],
    ['a', -1563381124],
    ['ab', 316155434],
    ['abc', 479470107],
    ['abcd', -1323649548],
    ['funding.award-awd-1', 409602487],
    ['😀.x-y', -2062405356],
  ])('murmur2 of "%s" equals the Java client', (key, hash) => {
    expect(murmur2(new TextEncoder().encode(key))).toBe(hash);
  });

  it('uses all partitions about equally', () => {
    const counts = new Array<number>(partitionCount).fill(0);
    for (let member = 0; member < 24_000; member++) counts[partitionOf(`members.member-mem_${member}`)]! += 1;
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
  });
});
