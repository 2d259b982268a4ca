import * as operations from '@zhitong/catalogue/operations/participation.ts';
import type { ParticipationKind, View } from '@zhitong/catalogue';
import { allRows, portions } from '@zhitong/eventing';
import { answer, filingOf, momentOf, useCase, type Kit, type Moment } from '@zhitong/platform';
import { jointActionStream } from '../domain/participation/participation.stream.ts';
import { participationList, type ParticipationRow } from '../projections/participation-list.projection.ts';
import { postList } from '../projections/post-list.projection.ts';
import { actorOf, today } from './actor.ts';
import { postsAt } from './committee.ts';
import { communitiesThen } from './communities.ts';
import { subjectOf } from './fact-subject.ts';
import { idOf, nameIn, pageInMemory } from './organization-rows.ts';
import { chunk } from './tree-as-of.ts';

interface Subtree {
  readonly organizationId: string;
  readonly view: View;
}

const recordJointAction = useCase(operations.recordJointAction, async ({ organizationId, partnerIds, kind, heldOn, reason }, kit) => {
  await kit.allow({ organizationId });
  const actionId = kit.newId('jac');
  return kit.handle(jointActionStream, actionId, {
    type: 'RecordJointAction',
    actionId,
    host: { id: organizationId, ...subjectOf(kit, organizationId) },
    partners: partnerIds.map((id) => ({ id, ...subjectOf(kit, id) })),
    kind,
    heldOn,
    filing: await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } }),
    byId: actorOf(kit).id,
  });
});

const sides = { hosted: ['hostId', 'partnerId'], joined: ['partnerId', 'hostId'] } as const satisfies Record<string, readonly (keyof ParticipationRow)[]>;

const listParticipation = answer(operations.listParticipation, async ({ organizationId, direction, year, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const [own, other] = sides[direction];
  const where = [
    { field: own, eq: organizationId },
    { field: 'year', eq: year ?? today(kit).slice(0, 4) },
  ];
  const query = { where, orderBy: { field: other, direction: 'asc' }, limit: 500 } as const;
  const rows = await allRows((start) => kit.rows(participationList).query({ ...query, ...start }));
  const counted = rows.flatMap(({ facts, ...row }) => {
    const all = Object.values(facts);
    const count = (kind: ParticipationKind) => all.filter((fact) => fact.kind === kind).length;
    const lastOn = all
      .map(({ heldOn }) => heldOn)
      .sort()
      .at(-1);
    if (lastOn === undefined) return [];
    return [{ organizationId: row[other], name: nameIn(kit.treeNow, row[other]), meetings: count('jointMeeting'), actions: count('jointAction'), lastOn }];
  });
  const { page, ...rest } = pageInMemory(counted, idOf, limit, cursor);
  return { items: page, ...rest, lagSeconds: kit.rows(participationList).lagSeconds() };
});

/** The community committees of a subtree as they were then, each with its part-time members of that day. */
async function communitiesIn(kit: Kit, asked: Subtree, moment: Moment) {
  const communities = await communitiesThen(kit, asked, moment);
  const found = [];
  for (const some of portions(communities, chunk)) {
    const posts = Map.groupBy(await postsAt(kit, some.map(idOf), moment, 'partTimeMember'), idOf);
    for (const { organizationId: id, name } of some) {
      const partTimeMembers = new Set(posts.get(id)?.map(({ personId }) => personId)).size;
      found.push({ organizationId: id, organizationName: name, partTimeMembers, warning: partTimeMembers === 0 ? ('NO_PART_TIME_MEMBER' as const) : null });
    }
  }
  return found;
}

const partTimeReport = answer(operations.partTimeReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const all = await communitiesIn(kit, asked, moment);
  const staffed = all.filter(({ warning }) => warning === null).length;
  return { asOf: moment.asOf, communities: all.length, staffed, lagSeconds: kit.rows(postList).lagSeconds() };
});

const partTimeReportRows = answer(operations.partTimeReportRows, async ({ limit, cursor, staffed, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const all = await communitiesIn(kit, asked, momentOf(kit, asked));
  const wanted = all.filter(({ warning }) => staffed === undefined || (warning === null) === (staffed === 'true'));
  const { page, ...rest } = pageInMemory(wanted, idOf, limit, cursor);
  return { items: page, ...rest, lagSeconds: kit.rows(postList).lagSeconds() };
});

export const participationUseCases = [recordJointAction, listParticipation, partTimeReport, partTimeReportRows];
