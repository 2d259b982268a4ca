import { isBranchKind } from '@zhitong/catalogue';
import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import { allRows } from '@zhitong/eventing';
import { endOfDay } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { openYear, warnedOn } from '../domain/leader/leader-year.ts';
import { leaderList } from '../projections/leader-list.projection.ts';
import { actingOrganization, actorOf, today } from './actor.ts';
import { livesOf } from './leaders.ts';
import { homeOf, residentsOn } from './meeting-people.ts';
import { nodeOf } from './organization-rows.ts';

type Owed = Pick<TodoEntry, 'group' | 'action' | 'otherOrganizationId'>;

/**
 * ORG-42: leaders who are behind when they are warned, until they have done enough or the year is closed. It waits for the leader, and for the
 * branch that calls to its meetings; who keeps the list sees where it lies.
 */
export async function leaderEntries(kit: Kit, organizationId: string, limit: number): Promise<readonly TodoEntry[]> {
  const year = openYear(today(kit));
  if (today(kit) < warnedOn(year)) return [];
  const dueAt = endOfDay(`${year}-12-31`);
  const entry = (id: string, owed: Owed): TodoEntry => ({
    ...{ ...owed, subject: 'leader', id, title: null, topicCode: null },
    ...{ dueAt, overdue: dueAt < kit.call.now },
  });
  const behind = async (personIds: readonly string[]) => (await livesOf(kit, personIds, year)).filter(({ life }) => !life.met);
  const [self, called, listed] = await Promise.all([ownBehind(), branchBehind(), listBehind()]);
  return [
    ...self.map(({ personId, keptBy }) => entry(personId, { group: 'waiting', action: 'takePart', otherOrganizationId: keptBy })),
    ...called.map(({ personId, keptBy }) => entry(personId, { group: 'waiting', action: 'inviteLeader', otherOrganizationId: keptBy })),
    ...listed.map(({ personId, branchId }) => entry(personId, { group: 'unfinished', action: 'followUp', otherOrganizationId: branchId })),
  ];

  async function ownBehind() {
    return actingOrganization(kit) === organizationId ? behind([actorOf(kit).id]) : [];
  }
  async function branchBehind() {
    if (!isBranchKind(nodeOf(kit.treeNow, organizationId).kind)) return [];
    return behind((await residentsOn(kit, organizationId, today(kit))).map(({ personId }) => personId));
  }
  async function listBehind() {
    const where = [{ field: 'organizationId', eq: organizationId }];
    const list = await allRows((start) => kit.rows(leaderList).query({ where, orderBy: { field: 'listedOn', direction: 'desc' }, limit: 500, ...start }));
    const found = await behind(list.map(({ personId }) => personId));
    return Promise.all(found.slice(0, limit + 1).map(async (one) => ({ ...one, branchId: (await homeOf(kit, one.personId, today(kit))) ?? organizationId })));
  }
}
