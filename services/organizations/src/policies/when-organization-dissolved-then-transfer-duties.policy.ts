import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, eachRow, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { isAddressed, treesOf } from '../domain/directive/addressees.ts';
import { required, type DirectiveEvent } from '../domain/directive/directive-state.ts';
import { directiveStream } from '../domain/directive/directive.stream.ts';
import { receiptId, receiptStream } from '../domain/receipt/receipt.stream.ts';
import { requestStream } from '../domain/request/request.stream.ts';
import { successorOf } from '../domain/tree/tree-state.ts';
import { treeId, treeStream } from '../domain/tree/tree.stream.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { dutyOf, type InboxRow } from '../projections/inbox-row.ts';
import { requestInvolvement } from '../projections/request-involvement.projection.ts';
import { requestList } from '../projections/request-list.projection.ts';

interface Succession {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly treeVersion: number;
}

/** LINK-09: the successor takes an open duty over, unless it has it already. */
async function* duty(row: InboxRow, { from, to, at, treeVersion }: Succession, env: ServiceEnv): AsyncGenerator<Intent> {
  const directive = await env.rows(directiveList).get(row.directiveId);
  const owed = dutyOf(row);
  if (owed === undefined || directive === undefined || directive.rule === null) return;
  const has = directive.issuerId === to || isAddressed(await treesOf(env.tree, directive.rule), directive.rule, to);
  const toOrganizationId = has ? undefined : to;
  yield intend(receiptStream, receiptId(row.directiveId, from), { type: 'TransferReceipt', duty: owed, at, toOrganizationId });
  yield intend(directiveStream, row.directiveId, { type: 'MoveDuty', at, fromOrganizationId: from, toOrganizationId, treeVersion }, from);
}

async function* duties(succession: Succession, env: ServiceEnv): AsyncGenerator<Intent> {
  const inbox = env.rows(directiveInbox);
  const where = [
    { field: 'organizationId', eq: succession.from },
    { field: 'open', eq: true },
  ];
  for await (const row of eachRow((start) => inbox.query({ where, orderBy: { field: 'dueAt', direction: 'asc' }, limit: 500, ...start })))
    yield* duty(row, succession, env);
}

/** Issued on a tree that still had them: those that were dissolved before the directive was seen here. */
async function* dutiesOfTheGone({ data, occurredAt: at }: Recorded<DirectiveEvent, 'DirectiveIssued'>, env: ServiceEnv): AsyncGenerator<Intent> {
  const rule = required(data.addressees);
  const { state, version: treeVersion } = await env.peek(treeStream, treeId);
  if (treeVersion <= rule.treeVersion) return;
  const treeAt = await treesOf(env.tree, rule);
  for (const { organizationId: from } of state.organizations.values()) {
    const to = successorOf(state, from);
    if (to === from || !isAddressed(treeAt, rule, from)) continue;
    const row = await env.rows(directiveInbox).get(receiptId(data.directiveId, from));
    if (row !== undefined) yield* duty(row, { from, to, at, treeVersion }, env);
  }
}

async function* requests({ from, to, at, treeVersion }: Succession, env: ServiceEnv): AsyncGenerator<Intent> {
  const toLevel = (await env.tree.at(treeVersion)).node(to)?.level ?? 'base';
  const list = env.rows(requestList);
  const involved = env.rows(requestInvolvement);
  const found = new Set<string>();
  for (const field of ['submitterId', 'holderId']) {
    const where = [
      { field, eq: from },
      { field: 'open', eq: true },
    ];
    for await (const row of eachRow((start) => list.query({ where, orderBy: { field: 'dueAt', direction: 'asc' }, limit: 500, ...start })))
      found.add(row.request.requestId);
  }
  for await (const row of eachRow((start) => involved.query({ where: [{ field: 'organizationId', eq: from }], limit: 500, ...start })))
    found.add(row.requestId);
  for (const id of found) yield intend(requestStream, id, { type: 'ReplaceParty', at, fromOrganizationId: from, toOrganizationId: to, toLevel });
}

async function* transfer(succession: Succession, env: ServiceEnv): AsyncGenerator<Intent> {
  yield* duties(succession, env);
  yield* requests(succession, env);
}

/** open duties and requests of a dissolved organization go to its successor, in whatever order both facts are heard. */
export const whenOrganizationDissolvedThenTransferDuties = definePolicy<ServiceEnv>({
  name: 'when-organization-dissolved-then-transfer-duties',
  startFrom: 'beginning',
  sources: [
    when<TreeEvent>(aggregates.organizations.tree)<ServiceEnv>({
      OrganizationDissolved: ({ data: { organizationId: from, successorId: to }, occurredAt: at, version: treeVersion }, env) =>
        transfer({ from, to, at, treeVersion }, env),
    }),
    when<DirectiveEvent>(aggregates.organizations.directive)<ServiceEnv>({ DirectiveIssued: dutiesOfTheGone }),
  ],
  expects: ['NOT_FOUND', 'CONFLICT'],
  reads: [directiveInbox, directiveList, requestList, requestInvolvement],
});
