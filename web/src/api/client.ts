import createClient from 'openapi-fetch';
import { Positions } from './positions.ts';
import { ApiError, failureOf, problemOf } from './problem.ts';
import { routes } from './routes.ts';
import type { operations, paths } from './schema.d.ts';

type Name = keyof typeof routes & keyof operations;
export type QueryName = { [N in Name]: (typeof routes)[N][0] extends 'get' ? N : never }[Name];
export type CommandName = Exclude<Name, QueryName>;

type Parameter<N extends Name, Place extends 'path' | 'query'> = operations[N]['parameters'] extends { [P in Place]?: infer Fields } ? Fields : unknown;
type Body<N extends Name> = operations[N] extends { requestBody: { content: { 'application/json': infer Fields } } } ? Fields : unknown;
/** Nothing declared, or an empty body, asks for nothing. */
type Given<Fields> = [Fields] extends [undefined] ? unknown : string extends keyof NonNullable<Fields> ? unknown : NonNullable<Fields>;
/** A form's empty field is `undefined`; it is not sent. */
type Loose<Fields> = { [K in keyof Fields]: object extends Pick<Fields, K> ? Fields[K] | undefined : Fields[K] };
/** Fields of an operation as the catalogue declares them: where each travels is the route's business. */
export type Input<N extends Name> = Loose<Given<Parameter<N, 'path'>> & Given<Parameter<N, 'query'>> & (N extends CommandName ? Given<Body<N>> : unknown)>;
export type Output<N extends Name> = operations[N]['responses'] extends { 200: { content: { 'application/json': infer Answer } } } ? Answer : never;
/** The element of a list's `items`. */
export type Row<N extends QueryName> = Output<N> extends { items: readonly (infer Item)[] } ? Item : never;
export type Receipt = Output<CommandName>;

/** An answer and how far it may be behind the tab's own writes, null when it contains them. */
export interface Answer<Data> {
  readonly data: Data;
  readonly staleSeconds: number | null;
  readonly askedAt: number;
  readonly receivedAt: number;
}
export interface Sending {
  readonly idempotencyKey: string;
  readonly ifMatch?: number;
  /** Reads that show what this does. */
  readonly changes?: readonly QueryName[];
}

const timeouts = { read: 15_000, write: 10_000 } as const;
export const positions = new Positions();
const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin', querySerializer: { array: { style: 'form', explode: false } } });

export async function read<N extends QueryName>(name: N, input: Input<N>, signal?: AbortSignal): Promise<Answer<Output<N>>> {
  const after = positions.after(name);
  const askedAt = Date.now();
  const { data, response } = await send(name, input, after === null ? {} : { 'Zhitong-After': after }, withTimeout(timeouts.read, signal));
  const stale = response.headers.get('Zhitong-Stale');
  if (stale === null && after !== null) positions.reached(name, after);
  return { data: data as Output<N>, staleSeconds: stale === null ? null : Number(stale), askedAt, receivedAt: Date.now() };
}

export async function write<N extends CommandName>(name: N, input: Input<N>, { idempotencyKey, ifMatch, changes = [] }: Sending): Promise<Receipt> {
  const after = positions.after(name);
  const headers = {
    'Idempotency-Key': idempotencyKey,
    ...(after === null ? {} : { 'Zhitong-After': after }),
    ...(ifMatch === undefined ? {} : { 'If-Match': `"${ifMatch}"` }),
  };
  const { data, response } = await send(name, input, headers, withTimeout(timeouts.write));
  const position = response.headers.get('Zhitong-Position');
  const receipt = data as Receipt;
  if (position !== null) positions.wrote(position, { command: name, id: receipt.id, changes, at: Date.now() });
  return receipt;
}

/** The one place where the routes' plain strings meet the generated types. */
async function send(name: Name, input: object, headers: Record<string, string>, signal: AbortSignal): Promise<{ data: unknown; response: Response }> {
  const [method, path] = routes[name];
  const inPath = new Set([...path.matchAll(/\{(\w+)\}/g)].map(([, field]) => field));
  const fields = Object.entries(input).filter(([, value]) => value !== undefined && value !== '');
  const placed = Object.fromEntries(fields.filter(([field]) => inPath.has(field)));
  const rest = Object.fromEntries(fields.filter(([field]) => !inPath.has(field)));
  const init = {
    params: { path: placed, ...(method === 'get' ? { query: rest } : {}) },
    ...(method === 'get' ? {} : { body: rest }),
    headers: { ...headers, 'Accept-Language': document.documentElement.lang },
    signal,
  };
  try {
    const { data, error, response } = await client.request(method as never, path as never, init as never);
    if (!response.ok) throw new ApiError(problemOf(response.status, error));
    return { data, response };
  } catch (cause) {
    throw failureOf(cause);
  }
}

/** `AbortSignal.any` and `timeout` are younger than the oldest browser served. */
function withTimeout(milliseconds: number, outer?: AbortSignal): AbortSignal {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new DOMException('No answer in time', 'TimeoutError')), milliseconds);
  controller.signal.addEventListener('abort', () => clearTimeout(timer));
  if (outer?.aborted) controller.abort(outer.reason);
  outer?.addEventListener('abort', () => controller.abort(outer.reason), { once: true });
  return controller.signal;
}
