import { contexts, inputSchema, operations, outputSchema, resolve, type Context, type JsonSchema, type Operation } from '@zhitong/catalogue';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Numbers of fields that are already out: a name keeps its number for ever. */
type Numbers = ReadonlyMap<string, ReadonlyMap<string, number>>;

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const pascal = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

/** Writes the messages of one context, each once. */
class MessageWriter {
  readonly #messages = new Map<string, string>();

  constructor(private readonly numbers: Numbers) {}

  object(name: string, schema: JsonSchema, defs: JsonSchema['$defs']): string {
    if (this.#messages.has(name)) return name;
    this.#messages.set(name, '');
    const known = this.numbers.get(name);
    let next = Math.max(0, ...(known?.values() ?? [])) + 1;
    const fields = Object.entries(schema.properties ?? {}).map(([field, shape]) => {
      const wire = snake(field);
      return `  ${this.#type(`${name}${pascal(field)}`, shape, defs)} ${wire} = ${known?.get(wire) ?? next++};`;
    });
    this.#messages.set(name, [`message ${name} {`, ...fields, '}'].join('\n'));
    return name;
  }

  /** Scalars are `optional`: what was not sent stays absent instead of turning into an empty value. */
  #type(place: string, schema: JsonSchema, defs: JsonSchema['$defs']): string {
    const { shape, name } = resolve(schema, defs, place);
    if (shape.type === 'array') return `repeated ${this.#single(place, shape.items ?? {}, defs)}`;
    if (shape.type === 'object' && typeof shape.additionalProperties === 'object' && !shape.properties) {
      return `map<string, ${this.#single(place, shape.additionalProperties, defs)}>`;
    }
    if (shape.type === 'object') return this.object(name ?? place, shape, defs);
    return `optional ${scalar(shape, place)}`;
  }

  #single(place: string, schema: JsonSchema, defs: JsonSchema['$defs']): string {
    const { shape, name } = resolve(schema, defs, place);
    return shape.type === 'object' ? this.object(name ?? place, shape, defs) : scalar(shape, place);
  }

  toString(): string {
    return [...this.#messages]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, text]) => text)
      .join('\n\n');
  }
}

function scalar(shape: JsonSchema, place: string): string {
  const known = { string: 'string', integer: 'int64', number: 'double', boolean: 'bool' }[String(shape.type)];
  if (known !== undefined) return known;
  if (shape.enum?.every((value) => typeof value === 'string') || typeof shape.const === 'string') return 'string';
  throw new TypeError(`${place}: ${JSON.stringify(shape).slice(0, 120)} has no wire type`);
}

/** The gRPC service of a context, derived from its operations. */
function serviceProto(context: Context, declared: readonly Operation[], earlier: string): string {
  const packageName = context.replaceAll('-', '_');
  const messages = new MessageWriter(numbersOf(earlier));
  const methods = declared.map((operation) => {
    const name = pascal(operation.name);
    const input = inputSchema(operation);
    const output = outputSchema(operation);
    messages.object(`${name}Request`, resolve(input, input.$defs, name).shape, input.$defs);
    messages.object(`${name}Response`, resolve(output, output.$defs, name).shape, output.$defs);
    return `  // ${operation.summary}\n  rpc ${name}(${name}Request) returns (${name}Response);`;
  });
  return `// Generated from the operations of the catalogue; edit those.
syntax = "proto3";

package zhitong.${packageName}.v1;

// Use cases of ${context}. A call carries the signed subject context in its metadata.
service ${pascal(context.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()))}Service {
${methods.join('\n')}
}

${messages.toString()}
`;
}

/** Field numbers by message, read from the file as it is. */
function numbersOf(proto: string): Numbers {
  const numbers = new Map<string, Map<string, number>>();
  for (const [, message = '', body = ''] of proto.matchAll(/message (\w+) \{\n([^}]*)\}/g)) {
    const fields = [...body.matchAll(/ (\w+) = (\d+);/g)].map(([, field = '', number = '']): [string, number] => [field, Number(number)]);
    numbers.set(message, new Map(fields));
  }
  return numbers;
}

const protoPath = (context: Context): string => {
  const name = context.replaceAll('-', '_');
  return `proto/zhitong/${name}/v1/${name}_service.proto`;
};

/** Every service proto as it must be, by path. */
export function serviceProtos(root: string): ReadonlyMap<string, string> {
  return new Map(
    contexts.map((context) => {
      const path = `${root}/${protoPath(context)}`;
      const earlier = existsSync(path) ? readFileSync(path, 'utf8') : '';
      return [
        path,
        serviceProto(
          context,
          operations.filter((operation) => operation.context === context),
          earlier,
        ),
      ];
    }),
  );
}

if (import.meta.main) {
  for (const [path, text] of serviceProtos(process.cwd())) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
