import type { JsonSchema, Operation } from '@zhitong/catalogue';
import { openApiDocument } from '@zhitong/catalogue/openapi.ts';
import { z } from 'zod';
import { routedOperations } from '../../gateway/src/operations/routed.ts';

/** An operation as the API document describes it, beside what the catalogue declares. */
export interface Described {
  readonly operation: Operation;
  readonly method: 'GET' | 'POST';
  /** `/api/v1/...`, parameters in braces. */
  readonly path: string;
  readonly answer: JsonSchema;
}

const schema = z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null);
const answered = z.object({ 200: z.object({ content: z.object({ 'application/json': z.object({ schema }) }) }) });
const described = z.object({ operationId: z.string(), responses: answered });
const api = z.object({
  paths: z.record(z.string(), z.object({ get: described.optional(), post: described.optional() })),
  components: z.object({ schemas: z.record(z.string(), schema) }),
});

const document: unknown = JSON.parse(JSON.stringify(openApiDocument(routedOperations, { title: 'Zhitong', version: '0.1.0' })));
const { paths, components } = api.parse(document);
const byName = new Map(routedOperations.map((operation) => [operation.name, operation]));

/** Every operation of the document that the gateway serves. */
export const describedOperations: readonly Described[] = Object.entries(paths).flatMap(([path, { get, post }]) => {
  const asked = [...(get ? [['GET', get] as const] : []), ...(post ? [['POST', post] as const] : [])];
  return asked.map(([method, { operationId, responses }]) => {
    const operation = byName.get(operationId);
    if (!operation) throw new Error(`The document describes ${operationId}, which nobody declares`);
    return { operation, method, path, answer: responses[200].content['application/json'].schema };
  });
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Places of an answer that its schema does not name: `items.0.secret`. */
export function undeclared(value: unknown, shape: JsonSchema, place = ''): readonly string[] {
  const below = (name: string) => (place === '' ? name : `${place}.${name}`);
  if (shape.$ref !== undefined) return undeclared(value, components.schemas[shape.$ref.split('/').at(-1) ?? ''] ?? {}, place);
  if (shape.anyOf) {
    const found = shape.anyOf.map((option) => undeclared(value, option, place));
    return found.find((names) => names.length === 0) ?? found[0] ?? [];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => undeclared(item, shape.items ?? {}, below(String(index))));
  if (!isRecord(value)) return [];
  const { properties = {}, additionalProperties } = shape;
  return Object.entries(value).flatMap(([name, field]) => {
    const declared = properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
    return declared === undefined ? [below(name)] : undeclared(field, declared, below(name));
  });
}
