import { resolve, type JsonSchema } from '@zhitong/catalogue';

/** `null` has no place on the wire: absent means the same there. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (!isFields(value)) return value;
  const kept: Fields = {};
  for (const name of Object.keys(value)) {
    const field = value[name];
    if (field !== null && field !== undefined) kept[name] = withoutNulls(field);
  }
  return kept;
}

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Gives a decoded message the exact shape of its schema again: required nullables are `null`, absent lists and maps are empty. */
export function restorer(schema: JsonSchema): (value: unknown) => unknown {
  return compile(schema, schema.$defs, new Map());
}

type Restore = (value: unknown) => unknown;

function compile(schema: JsonSchema, defs: JsonSchema['$defs'], known: Map<string, { restore: Restore }>): Restore {
  const { shape, name } = resolve(schema, defs, 'answer');
  if (name !== undefined) {
    const earlier = known.get(name);
    if (earlier) return (value) => earlier.restore(value);
    const entry: { restore: Restore } = { restore: (value) => value };
    known.set(name, entry);
    entry.restore = compileShape(shape, defs, known);
    return (value) => entry.restore(value);
  }
  return compileShape(shape, defs, known);
}

function compileShape(shape: JsonSchema, defs: JsonSchema['$defs'], known: Map<string, { restore: Restore }>): Restore {
  if (shape.type === 'array' && shape.items) {
    const item = compile(shape.items, defs, known);
    return (value) => (Array.isArray(value) ? value.map(item) : value);
  }
  if (shape.type !== 'object' || !shape.properties) return (value) => value;
  const required = new Set(shape.required);
  const fields = Object.entries(shape.properties).map(([name, field]) => {
    const { shape: plain, nullable } = resolve(field, defs, name);
    return {
      name,
      restore: compile(field, defs, known),
      missing: required.has(name) ? missing(plain, nullable) : undefined,
      optionalList: plain.type === 'array' && !required.has(name),
    };
  });
  return (value) => {
    if (!isFields(value)) return value;
    const restored: Fields = {};
    for (const { name, restore, missing: absent, optionalList } of fields) {
      const field = Object.hasOwn(value, name) ? value[name] : undefined;
      if (field === undefined) {
        if (absent !== undefined) restored[name] = absent();
      } else if (!(optionalList && Array.isArray(field) && field.length === 0)) restored[name] = restore(field);
    }
    return restored;
  };
}

function missing(shape: JsonSchema, nullable: boolean): (() => unknown) | undefined {
  if (nullable) return () => null;
  if (shape.type === 'array') return () => [];
  if (shape.type === 'object' && !shape.properties) return () => ({});
  return undefined;
}
