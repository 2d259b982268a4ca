import { randomUUID } from 'node:crypto';
import type { Sent } from '../../gateway/test/wire.ts';
import type { Described } from './described-operations.ts';

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A request as the document describes it: ids in the path, the rest in the query or as JSON. */
export function plainRequest({ method, path }: Described, fields: Fields, headers: Readonly<Record<string, string>>): Sent {
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => encodeURIComponent(String(fields[name])));
  const rest = Object.entries(fields).filter(([name]) => !inPath.has(name));
  if (method === 'POST') {
    const json = { 'content-type': 'application/json', 'idempotency-key': randomUUID() };
    return { method, path: filled, headers: { ...headers, ...json }, body: JSON.stringify(Object.fromEntries(rest)) };
  }
  const query = rest.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(inQuery(value))}`);
  return { method, path: query.length === 0 ? filled : `${filled}?${query.join('&')}`, headers };
}

const inQuery = (value: unknown): string => (Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : JSON.stringify(value));

/** Names that no schema knows; some mean something to the language, some to whoever hopes that rows are overwritten. */
export const strangers = ['owner', 'status', '__proto__', 'constructor', 'isAdmin'] as const;

/** The input with one more field: at its top, and for a body in every object within. */
export function withStranger(input: Fields, { method }: Described, name: string): readonly { readonly place: string; readonly value: Fields }[] {
  const top = { place: name, value: added(input, name) };
  if (method === 'GET') return [top];
  return [
    top,
    ...Object.entries(input).flatMap(([field, value]) =>
      within(value, name, field).map(({ place, value: changed }) => ({ place, value: { ...input, [field]: changed } })),
    ),
  ];
}

const added = (fields: Fields, name: string): Fields => Object.fromEntries([...Object.entries(fields), [name, { prototype: 'x' }]]);

function within(value: unknown, name: string, at: string): readonly { readonly place: string; readonly value: unknown }[] {
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      within(item, name, `${at}.${String(index)}`).map(({ place, value: changed }) => ({ place, value: value.toSpliced(index, 1, changed) })),
    );
  }
  if (!isRecord(value)) return [];
  const below = Object.entries(value).flatMap(([field, part]) =>
    within(part, name, `${at}.${field}`).map(({ place, value: changed }) => ({ place, value: { ...value, [field]: changed } })),
  );
  return [{ place: `${at}.${name}`, value: added(value, name) }, ...below];
}
