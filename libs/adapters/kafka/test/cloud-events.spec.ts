import { describe, expect, it } from '@jest/globals';
import { eventId, type RecordedEvent } from '@zhitong/eventing';
import { decode, encode, rawOf, UnreadableRecord, type KafkaRecord } from '../src/cloud-events.ts';

const event: RecordedEvent = {
  stream: 'service-centers.room-目录_😀',
  version: 7,
  type: 'RoomReserved',
  data: { roomId: '😀', seats: 12, tags: ['一'], note: null },
  occurredAt: '2026-03-01T09:00:00.000Z',
  recordedAt: '2026-03-01T09:00:00.123Z',
  actorId: 'per_秘书',
  onBehalfOf: 'per_2',
  organizationId: 'org_1',
  causationId: 'evt_1',
  correlationId: 'cor_1',
  commandId: 'cmd_1',
  logEpoch: 2,
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
};

/** What the broker gives back: bytes. */
function stored(of: RecordedEvent): KafkaRecord & { readonly headers: Record<string, Buffer> } {
  const { key, value, headers } = encode(of);
  const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)] as const);
  return { key: Buffer.from(key), value: Buffer.from(value), headers: Object.fromEntries(bytes) };
}

describe('an event as a Kafka record', () => {
  it('comes back as it was', () => {
    expect(decode(stored(event))).toEqual(event);
  });

  it('comes back without what it did not have', () => {
    const { onBehalfOf: _1, organizationId: _2, causationId: _3, traceparent: _4, ...plain } = event;
    const back = decode(stored(plain));
    expect(back).toEqual(plain);
    expect(Object.keys(back)).not.toContain('onBehalfOf');
  });

  it('is a CloudEvent in binary mode', () => {
    const { key, value, headers } = encode(event);
    expect(key).toBe(event.stream);
    expect(JSON.parse(value)).toEqual(event.data);
    expect(headers).toEqual({
      ce_specversion: '1.0',
      ce_id: eventId(event),
      ce_source: '/zhitong/service-centers',
      ce_type: 'zhitong.service-centers.v1.RoomReserved',
      ce_subject: event.stream,
      ce_time: event.occurredAt,
      ce_dataschema: 'urn:zhitong:service-centers:v1:RoomReserved',
      'content-type': 'application/json',
      ce_streamversion: '7',
      ce_recordedtime: event.recordedAt,
      ce_logepoch: '2',
      ce_actorid: 'per_秘书',
      ce_onbehalfof: 'per_2',
      ce_orgid: 'org_1',
      ce_commandid: 'cmd_1',
      ce_causationid: 'evt_1',
      ce_correlationid: 'cor_1',
      ce_traceparent: event.traceparent,
    });
  });

  const record = stored(event);
  const withHeader = (name: string, bytes: Buffer): KafkaRecord => ({ ...record, headers: { ...record.headers, [name]: bytes } });
  const { ce_actorid: _, ...withoutActor } = record.headers;
  it.each<[string, KafkaRecord]>([
    ['header ce_actorid is missing', { ...record, headers: withoutActor }],
    ['the key is not the stream', { ...record, key: Buffer.from('service-centers.room-2') }],
    ['the key is not the stream', { ...record, key: null }],
    ['there is no value', { ...record, value: null }],
    ['the value is no JSON', { ...record, value: Buffer.from('{') }],
    ['the value is no JSON object', { ...record, value: Buffer.from('[1]') }],
    ['the value is no UTF-8', { ...record, value: Buffer.from([0x7b, 0xff, 0x7d]) }],
    ['a header is no UTF-8', withHeader('ce_actorid', Buffer.from([0xff]))],
    ['ce_streamversion is no positive number', withHeader('ce_streamversion', Buffer.from('0'))],
    ['ce_logepoch is no positive number', withHeader('ce_logepoch', Buffer.from('1e3'))],
    ['is no event type of service-centers', withHeader('ce_type', Buffer.from('zhitong.members.v1.RoomReserved'))],
    ['a header is given twice', { ...record, headers: { ...record.headers, ce_actorid: [Buffer.from('a'), Buffer.from('b')] } }],
  ])('is refused when %s', (reason, broken) => {
    expect(() => decode(broken)).toThrow(UnreadableRecord);
    expect(() => decode(broken)).toThrow(reason);
  });

  it('shows what was refused without losing a byte', () => {
    expect(JSON.parse(rawOf({ key: null, value: Buffer.from([0xff, 0]), headers: { a: Buffer.from('目') } }))).toEqual({
      headers: { a: '目' },
      value: 'base64:/wA=',
    });
  });
});
