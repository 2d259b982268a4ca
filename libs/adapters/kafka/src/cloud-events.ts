import { isUtf8 } from 'node:buffer';
import { eventId, parseStream, type RecordedEvent } from '@zhitong/eventing';
import type { IHeaders } from 'kafkajs';

/** A record as kafkajs reads it. */
export interface KafkaRecord {
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: IHeaders;
}

/** The record cannot be an event of ours; the message says why. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

/** CloudEvents 1.0, binary mode of the Kafka binding: data in the value, everything else in headers, the stream as the key. */
export function encode(event: RecordedEvent): { key: string; value: string; headers: Record<string, string> } {
  const { context } = parseStream(event.stream);
  const headers: Record<string, string | undefined> = {
    ce_specversion: '1.0',
    ce_id: eventId(event),
    ce_source: `/zhitong/${context}`,
    ce_type: `zhitong.${context}.v1.${event.type}`,
    ce_subject: event.stream,
    ce_time: event.occurredAt,
    ce_dataschema: `urn:zhitong:${context}:v1:${event.type}`,
    'content-type': 'application/json',
    ce_streamversion: String(event.version),
    ce_recordedtime: event.recordedAt,
    ce_logepoch: String(event.logEpoch),
    ce_actorid: event.actorId,
    ce_onbehalfof: event.onBehalfOf,
    ce_orgid: event.organizationId,
    ce_commandid: event.commandId,
    ce_causationid: event.causationId,
    ce_correlationid: event.correlationId,
    ce_traceparent: event.traceparent,
  };
  return { key: event.stream, value: JSON.stringify(event.data), headers: present(headers) };
}

/** @throws {UnreadableRecord} */
export function decode({ key, value, headers = {} }: KafkaRecord): RecordedEvent {
  const optional = (name: string) => textOf(headers[name]);
  const required = (name: string) => optional(name) ?? unreadable(`header ${name} is missing`);
  const stream = key?.toString();
  if (stream === undefined || stream !== required('ce_subject')) return unreadable('the key is not the stream');
  return {
    stream,
    version: whole('ce_streamversion', required('ce_streamversion')),
    type: typeOf(required('ce_type'), stream),
    data: dataOf(value),
    occurredAt: required('ce_time'),
    recordedAt: required('ce_recordedtime'),
    actorId: required('ce_actorid'),
    commandId: required('ce_commandid'),
    correlationId: required('ce_correlationid'),
    logEpoch: whole('ce_logepoch', required('ce_logepoch')),
    ...present({
      onBehalfOf: optional('ce_onbehalfof'),
      organizationId: optional('ce_orgid'),
      causationId: optional('ce_causationid'),
      traceparent: optional('ce_traceparent'),
    }),
  };
}

/** A record that is no event, for people: text as it is, anything else in base64. */
export function rawOf({ value, headers = {} }: KafkaRecord): string {
  const texts = Object.entries(headers).map(([name, header]) => [name, Array.isArray(header) ? header.map(printable) : printable(header)]);
  return JSON.stringify({ headers: Object.fromEntries(texts), value: printable(value ?? undefined) ?? null });
}

const strictText = (bytes: Buffer): string | undefined => (isUtf8(bytes) ? bytes.toString() : undefined);

function printable(bytes: Buffer | string | undefined): string | undefined {
  return bytes === undefined || typeof bytes === 'string' ? bytes : (strictText(bytes) ?? `base64:${bytes.toString('base64')}`);
}

function textOf(header: IHeaders[string]): string | undefined {
  if (header === undefined || typeof header === 'string') return header;
  if (Array.isArray(header)) return unreadable('a header is given twice');
  return strictText(header) ?? unreadable('a header is no UTF-8');
}

function typeOf(ceType: string, stream: string): string {
  const { context } = contextOf(stream);
  const prefix = `zhitong.${context}.v1.`;
  const type = ceType.slice(prefix.length);
  if (!ceType.startsWith(prefix) || !/^[A-Z]\w*$/.test(type)) return unreadable(`"${ceType}" is no event type of ${context}`);
  return type;
}

function contextOf(stream: string) {
  try {
    return parseStream(stream);
  } catch (error) {
    if (error instanceof TypeError) return unreadable(error.message);
    throw error;
  }
}

function whole(name: string, text: string): number {
  const number = Number(text);
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(number) ? number : unreadable(`${name} is no positive number`);
}

function dataOf(value: Buffer | null): object {
  if (value === null) return unreadable('there is no value');
  const text = strictText(value) ?? unreadable('the value is no UTF-8');
  try {
    const data: unknown = JSON.parse(text);
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? data : unreadable('the value is no JSON object');
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable('the value is no JSON');
    throw error;
  }
}

function unreadable(reason: string): never {
  throw new UnreadableRecord(reason);
}

/** Without the members that are undefined. */
function present<Key extends string>(fields: Record<Key, string | undefined>): { [Name in Key]?: string } & Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in fields) {
    const field = fields[name];
    if (field !== undefined) kept[name] = field;
  }
  return kept as never;
}
