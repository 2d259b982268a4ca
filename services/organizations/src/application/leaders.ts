import * as operations from '@zhitong/catalogue/operations/leaders.ts';
import { answer, endOfTime, listed, readableBelow, useCase } from '@zhitong/platform';
import { leaderLifeId, leaderStream } from '../domain/leader/leader.stream.ts';
import { leaderCounts, leaderList, leaderYears } from '../projections/leader-list.projection.ts';
import { actorOf, today } from './actor.ts';
import { ensureKnown, homeOf } from './meeting-people.ts';
import { nodeOf } from './organization-rows.ts';

const listLeader = useCase(operations.listLeader, async ({ organizationId, personId }, kit) => {
  await kit.allow({ organizationId });
  await ensureKnown(kit, personId);
  const { level } = nodeOf(kit.treeNow, organizationId);
  const home = await homeOf(kit, personId, today(kit));
  const below = home !== null && kit.treeNow.within(organizationId, home, 'line');
  const command = { type: 'ListLeader', personId, organizationId, level, below, at: kit.call.now, byId: actorOf(kit).id } as const;
  return kit.handle(leaderStream, personId, command, { receiptId: personId });
});

const delistLeader = useCase(operations.delistLeader, async ({ organizationId, personId }, kit) => {
  await kit.allow({ organizationId });
  const command = { type: 'DelistLeader', personId, organizationId, at: kit.call.now, byId: actorOf(kit).id } as const;
  return kit.handle(leaderStream, personId, command, { receiptId: personId });
});

const leaderLives = answer(operations.leaderLives, async ({ organizationId, view, year: asked, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const year = asked ?? today(kit).slice(0, 4);
  const keepers = readableBelow(kit, organizationId, view).filter((id) => ['city', 'district'].includes(nodeOf(kit.treeNow, id).level));
  const where = [{ field: 'organizationId', in: keepers }];
  const { items, ...rest } = await listed(kit.rows(leaderList), { where, orderBy: { field: 'listedOn', direction: 'desc' }, limit, cursor });
  const years = await kit.rows(leaderYears).getMany(items.map(({ personId }) => leaderLifeId(personId, year)));
  const rows = items.map(async ({ personId, organizationId: keptBy, listedOn }) => {
    const { state = 'open', warned = false, occasions = {} } = years.get(leaderLifeId(personId, year)) ?? {};
    return {
      personId,
      organizationId: keptBy,
      listedOn,
      branchId: await homeOf(kit, personId, today(kit)),
      year,
      ...leaderCounts(occasions, { asOf: today(kit), knownAt: endOfTime }),
      state,
      warned,
    } as const;
  });
  return { items: await Promise.all(rows), ...rest };
});

export const leaderUseCases = [listLeader, delistLeader, leaderLives];
