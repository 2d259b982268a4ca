import { isAscii } from 'node:buffer';

/** What kafkajs hands to its decoder of one record (record batch format 2): its bytes, and what the batch says about all of its records. */
export interface RecordBytes {
  readonly buffer: Buffer;
}
export interface BatchFields {
  readonly firstOffset?: string;
  readonly firstTimestamp?: string;
  readonly maxTimestamp?: string;
  readonly timestampType?: number;
  readonly magicByte?: number;
  readonly isControlBatch?: boolean;
}

/** Plain text is read as text, anything else stays bytes. */
type Header = string | Buffer | null;

/** `LogAppendTime`: the broker's clock, once for the batch. */
const appendTime = 1;

/**
 * Decodes a record in one pass. kafkajs copies all headers that it has read for each further one and makes a buffer of each; with the
 * headers of a CloudEvent that is most of the time of a fetch. Offsets and times are exact up to 2^53.
 */
export function decodeRecord({ buffer }: RecordBytes, batch: BatchFields = {}) {
  const { firstOffset = '0', firstTimestamp = '0', maxTimestamp, timestampType, magicByte, isControlBatch = false } = batch;
  const reader = new Reader(buffer);
  const attributes = reader.byte();
  const timestamp = String(Number(firstTimestamp) + reader.varint());
  const offset = String(Number(firstOffset) + reader.varint());
  return {
    magicByte,
    attributes,
    timestamp: timestampType === appendTime && maxTimestamp !== undefined ? maxTimestamp : timestamp,
    offset,
    key: reader.field(),
    value: reader.field(),
    headers: headersOf(reader.rest()),
    isControlRecord: isControlBatch,
    batchContext: batch,
  };
}

/** A header given twice is a list. */
function headersOf(reader: Reader): Record<string, Header | Header[]> {
  const headers: Record<string, Header | Header[]> = {};
  for (let left = reader.varint(); left > 0; left--) {
    const name = String(reader.header());
    const header = reader.header();
    const before = Object.hasOwn(headers, name) ? headers[name] : undefined;
    if (name !== '__proto__') headers[name] = before === undefined ? header : [before, header].flat();
  }
  return headers;
}

/** Reads from a text with a character for each byte: cutting short fields out of it is several times as fast as asking the buffer for each. */
class Reader {
  private readonly text: string;
  private readonly plain: boolean;
  private at = 0;

  constructor(private readonly buffer: Buffer) {
    this.text = buffer.toString('latin1');
    this.plain = isAscii(buffer); // so are the lengths of short fields
  }

  byte(): number {
    if (this.at >= this.text.length) throw new RangeError('The record ends early');
    return this.text.charCodeAt(this.at++);
  }
  /** Zigzag; doubles carry them because timestamps exceed 31 bits. */
  varint(): number {
    let value = 0;
    for (let unit = 1; ; unit *= 0x80) {
      const byte = this.byte();
      value += (byte & 0x7f) * unit;
      if (byte < 0x80) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    }
  }
  field(): Buffer | null {
    const size = this.varint();
    if (size < 0) return null;
    this.at += size;
    return this.buffer.subarray(this.at - size, this.at);
  }
  rest(): Reader {
    return new Reader(this.buffer.subarray(this.at));
  }
  header(): Header {
    const size = this.varint();
    if (size < 0) return null;
    this.at += size;
    const text = this.text.slice(this.at - size, this.at);
    return this.plain || isPlain(text) ? text : this.buffer.subarray(this.at - size, this.at);
  }
}

const isPlain = (text: string): boolean => /^[\0-\x7f]*$/.test(text);
