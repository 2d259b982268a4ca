import { boundOf, faultOf, fieldSentenceOf, inputSchema, isFieldFault, says, type FieldFault, type Operation } from '@zhitong/catalogue';
import type { Language } from '@zhitong/kernel';
import type { FieldError } from '@zhitong/platform/http/problem.ts';
import { z } from 'zod';
import { InvalidFields } from '../http/problem.filter.ts';

type Issue = z.core.$ZodIssue;

const longestName = 80;
const mostErrors = 50;

const errorAt = (place: readonly PropertyKey[], fault: FieldFault, language: Language, bound?: string): FieldError => ({
  field: place.map(String).join('.').slice(0, longestName),
  code: fault,
  sentence: fieldSentenceOf(fault, language, bound),
});

const invalid = (names: readonly string[], fault: FieldFault, language: Language): InvalidFields =>
  new InvalidFields(names.slice(0, mostErrors).map((name) => errorAt([name], fault, language)));

/** Names one error per field, never the value. */
function errorsOf(issue: Issue, language: Language): readonly FieldError[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => errorAt([...issue.path, key], 'unknown', language));
  const fault = isFieldFault(issue.message) ? issue.message : says('other');
  return [errorAt(issue.path, fault, language, boundOf(issue))];
}

/** @throws {InvalidFields} */
export function checked<Schema extends z.ZodType>(schema: Schema, given: unknown, language: Language): z.output<Schema> {
  const read = schema.safeParse(given, { error: faultOf });
  if (!read.success) throw new InvalidFields(read.error.issues.flatMap((issue) => errorsOf(issue, language)).slice(0, mostErrors));
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
    if (operation.kind === 'command' && Object.keys(asked).length > 0) throw invalid(Object.keys(asked), 'inBody', language);
    const rest = operation.kind === 'command' ? bodyOf(body, language) : listed(asked, lists);
    const twice = Object.keys(rest).filter((name) => Object.hasOwn(path, name));
    if (twice.length > 0) throw invalid(twice, 'inPath', language);
    return checked(operation.input, { ...rest, ...path }, language);
  };
}

function bodyOf(body: unknown, language: Language): Readonly<Record<string, unknown>> {
  if (body === undefined || body === null) return {};
  if (!isObject(body)) throw invalid([''], 'object', language);
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
