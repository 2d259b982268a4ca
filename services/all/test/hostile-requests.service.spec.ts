import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts, isFieldFault, rightsOf, type Operation, type Role } from '@zhitong/catalogue';
import { problemSchema } from '@zhitong/generators/openapi.ts';
import { seeded, between } from '@zhitong/testing/faults/random.ts';
import { startTestCity, type TestCity } from '../test-city.ts';
import type { Answer, Sent } from '../../gateway/test/wire.ts';
import { CityGateway } from './city-gateway.ts';
import { describedOperations, undeclared, type Described } from './described-operations.ts';
import { hostileRequest } from './hostile-requests.ts';
import { nobody, recordsOf } from './records.ts';
import type { Ids } from './specimens.ts';

/** The same seed makes the same requests; `ZT_REQUESTS=5000 ZT_SEED=$RANDOM` looks further. */
const seed = Number(process.env['ZT_SEED'] ?? 20_260_302);
const requestsEach = Number(process.env['ZT_REQUESTS'] ?? 100);
const lanes = 8;

const place = '440308001002';
const callers = [
  ['branch-440308001005', 'secretary'],
  ['community-440308001002', 'organizationOfficer'],
  ['district-440308', 'organizationOfficer'],
  ['city', 'organizationOfficer'],
  ['member', 'member'],
  ['system', 'systemAdministrator'],
  ['security', 'securityAdministrator'],
  ['audit', 'auditAdministrator'],
  ['discipline', 'authorisedBody'],
  ['operator', 'operator'],
] as const satisfies readonly (readonly [string, Role])[];

/** What would tell of the inside: stacks, paths, queries, the names of what it is built with, versions. */
const inside =
  /\bat \S+ \(|\.[cm]?[jt]s:\d|node_modules|file:\/\/|\/(?:root|home|usr|work|tmp|app)\/|SELECT |INSERT |UPDATE \w+ SET|SQLITE|E11000|Error:|TypeError|undefined|zod|nest|fastify|mongo|kafka|redis|grpc|jose\b|pino|v8|node\.?js|\b\d+\.\d+\.\d+\b/i;
const strictProblem = problemSchema.strict();

/** What is wrong with an answer, empty when nothing is. */
function faultsOf({ status, headers, text }: Answer, { path }: Described, { method }: Sent): readonly string[] {
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

describe('requests made of the API document', () => {
  let city: TestCity;
  let gateway: CityGateway;
  let ids: Ids = nobody;
  beforeAll(async () => {
    city = await startTestCity(undefined, { parts: contexts });
    ids = await recordsOf(city, place);
    await city.settle();
    gateway = new CityGateway(city);
    await gateway.start();
  }, 60_000);
  afterAll(async () => {
    await gateway.stop();
    await city.remove();
  }, 20_000);

  const may = ({ right }: Operation) => callers.filter(([, role]) => right === 'none' || rightsOf[role].includes(right)).map(([login]) => login);

  /** Mostly somebody who may, so that the request gets far; at times somebody who may not, or nobody. */
  async function senderOf({ operation }: Described, random: () => number): Promise<Record<string, string>> {
    const chance = random();
    if (chance < 0.05) return {};
    const logins = chance < 0.15 ? callers.map(([login]) => login) : may(operation);
    return gateway.headersOf(logins[between(random, 0, logins.length - 1)] ?? 'city');
  }

  async function ask(described: Described, turn: number): Promise<{ readonly status: number; readonly faults: readonly string[] }> {
    const name = described.operation.name;
    const random = seeded(seed + turn * 1_000_003 + [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2 ** 31, 7));
    const request = hostileRequest(described, random() < 0.8 ? ids : nobody, turn, random);
    const sent = { ...request, headers: { ...(await senderOf(described, random)), ...request.headers } };
    const answer = await gateway.send(sent);
    const faults = faultsOf(answer, described, sent).map(
      (fault) => `${name} #${turn} ${fault} <- ${sent.method} ${sent.path.slice(0, 300)} ${(sent.body ?? '').slice(0, 300)}`,
    );
    return { status: answer.status, faults };
  }

  it(`SEC-30 SEC-14 ${requestsEach} an operation: none fails inside, every refusal is a problem in the caller's words, no answer tells more than it declares (seed ${seed})`, async () => {
    const turns = describedOperations.flatMap((described) => Array.from({ length: requestsEach }, (_none, turn) => [described, turn] as const)).values();
    const faults: string[] = [];
    const seen = new Map<number, number>();
    const lane = async () => {
      for (const [described, turn] of turns) {
        const asked = await ask(described, turn);
        faults.push(...asked.faults);
        seen.set(asked.status, (seen.get(asked.status) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    expect(faults.slice(0, 40)).toEqual([]);
    expect(gateway.failures).toEqual([]);
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 413, 415, 422]));
  }, 600_000);
});
