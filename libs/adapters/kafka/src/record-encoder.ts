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
 * Encodes a record as a text with a character for each byte, which becomes bytes at once. kafkajs makes a zeroed buffer of 512 bytes, two
 * views and several arrays for every header; with the headers of a CloudEvent that is two thirds of the time of a send.
 */
export function encodeRecord({ offsetDelta = 0, timestampDelta = 0, key, value, headers = {} }: RecordFields): EncodedRecord {
  let count = 0;
  let pairs = '';
  for (const [name, own] of Object.entries(headers)) {
    for (const header of Array.isArray(own) ? own : [own]) {
      pairs += field(name) + field(header);
      count += 1;
    }
  }
  const attributes = varint(0); // none are in use
  const record = attributes + varint(timestampDelta) + varint(offsetDelta) + field(key) + field(value) + varint(count) + pairs;
  const buffer = Buffer.from(varint(record.length) + record, 'latin1');
  return { buf: buffer, buffer };
}

function field(content: string | Buffer | null): string {
  if (content === null) return varint(-1);
  const bytes = bytesOf(content);
  return varint(bytes.length) + bytes;
}

/** A text of ASCII is its own bytes. */
function bytesOf(content: string | Buffer): string {
  if (typeof content !== 'string') return content.toString('latin1');
  return Buffer.byteLength(content) === content.length ? content : Buffer.from(content).toString('latin1');
}

/** Zigzag; doubles carry them because timestamps exceed 31 bits. */
function varint(value: number): string {
  let rest = value < 0 ? -2 * value - 1 : 2 * value;
  let text = '';
  for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) text += String.fromCharCode((rest % 0x80) | 0x80);
  return text + String.fromCharCode(rest);
}
