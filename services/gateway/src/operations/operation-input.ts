import { inputSchema, type Operation } from '@zhitong/catalogue';
import type { FieldError, Language } from '@zhitong/platform/http/problem.ts';
import { z } from 'zod';
import { InvalidFields } from '../http/problem.filter.ts';

type Issue = z.core.$ZodIssue;

const inLanguage = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const;

const sentences = {
  unknown: { zh: '没有这个字段。', en: 'This field is not known here.' },
  inPath: { zh: '此字段应写在地址中。', en: 'This field belongs into the path.' },
  inBody: { zh: '命令的字段应写在正文中。', en: 'A command takes its fields from the body.' },
  object: { zh: '正文应为 JSON 对象。', en: 'The body is a JSON object.' },
} as const;

const unknownFields = (names: readonly string[], sentence: string): InvalidFields =>
  new InvalidFields(names.slice(0, 50).map((name) => ({ field: name.slice(0, 80), code: 'unrecognized_keys', sentence })));

/** Names one error per field, never the value. */
function errorsOf(issue: Issue, language: Language): readonly FieldError[] {
  const place = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ field: place.join('.'), code: issue.code, sentence: issue.message }];
  return issue.keys.map((key) => ({ field: [...place, key].join('.').slice(0, 80), code: issue.code, sentence: sentences.unknown[language] }));
}

/** @throws {InvalidFields} */
export function checked<Schema extends z.ZodType>(schema: Schema, given: unknown, language: Language): z.output<Schema> {
  const read = schema.safeParse(given, { error: inLanguage[language] });
  if (!read.success) throw new InvalidFields(read.error.issues.flatMap((issue) => errorsOf(issue, language)).slice(0, 50));
  return read.data;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Sent {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Reads the input of an operation from where its route puts it: path, then query (questions) or body (commands). */
export function inputReader(operation: Operation): (sent: Sent, language: Language) => Record<string, unknown> {
  const properties = inputSchema(operation).properties ?? {};
  const lists = new Set(Object.entries(properties).flatMap(([name, { type }]) => (type === 'array' ? [name] : [])));
  return ({ params, query, body }, language) => {
    const path = isObject(params) ? params : {};
    const asked = isObject(query) ? query : {};
    if (operation.kind === 'command' && Object.keys(asked).length > 0) throw unknownFields(Object.keys(asked), sentences.inBody[language]);
    const rest = operation.kind === 'command' ? bodyOf(body, language) : listed(asked, lists);
    const twice = Object.keys(rest).filter((name) => Object.hasOwn(path, name));
    if (twice.length > 0) throw unknownFields(twice, sentences.inPath[language]);
    return checked(operation.input, { ...rest, ...path }, language);
  };
}

function bodyOf(body: unknown, language: Language): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  if (!isObject(body)) throw new InvalidFields([{ field: '', code: 'invalid_type', sentence: sentences.object[language] }]);
  return body;
}

/** `ids=a,b` and `ids=a&ids=b` are the same list. */
const listed = (query: Readonly<Record<string, unknown>>, lists: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      lists.has(name) ? [value].flat().flatMap((item) => (typeof item === 'string' ? item.split(',').filter((part) => part !== '') : [item])) : value,
    ]),
  );
