import { hash } from 'node:crypto';

/** Two-byte characters of GBK; the platform reads the encoding but does not write it. */
const gbkBytes: ReadonlyMap<string, readonly number[]> = new Map(gbkPairs());

function* gbkPairs(): Iterable<readonly [string, readonly number[]]> {
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && text !== '\uFFFD') yield [text, [lead, trail]];
    }
  }
}

const gbk = (text: string): Buffer => Buffer.from(Array.from(text).flatMap((char) => gbkBytes.get(char) ?? [...Buffer.from(char, 'utf8')]));

const escapes = (text: string, backslash: string): string =>
  Array.from({ length: text.length }, (_none, at) => `${backslash}u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

const percent = (text: string): string => [...Buffer.from(text, 'utf8')].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');

/** What base64 makes of the text when so many bytes stand before it: the characters that depend on the text alone. */
function base64At(text: string, before: number): string {
  const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(text, 'utf8')]);
  return bytes.toString('base64').slice(Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6));
}

const base64Url = (text: string): string => text.replaceAll('+', '-').replaceAll('/', '_');

/** The ways in which a text may lie about, by name. Names of the same bytes are told once. */
export function encodingsOf(text: string): ReadonlyMap<string, Buffer> {
  const forms: readonly (readonly [string, Buffer])[] = [
    ['plain', Buffer.from(text, 'utf8')],
    ['url', Buffer.from(encodeURIComponent(text))],
    ['url, every byte', Buffer.from(percent(text))],
    ['url, small', Buffer.from(percent(text).toLowerCase())],
    ...[0, 1, 2].flatMap((before) => [
      [`base64 at ${String(before)}`, Buffer.from(base64At(text, before))] as const,
      [`base64url at ${String(before)}`, Buffer.from(base64Url(base64At(text, before)))] as const,
    ]),
    ['\\u', Buffer.from(escapes(text, '\\'))],
    ['\\u in a string', Buffer.from(escapes(text, '\\\\'))],
    ['gbk', gbk(text)],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['sha-256', Buffer.from(hash('sha256', text))],
    ['md5', Buffer.from(hash('md5', text))],
  ];
  const named = new Map<string, readonly [string, Buffer]>();
  for (const form of forms) {
    const key = form[1].toString('latin1');
    if (!named.has(key)) named.set(key, form);
  }
  return new Map(named.values());
}
