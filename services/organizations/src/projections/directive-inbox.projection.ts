import type { DirectiveState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import type { AddresseeRule } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { defineProjection, from, ignore, type Change } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { DataOf } from '@zhitong/kernel';
import { addresseesOf, informedOrganizations, treesOf } from '../domain/directive/addressees.ts';
import { required, type DirectiveEvent } from '../domain/directive/directive-state.ts';
import type { ReceiptEvent } from '../domain/receipt/receipt.decider.ts';
import { receiptId } from '../domain/receipt/receipt.stream.ts';
import { directivePart, foldReceipt, inboxRow, type DirectivePart, type InboxRow } from './inbox-row.ts';
import { inboxTallies } from './inbox-tallies.ts';

type Env = Pick<ServiceEnv, 'tree'>;
type Data<Type extends DirectiveEvent['type']> = DataOf<DirectiveEvent, Type>;

const changePart = (directiveId: string, organizationId: string, fold: (part: DirectivePart | null) => DirectivePart | null): Change<InboxRow> => ({
  key: receiptId(directiveId, organizationId),
  fold: (row) => inboxRow(directiveId, organizationId, fold(row?.directive ?? null), row?.receipt ?? null),
});

const takeReceipt = ({ data }: { readonly data: ReceiptEvent['data'] }, event: ReceiptEvent): Change<InboxRow> => ({
  key: receiptId(data.directiveId, data.organizationId),
  fold: (row) => inboxRow(data.directiveId, data.organizationId, row?.directive ?? null, foldReceipt(row?.receipt ?? null, event)),
});

/** All at once, each reader from its own copy of the tree at the frozen version (LINK-03, 0.8). */
async function issued({ directiveId, terms: given, addressees }: Data<'DirectiveIssued'>, { tree }: Env): Promise<readonly Change<InboxRow>[]> {
  const [terms, rule] = [required(given), required(addressees)];
  const treeAt = await treesOf(tree, rule);
  const view = treeAt(rule.treeVersion);
  const part = (role: DirectivePart['role']) => (organizationId: string) =>
    changePart(directiveId, organizationId, () => directivePart(view, terms, organizationId, role));
  const reached = addresseesOf(treeAt, rule);
  return [...reached.map(part('addressee')), ...informedOrganizations(view, terms.issuerId, reached).map(part('informed'))];
}

/** The same organizations again, whoever has joined or left by reorganization included. */
async function everyone(rule: AddresseeRule, tree: Env['tree']): Promise<readonly string[]> {
  const treeAt = await treesOf(tree, rule);
  const reached = addresseesOf(treeAt, rule);
  return [...reached, ...informedOrganizations(treeAt(rule.treeVersion), rule.issuerId, addresseesOf(treeAt, { ...rule, addedIds: [], leftIds: [] }))];
}

async function forEveryone(
  directiveId: string,
  rule: AddresseeRule | undefined,
  { tree }: Env,
  fold: (part: DirectivePart) => DirectivePart,
): Promise<readonly Change<InboxRow>[]> {
  const organizationIds = new Set(await everyone(required(rule), tree));
  return [...organizationIds].map((id) => changePart(directiveId, id, (part) => (part === null ? null : fold(part))));
}

const ended = (data: Data<'DirectiveRecalled'> | Data<'DirectiveClosed'>, env: Env, state: DirectiveState) =>
  forEveryone(data.directiveId, data.addressees, env, (part) => ({ ...part, state }));

/** LINK-09: one leaves the denominator, another takes its place unless it is there already. */
async function dutyMoved(data: Data<'DirectiveDutyMoved'>, { tree }: Env): Promise<readonly Change<InboxRow>[]> {
  const { directiveId, fromOrganizationId, toOrganizationId, treeVersion } = data;
  const terms = required(data.terms);
  const leaves = changePart(directiveId, fromOrganizationId, (part) => (part === null ? null : { ...part, left: true }));
  if (toOrganizationId === undefined) return [leaves];
  const view = await tree.at(treeVersion);
  return [leaves, changePart(directiveId, toOrganizationId, () => directivePart(view, terms, toOrganizationId, 'addressee'))];
}

/**
 * One row per organization and directive, fed by the directive (all addressees of one event) and by its receipt, in any order.
 * Its tallies are the progress of directives, the monthly attenuation and the counts of inboxes.
 */
export const directiveInbox = defineProjection<InboxRow, Env>({
  name: 'directive-inbox',
  version: 4,
  indexes: [
    ['directiveId', 'role', 'path'],
    ['directiveId', 'role', 'level', 'path'],
    ['directiveId', 'role', 'state', 'path'],
    ['directiveId', 'role', 'level', 'state', 'path'],
    ['directiveId', 'role', 'open', 'dueAt'],
    ['directiveId', 'level', 'acknowledgeSeconds'],
    ['directiveId', 'toAcknowledge'],
    ['directiveId', 'toReport'],
    ['organizationId', 'issuedAt'],
    ['organizationId', 'unread', 'issuedAt'],
    ['organizationId', 'toAcknowledge', 'issuedAt'],
    ['organizationId', 'toReport', 'issuedAt'],
    ['organizationId', 'role', 'issuedAt'],
    ['organizationId', 'open', 'dueAt'],
    ['organizationId', 'urgentOpen'],
    ['overdueSuperiorId', 'dueAt'],
  ],
  sources: [
    from<DirectiveEvent>(aggregates.organizations.directive)<InboxRow, Env>({
      DirectiveDrafted: ignore,
      DirectiveDiscarded: ignore,
      DirectiveIssued: ({ data }, env) => issued(data, env),
      DirectiveForwarded: ignore,
      DirectiveAmended: ({ data }, env) => {
        if (!data.material) return [];
        const terms = required(data.terms);
        return forEveryone(data.directiveId, data.addressees, env, (part) => ({ ...part, terms }));
      },
      DirectiveReminded: ignore,
      DirectiveMomentPassed: ignore,
      DirectiveDutyMoved: ({ data }, env) => dutyMoved(data, env),
      DirectiveRecalled: ({ data }, env) => ended(data, env, 'recalled'),
      DirectiveClosed: ({ data }, env) => ended(data, env, 'closed'),
    }),
    from<ReceiptEvent>(aggregates.organizations.receipt)<InboxRow, Env>({
      ReceiptOpened: (event) => takeReceipt(event, { type: 'ReceiptOpened', data: event.data }),
      ReceiptAcknowledged: (event) => takeReceipt(event, { type: 'ReceiptAcknowledged', data: event.data }),
      ReceiptReported: (event) => takeReceipt(event, { type: 'ReceiptReported', data: event.data }),
      ReportReturned: (event) => takeReceipt(event, { type: 'ReportReturned', data: event.data }),
      ReceiptReminded: (event) => takeReceipt(event, { type: 'ReceiptReminded', data: event.data }),
      ReceiptOverdue: (event) => takeReceipt(event, { type: 'ReceiptOverdue', data: event.data }),
      ReceiptTransferred: (event) => takeReceipt(event, { type: 'ReceiptTransferred', data: event.data }),
    }),
  ],
  tallies: inboxTallies,
  announce: ({ directiveId, organizationId, overdueSuperiorId }) => [
    `directive:${directiveId}`,
    `inbox:${organizationId}`,
    ...(overdueSuperiorId === null ? [] : [`inbox:${overdueSuperiorId}`]),
  ],
});
