import { addHours } from '@zhitong/kernel';
import type { Condition } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { DigestCounts } from '../domain/digest/digest.decider.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { tallyKeys } from '../projections/inbox-tallies.ts';
import { requestList } from '../projections/request-list.projection.ts';

interface OrganizationCounts extends DigestCounts {
  readonly dueIn48h: number;
  readonly overdueBelow: number;
}

/** What waits for one organization. Overdue and due soon are read against the clock, so that no write is needed at a deadline. */
export async function organizationCounts(env: Pick<ServiceEnv, 'rows'>, organizationId: string, now: string): Promise<OrganizationCounts> {
  const [inbox, requests] = [env.rows(directiveInbox), env.rows(requestList)];
  const duties = (range: { readonly lt?: string; readonly gte?: string; readonly lte?: string }): readonly Condition[] => [
    { field: 'organizationId', eq: organizationId },
    { field: 'open', eq: true },
    { field: 'dueAt', ...range },
  ];
  const held = (range: { readonly lt?: string; readonly gte?: string; readonly lte?: string }): readonly Condition[] => [
    { field: 'holderId', eq: organizationId },
    { field: 'held', eq: true },
    { field: 'dueAt', ...range },
  ];
  const soon = { gte: now, lte: addHours(now, 48) };
  const key = tallyKeys.inbox(organizationId);
  const [tallies, ...counts] = await Promise.all([
    inbox.tallies([key]),
    inbox.count(duties(soon)),
    requests.count(held(soon)),
    inbox.count(duties({ lt: now })),
    requests.count(held({ lt: now })),
    requests.count(held({ gte: '' })),
  ]);
  const [soonDuties = 0, soonRequests = 0, lateDuties = 0, lateRequests = 0, toAnswer = 0] = counts.map(({ count }) => count);
  const { unread = 0, toAcknowledge = 0, toReport = 0, overdueBelow = 0 } = tallies.get(key) ?? {};
  const atTop = await requests.query({ where: held({ lt: now }), limit: 200 });
  return {
    unread,
    toAcknowledge,
    toReport,
    toAnswer,
    dueIn48h: soonDuties + soonRequests,
    overdue: lateDuties + lateRequests,
    overdueBelow,
    overdueAtTop: atTop.items.filter(({ request }) => request.overdueAtTop !== null).length,
  };
}

/** The same, summed over the organizations of one person. */
export async function dutyCounts(env: Pick<ServiceEnv, 'rows'>, organizationIds: readonly string[], now: string): Promise<DigestCounts> {
  const sum = { unread: 0, toAcknowledge: 0, toReport: 0, toAnswer: 0, overdue: 0, overdueAtTop: 0 };
  for (const organizationId of organizationIds) {
    const counts = await organizationCounts(env, organizationId, now);
    sum.unread += counts.unread;
    sum.toAcknowledge += counts.toAcknowledge;
    sum.toReport += counts.toReport;
    sum.toAnswer += counts.toAnswer;
    sum.overdue += counts.overdue;
    sum.overdueAtTop += counts.overdueAtTop;
  }
  return sum;
}
