import { describe, expect, it } from '@jest/globals';
import type { Condition, Intents, Projection, RecordedEvent } from '@zhitong/eventing';
import type { ServiceEnv, Settings } from '@zhitong/platform';
import { only, treeOf } from '../../test/city.samples.ts';
import { ruleOf, terms } from '../../test/directive.samples.ts';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { inboxRow } from '../projections/inbox-row.ts';
import type { InboxRow } from '../projections/inbox-row.ts';
import { directiveMoment } from './directive-moment.deadline.ts';

const issued = recorded('directive', 'dir_1', 1, {
  type: 'DirectiveIssued',
  data: {
    directiveId: 'dir_1',
    terms,
    addressees: ruleOf(['org_b1', 'org_b3']),
    addresseeCount: 2,
    titleRef: 't',
    textRef: 'x',
    textHash: 'h',
    forwardingAllowed: false,
    issuedById: 'per_a',
    burden: 1,
    hops: 0,
    warnings: [],
  },
});

const returned = (version: number, reportDueAt: string) =>
  recorded('receipt', 'dir_1.org_b1', version, {
    type: 'ReportReturned',
    data: { directiveId: 'dir_1', organizationId: 'org_b1', textVersion: 1, reasonRef: 'r', reportDueAt, returnedAt: '2026-03-03T01:00:00.000Z' },
  });

const settings: Settings = {
  number: () => 30,
  list: (key) => (key === 'digest.quiet' ? ['21:00', '08:00'] : []),
  flag: () => false,
  json: () => '08:30',
};

/** An environment whose read model is a list of rows, of a directive with two addressees; a page at a time. */
function envOf(rows: readonly InboxRow[]): ServiceEnv {
  const matches = (row: InboxRow) => (condition: Condition) =>
    'eq' in condition && Object.entries(row).some(([field, value]) => field === condition.field && value === condition.eq);
  const found = (where: readonly Condition[]) =>
    rows.filter((row) => where.every(matches(row))).map((row) => ({ ...row, $key: `${row.directiveId}.${row.organizationId}` }));
  const reader = {
    query: ({ where }: { where: readonly Condition[] }) => Promise.resolve({ items: found(where) }),
    count: (where: readonly Condition[]) => Promise.resolve({ count: found(where).length, more: false }),
    get: () => Promise.resolve({ addressees: 2 }),
  };
  return { tree: only(treeOf()), settings, rows: (_projection: Projection<never, never>) => reader } as unknown as ServiceEnv;
}

const intended = async (intents: Intents | Promise<Intents>) => {
  const found: [string, unknown][] = [];
  for await (const { stream, id, command } of await intents) found.push([`${stream.category}-${id}`, command]);
  return found;
};

const inbox = async () => [...(await rowsAfter(directiveInbox, { tree: only(treeOf()) }, [issued])).values()];
const dueRows = async (...events: readonly RecordedEvent[]) => [
  ...(await rowsAfter(directiveMoment, envOf([]), events.length === 0 ? [issued] : events)).values(),
];
const due = async (moment: string) => {
  const row = (await dueRows()).find((each) => (each as { moment?: string }).moment === moment);
  if (row === undefined) throw new Error(`nothing is due at ${moment}`);
  return { ...(row as Parameters<typeof directiveMoment.fire>[0]), $key: moment };
};

describe('LINK-05 moments of a directive', () => {
  it('are due rows of their own', async () =>
    expect((await dueRows()).map((row) => (row as { dueAt: string }).dueAt)).toEqual([
      '2026-03-03T13:00:00.000Z',
      '2026-03-04T01:00:00.000Z',
      '2026-03-05T01:00:00.001Z',
      '2026-04-04T16:00:00.000Z',
    ]));
  it('remind those who have not acknowledged, then are worked off', async () => {
    const [first, ...others] = await inbox();
    const done = first === undefined ? [] : [inboxRow(first.directiveId, first.organizationId, first.directive && { ...first.directive, left: true }, null)];
    const found = await intended(directiveMoment.fire(await due('acknowledgeHalfTime'), '2026-03-03T13:00:00.000Z', envOf([...done, ...others])));
    expect(found.map(([stream, command]) => [stream, (command as { type: string }).type])).toEqual([
      ['receipt-dir_1.org_b3', 'RemindReceipt'],
      ['directive-dir_1', 'PassMoment'],
    ]);
  });
  it('after downtime only the newest is told', async () =>
    expect(await intended(directiveMoment.fire(await due('acknowledgeHalfTime'), '2026-03-06T00:00:00.000Z', envOf(await inbox())))).toEqual([
      ['directive-dir_1', { type: 'PassMoment', at: '2026-03-06T00:00:00.000Z', moment: 'acknowledgeHalfTime', textVersion: 1 }],
    ]));
  it('overdue goes to each addressee and its direct superior', async () => {
    const found = await intended(directiveMoment.fire(await due('acknowledgeOver'), '2026-03-05T01:00:00.001Z', envOf(await inbox())));
    expect(found.map(([stream, command]) => [stream, (command as { superiorId?: string }).superiorId])).toEqual([
      ['receipt-dir_1.org_b1', 'org_c1'],
      ['receipt-dir_1.org_b3', 'org_c2'],
      ['directive-dir_1', undefined],
    ]);
  });
  it('LINK-08 closes when nobody owes a step any more, never before everyone was delivered', async () => {
    const final = (await inbox()).map(({ directiveId, organizationId, directive }) =>
      inboxRow(directiveId, organizationId, directive && { ...directive, left: true }, null),
    );
    const at = '2026-03-03T13:00:00.000Z';
    const types = async (rows: readonly InboxRow[]) =>
      (await intended(directiveMoment.fire(await due('acknowledgeHalfTime'), at, envOf(rows)))).map(([, command]) => (command as { type: string }).type);
    expect(await types(final)).toEqual(['CloseDirective', 'PassMoment']);
    expect(await types(final.slice(1))).toEqual(['PassMoment']);
  });
  it('LINK-08 closes 30 days after the last deadline', async () =>
    expect(await intended(directiveMoment.fire(await due('expiry'), '2026-04-04T16:00:00.000Z', envOf([])))).toEqual([
      ['directive-dir_1', { type: 'CloseDirective', at: '2026-04-04T16:00:00.000Z', cause: 'expired', textVersion: 1 }],
    ]));
  it('R-24 LINK-08 a returned report moves the end to 30 days after its own, later deadline, whichever arrives first', async () => {
    const ends = async (...events: readonly RecordedEvent[]) =>
      (await dueRows(...events)).flatMap((row) => ('moment' in row && row.moment === 'expiry' && 'dueAt' in row ? [row.dueAt] : []));
    expect(await ends(issued, returned(1, '2026-03-31T15:59:59.999Z'))).toEqual(['2026-04-30T16:00:00.000Z']);
    expect(await ends(returned(1, '2026-03-31T15:59:59.999Z'), issued)).toEqual(['2026-04-30T16:00:00.000Z']);
    expect(await ends(issued, returned(1, '2026-03-31T15:59:59.999Z'), returned(2, '2026-03-10T15:59:59.999Z'))).toEqual(['2026-04-30T16:00:00.000Z']);
    expect(await ends(issued, returned(1, '2026-03-04T15:59:59.999Z'))).toEqual(['2026-04-04T16:00:00.000Z']);
  });
});
