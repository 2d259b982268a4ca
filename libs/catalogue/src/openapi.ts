import { fileTypes, type FileRoute } from './file-routes.ts';
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

/** The API document of the operations and of files. @throws {Error} when two share a name or a route, or a path names a field the input lacks. */
export function openApiDocument(operations: readonly Operation[], info: ApiInfo, files: readonly FileRoute[] = []): JsonObject {
  const components = new SchemaComponents();
  const problem = components.of(problemSchema, 'output');
  const paths = new Map<string, Record<string, JsonObject>>();
  const names = new Set<string>();
  const add = (name: string, method: 'get' | 'post', below: string, described: JsonObject) => {
    if (names.has(name)) throw new Error(`Two operations are called ${name}`);
    names.add(name);
    const path = `${apiPrefix}${below}`;
    const methods = paths.get(path) ?? {};
    if (methods[method] !== undefined) throw new Error(`${method.toUpperCase()} ${path} is declared twice`);
    paths.set(path, { ...methods, [method]: described });
  };
  for (const operation of operations)
    add(operation.name, operation.kind === 'command' ? 'post' : 'get', operation.path, describeOperation(operation, components));
  for (const file of files) add(file.name, file.direction === 'in' ? 'post' : 'get', file.path, describeFile(file, components));
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

type Described = Pick<Operation, 'name' | 'context' | 'path' | 'summary' | 'right' | 'reach' | 'input'>;

const about = ({ name, summary, context, right, reach }: Described): JsonObject => ({
  operationId: name,
  summary,
  tags: [context],
  'x-right': right,
  'x-reach': reach,
});

/** Fields of the input, those of the path apart. */
function fieldsOf({ name, path, input: declared }: Described, components: SchemaComponents) {
  const inPath = pathParameters(path);
  const input = components.of(declared, 'input');
  const properties = asObject(input['properties'] ?? {});
  const stray = inPath.find((field) => properties[field] === undefined);
  if (stray !== undefined) throw new Error(`${name}: the input has no ${stray}`);
  const required = requiredOf(input);
  const rest = Object.keys(properties).filter((field) => !inPath.includes(field));
  return {
    ofPath: inPath.map((field) => ({ name: field, in: 'path', required: true, schema: properties[field] })),
    // Lists are one comma-separated value.
    ofQuery: rest.map((field) => ({
      ...{ name: field, in: 'query', required: required.includes(field) },
      ...{ style: 'form', explode: false, schema: properties[field] },
    })),
    body: {
      ...input,
      properties: Object.fromEntries(rest.map((field) => [field, properties[field]])),
      required: required.filter((field) => rest.includes(field)),
    },
  };
}

function describeOperation(operation: Operation, components: SchemaComponents): JsonObject {
  const { ofPath, ofQuery, body } = fieldsOf(operation, components);
  if (operation.kind === 'query') {
    const answer = { 'application/json': { schema: components.of(operation.output, 'output') } };
    return { ...about(operation), parameters: [...ofPath, ...ofQuery, header('After')], responses: answers(answer, ['Zhitong-Stale']) };
  }
  return {
    ...about(operation),
    parameters: [...ofPath, header('IdempotencyKey'), header('IfMatch'), header('After')],
    requestBody: { required: true, content: { 'application/json': { schema: body } } },
    responses: answers(receiptOf(components), ['ETag', 'Zhitong-Position']),
  };
}

function describeFile(file: FileRoute, components: SchemaComponents): JsonObject {
  const { ofPath, ofQuery } = fieldsOf(file, components);
  const content = { [fileTypes[file.format]]: { schema: { type: 'string', format: 'binary' } } };
  if (file.direction === 'out') return { ...about(file), parameters: [...ofPath, ...ofQuery], responses: answers(content, ['Content-Disposition']) };
  return {
    ...about(file),
    parameters: [...ofPath, ...ofQuery, header('IdempotencyKey')],
    requestBody: { required: true, content },
    responses: answers(receiptOf(components), ['Zhitong-Position']),
  };
}

const receiptOf = (components: SchemaComponents): JsonObject => ({ 'application/json': { schema: components.of(receiptSchema, 'output') } });

const answers = (content: JsonObject, headers: readonly string[]): JsonObject => ({
  200: {
    description: 'Done',
    headers: Object.fromEntries(headers.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
    content,
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
  'Content-Disposition': { schema: { type: 'string' }, description: 'What the file is called.' },
  'Zhitong-Stale': { schema: { type: 'number' }, description: 'The positions asked for were not reached: seconds the answer is behind.' },
} as const;
