/** What kafkajs hands to its encoder of one record (record batch format 2). */
export interface RecordFields {
  readonly offsetDelta?: number;
  readonly timestampDelta?: number;
  readonly key: string | Buffer | null;
  readonly value: string | Buffer | null;
  readonly headers?: Readonly<Record<string, string | Buffer | readonly (string | Buffer)[]>>;
}

/** What kafkajs expects back: the record's bytes, by two names. */
export interface EncodedRecord {
  readonly buf: Buffer;
  readonly buffer: Buffer;
}

/**
 * Encodes a record in one allocation. kafkajs makes a zeroed buffer of 512 bytes, two views and several arrays for every header; with the
 * headers of a CloudEvent that is two thirds of the time of a send.
 */
export function encodeRecord({ offsetDelta = 0, timestampDelta = 0, key, value, headers = {} }: RecordFields): EncodedRecord {
  const pairs = Object.entries(headers).flatMap(([name, own]) => (Array.isArray(own) ? own.map((one) => [name, one] as const) : [[name, own] as const]));
  let body = 1 + varintSize(timestampDelta) + varintSize(offsetDelta) + fieldSize(key) + fieldSize(value) + varintSize(pairs.length);
  for (const [name, header] of pairs) body += fieldSize(name) + fieldSize(header);
  const writer = new Writer(varintSize(body) + body);
  writer.varint(body);
  writer.varint(0); // attributes: none are in use
  writer.varint(timestampDelta);
  writer.varint(offsetDelta);
  writer.field(key);
  writer.field(value);
  writer.varint(pairs.length);
  for (const [name, header] of pairs) {
    writer.field(name);
    writer.field(header);
  }
  return { buf: writer.buffer, buffer: writer.buffer };
}

/** Zigzag varints; doubles carry them because timestamps exceed 31 bits. */
const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

function varintSize(value: number): number {
  let size = 1;
  for (let rest = zigzag(value); rest >= 0x80; rest = Math.floor(rest / 0x80)) size += 1;
  return size;
}

function fieldSize(bytes: string | Buffer | null): number {
  if (bytes === null) return 1;
  const size = Buffer.byteLength(bytes);
  return varintSize(size) + size;
}

class Writer {
  readonly buffer: Buffer;
  private at = 0;

  constructor(size: number) {
    this.buffer = Buffer.allocUnsafe(size);
  }
  varint(value: number): void {
    let rest = zigzag(value);
    for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) this.buffer[this.at++] = (rest % 0x80) | 0x80;
    this.buffer[this.at++] = rest;
  }
  field(bytes: string | Buffer | null): void {
    if (bytes === null) return this.varint(-1);
    this.varint(Buffer.byteLength(bytes));
    this.at += typeof bytes === 'string' ? this.buffer.write(bytes, this.at) : bytes.copy(this.buffer, this.at);
  }
}
