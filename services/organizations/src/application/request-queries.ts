import * as operations from '@zhitong/catalogue/operations/requests.ts';
import { excludedRequestTopics, requestStates } from '@zhitong/catalogue';
import type { Condition, Query } from '@zhitong/eventing';
import { ensure, Rejected } from '@zhitong/kernel';
import { answer, listed, rowsBehind, type Figure, type Kit } from '@zhitong/platform';
import { workdayClock } from '../domain/request/request-clock.ts';
import { commonSuperior, routeRequest } from '../domain/request/request-routing.ts';
import { requestInvolvement } from '../projections/request-involvement.projection.ts';
import { heldKey, requestList, type RequestListRow } from '../projections/request-list.projection.ts';
import { requestSettings, topicsAt } from './link-settings.ts';
import { nameIn } from './organization-rows.ts';

/** The clock the holder is held to: of acceptance since it came, of the answer since it was set; it stands while the submitter is asked. */
function clockOf({ request, duty, dueAt, heldSince, clockSince }: RequestListRow, now: string, calendar: readonly string[]) {
  const paused = request.status === 'waitingForSubmitter';
  const due = paused ? request.answerDueAt : duty === null ? null : dueAt;
  const since = [clockSince, duty === 'accept' ? heldSince : null].reduce((later, at) => ((at ?? '') > (later ?? '') ? at : later));
  if (due === null || since === null) return null;
  return { ...workdayClock(since, due, paused ? (request.pausedAt ?? now) : now, calendar), paused };
}

/** How a request is shown in lists; texts stay behind. */
export const requestView = (kit: Kit) => (row: RequestListRow) => {
  const { request, dueAt, duty } = row;
  const calendar = kit.settings.list('calendar.exceptions', kit.call.now);
  const nameOf = (id: string) => nameIn(kit.treeNow, id);
  return {
    requestId: request.requestId,
    submitterId: request.submitterId,
    submitterName: nameOf(request.submitterId),
    topicCode: request.topicCode,
    state: requestStates.parse(row.state),
    urgent: request.urgent,
    holder: request.holder,
    holderName: request.holder === null ? null : nameOf(request.holder.organizationId),
    heldSince: row.heldSince,
    duty,
    dueAt,
    overdue: duty !== null && dueAt !== null && dueAt < kit.call.now,
    clock: clockOf(row, kit.call.now, calendar),
    submittedAt: row.submittedAt,
    escalations: request.escalations,
    reopenings: request.reopenings,
    version: row.version,
  };
};

function selection(
  input: { role: 'submitter' | 'holder'; organizationId: string; state?: string | undefined; overdue?: 'true' | 'false' | undefined },
  now: string,
): readonly Condition[] {
  const who: Condition = { field: `${input.role}Id`, eq: input.organizationId };
  if (input.overdue === 'true') {
    if (input.state !== undefined) throw new Rejected('VALIDATION_FAILED', 'Overdue requests are listed in all states.');
    return [who, { field: 'held', eq: true }, { field: 'dueAt', lt: now }];
  }
  return input.state === undefined ? [who] : [who, { field: 'state', eq: input.state }];
}

/** The requests that rows of another kind are about, in their order. */
export async function requestsOf(kit: Kit, rows: readonly { readonly requestId: string }[]) {
  const known = await kit.rows(requestList).getMany(rows.map(({ requestId }) => requestId));
  return rows.flatMap(({ requestId }) => known.get(requestId) ?? []).map(requestView(kit));
}

/** Requests an organization knows of without owing anything. */
async function involved(kit: Kit, organizationId: string, paging: Pick<Query, 'limit' | 'cursor'>) {
  const where = [{ field: 'organizationId', eq: organizationId }];
  const { items, ...rest } = await listed(kit.rows(requestInvolvement), { where, orderBy: { field: 'since', direction: 'desc' }, ...paging });
  return { items: await requestsOf(kit, items), ...rest };
}

/** What the figure request.overdue counts. */
const overdueAtHolders = {
  projection: requestList,
  keyOf: heldKey,
  amount: 'overdue',
  owner: 'holderId',
  where: [
    { field: 'held', eq: true },
    { field: 'overdue', eq: true },
  ],
} as const satisfies Figure<RequestListRow, never>;

const listRequests = answer(operations.listRequests, async ({ role, organizationId, limit, cursor, state, overdue, below, view }, kit) => {
  await kit.allow({ organizationId });
  if (below === 'true') {
    ensure(role === 'holder' && overdue === 'true', 'VALIDATION_FAILED', 'Below an organization only overdue requests of holders are listed.', {
      field: 'below',
    });
    const { items, ...rest } = await rowsBehind(kit, overdueAtHolders, { organizationId, view, limit, cursor });
    return { items: items.map(requestView(kit)), ...rest };
  }
  if (role === 'informed') {
    if (state !== undefined || overdue === 'true') throw new Rejected('VALIDATION_FAILED', 'Requests one is informed of are listed in all states.');
    return involved(kit, organizationId, { limit, cursor });
  }
  const where = selection({ role, organizationId, state, overdue }, kit.call.now);
  const orderBy = overdue === 'true' ? ({ field: 'dueAt', direction: 'asc' } as const) : ({ field: 'submittedAt', direction: 'desc' } as const);
  const { items, ...rest } = await listed(kit.rows(requestList), { where, orderBy, limit, cursor });
  return { items: items.map(requestView(kit)), ...rest };
});

/** Visible to submitter, holders and informed levels (LINK-19); texts to submitter and holders only. */
function standing({ request }: RequestListRow, organizationId: string, informed: boolean): { readonly visible: boolean; readonly reads: boolean } {
  const holders = [request.holder, ...request.coHolders].map((holder) => holder?.organizationId);
  const reads = request.submitterId === organizationId || holders.includes(organizationId);
  return { visible: reads || informed || request.informedIds.includes(organizationId), reads };
}

const getRequest = answer(operations.getRequest, async ({ requestId, organizationId }, kit) => {
  await kit.allow({ organizationId });
  const [row, involvement] = await Promise.all([kit.rows(requestList).get(requestId), kit.rows(requestInvolvement).get(`${requestId}.${organizationId}`)]);
  const { visible, reads } = row === undefined ? { visible: false, reads: false } : standing(row, organizationId, involvement !== undefined);
  if (row === undefined || !visible) throw new Rejected('NOT_FOUND', 'There is no such request.');
  const { request, steps } = row;
  const texts = reads ? await kit.content.openMany(steps.flatMap(({ textRef }) => textRef ?? [])) : new Map<string, string>();
  const settings = requestSettings(kit.settings, kit.call.now, request.submitterId);
  return {
    ...requestView(kit)(row),
    text: texts.get(request.textRef) ?? null,
    officerId: row.officerId,
    coHolders: [...request.coHolders],
    informedIds: [...request.informedIds],
    commonSuperiorId: request.reroutes < settings.maxReroutes ? null : (commonSuperior(kit.treeNow, request.holderIds, request.view) ?? null),
    reroutesLeft: request.holderIsFinal ? 0 : Math.max(0, settings.maxReroutes - request.reroutes),
    confirmDueAt: request.confirmDueAt,
    plannedOn: request.plannedOn,
    overdueAtTop: request.overdueAtTop !== null,
    steps: steps.map(({ textRef, ...step }) => ({ ...step, text: texts.get(textRef ?? '') ?? null })),
  };
});

const requestTopics = answer(operations.requestTopics, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  const topics = topicsAt(kit.settings, kit.call.now).map((topic) => {
    const { holder, gap } = routeRequest(kit.treeNow, topic, organizationId);
    return { ...topic, holder, gap };
  });
  return { topics, excluded: [...excludedRequestTopics] };
});

export const requestQueries = [listRequests, getRequest, requestTopics];
