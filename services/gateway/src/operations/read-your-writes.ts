import { Rejected } from '@zhitong/kernel';

/** After this long every projection has passed the write or stands still; waiting for it would only make each read slow. */
const oldMs = 60_000;
const mostStreams = 64;

/** `Zhitong-Position`: stream, version and when it was recorded. */
export const positionOf = (stream: string, version: number, recordedAt: string): string => `${stream}@${version}@${Date.parse(recordedAt)}`;

/** `Zhitong-After`: positions the answer must contain, comma separated; what is old is left out. @throws {Rejected} `VALIDATION_FAILED` */
export function awaitedPositions(header: string | undefined, now: string): Readonly<Record<string, number>> {
  if (header === undefined) return {};
  const parts = header
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > mostStreams) throw malformed();
  const newest = new Map<string, number>();
  for (const part of parts) {
    const { stream, version, at } = positionIn(part);
    const old = Date.parse(now) - at > oldMs;
    if (!old) newest.set(stream, Math.max(version, newest.get(stream) ?? 0));
  }
  return Object.fromEntries(newest);
}

function positionIn(text: string): { readonly stream: string; readonly version: number; readonly at: number } {
  const found = /^([a-z-]+\.[A-Za-z-]+-[A-Za-z0-9_.:-]{1,120})@(\d{1,15})@(\d{1,15})$/.exec(text);
  const [, stream, version, at] = found ?? [];
  if (stream === undefined) throw malformed();
  return { stream, version: Number(version), at: Number(at) };
}

const malformed = () => new Rejected('VALIDATION_FAILED', 'Zhitong-After holds positions as Zhitong-Position gives them.', { header: 'Zhitong-After' });

/** `If-Match: "4"`. @throws {Rejected} `VALIDATION_FAILED` */
export function seenVersion(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const version = /^"(\d{1,15})"$/.exec(header.trim())?.[1];
  if (version === undefined) throw new Rejected('VALIDATION_FAILED', 'If-Match holds one version in quotes.', { header: 'If-Match' });
  return Number(version);
}

/** @throws {Rejected} `VALIDATION_FAILED` unless 8 to 200 visible characters. */
export function idempotencyKey(header: string | readonly string[] | undefined): string {
  if (typeof header !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(header)) {
    throw new Rejected('VALIDATION_FAILED', 'A command needs an Idempotency-Key of 8 to 200 visible characters.', { header: 'Idempotency-Key' });
  }
  return header;
}
