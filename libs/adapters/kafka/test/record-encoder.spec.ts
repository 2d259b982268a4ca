import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { encodeRecord, type RecordFields } from '../src/record-encoder.ts';

const require = createRequire(import.meta.url);
const encodeByKafkajs: (record: RecordFields) => { readonly buffer: Buffer } = require('kafkajs/src/protocol/recordBatch/record/v0');

describe('the bytes of a record', () => {
  it.each<[string, RecordFields]>([
    ['nothing but a key', { key: 'organizations.directive-a', value: null }],
    ['no key', { key: null, value: 'value' }],
    ['empty texts', { key: '', value: '', headers: { a: '' } }],
    ['any script', { key: '目录_😀', value: '{"title":"“直通”"}', headers: { ce_subject: '目录_😀', ce_actorid: 'ж' } }],
    ['bytes', { key: Buffer.from([0, 255]), value: Buffer.from([128, 64]), headers: { raw: Buffer.from([1, 2, 3]) } }],
    ['a header given twice', { key: 'k', value: 'v', headers: { trace: ['one', Buffer.from('two')] } }],
    ['lengths around the edges of their encoding', { key: 'k'.repeat(63), value: 'v'.repeat(64), headers: { n: 'h'.repeat(8191), m: 'h'.repeat(8192) } }],
    ['a large value late in its batch', { key: 'k', value: 'v'.repeat(70_000), offsetDelta: 499, timestampDelta: 5_000_000_000 }],
  ])('equal those of kafkajs: %s', (_, record) => {
    expect(encodeRecord(record).buffer.equals(encodeByKafkajs(record).buffer)).toBe(true);
  });
});
