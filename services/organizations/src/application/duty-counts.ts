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

const newestOf = (instants: readonly (string | null | undefined)[]): string | null =>
  instants.reduce<string | null>((newest, at) => (at !== null && at !== undefined && (newest === null || at > newest) ? at : newest), null);

/** When something last arrived at an organization unread or to be answered, or passed its deadline there. */
async function newestDuty(env: Pick<ServiceEnv, 'rows'>, organizationId: string, now: string): Promise<string | null> {
  const [inbox, requests] = [env.rows(directiveInbox), env.rows(requestList)];
  const own: Condition = { field: 'organizationId', eq: organizationId };
  const held: readonly Condition[] = [
    { field: 'holderId', eq: organizationId },
    { field: 'held', eq: true },
  ];
  const past: Condition = { field: 'dueAt', lt: now };
  const newest = (field: string) => ({ orderBy: { field, direction: 'desc' }, limit: 1 }) as const;
  const [unread, taken, ...late] = await Promise.all([
    inbox.query({ where: [own, { field: 'unread', eq: true }], ...newest('issuedAt') }),
    requests.query({ where: held, ...newest('heldSince') }),
    inbox.query({ where: [own, { field: 'open', eq: true }, past], ...newest('dueAt') }),
    requests.query({ where: [...held, past], ...newest('dueAt') }),
  ]);
  return newestOf([unread.items[0]?.issuedAt, taken.items[0]?.heldSince, ...late.map(({ items }) => items[0]?.dueAt)]);
}

/** Something urgent waits for one of these; one may be told of it also in quiet hours (LINK-22). */
export async function urgentWaits(env: Pick<ServiceEnv, 'rows'>, organizationIds: readonly string[]): Promise<boolean> {
  for (const id of organizationIds) {
    const [duties, held] = await Promise.all([
      env.rows(directiveInbox).query({
        where: [
          { field: 'organizationId', eq: id },
          { field: 'urgentOpen', eq: true },
        ],
        limit: 1,
      }),
      env.rows(requestList).query({
        where: [
          { field: 'holderId', eq: id },
          { field: 'urgentHeld', eq: true },
        ],
        limit: 1,
      }),
    ]);
    if (duties.items.length + held.items.length > 0) return true;
  }
  return false;
}

/** What waits over the organizations of one person, and since when it is so. */
export async function dutiesOf(
  env: Pick<ServiceEnv, 'rows'>,
  organizationIds: readonly string[],
  now: string,
): Promise<{ readonly counts: DigestCounts; readonly newestAt: string | null }> {
  const counts = { unread: 0, toAcknowledge: 0, toReport: 0, toAnswer: 0, overdue: 0, overdueAtTop: 0 };
  let newestAt: string | null = null;
  for (const organizationId of organizationIds) {
    const own = await organizationCounts(env, organizationId, now);
    counts.unread += own.unread;
    counts.toAcknowledge += own.toAcknowledge;
    counts.toReport += own.toReport;
    counts.toAnswer += own.toAnswer;
    counts.overdue += own.overdue;
    counts.overdueAtTop += own.overdueAtTop;
    newestAt = newestOf([newestAt, await newestDuty(env, organizationId, now)]);
  }
  return { counts, newestAt };
}
