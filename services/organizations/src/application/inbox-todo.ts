import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import { allRows } from '@zhitong/eventing';
import type { Kit } from '@zhitong/platform';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import type { InboxRow } from '../projections/inbox-row.ts';
import { requestList, type RequestListRow } from '../projections/request-list.projection.ts';
import { commonSuperior } from '../domain/request/request-routing.ts';
import { requestSettings } from './link-settings.ts';

const entry = (kit: Kit, row: RequestListRow, group: TodoEntry['group'], action: TodoEntry['action'], other: string): TodoEntry => ({
  group,
  action,
  subject: 'request',
  id: row.request.requestId,
  title: null,
  topicCode: row.topicCode,
  otherOrganizationId: other,
  dueAt: row.dueAt,
  overdue: row.duty !== null && row.dueAt !== null && row.dueAt < kit.call.now,
});

/** What the submitter of a request has to do, or waits for. */
function asSubmitter(kit: Kit, row: RequestListRow): TodoEntry {
  const holder = row.holderId ?? row.submitterId;
  if (row.state === 'waitingForSubmitter') return entry(kit, row, 'waiting', 'supply', holder);
  if (row.asked) return entry(kit, row, 'waiting', 'confirm', holder);
  return entry(kit, row, row.held ? 'unfinished' : 'coming', 'followUp', holder);
}

/** Requests passed around as often as they may be, whose holders' common superior this organization is. */
async function undecided(kit: Kit, organizationId: string): Promise<readonly TodoEntry[]> {
  const where = [
    { field: 'superiorId', eq: organizationId },
    { field: 'held', eq: true },
  ];
  const orderBy = { field: 'dueAt', direction: 'asc' } as const;
  const passedOn = await allRows((start) => kit.rows(requestList).query({ where, orderBy, limit: 500, ...start }));
  return passedOn
    .filter(({ request }) => {
      const { maxReroutes } = requestSettings(kit.settings, kit.call.now, request.submitterId);
      const passedAround = !request.holderIsFinal && request.reroutes >= maxReroutes;
      return passedAround && commonSuperior(kit.treeNow, request.holderIds, request.view) === organizationId;
    })
    .map((row) => entry(kit, row, 'waiting', 'decideHolder', row.holderId ?? row.submitterId));
}

/** One entry per duty of one organization, soonest first; bounded per kind (GW-06). */
export async function todoEntries(
  kit: Kit,
  organizationId: string,
  limit: number,
): Promise<{
  readonly directives: readonly InboxRow[];
  readonly requests: readonly TodoEntry[];
  readonly more: boolean;
}> {
  const orderBy = { field: 'dueAt', direction: 'asc' } as const;
  const requests = kit.rows(requestList);
  const [duties, held, submitted, toDecide] = await Promise.all([
    kit.rows(directiveInbox).query({
      where: [
        { field: 'organizationId', eq: organizationId },
        { field: 'open', eq: true },
      ],
      orderBy,
      limit,
    }),
    requests.query({
      where: [
        { field: 'holderId', eq: organizationId },
        { field: 'held', eq: true },
      ],
      orderBy,
      limit,
    }),
    requests.query({
      where: [
        { field: 'submitterId', eq: organizationId },
        { field: 'open', eq: true },
      ],
      orderBy,
      limit,
    }),
    undecided(kit, organizationId),
  ]);
  const asHolder = held.items.map((row) => entry(kit, row, 'waiting', row.duty ?? 'answer', row.submitterId));
  return {
    directives: duties.items,
    requests: [...asHolder, ...submitted.items.map((row) => asSubmitter(kit, row)), ...toDecide],
    more: [duties, held, submitted].some(({ next }) => next !== undefined),
  };
}
