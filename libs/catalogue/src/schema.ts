import { z } from 'zod';
import type { Operation } from './operation.ts';
import { receiptSchema } from './operation.ts';

/** The part of JSON Schema that operations use. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly id?: string;
  readonly [key: string]: unknown;
}

/** What a caller sends: fields with defaults are optional. */
export const inputSchema = (operation: Operation): JsonSchema => z.toJSONSchema(operation.input, { io: 'input' }) as JsonSchema;

/** What the service answers. */
export const outputSchema = (operation: Operation): JsonSchema =>
  z.toJSONSchema(operation.kind === 'command' ? receiptSchema : operation.output, { io: 'output' }) as JsonSchema;

/** Follows a reference and takes `null` out: what remains is one plain shape, or an error naming the place. */
export function resolve(
  schema: JsonSchema,
  defs: JsonSchema['$defs'],
  place: string,
): { readonly shape: JsonSchema; readonly nullable: boolean; readonly name?: string } {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.replace('#/$defs/', '');
    const target = defs?.[name];
    if (!target) throw new TypeError(`${place}: ${schema.$ref} points nowhere`);
    return { ...resolve(target, defs, place), name };
  }
  if (schema.anyOf) {
    const rest = schema.anyOf.filter((option) => option.type !== 'null');
    const [only] = rest;
    if (rest.length !== 1 || !only) throw new TypeError(`${place}: a union cannot cross the wire, use codes and optional fields`);
    return { ...resolve(only, defs, place), nullable: true };
  }
  if (Array.isArray(schema.type)) {
    const rest = schema.type.filter((type) => type !== 'null');
    const [type] = rest;
    if (rest.length !== 1 || type === undefined) throw new TypeError(`${place}: a union cannot cross the wire, use codes and optional fields`);
    return { shape: { ...schema, type }, nullable: rest.length < schema.type.length };
  }
  return { shape: schema, nullable: false };
}
