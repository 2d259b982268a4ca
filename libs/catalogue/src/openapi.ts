import { receiptSchema, type Operation } from './operation.ts';
import { z } from 'zod';
import { asObject, SchemaComponents, type JsonObject } from './openapi-schemas.ts';

export interface ApiInfo {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
}
export const apiPrefix = '/api/v1';

/** RFC 9457, with the refusal's own data. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable API: what the client may branch on'),
    detail: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()])).optional(),
    traceId: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), sentence: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });

/** The API document of the operations. @throws {Error} when two operations share a name or a route, or a path names a field the input lacks. */
export function openApiDocument(operations: readonly Operation[], info: ApiInfo): JsonObject {
  const components = new SchemaComponents();
  const problem = components.of(problemSchema, 'output');
  const paths = new Map<string, Record<string, JsonObject>>();
  const names = new Set<string>();
  for (const operation of operations) {
    if (names.has(operation.name)) throw new Error(`Two operations are called ${operation.name}`);
    names.add(operation.name);
    const path = `${apiPrefix}${operation.path}`;
    const methods = paths.get(path) ?? {};
    const method = operation.kind === 'command' ? 'post' : 'get';
    if (methods[method] !== undefined) throw new Error(`${method.toUpperCase()} ${path} is declared twice`);
    paths.set(path, { ...methods, [method]: describeOperation(operation, components) });
  }
  return {
    openapi: '3.1.0',
    info: { title: info.title, version: info.version, ...(info.description === undefined ? {} : { description: info.description }) },
    security: [{ session: [] }, { bearer: [] }],
    paths: Object.fromEntries([...paths].sort(([a], [b]) => (a < b ? -1 : 1))),
    components: {
      schemas: components.schemas,
      responses: { Problem: { description: 'Refused or failed', content: { 'application/problem+json': { schema: problem } } } },
      parameters: requestHeaders,
      headers: answerHeaders,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-zt' },
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
      },
    },
  };
}

function describeOperation(operation: Operation, components: SchemaComponents): JsonObject {
  const inPath = pathParameters(operation.path);
  const input = components.of(operation.input, 'input');
  const properties = asObject(input['properties'] ?? {});
  const stray = inPath.find((name) => properties[name] === undefined);
  if (stray !== undefined) throw new Error(`${operation.name}: the input has no ${stray}`);
  const required = requiredOf(input);
  const rest = Object.keys(properties).filter((name) => !inPath.includes(name));
  const pathFields = inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] }));
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.context],
    'x-right': operation.right,
    'x-reach': operation.reach,
    ...(operation.kind === 'command'
      ? {
          parameters: [...pathFields, header('IdempotencyKey'), header('IfMatch'), header('After')],
          requestBody: { required: true, content: { 'application/json': { schema: bodyOf(input, properties, required, rest) } } },
          responses: answers(components.of(receiptSchema, 'output'), ['ETag', 'Zhitong-Position']),
        }
      : {
          parameters: [
            ...pathFields,
            // Lists are one comma-separated value.
            ...rest.map((name) => ({ name, in: 'query', required: required.includes(name), style: 'form', explode: false, schema: properties[name] })),
            header('After'),
          ],
          responses: answers(components.of(operation.output, 'output'), ['Zhitong-Stale']),
        }),
  };
}

const bodyOf = (input: JsonObject, properties: JsonObject, required: readonly string[], rest: readonly string[]): JsonObject => ({
  ...input,
  properties: Object.fromEntries(rest.map((name) => [name, properties[name]])),
  required: required.filter((name) => rest.includes(name)),
});

const answers = (schema: JsonObject, headers: readonly string[]): JsonObject => ({
  200: {
    description: 'Done',
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content: { 'application/json': { schema } },
  },
  default: { $ref: '#/components/responses/Problem' },
});

const pathParameters = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => (name === undefined ? [] : [name]));
const requiredOf = (schema: JsonObject) => (Array.isArray(schema['required']) ? schema['required'].filter((name) => typeof name === 'string') : []);
const header = (name: keyof typeof requestHeaders) => ({ $ref: `#/components/parameters/${name}` });

const requestHeaders = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 200 },
    description: 'Made once per intention and kept over retries: a repetition answers with the first receipt.',
  },
  IfMatch: { name: 'If-Match', in: 'header', schema: { type: 'string' }, description: 'The version the caller has seen; another one answers 412.' },
  After: {
    name: 'Zhitong-After',
    in: 'header',
    schema: { type: 'string' },
    description:
      'Positions that the answer, or what a command looks at, must contain, as `Zhitong-Position` gave them, separated by commas; it waits up to 1.5 s for them.',
  },
} as const;

const answerHeaders = {
  ETag: { schema: { type: 'string' }, description: 'Version of the stream after the command.' },
  'Zhitong-Position': { schema: { type: 'string' }, description: 'Where and when the command was recorded: `stream@version@milliseconds`.' },
  'Zhitong-Stale': { schema: { type: 'number' }, description: 'The positions asked for were not reached: seconds the answer is behind.' },
} as const;
