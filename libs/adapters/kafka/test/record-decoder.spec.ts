import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { decodeRecord, type BatchFields, type RecordBytes } from '../src/record-decoder.ts';
import { encodeRecord, type RecordFields } from '../src/record-encoder.ts';

const require = createRequire(import.meta.url);
type Decoded = ReturnType<typeof decodeRecord>;
const decodeByKafkajs: (bytes: RecordBytes, batch: BatchFields) => Decoded = require('kafkajs/src/protocol/recordBatch/record/v0/decoder');
const Decoder: new (buffer: Buffer) => RecordBytes & { readVarIntBytes(): Buffer } = require('kafkajs/src/protocol/decoder');

/** The bytes after the length, as kafkajs hands them over. */
const bytesOf = (record: RecordFields) => new Decoder(new Decoder(encodeRecord(record).buffer).readVarIntBytes());

/** With every header as the bytes it came as. */
const inBytes = ({ headers, ...record }: Decoded) => {
  const bytes = (header: string | Buffer | null) => (typeof header === 'string' ? Buffer.from(header) : header);
  const all = Object.entries(headers).map(([name, header]) => [name, Array.isArray(header) ? header.map(bytes) : bytes(header)]);
  return { ...record, headers: Object.fromEntries(all) };
};

const batch = { firstOffset: '90000000000', firstTimestamp: '1771000000000', maxTimestamp: '1771000000999', timestampType: 0, magicByte: 2 };
const record = { key: 'organizations.directive-a', value: '{}', headers: { ce_id: '1' } };

describe('a record out of its bytes', () => {
  it.each<[string, RecordFields]>([
    ['nothing but a key', { key: 'organizations.directive-a', value: null }],
    ['no key', { key: null, value: 'value' }],
    ['empty texts', { key: '', value: '', headers: { a: '' } }],
    ['any script', { key: '目录_😀', value: '{"title":"“直通”"}', headers: { ce_subject: '目录_😀', ce_actorid: 'ж' } }],
    ['bytes', { key: Buffer.from([0, 255]), value: Buffer.from([128, 64]), headers: { raw: Buffer.from([1, 2, 3]) } }],
    ['a header given three times', { key: 'k', value: 'v', headers: { trace: ['one', 'two', 'three'], other: 'x' } }],
    ['lengths around the edges of their encoding', { key: 'k'.repeat(63), value: 'v'.repeat(64), headers: { n: 'h'.repeat(8191), m: 'h'.repeat(8192) } }],
    ['a large value late in its batch', { key: 'k', value: 'v'.repeat(70_000), offsetDelta: 499, timestampDelta: 5_000_000_000 }],
    ['a time before the first of its batch', { key: 'k', value: 'v', timestampDelta: -1500 }],
  ])('equals that of kafkajs: %s', (_, fields) => {
    const bytes = bytesOf(fields);
    expect(inBytes(decodeRecord(bytes, batch))).toEqual(decodeByKafkajs(bytesOf(fields), batch));
  });
  it.each<[string, BatchFields]>([
    ['of control records', { ...batch, isControlBatch: true }],
    ['with the time of the broker', { ...batch, timestampType: 1 }],
  ])('equals that of kafkajs in a batch %s', (_, fields) => {
    expect(inBytes(decodeRecord(bytesOf(record), fields))).toEqual(decodeByKafkajs(bytesOf(record), fields));
  });
  it('has plain headers as texts, whatever stands beside them, and others as bytes', () => {
    const headers = { ce_id: '1', ce_actorid: 'ж', ce_subject: 'x'.repeat(64), raw: Buffer.from([0xff]) };
    expect(decodeRecord(bytesOf({ ...record, headers }), batch).headers).toEqual({ ...headers, ce_actorid: Buffer.from('ж') });
  });
  it('takes a header for one that is named like a member of all objects, unlike there, and drops one that would be their prototype', () => {
    const headers = Object.fromEntries(['constructor', '__proto__'].map((name) => [name, 'x']));
    const decoded = decodeRecord(bytesOf({ ...record, headers }), batch).headers;
    expect(Object.entries(decoded)).toEqual([['constructor', 'x']]);
    expect(Object.getPrototypeOf(decoded)).toBe(Object.prototype);
  });
  it('fails on bytes that end early', () => {
    expect(() => decodeRecord({ buffer: bytesOf(record).buffer.subarray(0, 3) }, batch)).toThrow('ends early');
  });
});
