import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { View } from '@zhitong/catalogue';
import { eventually } from '@zhitong/testing/eventually.ts';
import { z } from 'zod';
import { startTestCity, type TestCity } from '../test-city.ts';

let city: TestCity;
const figures = z.object({
  items: z.array(
    z.looseObject({ metric: z.string(), value: z.number(), own: z.number(), unlocated: z.number(), children: z.array(z.looseObject({ value: z.number() })) }),
  ),
});
const page = z.object({ items: z.array(z.looseObject({})), total: z.number(), totalMore: z.boolean(), next: z.string().optional() });

/** The list behind each figure, over an organization and everything below it. */
const lists: Readonly<Record<string, (organizationId: string, view: View) => readonly [operation: string, input: object]>> = {
  'org.active': (scope, view) => ['listOrganizations', { scope, view, counted: 'true' }],
  'member.full': (scope, view) => ['listMembers', { scope, view, state: 'full' }],
  'member.provisional': (scope, view) => ['listMembers', { scope, view, state: 'provisional' }],
  'transfer.open': (organizationId, view) => ['listTransfers', { organizationId, view, below: 'true' }],
  'request.overdue': (organizationId, view) => ['listRequests', { organizationId, view, role: 'holder', overdue: 'true', below: 'true' }],
  'coverage.org': (organizationId, view) => ['listUnits', { organizationId, view, state: 'dueForOrganization' }],
  'coverage.work': (organizationId, view) => ['listUnits', { organizationId, view, withoutWork: 'true' }],
  'directive.ack': (organizationId, view) => ['listInbox', { organizationId, view, box: 'toAcknowledge', below: 'true' }],
};

beforeAll(async () => {
  city = await startTestCity();
  await inForce();
}, 60_000);
afterAll(() => city.remove());

const figuresOf = async (login: string, context: 'Organizations' | 'Members', view: View) =>
  figures.parse(await city.as(login).query(`figuresOf${context}`, { organizationId: city.org(login), view })).items;

/** Something of everything: units in some ledgers, a directive to all levels, transfers on their way from two branches, a request whose answer is late. */
async function inForce(): Promise<void> {
  for (const [login, to] of [
    ['branch-440308001002', 'community-440303001001'],
    ['branch-440303001001', 'community-440308001002'],
  ] as const) {
    const input = { kind: 'withinCity', toCommitteeId: city.org(to), duesPaidTo: '2026-02' };
    await city.as(login).command('requestTransfer', { personId: await anyMember(login), ...input });
  }
  const community = city.as('community-440308001002');
  for (const login of ['community-440308001002', 'community-440308001005', 'community-440303001001'])
    for (const fullMembers of [2, 3]) {
      const unit = { name: `第${fullMembers}公司`, ledger: 'building', staff: 9, fullMembers, figuresOn: '2026-03-01' };
      await city.as(login).command('registerUnit', { organizationId: city.org(login), ...unit });
    }
  await community.command('submitRequest', { organizationId: community.organizationId, topicCode: 'structure', text: '请协助。', urgent: false });
  city.clock.pass(60 * 24 * 3_600_000);
  await eventually(async () => expect((await figuresOf('city', 'Organizations', 'line')).find(({ metric }) => metric === 'request.overdue')?.value).toBe(1));
  const scope = { clauses: [{ subtreeOf: city.org('city'), view: 'line', levels: ['district', 'street', 'community', 'base'] }], exclude: [] };
  const texts = { title: '通知', text: '请签收。', urgent: false, forwardingAllowed: false, kind: 'notice' };
  const { id: directiveId } = await city.as('city').command('draftDirective', { issuerId: city.org('city'), scope, ...texts });
  await city.as('city').command('issueDirective', { directiveId });
  await city.settle();
}

async function anyMember(login: string): Promise<string> {
  const { items } = page.parse(await city.as(login).query('listMembers', { branchId: city.org(login), state: 'full', limit: 50 }));
  return z.string().parse(items.at(-1)?.['personId']);
}

/** Page by page, three at a time: the cursor is part of the promise. */
async function all(login: string, operation: string, input: object) {
  const found: object[] = [];
  let next: string | undefined;
  let total = 0;
  do {
    const part = page.parse(await city.as(login).query(operation, { ...input, limit: 3, ...(next === undefined ? {} : { cursor: next }) }));
    expect(part.totalMore).toBe(false);
    found.push(...part.items);
    ({ next, total } = part);
  } while (next !== undefined);
  return { found, total };
}

describe('P03 a number is a list', () => {
  it.each([
    ['city', 'line'],
    ['city', 'place'],
    ['district-440308', 'line'],
    ['street-440308001', 'place'],
    ['community-440308001002', 'line'],
    ['branch-440308001002', 'line'],
  ] as const)('each figure of %s along the %s is the sum of its parts and the length of its list', async (login, view) => {
    for (const context of ['Organizations', 'Members'] as const) {
      for (const { metric, value, own, unlocated, children } of await figuresOf(login, context, view)) {
        expect({ metric, value }).toEqual({ metric, value: own + unlocated + children.reduce((sum, child) => sum + child.value, 0) });
        const list = lists[metric];
        if (list === undefined) throw new Error(`Nobody knows the list behind ${metric}`);
        const { found, total } = await all(login, ...list(city.org(login), view));
        expect({ metric, total, rows: new Set(found.map((row) => JSON.stringify(row))).size }).toEqual({ metric, total: value, rows: value });
      }
    }
  });

  it('has something to count in every figure but the provisional members', async () => {
    const answers = await Promise.all([figuresOf('city', 'Organizations', 'line'), figuresOf('city', 'Members', 'line')]);
    const empty = answers.flat().filter(({ value }) => value === 0);
    expect(empty.map(({ metric }) => metric)).toEqual(['member.provisional']);
  });

  it('P15 counts filtered members of many branches exactly', async () => {
    const { found, total } = await all('city', 'listMembers', { scope: city.org('city'), view: 'line', kind: 'full', joinedFrom: '1950-01-01' });
    expect(total).toBe(found.length);
    expect(total).toBeGreaterThan(3);
  });

  it('GW-02 lists nothing behind a figure outside of the scope', async () => {
    const organizationId = city.org('district-440303');
    for (const list of Object.values(lists)) {
      await expect(city.as('district-440308').query(...list(organizationId, 'line'))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});
