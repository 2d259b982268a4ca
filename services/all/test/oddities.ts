/** What nobody sends by mistake: values, names, paths, bodies and headers that mean something to one layer or another. */

/** Stands for JSON that no value of the language is written as. */
const written = (text: string) => `@as-written:${text}@`;
const nested = (depth: number, inside: string) => written(`${inside.repeat(depth)}0${(inside === '[' ? ']' : '}').repeat(depth)}`);

export const otherTypes = [null, true, 0, -1, 1.5, '', 'x', [], {}, [[]], [null], { $gt: '' }, { length: 1 }, ['x', 'x']];
export const tooMuch = [
  ...['x'.repeat(4_000), '长'.repeat(4_000), Number.MAX_SAFE_INTEGER, -Number.MAX_VALUE, written('1e400'), written('-0'), written('9'.repeat(400))],
  ...[Array.from({ length: 500 }, () => 'org_x'), '9999-12-31', '0000-00-00', '+275760-09-14', '2026-02-30', '2026-03-02T25:61:61Z'],
];
export const texts = [
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
export const names = [
  '__proto__',
  'constructor',
  'prototype',
  'owner',
  'status',
  'toString',
  'hasOwnProperty',
  '$where',
  'a.b',
  '',
  '\u0000',
  'x'.repeat(5_000),
];
export const deep = [nested(50, '['), nested(5_000, '['), nested(1_000, '{"a":')];
export const odd = [...otherTypes, ...tooMuch, ...texts, ...deep];

export const oddPaths = [
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
export const medias = [
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
export const broken = [
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
export const queries = [
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
export const cursors = [
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
export const headers: readonly Readonly<Record<string, string>>[] = [
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
export const methods = ['PUT', 'PATCH', 'DELETE', 'TRACE', 'OPTIONS', 'HEAD', 'PROPFIND', 'PURGE', 'GET', 'POST'];

/** JSON in which such values stand as they are written. */
export const inJson = (fields: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(fields).replaceAll(/"@as-written:(.*?)@"/g, (_all, written: string) => written.replaceAll('\\"', '"'));
