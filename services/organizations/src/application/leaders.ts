import * as operations from '@zhitong/catalogue/operations/leaders.ts';
import { answer, endOfTime, listed, readableBelow, useCase, type Kit } from '@zhitong/platform';
import { leaderLifeId, leaderStream } from '../domain/leader/leader.stream.ts';
import { leaderCounts, leaderList, leaderYears } from '../projections/leader-list.projection.ts';
import { actorOf, today } from './actor.ts';
import { leaderNeeds } from './leader-needs.ts';
import { ensureKnown, homeOf, residentsOn } from './meeting-people.ts';
import { nodeOf, pageInMemory } from './organization-rows.ts';

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

/** A year of those of some persons who are on a list, as far as it is known today, and whose list it is. */
export async function livesOf(kit: Kit, personIds: readonly string[], year: string) {
  const asOf = today(kit);
  const listedOnes = [...(await kit.rows(leaderList).getMany(personIds)).values()];
  const years = await kit.rows(leaderYears).getMany(listedOnes.map(({ personId }) => leaderLifeId(personId, year)));
  return listedOnes.map(({ personId, organizationId }) => {
    const { warned = false, occasions = {} } = years.get(leaderLifeId(personId, year)) ?? {};
    const { attend: attendNeeded, lecture: lecturesNeeded } = leaderNeeds(kit, year, organizationId);
    const counts = leaderCounts(occasions, { asOf, knownAt: endOfTime });
    const met = counts.attended >= attendNeeded && counts.lectures >= lecturesNeeded;
    return { personId, keptBy: organizationId, life: { year, ...counts, attendNeeded, lecturesNeeded, met, warned } };
  });
}

const myLeaderLife = answer(operations.myLeaderLife, async (_input, kit) => {
  const personId = actorOf(kit).id;
  await kit.allow({ personId });
  const [own] = await livesOf(kit, [personId], today(kit).slice(0, 4));
  return { life: own?.life ?? null, lagSeconds: kit.rows(leaderYears).lagSeconds() };
});

const branchLeaders = answer(operations.branchLeaders, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const residents = await residentsOn(kit, organizationId, today(kit));
  const lives = await livesOf(kit, residents.map(personOf).sort(), today(kit).slice(0, 4));
  const { page, ...rest } = pageInMemory(lives, personOf, limit, cursor);
  return { items: page.map(({ personId, life }) => ({ personId, ...life })), ...rest, lagSeconds: kit.rows(leaderYears).lagSeconds() };
});
const personOf = ({ personId }: { readonly personId: string }): string => personId;

export const leaderUseCases = [listLeader, delistLeader, leaderLives, myLeaderLife, branchLeaders];
