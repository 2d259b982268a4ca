import { describe, expect, it } from '@jest/globals';
import { en } from '../src/i18n/en/index.ts';
import { zh } from '../src/i18n/zh/index.ts';

type Book = ReadonlyMap<string, string>;
const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const flat = (tree: object, at = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    isBranch(value) ? flat(value, `${at}${key}.`) : [[`${at}${key}`, String(value)] as const],
  );
const [chinese, english]: readonly [Book, Book] = [new Map(flat(zh)), new Map(flat(en))];
const slots = (text: string | undefined) => [...new Set([...(text ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();

describe('the dictionaries (console 2.0)', () => {
  it('have the same keys, none of them empty', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect([...chinese, ...english].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
  it('fill in the same values in every sentence', () => {
    const different = [...chinese.keys()].filter((key) => String(slots(chinese.get(key))) !== String(slots(english.get(key))));
    expect(different).toEqual([]);
  });
});
