import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@zhitong/eventing';
import fc from 'fast-check';
import { only, treeOf } from '../../test/city.samples.ts';
import { ruleOf, terms } from '../../test/directive.samples.ts';
import { recorded, rowsAfter, tallied } from '../../test/fold.samples.ts';
import type { DirectiveEvent } from '../domain/directive/directive-state.ts';
import type { ReceiptEvent } from '../domain/receipt/receipt.decider.ts';
import { directiveInbox } from './directive-inbox.projection.ts';
import { inboxTallies, tallyKeys } from './inbox-tallies.ts';

const env = { tree: only(treeOf()) };
const { issuedAt } = terms;
const rule = ruleOf(['org_b1', 'org_b2', 'org_soe1'], ['base']);

const issued: DirectiveEvent = {
  type: 'DirectiveIssued',
  data: {
    directiveId: 'dir_1',
    terms,
    addressees: rule,
    addresseeCount: 3,
    titleRef: 't',
    textRef: 'x',
    textHash: 'h',
    forwardingAllowed: false,
    issuedById: 'per_a',
    burden: 1,
    hops: 0,
    warnings: [],
  },
};
const amended: DirectiveEvent = {
  type: 'DirectiveAmended',
  data: {
    directiveId: 'dir_1',
    material: true,
    terms: { ...terms, textVersion: 2, issuedAt: '2026-03-03T01:00:00.000Z' },
    addressees: rule,
    textRef: 'y',
    textHash: 'i',
    childDirectiveIds: [],
    amendedAt: '2026-03-03T01:00:00.000Z',
  },
};
const recalled: DirectiveEvent = {
  type: 'DirectiveRecalled',
  data: { directiveId: 'dir_1', addressees: rule, reasonRef: 'r', childDirectiveIds: [], recalledAt: issuedAt },
};
const moved: DirectiveEvent = {
  type: 'DirectiveDutyMoved',
  data: { directiveId: 'dir_1', fromOrganizationId: 'org_b2', toOrganizationId: 'org_c1', terms, treeVersion: 7, movedAt: issuedAt },
};

const acknowledged = (organizationId: string, acknowledgedAt: string, late = false, textVersion = 1): ReceiptEvent => ({
  type: 'ReceiptAcknowledged',
  data: { directiveId: 'dir_1', organizationId, textVersion, acknowledgedAt, late },
});
const opened = (organizationId: string, textVersion = 1): ReceiptEvent => ({
  type: 'ReceiptOpened',
  data: { directiveId: 'dir_1', organizationId, textVersion, openedAt: '2026-03-02T01:00:10.000Z' },
});
const overdue = (organizationId: string): ReceiptEvent => ({
  type: 'ReceiptOverdue',
  data: { directiveId: 'dir_1', organizationId, textVersion: 1, dutyCode: 'acknowledge', dueAt: terms.acknowledgeDueAt, superiorId: 'org_c1' },
});

const ofDirective = (...events: readonly DirectiveEvent[]) => events.map((event, n) => recorded('directive', 'dir_1', n + 1, event));
const ofReceipt = (organizationId: string, ...events: readonly ReceiptEvent[]) =>
  events.map((event, n) => recorded('receipt', `dir_1.${organizationId}`, n + 1, event));
const rows = (...events: readonly RecordedEvent[]) => rowsAfter(directiveInbox, env, events);
const row = async (organizationId: string, ...events: readonly RecordedEvent[]) => (await rows(...events)).get(`dir_1.${organizationId}`);
const talliesOf = async (...events: readonly RecordedEvent[]) => tallied(inboxTallies, (await rows(...events)).values());

describe('LINK-03 delivery', () => {
  it('reaches all addressees by one event, and those between as readers', async () => {
    const all = await rows(...ofDirective(issued));
    expect([...all].map(([key, { role }]) => [key.slice('dir_1.'.length), role]).sort()).toEqual([
      ['org_b1', 'addressee'],
      ['org_b2', 'addressee'],
      ['org_c1', 'informed'],
      ['org_d1', 'informed'],
      ['org_line', 'informed'],
      ['org_s1', 'informed'],
      ['org_sasac', 'informed'],
      ['org_soe1', 'addressee'],
    ]);
  });
  it('asks nothing of readers', async () => expect(await row('org_s1', ...ofDirective(issued))).toMatchObject({ unread: false, open: false, state: null }));
});

describe('LINK-04 steps as everyone sees them', () => {
  it('delivered, unread, to acknowledge', async () =>
    expect(await row('org_b1', ...ofDirective(issued))).toMatchObject({
      state: 'delivered',
      unread: true,
      toAcknowledge: true,
      toReport: false,
      dueAt: terms.acknowledgeDueAt,
    }));
  it('acknowledged ends the duty and measures whole seconds', async () =>
    expect(await row('org_b1', ...ofDirective(issued), ...ofReceipt('org_b1', acknowledged('org_b1', '2026-03-02T01:01:15.999Z')))).toMatchObject({
      state: 'acknowledged',
      unread: false,
      open: false,
      dueAt: null,
      acknowledgeSeconds: 75,
    }));
  it('LINK-08 a material amendment asks again', async () =>
    expect(await row('org_b1', ...ofDirective(issued, amended), ...ofReceipt('org_b1', acknowledged('org_b1', issuedAt)))).toMatchObject({
      state: 'delivered',
      toAcknowledge: true,
      acknowledgeSeconds: null,
    }));
  it('LINK-08 a recall cancels what is open and keeps what was done', async () => {
    const history = [...ofDirective(issued, recalled), ...ofReceipt('org_b1', acknowledged('org_b1', issuedAt))];
    expect((await row('org_b1', ...history))?.state).toBe('acknowledged');
    expect(await row('org_b2', ...history)).toMatchObject({ state: 'cancelled', open: false });
  });
});

describe('LINK-10 counters', () => {
  const history = [
    ...ofDirective(issued),
    ...ofReceipt('org_b1', acknowledged('org_b1', '2026-03-02T01:01:00.000Z')),
    ...ofReceipt('org_b2', overdue('org_b2'), acknowledged('org_b2', '2026-03-05T01:00:00.001Z', true)),
    ...ofReceipt('org_soe1', opened('org_soe1'), overdue('org_soe1')),
  ];
  it('per level', async () =>
    expect((await talliesOf(...history)).get(tallyKeys.level('dir_1', 'base'))).toEqual({
      addressees: 3,
      delivered: 3,
      opened: 3,
      acknowledgedOnTime: 1,
      acknowledgedLate: 1,
      notAcknowledged: 1,
      reported: 0,
      reportedOnTime: 0,
      overdue: 1,
      open: 1,
    }));
  it('per subtree, each addressee at every ancestor by place and at itself', async () => {
    const tallies = await talliesOf(...history);
    const at = (id: string) => tallies.get(tallyKeys.under('dir_1', id))?.['addressees'];
    expect(['org_d1', 'org_s1', 'org_c1', 'org_b1', 'org_d2', 'org_city'].map(at)).toEqual([3, 3, 3, 1, undefined, undefined]);
  });
  it('LINK-21 inbox counts, and what is overdue below', async () => {
    const tallies = await talliesOf(...history);
    expect(tallies.get(tallyKeys.inbox('org_soe1'))).toEqual({ unread: 0, toAcknowledge: 1, toReport: 0 });
    expect(tallies.get(tallyKeys.inbox('org_c1'))).toEqual({ overdueBelow: 1 });
  });
  it('LINK-09 who left is in no denominator, the successor is', async () => {
    const tallies = await talliesOf(...ofDirective(issued, moved));
    expect(tallies.get(tallyKeys.level('dir_1', 'base'))).toMatchObject({ addressees: 2, left: 1 });
    expect(tallies.get(tallyKeys.level('dir_1', 'community'))).toMatchObject({ addressees: 1, notAcknowledged: 1 });
  });
  it('LINK-11 the month of the deadline, weighted by addressees', async () =>
    expect((await talliesOf(...history)).get(tallyKeys.month('org_city', '2026-03', 'base'))).toEqual({ addressees: 3, acknowledgedOnTime: 1 }));
});

/** Any interleaving that keeps the order inside each stream. */
const interleaved = (streams: readonly (readonly RecordedEvent[])[]): fc.Arbitrary<readonly RecordedEvent[]> =>
  fc
    .shuffledSubarray(
      streams.flatMap((events, n) => events.map(() => n)),
      { minLength: streams.flat().length },
    )
    .map((order) => {
      const queues = streams.map((events) => [...events]);
      return order.flatMap((n) => queues[n]?.shift() ?? []);
    });

it('LINK-10 directive and receipts arrive in any order: the rows are the same', async () => {
  const streams = [
    ofDirective(issued, amended, moved, recalled),
    ofReceipt('org_b1', opened('org_b1'), acknowledged('org_b1', issuedAt), opened('org_b1', 2), acknowledged('org_b1', '2026-03-03T02:00:00.000Z', false, 2)),
    ofReceipt('org_b2', overdue('org_b2'), {
      type: 'ReceiptTransferred',
      data: { directiveId: 'dir_1', organizationId: 'org_b2', toOrganizationId: 'org_c1', transferredAt: issuedAt },
    }),
    ofReceipt('org_c1', acknowledged('org_c1', '2026-03-04T00:00:00.000Z')),
  ];
  const expected = await rows(...streams.flat());
  await fc.assert(
    fc.asyncProperty(interleaved(streams), async (events) => {
      expect(new Map([...(await rows(...events))].sort())).toEqual(new Map([...expected].sort()));
    }),
  );
});
