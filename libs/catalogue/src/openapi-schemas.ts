import { z } from 'zod';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is readonly Json[] => Array.isArray(value);

/** What a side of the wire looks like: a default makes a field optional when asked for and certain when answered. */
type Side = 'input' | 'output';

/** Turns zod schemas into JSON schemas and collects those that carry an id under `components.schemas`. */
export class SchemaComponents {
  readonly #schemas = new Map<string, JsonObject>();

  /** @throws {Error} when two different schemas carry the same id: one of them would silently win. */
  of(schema: z.ZodType, side: Side): JsonObject {
    const { $schema: _schema, $defs, ...root } = asObject(z.toJSONSchema(schema, { io: side }));
    for (const [id, definition] of Object.entries(asObject($defs ?? {}))) this.#keep(componentName(id, side), this.#relocated(definition, side));
    return asObject(this.#relocated(root, side));
  }

  get schemas(): JsonObject {
    return Object.fromEntries([...this.#schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #keep(name: string, definition: Json | undefined): void {
    const known = this.#schemas.get(name);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) throw new Error(`Two schemas are called ${name}`);
    this.#schemas.set(name, asObject(definition));
  }

  #relocated(node: Json | undefined, side: Side): Json | undefined {
    if (isList(node)) return node.map((item) => this.#relocated(item, side) ?? null);
    if (!isObject(node)) return node;
    return Object.fromEntries(
      Object.entries(node).map(([key, value]) => [key, key === '$ref' && typeof value === 'string' ? componentRef(value, side) : this.#relocated(value, side)]),
    );
  }
}

const componentName = (id: string, side: Side) => (side === 'input' ? `${id}Input` : id);
const componentRef = (ref: string, side: Side) => `#/components/schemas/${componentName(ref.slice('#/$defs/'.length), side)}`;

export function asObject(value: unknown): JsonObject {
  if (isObject(value)) return value;
  throw new Error(`Expected a JSON object, got ${JSON.stringify(value)}`);
}
