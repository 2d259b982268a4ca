import { between } from '@zhitong/testing/faults/random.ts';
import type { Sent } from '../../gateway/test/wire.ts';
import type { Described } from './described-operations.ts';
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

/** Stands for JSON that no value of the language is written as. */
const written = (text: string) => `@as-written:${text}@`;
const nested = (depth: number, inside: string) => written(`${inside.repeat(depth)}0${(inside === '[' ? ']' : '}').repeat(depth)}`);

const otherTypes = [null, true, 0, -1, 1.5, '', 'x', [], {}, [[]], [null], { $gt: '' }, { length: 1 }, ['x', 'x']];
const tooMuch = [
  ...['x'.repeat(4_000), '长'.repeat(4_000), Number.MAX_SAFE_INTEGER, -Number.MAX_VALUE, written('1e400'), written('-0'), written('9'.repeat(400))],
  ...[Array.from({ length: 500 }, () => 'org_x'), '9999-12-31', '0000-00-00', '+275760-09-14', '2026-02-30', '2026-03-02T25:61:61Z'],
];
const texts = [
  ...[
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '\u202e\u2066',
    '\u200b',
    'e\u0301'.repeat(50),
    '👩‍👩‍👧‍👦',
    '\r\nset-cookie: a=b',
    '\u001b[31m',
    '\ufeff',
    '\uffff',
    '%00',
    '%c0%af',
  ],
  ...["' OR '1'='1", '"; --', '%', '_', '\\', '{"$gt":""}', '$where', '(a+)+$', '../../etc/passwd', '<script>alert(1)</script>', '=1+1', '${7*7}', '{{7*7}}'],
];
const names = ['__proto__', 'constructor', 'prototype', 'owner', 'status', 'toString', 'hasOwnProperty', '$where', 'a.b', '', '\u0000', 'x'.repeat(5_000)];
const deep = [nested(50, '['), nested(5_000, '['), nested(1_000, '{"a":')];
const odd = [...otherTypes, ...tooMuch, ...texts, ...deep];

const oddPaths = [
  ...[
    '..',
    '.',
    '%2e%2e',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '%00',
    '%',
    '%zz',
    '%c0%ae',
    '%ed%a0%80',
    '%f0%9f%98%80',
    'org_%',
    'org_*',
    'org_$gt',
    'org_..',
    '',
  ],
  ...[
    'x'.repeat(199),
    'x'.repeat(201),
    'x'.repeat(2_000),
    'org_x;a=b',
    'org_x%0d%0aset-cookie:a=b',
    "org_'",
    'ORG_X',
    '%20',
    'null',
    '__proto__',
    'org_nobody',
    'a%2fb',
  ],
];
const medias = [
  ...[
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-16',
    'application/jsonp',
    'application/xml',
  ],
  ...[
    'application/merge-patch+json',
    'application/',
    '/',
    'application/json, text/plain',
    'x'.repeat(2_000),
    'APPLICATION/JSON',
    'application/json;charset="',
    '',
  ],
];
const broken = [
  '',
  '{',
  '[',
  'null',
  '[]',
  '"x"',
  '0',
  '{"a":1,}',
  "{'a':1}",
  '{"a":1}{"a":1}',
  '\ufeff{}',
  '{"a":NaN}',
  '\u0000',
  '{"a":"\u0001"}',
  '{"a":1,"a":2}',
  'a=b',
];
const queries = [
  'limit=0',
  'limit=201',
  'limit=1e9',
  'limit=-1',
  'limit=1&limit=2',
  'limit=',
  'limit[]=1',
  'limit[$gt]=',
  '__proto__=x',
  'constructor[prototype]=x',
  'a=%',
  'a=%zz',
  '&&&',
  '?',
  '%00=%00',
  '#',
  'x'.repeat(4_000),
];
const cursors = [
  ...[
    '',
    'x',
    '=',
    'e30',
    'W10',
    'bnVsbA',
    '0.',
    '0.0',
    '1.',
    '-1.0',
    '0.-1',
    '1e3.1',
    '999999.x',
    '0.99999999999999999999',
    '\u0000',
    '{"$gt":""}',
    "'",
    'x'.repeat(2_048),
    'x'.repeat(2_049),
  ],
  ...['[]', '[1]', '[null,null,null]', '["",{"$gt":""},""]', '[1,2,3]', '{"a":1}', '[[[[[]]]]]', '["x","x","x"]'].map((text) =>
    Buffer.from(text).toString('base64url'),
  ),
];
const headers: readonly Readonly<Record<string, string>>[] = [
  ...['', 'short', 'x'.repeat(201), 'with space 1', 'key-00000001'].map((key) => ({ 'idempotency-key': key })),
  ...['*', '"x"', 'W/"1"', '"-1"', '"9999999999999999"', '"1", "2"', '1', '"0"'].map((version) => ({ 'if-match': version })),
  ...['x', '@', 'a@1@1', 'organizations.tree-city@1@9', 'organizations.tree-city@999999999@9999999999999', ',,,', 'x,'.repeat(65), '__proto__.x-y@1@1'].map(
    (after) => ({ 'zhitong-after': after }),
  ),
  ...['grt_x', '', '__proto__', '%00'].map((grant) => ({ 'zhitong-grant': grant })),
  ...['*', 'zh;q=x', 'en;q=9', ';', 'x'.repeat(4_000), 'xx-xx'].map((language) => ({ 'accept-language': language })),
  ...['00-0-0-0', 'x'.repeat(500), `00-${'0'.repeat(32)}-${'0'.repeat(16)}-00`].map((trace) => ({ traceparent: trace })),
  ...[
    { 'content-encoding': 'gzip' },
    { accept: 'text/html' },
    { origin: 'null' },
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-for': '::1' },
    { expect: '100-continue' },
  ],
];
const methods = ['PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'HEAD', 'PROPFIND', 'PURGE', 'GET', 'POST'];

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

const inJson = (fields: Fields): string => JSON.stringify(fields).replaceAll(/"@as-written:(.*?)@"/g, (_all, text: string) => text.replaceAll('\\"', '"'));

const inQuery = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, value]) => `${encoded(name)}=${encoded(typeof value === 'string' ? value : JSON.stringify(value))}`)
    .join('&')
    .slice(0, 12_000);

const encoded = (text: string): string => encodeURIComponent(text.toWellFormed());
