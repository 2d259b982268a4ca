import { partitionCount } from './ports/event-transport.port.ts';

const seed = 0x9747b28c;
const multiplier = 0x5bd1e995;
const utf8 = new TextEncoder();

/** Kafka's murmur2 of the key's bytes, as a signed 32-bit number. */
export function murmur2(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let hash = seed ^ bytes.length;
  for (let at = 0; at < whole; at += 4) {
    let word = Math.imul(view.getInt32(at, true), multiplier);
    word = Math.imul(word ^ (word >>> 24), multiplier);
    hash = Math.imul(hash, multiplier) ^ word;
  }
  for (let at = bytes.length - 1; at >= whole; at--) hash ^= view.getUint8(at) << (8 * (at - whole));
  if (whole < bytes.length) hash = Math.imul(hash, multiplier);
  hash = Math.imul(hash ^ (hash >>> 13), multiplier);
  return hash ^ (hash >>> 15);
}

/** The partition of a stream, on every transport and for life: what Kafka's Java client computes for the same key. */
export const partitionOf = (stream: string): number => (murmur2(utf8.encode(stream)) & 0x7fffffff) % partitionCount;

/** Partitions as `org.apache.kafka.common.utils.Utils` computes them; a transport that disagrees must not start. */
export const knownPartitions: readonly (readonly [stream: string, partition: number])[] = [
  ['a', 4],
  ['ab', 2],
  ['abc', 3],
  ['abcd', 20],
  ['organizations.directive-dir_1', 22],
  ['members.member-mem_000001', 23],
  ['funding.award-awd-1', 7],
  ['service-centers.room-2026-03-01', 15],
  ['assessments.round-第一轮', 9],
];
