import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contexts, guideScope, rightsOf, type Operation, type Role } from '@zhitong/catalogue';
import { seeded, between } from '@zhitong/testing/faults/random.ts';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../test-city.ts';
import type { Answer } from '../../gateway/test/wire.ts';
import { faultsOf } from './answer-faults.ts';
import { CityGateway } from './city-gateway.ts';
import { describedOperations, type Described } from './described-operations.ts';
import { hostileRequest } from './hostile-requests.ts';
import { plainRequest, strangers, withStranger } from './plain-requests.ts';
import { nobody, recordsOf } from './records.ts';
import { specimen, type Ids } from './specimens.ts';
import { unevenRecords, type Refused } from './traces.ts';

/** The same seed makes the same requests; `ZT_REQUESTS=5000 ZT_SEED=$RANDOM` looks further. */
const seed = Number(process.env['ZT_SEED'] ?? 20_260_302);
const requestsEach = Number(process.env['ZT_REQUESTS'] ?? 100);
const lanes = 8;

const place = '440308001002';
const callers = [
  ['branch-440308001002', 'secretary'],
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

const questions = describedOperations.filter(({ method }) => method === 'GET');
const injections = ['{"$gt":""}', "' OR '1'='1", '\u0000', '(a+)+$', '%', '_'];

const withoutLag = ({ text }: Answer) => text.replaceAll(/"lagSeconds":[\d.]+/g, '');
const fieldErrors = z.object({ errors: z.array(z.object({ field: z.string() })).default([]) });
const refusal = fieldErrors.extend({ code: z.string(), traceId: z.string() });
/** An answer that is no refusal names none. */
const namedIn = ({ text }: Answer) => fieldErrors.parse(JSON.parse(text)).errors.map(({ field }) => field);

/** The topic guide of the quarter, which every branch has received. */
async function guideOf(city: TestCity): Promise<string> {
  const issuer = city.as('city');
  const { organizationId: issuerId } = issuer;
  const guide = { quarter: '2026-Q1', topicCodes: ['charter'] };
  const draft = { issuerId, kind: 'topicGuide', title: '主题内容指引', text: '学习党章', scope: guideScope(issuerId), guide };
  const { id: directiveId } = await issuer.command('draftDirective', draft);
  await issuer.command('issueDirective', { directiveId });
  return directiveId;
}

describe('requests made of the API document', () => {
  let city: TestCity;
  let gateway: CityGateway;
  let ids: Ids = nobody;
  let guideId = '';
  beforeAll(async () => {
    city = await startTestCity(undefined, { parts: contexts });
    ids = await recordsOf(city, place);
    guideId = await guideOf(city);
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

  async function ask(
    described: Described,
    turn: number,
  ): Promise<{ readonly status: number; readonly faults: readonly string[]; readonly refused: readonly Refused[] }> {
    const name = described.operation.name;
    const random = seeded(seed + turn * 1_000_003 + [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 2 ** 31, 7));
    const request = hostileRequest(described, random() < 0.8 ? ids : nobody, turn, random);
    const sent = { ...request, headers: { ...(await senderOf(described, random)), ...request.headers } };
    const answer = await gateway.send(sent);
    const faults = faultsOf(answer, described, sent).map(
      (fault) => `${name} #${turn} ${fault} <- ${sent.method} ${sent.path.slice(0, 300)} ${(sent.body ?? '').slice(0, 300)}`,
    );
    const problem = refusal.safeParse(answer.status < 400 || answer.text === '' ? undefined : JSON.parse(answer.text)).data;
    return { status: answer.status, faults, refused: problem === undefined ? [] : [{ ...problem, name: `${name} #${turn}` }] };
  }

  const loginFor = ({ operation }: Described) => may(operation)[0] ?? 'city';
  const asked = async (described: Described, fields: Readonly<Record<string, unknown>>, login = loginFor(described)) =>
    gateway.send(plainRequest(described, fields, await gateway.headersOf(login)));

  it('SEC-14 names a field that no schema knows, at every place of every operation', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const described of describedOperations) {
      const input = specimen(described.operation, ids, () => true);
      for (const name of strangers) {
        for (const { place, value } of withStranger(input, described, name)) {
          const answer = await asked(described, value);
          const named = answer.status === 400 && namedIn(answer).includes(place);
          cells += 1;
          if (!named) wrong.push(`${described.operation.name} ${place}: ${answer.status} ${answer.text.slice(0, 200)}`);
        }
      }
    }
    expect(wrong.slice(0, 40)).toEqual([]);
    expect(cells).toBeGreaterThan(strangers.length * describedOperations.length);
  }, 120_000);

  it('SEC-33 takes what is written into a filter for nothing but a text', async () => {
    const wrong: string[] = [];
    for (const described of questions) {
      const input = specimen(described.operation, ids);
      const filters = Object.keys(described.operation.input.shape).filter((name) => !described.path.includes(`{${name}}`));
      for (const name of filters) {
        for (const attempt of injections) {
          const answer = await asked(described, { ...input, [name]: attempt });
          const refused = answer.status === 400 || answer.status === 404;
          const same = refused || withoutLag(answer) === withoutLag(await asked(described, { ...input, [name]: 'zzqq' }));
          if (!same) wrong.push(`${described.operation.name} ${name}=${attempt}: ${answer.status} ${answer.text.slice(0, 200)}`);
        }
      }
    }
    expect(wrong.slice(0, 40)).toEqual([]);
  }, 120_000);

  it('SEC-29 pages hold at most 200 rows, in every list', async () => {
    const lists = questions.filter(({ operation }) => operation.input.shape['limit'] !== undefined);
    const shorter: string[] = [];
    for (const described of lists) {
      const refused = async (limit: string) => namedIn(await asked(described, { ...specimen(described.operation, ids), limit })).includes('limit');
      expect([described.operation.name, await refused('0'), await refused('1'), await refused('201')]).toEqual([described.operation.name, true, false, true]);
      if (await refused('200')) shorter.push(described.operation.name);
    }
    expect(shorter).toEqual(['todo']);
    expect(lists.length).toBeGreaterThan(30);
  }, 60_000);

  it('SEC-14 answers every question with what it declares, and nothing else', async () => {
    const silent: string[] = [];
    for (const described of questions) {
      const told: number[] = [];
      for (const login of may(described.operation)) {
        const guide = described.operation.name.startsWith('topicGuide') ? { directiveId: guideId } : {};
        const own = { ...ids, ...guide, issuerId: city.as(login).organizationId };
        const request = plainRequest(described, specimen(described.operation, own), await gateway.headersOf(login));
        const answer = await gateway.send(request);
        expect([described.operation.name, faultsOf(answer, described, request)]).toEqual([described.operation.name, []]);
        if (told.push(answer.status) > 2 || answer.status === 200) break;
      }
      if (!told.includes(200)) silent.push(described.operation.name);
    }
    expect(silent).toEqual([]);
  }, 60_000);

  it(
    `SEC-30 SEC-14 ${requestsEach} an operation: none fails inside, every refusal is a problem in the caller's words, no answer tells more than it declares, each attempt is one record (seed ${seed})`,
    async () => {
      const turns = describedOperations.flatMap((described) => Array.from({ length: requestsEach }, (_none, turn) => [described, turn] as const)).values();
      const faults: string[] = [];
      const seen = new Map<number, number>();
      const refused: Refused[] = [];
      const lane = async () => {
        for (const [described, turn] of turns) {
          const asked = await ask(described, turn);
          faults.push(...asked.faults);
          refused.push(...asked.refused);
          seen.set(asked.status, (seen.get(asked.status) ?? 0) + 1);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      expect(faults.slice(0, 40)).toEqual([]);
      expect(gateway.failures).toEqual([]);
      expect((await unevenRecords(city, contexts, gateway.attempts, refused)).slice(0, 40)).toEqual([]);
      expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 403, 404, 422]));
    },
    Math.max(600_000, requestsEach * 6_000),
  );
});
