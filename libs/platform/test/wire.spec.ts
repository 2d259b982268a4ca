import { describe, expect, it } from '@jest/globals';
import { inputSchema, operations, outputSchema, resolve, type JsonSchema, type Operation } from '@zhitong/catalogue';
import fc from 'fast-check';
import { methodsOn } from '../src/grpc/package-definition.ts';
import { restorer, withoutNulls } from '../src/grpc/wire.ts';

/** Values that a schema allows, with the exactness of the wire: no `undefined`, no negative zero. */
function values(schema: JsonSchema, defs: JsonSchema['$defs']): fc.Arbitrary<unknown> {
  const { shape, nullable } = resolve(schema, defs, 'sample');
  const plain = valuesOf(shape, defs);
  return nullable ? fc.option(plain, { nil: null }) : plain;
}

function valuesOf(shape: JsonSchema, defs: JsonSchema['$defs']): fc.Arbitrary<unknown> {
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.type === 'string') return fc.string({ unit: 'grapheme' });
  if (shape.type === 'integer') return fc.maxSafeInteger();
  if (shape.type === 'number') return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value));
  if (shape.type === 'boolean') return fc.boolean();
  if (shape.type === 'array') return fc.array(values(shape.items ?? {}, defs), { maxLength: 3 });
  if (shape.properties) return objects(shape, defs);
  const { additionalProperties } = shape;
  if (typeof additionalProperties !== 'object') throw new TypeError(`No sample for ${JSON.stringify(shape)}`);
  return fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), values(additionalProperties, defs), { maxKeys: 3, noNullPrototype: true });
}

function objects(shape: JsonSchema, defs: JsonSchema['$defs']): fc.Arbitrary<unknown> {
  const required = new Set(shape.required);
  const fields = Object.entries(shape.properties ?? {}).map(
    ([name, field]) => [name, required.has(name) ? values(field, defs) : sometimes(field, defs)] as const,
  );
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required], noNullPrototype: true });
}

/** An optional list that is there has entries: absent and empty are one on the wire. */
function sometimes(field: JsonSchema, defs: JsonSchema['$defs']): fc.Arbitrary<unknown> {
  const { shape } = resolve(field, defs, 'sample');
  return shape.type === 'array' ? fc.array(values(shape.items ?? {}, defs), { minLength: 1, maxLength: 3 }) : valuesOf(shape, defs);
}

function returns(operation: Operation, side: 'request' | 'response', schema: JsonSchema): void {
  const method = methodsOn(operation.context).get(operation.name);
  if (!method) throw new TypeError(`${operation.name} is not in the service proto: generate it`);
  const restore = restorer(schema);
  fc.assert(
    fc.property(values(schema, schema.$defs), (value) => {
      const sent = withoutNulls(value);
      const body = typeof sent === 'object' && sent !== null ? sent : {};
      const received =
        side === 'request' ? method.requestDeserialize(method.requestSerialize(body)) : method.responseDeserialize(method.responseSerialize(body));
      expect(restore(received)).toEqual(value);
    }),
    { numRuns: 25 },
  );
}

describe('the wire', () => {
  it.each(operations.map((operation) => [operation.name, operation] as const))('%s: a question arrives as it was sent', (_name, operation) =>
    returns(operation, 'request', inputSchema(operation)),
  );
  it.each(operations.map((operation) => [operation.name, operation] as const))('%s: an answer arrives as it was sent', (_name, operation) =>
    returns(operation, 'response', outputSchema(operation)),
  );
});
