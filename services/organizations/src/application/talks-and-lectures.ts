import * as operations from '@zhitong/catalogue/operations/duties.ts';
import { answer, filingOf, listed, useCase, type Kit } from '@zhitong/platform';
import { lectureIdAt, lectureStream } from '../domain/lecture/lecture.stream.ts';
import type { Participant } from '../domain/talk/talk.decider.ts';
import { talkStream } from '../domain/talk/talk.stream.ts';
import { lectureList } from '../projections/lecture-list.projection.ts';
import { talkList } from '../projections/talk-list.projection.ts';
import { actorOf } from './actor.ts';
import { committeeOn, secretaryOn, secretaryPostsOn } from './committee.ts';
import { ensureKnown, isMemberOn } from './meeting-people.ts';
import { meetingNow } from './meeting-commands.ts';
import { nodeOf } from './organization-rows.ts';

async function participantOf(kit: Kit, personId: string, organizationId: string, branchId: string | undefined, date: string): Promise<Participant> {
  await ensureKnown(kit, personId);
  const [secretary, committee, branchSecretary, member] = await Promise.all([
    secretaryOn(kit, organizationId, date),
    committeeOn(kit, organizationId, date),
    branchId === undefined ? null : secretaryOn(kit, branchId, date),
    isMemberOn(kit, personId, organizationId, date),
  ]);
  return { personId, secretary: personId === secretary, committee: committee.includes(personId), member, branchSecretary: personId === branchSecretary };
}

const branchOf = ({ treeNow }: Kit, organizationId: string, branchId: string) => ({
  id: branchId,
  kind: nodeOf(treeNow, branchId).kind,
  below: treeNow.within(organizationId, branchId, 'line'),
});

const recordTalk = useCase(operations.recordTalk, async ({ organizationId, kind, personId, otherId, branchId, heldOn, reason }, kit) => {
  await kit.allow({ organizationId });
  const { sector, state, kind: organizationKind } = nodeOf(kit.treeNow, organizationId);
  const stand = (id: string) => participantOf(kit, id, organizationId, branchId, heldOn);
  const talkId = kit.newId('tlk');
  return kit.handle(talkStream, talkId, {
    type: 'RecordTalk',
    talkId,
    organization: { id: organizationId, kind: organizationKind, sector, state },
    branch: branchId === undefined ? null : branchOf(kit, organizationId, branchId),
    kind,
    participants: await Promise.all([stand(personId), stand(otherId)]),
    heldOn,
    filing: await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } }),
    byId: actorOf(kit).id,
  });
});

const recordLecture = useCase(operations.recordLecture, async ({ organizationId, personId, givenOn, meetingId, reason }, kit) => {
  await kit.allow({ organizationId });
  await ensureKnown(kit, personId);
  const lectureId = meetingId === undefined ? kit.newId('lec') : lectureIdAt(meetingId, personId);
  return kit.handle(lectureStream, lectureId, {
    type: 'RecordLecture',
    lectureId,
    organizationId,
    organizationState: nodeOf(kit.treeNow, organizationId).state,
    personId,
    givenOn,
    meeting: meetingId === undefined ? null : await meetingNow(kit, meetingId),
    secretaryOfIds: await secretaryPostsOn(kit, personId, givenOn),
    filing: await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } }),
    byId: actorOf(kit).id,
  });
});

const listTalks = answer(operations.listTalks, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }];
  const { items, ...rest } = await listed(kit.rows(talkList), { where, orderBy: { field: 'heldOn', direction: 'desc' }, limit, cursor });
  return { items: items.map(({ $key: _key, participantIds, ...row }) => ({ ...row, participantIds: [...participantIds] })), ...rest };
});

const listLectures = answer(operations.listLectures, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }];
  const { items, ...rest } = await listed(kit.rows(lectureList), { where, orderBy: { field: 'givenOn', direction: 'desc' }, limit, cursor });
  return { items: items.map(({ $key: _key, secretaryOfIds, ...row }) => ({ ...row, secretaryOfIds: [...secretaryOfIds] })), ...rest };
});

export const talksAndLectures = [recordTalk, recordLecture, listTalks, listLectures];
