import * as operations from '@zhitong/catalogue/operations/meetings.ts';
import type { MotionType } from '@zhitong/catalogue';
import { allRows } from '@zhitong/eventing';
import { addSeconds, shanghaiDate } from '@zhitong/kernel';
import { filingOf, useCase, type Kit, type UseCase } from '@zhitong/platform';
import type { z } from 'zod';
import { attendanceId, attendanceStream } from '../domain/attendance/attendance.stream.ts';
import type { Convener } from '../domain/meeting/meeting.commands.ts';
import { plannedMeeting, type Planned } from '../domain/meeting/meeting-state.ts';
import { meetingStream } from '../domain/meeting/meeting.stream.ts';
import { fixedOn } from '../domain/themeday/theme-day.decider.ts';
import { themeDayStream } from '../domain/themeday/theme-day.stream.ts';
import { attendanceKey, attendanceList } from '../projections/attendance-list.projection.ts';
import { motionList } from '../projections/motion-list.projection.ts';
import { actorOf } from './actor.ts';
import { consultationFor } from './affairs.ts';
import { hasCommitteeOn } from './committee.ts';
import { groupsOf } from './groups.ts';
import { citedTopics } from './guides-taken.ts';
import type { MeetingCodes } from './meeting-codes.ts';
import { belongsTo, dayOf, ensureKnown, peopleOf } from './meeting-people.ts';
import { nodeOf } from './organization-rows.ts';

const byId = (kit: Kit): string => actorOf(kit).id;

/** The meeting as the log has it. */
export async function meetingNow(kit: Kit, meetingId: string): Promise<Planned> {
  return plannedMeeting((await kit.peek(meetingStream, meetingId)).state);
}

/** For acts of the organization that meets. */
async function ownMeeting(kit: Kit, meetingId: string): Promise<Planned> {
  const meeting = await meetingNow(kit, meetingId);
  await kit.allow({ organizationId: meeting.organizationId });
  return meeting;
}

async function convenerOf(kit: Kit, organizationId: string, startsAt: string): Promise<Convener> {
  const { kind, state } = nodeOf(kit.treeNow, organizationId);
  const day = shanghaiDate(startsAt);
  const [hasCommittee, groups, themeDay] = await Promise.all([
    hasCommitteeOn(kit, organizationId, day),
    groupsOf(kit, organizationId),
    kit.peek(themeDayStream, organizationId),
  ]);
  return { organizationId, kind, state, hasCommittee, groupIds: groups.map(({ groupId }) => groupId), themeDay: fixedOn(themeDay.state, day) };
}

const planMeeting = useCase(operations.planMeeting, async ({ organizationId, title, agenda, reason, startsAt: starts, topicCodes, ...body }, kit) => {
  await kit.allow({ organizationId });
  const owner = { organizationId };
  const startsAt = new Date(starts).toISOString();
  const meetingId = kit.newId('mtg');
  return kit.handle(meetingStream, meetingId, {
    type: 'PlanMeeting',
    meetingId,
    convener: await convenerOf(kit, organizationId, startsAt),
    ...body,
    startsAt,
    titleRef: await kit.content.seal(owner, 'title', title),
    topics: await citedTopics(kit, organizationId, shanghaiDate(startsAt), topicCodes),
    agendaRef: agenda === undefined ? undefined : await kit.content.seal(owner, 'agenda', agenda),
    filing: await filingOf(kit, { usuallyBy: organizationId, reason, owner }),
    byId: byId(kit),
  });
});

const notifyMeeting = useCase(operations.notifyMeeting, async ({ meetingId }, kit) => {
  const { organizationId } = await ownMeeting(kit, meetingId);
  const noticeHours = kit.settings.number('meeting.noticeHours', kit.call.now, organizationId);
  return kit.handle(meetingStream, meetingId, { type: 'NotifyMeeting', noticeHours, at: kit.call.now, byId: byId(kit) });
});

const holdMeeting = useCase(operations.holdMeeting, async ({ meetingId, heldOn, reason }, kit) => {
  const { organizationId } = await ownMeeting(kit, meetingId);
  const organizationState = nodeOf(kit.treeNow, organizationId).state;
  const filing = await filingOf(kit, { usuallyBy: organizationId, reason, owner: { organizationId } });
  return kit.handle(meetingStream, meetingId, { type: 'HoldMeeting', organizationState, heldOn, filing, byId: byId(kit) });
});

const cancelMeeting = useCase(operations.cancelMeeting, async ({ meetingId, reasonCode: reason }, kit) => {
  await ownMeeting(kit, meetingId);
  return kit.handle(meetingStream, meetingId, { type: 'CancelMeeting', reason, byId: byId(kit) });
});

type Wording = Pick<z.output<typeof operations.recordMinutes.input>, 'text' | 'decisions' | 'firstItem' | 'topicCodes'>;

async function sealedMinutes(kit: Kit, meeting: Planned, { text, decisions, firstItem, topicCodes }: Wording) {
  const { organizationId } = meeting;
  const seal = (slot: string, words: string) => kit.content.seal({ organizationId }, slot, words);
  const [minutesRef, decisionsRef] = await Promise.all([seal('minutes', text), seal('decisions', decisions)]);
  const topics = topicCodes && (await citedTopics(kit, organizationId, dayOf(meeting), topicCodes));
  return { organizationKind: nodeOf(kit.treeNow, organizationId).kind, minutesRef, decisionsRef, firstItem, topics, byId: byId(kit) };
}

const recordMinutes = useCase(operations.recordMinutes, async ({ meetingId, ...wording }, kit) => {
  const meeting = await ownMeeting(kit, meetingId);
  const tally = (await kit.rows(attendanceList).tallies([attendanceKey(meetingId)])).get(attendanceKey(meetingId));
  const attended = (tally?.['present'] ?? 0) + (tally?.['remote'] ?? 0);
  return kit.handle(meetingStream, meetingId, { type: 'RecordMinutes', ...(await sealedMinutes(kit, meeting, wording)), attended });
});

const confirmMinutes = useCase(operations.confirmMinutes, async ({ meetingId }, kit) => {
  const { organizationId } = await ownMeeting(kit, meetingId);
  const minutesDays = kit.settings.number('meeting.minutesDays', kit.call.now, organizationId);
  return kit.handle(meetingStream, meetingId, { type: 'ConfirmMinutes', minutesDays, at: kit.call.now, byId: byId(kit) });
});

const correctMinutes = useCase(operations.correctMinutes, async ({ meetingId, reason, ...wording }, kit) => {
  const meeting = await ownMeeting(kit, meetingId);
  const reasonRef = await kit.content.seal({ organizationId: meeting.organizationId }, 'reason', reason);
  return kit.handle(meetingStream, meetingId, { type: 'CorrectMinutes', ...(await sealedMinutes(kit, meeting, wording)), reasonRef });
});

/** Whether the committee of the branch has passed the same, about the same person, no later. Accepted lag: its own projection's. */
async function committeeFirst(kit: Kit, meeting: Planned, type: MotionType, personId: string | undefined) {
  const { organizationId } = meeting;
  if (!(await hasCommitteeOn(kit, organizationId, dayOf(meeting)))) return 'noCommittee';
  const where = [
    { field: 'organizationId', eq: organizationId },
    { field: 'body', eq: 'committee' },
    { field: 'type', eq: type },
  ];
  const earlier = await allRows((start) => kit.rows(motionList).query({ where, limit: 200, ...start }));
  return earlier.some((row) => row.passed && row.heldOn <= dayOf(meeting) && row.personId === (personId ?? null)) ? 'done' : 'missing';
}

const recordMotion = useCase(operations.recordMotion, async ({ meetingId, type, personIds, subject, affairId, ...counted }, kit) => {
  const meeting = await ownMeeting(kit, meetingId);
  const { organizationId } = meeting;
  const motionId = kit.newId('mot');
  const command = {
    type: 'RecordMotion',
    motionId,
    organizationKind: nodeOf(kit.treeNow, organizationId).kind,
    motion: type,
    personIds,
    subjectRef: subject === undefined ? undefined : await kit.content.seal({ organizationId }, 'subject', subject),
    votes: { entitled: (await peopleOf(kit, meeting)).entitledIds.length, ...counted },
    halfInclusive: kit.settings.flag('meeting.quorumHalfInclusive', dayOf(meeting), organizationId),
    committeeFirst: await committeeFirst(kit, meeting, type, personIds[0]),
    affairId,
    consultation: await consultationFor(kit, organizationId, type, dayOf(meeting), affairId),
    byId: byId(kit),
  } as const;
  return kit.handle(meetingStream, meetingId, command, { receiptId: motionId });
});

/** The meeting and one person at it. */
async function attendanceOf(kit: Kit, meeting: Planned, personId: string) {
  const { meetingId, organizationId, status: meetingState, kinds, heldOn } = meeting;
  return { meetingId, organizationId, meetingState, kinds, heldOn, personId, belongs: await belongsTo(kit, meeting, personId), byId: byId(kit) };
}

const recordAttendance = useCase(operations.recordAttendance, async ({ meetingId, personId, mark, reason }, kit) => {
  const meeting = await ownMeeting(kit, meetingId);
  await ensureKnown(kit, personId);
  const reasonRef = reason === undefined ? undefined : await kit.content.seal({ personId }, 'reason', reason);
  const about = await attendanceOf(kit, meeting, personId);
  const command = { type: 'RecordAttendance', ...about, mark, means: 'tick', codeTaken: false, reasonRef } as const;
  return kit.handle(attendanceStream, attendanceId(meetingId, personId), command, { receiptId: meetingId });
});

const correctAttendance = useCase(operations.correctAttendance, async ({ meetingId, personId, mark, reason }, kit) => {
  const meeting = await ownMeeting(kit, meetingId);
  await ensureKnown(kit, personId);
  const reasonRef = await kit.content.seal({ personId }, 'reason', reason);
  const command = { type: 'CorrectAttendance', ...(await attendanceOf(kit, meeting, personId)), mark, reasonRef } as const;
  return kit.handle(attendanceStream, attendanceId(meetingId, personId), command, { receiptId: meetingId });
});

/** When a code that is over was read, if it was taken then and that is no longer ago than is waited for (ORG-36). */
async function readThen(kit: Kit, codes: MeetingCodes, { meetingId, organizationId }: Planned, code: string, secondsAgo: number) {
  const { now } = kit.call;
  if (secondsAgo > 60 * kit.settings.number('meeting.offlineMinutes', now, organizationId)) return undefined;
  const scannedAt = addSeconds(now, -secondsAgo);
  return (await codes.takes(meetingId, code, scannedAt, kit.settings.number('meeting.codeSeconds', scannedAt, organizationId))) ? scannedAt : undefined;
}

const signInToMeeting = (codes: MeetingCodes): UseCase =>
  useCase(operations.signInToMeeting, async ({ meetingId, signInCode, scannedSecondsAgo }, kit) => {
    const personId = byId(kit);
    await kit.allow({ personId });
    const meeting = await meetingNow(kit, meetingId);
    const { now } = kit.call;
    const seconds = kit.settings.number('meeting.codeSeconds', now, meeting.organizationId);
    const codeTaken = await codes.takes(meetingId, signInCode, now, seconds);
    const scannedAt = scannedSecondsAgo === undefined ? undefined : await readThen(kit, codes, meeting, signInCode, scannedSecondsAgo);
    const about = await attendanceOf(kit, meeting, personId);
    const command = { type: 'RecordAttendance', ...about, mark: 'present', means: 'code', codeTaken, scannedAt } as const;
    return kit.handle(attendanceStream, attendanceId(meetingId, personId), command, { receiptId: meetingId });
  });

export const meetingCommands = (codes: MeetingCodes): readonly UseCase[] => [
  planMeeting,
  notifyMeeting,
  holdMeeting,
  cancelMeeting,
  recordMinutes,
  confirmMinutes,
  correctMinutes,
  recordMotion,
  recordAttendance,
  correctAttendance,
  signInToMeeting(codes),
];
