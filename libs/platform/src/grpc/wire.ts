import { resolve, type JsonSchema } from '@zhitong/catalogue';

/** `null` has no place on the wire: absent means the same there. */
export function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  for (const entry of kept) entry[1] = withoutNulls(entry[1]);
  return Object.fromEntries(kept);
}

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
  if (shape.type !== 'object') return (value) => value;
  const required = new Set(shape.required);
  const fields = Object.entries(shape.properties ?? {}).map(([name, field]) => {
    const { shape: plain, nullable } = resolve(field, defs, name);
    return {
      name,
      restore: compile(field, defs, known),
      missing: required.has(name) ? missing(plain, nullable) : undefined,
      optionalList: plain.type === 'array' && !required.has(name),
    };
  });
  return (value) => {
    if (typeof value !== 'object' || value === null) return value;
    const restored: Record<string, unknown> = { ...value };
    for (const { name, restore, missing: absent, optionalList } of fields) {
      const field = Object.hasOwn(restored, name) ? restored[name] : undefined;
      if (field === undefined && absent !== undefined) restored[name] = absent();
      else if (optionalList && Array.isArray(field) && field.length === 0) Reflect.deleteProperty(restored, name);
      else if (field !== undefined) restored[name] = restore(field);
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
