import { between } from '@zhitong/testing/faults/random.ts';
import type { Sent } from '../../gateway/test/wire.ts';
import type { Described } from './described-operations.ts';
import { broken, cursors, deep, headers, inJson, medias, methods, names, odd, oddPaths, otherTypes, queries, texts, tooMuch } from './oddities.ts';
import { specimen, type Ids } from './specimens.ts';

type Random = () => number;
type Fields = Readonly<Record<string, unknown>>;

/** A request in parts that can be spoilt one by one. */
interface Draft {
  readonly method: string;
  readonly inPath: Readonly<Record<string, string>>;
  readonly fields: Fields;
  readonly headers: Readonly<Record<string, string>>;
  /** Instead of what the fields would give. */
  readonly query?: string;
  readonly body?: string;
}
type Twist = (draft: Draft, random: Random) => Draft;

const one = <Value>(random: Random, values: readonly Value[]): Value => {
  const value = values[between(random, 0, values.length - 1)];
  if (value === undefined) throw new RangeError('Nothing to choose from');
  return value;
};

const withField = (draft: Draft, name: string, value: unknown): Draft => ({
  ...draft,
  fields: Object.fromEntries([...Object.entries(draft.fields), [name, value]]),
});

/** Spoils a value somewhere in a tree of objects and lists. */
function spoilt(value: unknown, random: Random, spoil: (value: unknown) => unknown): unknown {
  if (typeof value !== 'object' || value === null || random() < 0.4) return spoil(value);
  const entries = Object.entries(value);
  if (entries.length === 0) return spoil(value);
  const [chosen] = one(random, entries);
  const parts = entries.map(([name, part]: [string, unknown]) => [name, name === chosen ? spoilt(part, random, spoil) : part] as const);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

const spoiltBy =
  (values: readonly unknown[]): Twist =>
  (draft, random) => {
    const chosen = Object.keys(draft.fields);
    const name = chosen.length === 0 || random() < 0.05 ? one(random, names) : one(random, chosen);
    return withField(
      draft,
      name,
      spoilt(draft.fields[name], random, () => one(random, values)),
    );
  };

/** The ways in which a request is wrong; the first is none. */
const twists: readonly Twist[] = [
  (draft) => draft,
  spoiltBy(otherTypes),
  spoiltBy(tooMuch),
  spoiltBy(texts),
  spoiltBy(deep),
  (draft, random) => withField(draft, one(random, names), one(random, odd)),
  (draft, random) => {
    const into = Object.keys(draft.fields).filter((name) => typeof draft.fields[name] === 'object');
    const add = (value: unknown) => Object.fromEntries([...Object.entries(Object(value)), [one(random, names), one(random, otherTypes)]]);
    return into.length === 0 ? draft : withField(draft, one(random, into), spoilt(draft.fields[one(random, into)], random, add));
  },
  (draft, random) => {
    const gone = one(random, [...Object.keys(draft.fields), '']);
    return { ...draft, fields: Object.fromEntries(Object.entries(draft.fields).filter(([name]) => name !== gone)) };
  },
  (draft, random) => ({
    ...draft,
    inPath: Object.fromEntries(Object.entries(draft.inPath).map(([name, id]) => [name, random() < 0.8 ? one(random, oddPaths) : id])),
  }),
  (draft, random) => ({ ...draft, headers: { ...draft.headers, 'content-type': one(random, medias) } }),
  (draft, random) => ({ ...draft, body: one(random, broken) }),
  (draft, random) => ({ ...draft, headers: { ...draft.headers, ...one(random, headers) } }),
  (draft, random) => ({ ...draft, query: one(random, queries) }),
  (draft, random) => withField(draft, 'cursor', one(random, cursors)),
  (draft, random) => ({ ...draft, method: one(random, methods) }),
];

/** One request to an operation: as it should be, or wrong in one or two ways; the turn chooses which. */
export function hostileRequest({ operation, method, path }: Described, ids: Ids, turn: number, random: Random): Sent {
  const input = specimen(operation, ids, () => random() < 0.5);
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name));
  const draft: Draft = {
    method,
    inPath: Object.fromEntries([...inPath].map((name) => [name, String(input[name])])),
    fields: Object.fromEntries(Object.entries(input).filter(([name]) => !inPath.has(name))),
    headers: {
      'idempotency-key': `key-${String(Math.floor(random() * 1e9)).padStart(9, '0')}`,
      'content-type': 'application/json',
      'accept-language': one(random, ['zh', 'en']),
    },
  };
  const first = twists[turn % twists.length];
  if (!first) throw new RangeError('There is no twist');
  const twisted = first(draft, random);
  return sentAs(random() < 0.2 ? one(random, twists)(twisted, random) : twisted, path, method);
}

function sentAs({ method, inPath, fields, headers: own, query, body }: Draft, path: string, usual: 'GET' | 'POST'): Sent {
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => inPath[name] ?? '');
  const asked = usual === 'POST' ? (query ?? '') : (query ?? inQuery(fields));
  const { 'content-type': type = '', ...rest } = own;
  const carried = body ?? (usual === 'POST' ? inJson(fields) : undefined);
  return {
    method,
    path: asked === '' ? filled : `${filled}?${asked}`,
    ...(carried === undefined || method === 'GET' || method === 'HEAD' || method === 'TRACE'
      ? { headers: rest }
      : { headers: { ...rest, ...(type === '' ? {} : { 'content-type': type }) }, body: carried }),
  };
}

const inQuery = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${encoded(name)}=${encoded(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('&')
    .slice(0, 12_000);

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
