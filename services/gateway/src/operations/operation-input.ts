import { inputSchema, type Operation } from '@zhitong/catalogue';
import type { FieldError } from '@zhitong/platform/http/problem.ts';
import type { z } from 'zod';
import { InvalidFields } from '../http/problem.filter.ts';

type Issue = z.core.$ZodIssue;

/** Names one error per field, never the value. */
function errorsOf(issue: Issue): readonly FieldError[] {
  const place = issue.path.map(String);
  if (issue.code !== 'unrecognized_keys') return [{ field: place.join('.'), code: issue.code, sentence: issue.message }];
  return issue.keys.map((key) => ({ field: [...place, key].join('.').slice(0, 80), code: issue.code, sentence: 'This field is not known here.' }));
}

/** @throws {InvalidFields} */
export function checked<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const read = schema.safeParse(given);
  if (!read.success) throw new InvalidFields(read.error.issues.flatMap(errorsOf).slice(0, 50));
  return read.data;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

export interface Sent {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** Reads the input of an operation from where its route puts it: path, then query (questions) or body (commands). */
export function inputReader(operation: Operation): (sent: Sent) => Record<string, unknown> {
  const properties = inputSchema(operation).properties ?? {};
  const lists = new Set(Object.entries(properties).flatMap(([name, { type }]) => (type === 'array' ? [name] : [])));
  return ({ params, query, body }) => {
    const path = isObject(params) ? params : {};
    const rest = operation.kind === 'command' ? bodyOf(body) : listed(isObject(query) ? query : {}, lists);
    if (operation.kind === 'command') nothingIn(query);
    const twice = Object.keys(rest).filter((name) => Object.hasOwn(path, name));
    if (twice.length > 0) throw new InvalidFields(twice.map((field) => ({ field, code: 'unrecognized_keys', sentence: 'This field belongs into the path.' })));
    return checked(operation.input, { ...rest, ...path });
  };
}

function bodyOf(body: unknown): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  if (!isObject(body)) throw new InvalidFields([{ field: '', code: 'invalid_type', sentence: 'The body is a JSON object.' }]);
  return body;
}

function nothingIn(query: unknown): void {
  const names = isObject(query) ? Object.keys(query) : [];
  if (names.length > 0) throw new InvalidFields(names.slice(0, 50).map((name) => ({ field: name.slice(0, 80), code: 'unrecognized_keys', sentence: 'A command takes its fields from the body.' })));
}

/** `ids=a,b` and `ids=a&ids=b` are the same list. */
const listed = (query: Readonly<Record<string, unknown>>, lists: ReadonlySet<string>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(query).map(([name, value]) => [name, lists.has(name) ? [value].flat().flatMap((item) => (typeof item === 'string' ? item.split(',').filter((part) => part !== '') : [item])) : value]),
  );
