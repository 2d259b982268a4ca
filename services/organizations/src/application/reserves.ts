import * as operations from '@zhitong/catalogue/operations/reserves.ts';
import type { ReserveAttribute, View } from '@zhitong/catalogue';
import { allRows, portions } from '@zhitong/eventing';
import { answer, listed, momentOf, useCase, type Kit, type Moment } from '@zhitong/platform';
import { reservesStream } from '../domain/reserves/reserves.stream.ts';
import { isInReserve, type ReservesCommand } from '../domain/reserves/reserves.decider.ts';
import { reserveList, stateAt, type ReserveRow } from '../projections/reserve-list.projection.ts';
import { actorOf, memberFacts } from './actor.ts';
import { communitiesThen } from './communities.ts';
import { idOf, nodeOf, pageInMemory } from './organization-rows.ts';
import { chunk } from './tree-as-of.ts';

/** One secretary's post in each community. */
const neededAt = (kit: Kit, organizationId: string) => kit.settings.number('reserve.perPost', kit.call.now, organizationId);

interface Subtree {
  readonly organizationId: string;
  readonly view: View;
}
interface Asked {
  readonly organizationId: string;
  readonly personId: string;
}
async function allowed(kit: Kit, { organizationId, personId }: Asked) {
  await kit.allow({ organizationId });
  return { organizationId, personId, needed: neededAt(kit, organizationId), at: kit.call.now, byId: actorOf(kit).id };
}
const change = (kit: Kit, command: ReservesCommand) => kit.handle(reservesStream, command.organizationId, command, { receiptId: command.personId });

const listReserveCadre = useCase(operations.listReserveCadre, async ({ backbone, woman, age, ...asked }, kit) => {
  const about = await allowed(kit, asked);
  const { level, placeCode, state } = nodeOf(kit.treeNow, asked.organizationId);
  const [member] = await memberFacts(kit, [asked.personId]);
  const young = age <= kit.settings.number('reserve.youngAge', kit.call.now, asked.organizationId);
  const chosen: readonly (readonly [ReserveAttribute, boolean])[] = [
    ['backbone', backbone],
    ['young', young],
    ['woman', woman],
  ];
  const attributes = chosen.filter(([, yes]) => yes).map(([attribute]) => attribute);
  const keeper = { level, leadsPlace: placeCode !== null, state };
  return change(kit, { type: 'ListCadre', ...about, keeper, isFull: member?.standing === 'full', attributes });
});

const trainReserveCadre = useCase(operations.trainReserveCadre, async (asked, kit) => change(kit, { type: 'TrainCadre', ...(await allowed(kit, asked)) }));

const appointReserveCadre = useCase(operations.appointReserveCadre, async (asked, kit) =>
  change(kit, { type: 'AppointCadre', ...(await allowed(kit, asked)) }),
);

const withdrawReserveCadre = useCase(operations.withdrawReserveCadre, async ({ reasonCode, ...asked }, kit) =>
  change(kit, { type: 'WithdrawCadre', reasonCode, ...(await allowed(kit, asked)) }),
);

const reserveCadres = answer(operations.reserveCadres, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }];
  const { items, ...rest } = await listed(kit.rows(reserveList), { where, orderBy: { field: 'listedOn', direction: 'desc' }, limit, cursor });
  return {
    items: items.map(({ personId, state, attributes, listedOn, changedOn }) => ({ personId, state, attributes: [...attributes], listedOn, changedOn })),
    ...rest,
  };
});

/** Who was ever in reserve for some communities. */
function everIn(kit: Kit, organizationIds: readonly string[]): Promise<readonly ReserveRow[]> {
  const where = [{ field: 'organizationId', in: organizationIds }];
  return allRows((start) => kit.rows(reserveList).query({ where, limit: 1000, ...start }));
}

/** The communities of a subtree as they were then, each with its reserves of that day. */
async function postsIn(kit: Kit, asked: Subtree, moment: Moment) {
  const communities = await communitiesThen(kit, asked, moment);
  const posts = [];
  for (const some of portions(communities, chunk)) {
    const cadres = Map.groupBy(await everIn(kit, some.map(idOf)), idOf);
    for (const { organizationId: id, name } of some) {
      const live = (cadres.get(id) ?? []).map((row) => stateAt(row, moment)).filter(isInReserve);
      const [reserves, needed] = [live.length, kit.settings.number('reserve.perPost', moment.asOf, id)];
      const trained = live.filter((state) => state === 'trained').length;
      posts.push({ organizationId: id, organizationName: name, reserves, trained, needed, short: reserves < needed });
    }
  }
  return posts;
}

const reserveReport = answer(operations.reserveReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const posts = await postsIn(kit, asked, moment);
  const sum = (figure: 'reserves' | 'needed') => posts.reduce((total, post) => total + post[figure], 0);
  const met = posts.filter(({ short }) => !short).length;
  return { asOf: moment.asOf, posts: posts.length, reserves: sum('reserves'), needed: sum('needed'), met, lagSeconds: kit.rows(reserveList).lagSeconds() };
});

const reservePosts = answer(operations.reservePosts, async ({ limit, cursor, short, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const posts = (await postsIn(kit, asked, momentOf(kit, asked))).filter((post) => short !== 'true' || post.short);
  const { page, ...rest } = pageInMemory(posts, idOf, limit, cursor);
  return { items: page, ...rest, lagSeconds: kit.rows(reserveList).lagSeconds() };
});

export const reserveUseCases = [listReserveCadre, trainReserveCadre, appointReserveCadre, withdrawReserveCadre, reserveCadres, reserveReport, reservePosts];
