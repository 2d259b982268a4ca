import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { exportColumns, listCodes, listings, operations, settingsCatalogue } from '@zhitong/catalogue';
import * as fileWords from '@zhitong/catalogue/sheets/code-words.ts';
import { en } from '../src/i18n/en/index.ts';
import { settings } from '../src/i18n/zh/books/settings.ts';
import { zh } from '../src/i18n/zh/index.ts';

type Sentences = ReadonlyMap<string, string>;
const sources = fileURLToPath(new URL('../src', import.meta.url));
const booksIn = (language: string) =>
  readdirSync(join(sources, 'i18n', language, 'books'))
    .map((file) => file.replace('.ts', ''))
    .sort();
const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const flat = (tree: object, at = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    isBranch(value) ? flat(value, `${at}${key}.`) : [[`${at}${key}`, String(value)] as const],
  );
const whole = async (language: string, first: object): Promise<Sentences> => {
  const books: object[] = await Promise.all(booksIn(language).map((book): Promise<object> => import(`../src/i18n/${language}/books/${book}.ts`)));
  return new Map([first, ...books].flatMap((words) => flat(words)));
};
const [chinese, english] = await Promise.all([whole('zh', zh), whole('en', en)]);
const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)i18n\//.test(file))
  .map((file) => readFileSync(join(sources, file), 'utf8'))
  .join('\n');
const slots = (text: string | undefined) => [...new Set([...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();

describe('the dictionaries (console 2.0)', () => {
  it('have the same keys, none of them empty', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
  it('name every use case as an auditor reads it, one that every service has once', () => {
    const names = operations.map(({ name }) => name.replace(/Of(Assessments|Funding|Members|Organizations|ServiceCenters)$/, ''));
    expect(Object.keys(zh.operations).sort()).toEqual([...new Set(names)].sort());
  });
  it('hold no sentence that nobody says', () => {
    const lists = ['operations', 'err', 'warn', 'codes'];
    const quoted = (path: string) => code.includes(`'${path}'`) || code.includes(`"${path}"`);
    const filledIn = (path: string) => code.includes(`\`${path}.$\{`);
    const unsaid = [...chinese.keys()].filter((key) => {
      const parts = key.replace(/_(one|other)$/, '').split('.');
      const paths = parts.map((_part, at) => parts.slice(0, at + 1).join('.'));
      const [book = ''] = parts;
      const named = lists.includes(book) ? [...paths, ...parts.slice(1, 2)] : paths.slice(1);
      return !named.some(quoted) && !paths.some(filledIn);
    });
    expect(unsaid).toEqual([]);
  });
  it('name every setting', () => {
    expect(Object.keys(settings.names).sort()).toEqual([...settingsCatalogue.keys()].sort());
  });
  it('call codes as files do', async () => {
    const [{ ledger: zhLedger }, { ledger: enLedger }] = await Promise.all([
      import('../src/i18n/zh/books/ledger.ts'),
      import('../src/i18n/en/books/ledger.ts'),
    ]);
    const { unitFlagWords: flags, unitLedgerWords, ...others } = fileWords;
    const inFiles = (nth: 0 | 1) =>
      [
        others.organizationKindWords,
        others.levelWords,
        others.sectorWords,
        others.lineReasonWords,
        others.organizationStateWords,
        others.unitStateWords,
        unitLedgerWords,
      ].map((words) => Object.fromEntries(Object.entries(words).map(([code, names]) => [code, names[nth]])));
    const inConsole = ({ codes }: typeof zh | typeof en, { ledgers }: { readonly ledgers: object }) => [
      codes.organizationKind,
      codes.level,
      codes.sector,
      codes.lineReason,
      codes.organizationState,
      codes.unitState,
      ledgers,
    ];
    expect(inFiles(0)).toEqual(inConsole(zh, zhLedger));
    expect(inFiles(1)).toEqual(inConsole(en, enLedger));
    expect(Object.keys(flags).map((flag) => chinese.get(`ledger.thresholds.${flag}`))).toEqual(Object.values(flags).map(([name]) => name));
  });
  it('call the columns of exports as the files do', () => {
    for (const [list, { columns }] of Object.entries(listings)) {
      expect(columns.map(({ code }) => code)).toEqual(exportColumns[listCodes.parse(list)].values);
      for (const [dictionary, nth] of [
        [chinese, 0],
        [english, 1],
      ] as const)
        expect(columns.map(({ code }) => dictionary.get(`exports.of.${list}.${code}`))).toEqual(columns.map(({ heading }) => heading[nth]));
    }
  });
  it('fill in the same values in every sentence', () => {
    const different = [...chinese.keys()].filter((key) => String(slots(chinese.get(key))) !== String(slots(english.get(key))));
    expect(different).toEqual([]);
  });
});

/** Every source file that a page draws in, itself included. */
function drawnInBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.tsx?)'/g)) drawnInBy(resolve(dirname(file), path), seen);
  return seen;
}

const words = new RegExp(`['"\`](${booksIn('zh').join('|')})\\.[a-zA-Z$]`, 'g');
const booksSaidBy = (file: string) => [...readFileSync(file, 'utf8').matchAll(words)].map(([, book = '']) => book);
const shell = join(sources, 'shell', 'Pages.tsx');
const pages = [...readFileSync(shell, 'utf8').matchAll(/page\(\[([^\]]*)\], \(\) => import\('([^']+)'\)/g)].map(([, books = '', path = '']) => ({
  path,
  books: [...books.matchAll(/'(\w+)'/g)].map(([, book = '']) => book).sort(),
}));

describe('the books of words', () => {
  it.each(pages)('$path comes with the books whose words are said there, and no other', ({ path, books }) => {
    const said = [...drawnInBy(resolve(dirname(shell), path))].filter((file) => !file.includes('/i18n/')).flatMap(booksSaidBy);
    expect(books).toEqual([...new Set(said)].sort());
  });
  it('are not opened by the frame', () => {
    const frame = [...drawnInBy(join(sources, 'shell', 'start.tsx'))].filter((file) => file !== shell && !file.includes('/i18n/'));
    expect(frame.flatMap(booksSaidBy)).toEqual([]);
  });
  it('are named for every page', () => {
    expect(pages.length).toBe([...readFileSync(shell, 'utf8').matchAll(/import\('\.\.\/pages\//g)].length);
  });
});
