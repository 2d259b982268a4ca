import { isFieldFault } from '@zhitong/catalogue';
import { problemSchema } from '@zhitong/catalogue/openapi.ts';
import type { Answer, Sent } from '../../gateway/test/wire.ts';
import { describedOperations, undeclared, type Described } from './described-operations.ts';

/** What would tell of the inside: stacks, paths, queries, the names of what it is built with, versions; whole words, since a trace id may spell `e11000`. */
const inside =
  /\bat \S+ \(|\.[cm]?[jt]s:\d|node_modules|file:\/\/|\/(?:root|home|usr|work|tmp|app)\/|SELECT |INSERT |UPDATE \w+ SET|SQLITE|\bE11000 |Error:|TypeError|undefined|\b(?:zod|jose|pino|v8)\b|\b(?:nestjs|fastify|mongo|kafka|redis|grpc|node\.?js)|\b\d+\.\d+\.\d+\b/i;
const strictProblem = problemSchema.strict();

/** What is wrong with an answer to anybody whatever, empty when nothing is. */
export function faultsOf({ status, headers, text }: Answer, { path }: Described, { method }: Sent): readonly string[] {
  const wrong = [...(status === 500 ? [`answers ${status}`] : []), ...(inside.test(text) ? [`tells ${inside.exec(text)?.[0] ?? ''}`] : [])];
  if (headers['server'] !== undefined || headers['x-powered-by'] !== undefined) wrong.push('names its server');
  if (headers['content-security-policy'] === undefined || headers['x-content-type-options'] !== 'nosniff') wrong.push('lacks headers');
  if (method === 'HEAD') return wrong;
  const asked = describedOperations.find((described) => described.path === path && described.method === method);
  if (status < 400) return [...wrong, ...(asked ? undeclared(JSON.parse(text), asked.answer).map((name) => `tells ${name}`) : ['is answered'])];
  if (headers['content-type'] !== 'application/problem+json; charset=utf-8') return [...wrong, `is ${String(headers['content-type'])}: ${text.slice(0, 200)}`];
  const problem = strictProblem.safeParse(JSON.parse(text));
  if (!problem.success) return [...wrong, `is no problem: ${problem.error.message}`];
  const { status: told, traceId, errors = [] } = problem.data;
  if (told !== status || traceId !== headers['x-trace-id']) wrong.push('contradicts itself');
  const unsaid = errors.filter(({ code, sentence }) => !isFieldFault(code) || code === 'other' || sentence === '');
  return [...wrong, ...unsaid.map(({ field, code }) => `has no sentence for ${field} (${code})`)];
}
