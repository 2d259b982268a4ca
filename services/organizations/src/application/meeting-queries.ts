import * as operations from '@zhitong/catalogue/operations/meetings.ts';
import type { MeetingRow } from '@zhitong/catalogue/operations/meetings.ts';
import { allRows, type Condition } from '@zhitong/eventing';
import { addDays, endOfDay, ensure, Rejected, shanghaiDate, startOfDay } from '@zhitong/kernel';
import { answer, listed, type Kit, type UseCase } from '@zhitong/platform';
import { attendanceId } from '../domain/attendance/attendance.stream.ts';
import type { Planned } from '../domain/meeting/meeting-state.ts';
import { windowAt } from '../domain/meeting/sign-in-code.ts';
import { attendanceKey, attendanceList, type AttendanceListRow } from '../projections/attendance-list.projection.ts';
import { lateSignIns } from '../projections/late-sign-ins.projection.ts';
import { meetingList, type MeetingListRow } from '../projections/meeting-list.projection.ts';
import { motionList } from '../projections/motion-list.projection.ts';
import { postList } from '../projections/post-list.projection.ts';
import { actingOrganization, actorOf, today } from './actor.ts';
import type { MeetingCodes } from './meeting-codes.ts';
import { meetingNow } from './meeting-commands.ts';
import { belongsTo, branchesOf, peopleOf } from './meeting-people.ts';
import { pageInMemory } from './organization-rows.ts';

type Counts = MeetingRow['attendance'];
const countsOf = (tally: Readonly<Record<string, number>> = {}): Counts => {
  const { present = 0, remote = 0, leave = 0, absent = 0, guest = 0 } = tally;
  return { present, remote, leave, absent, guest };
};

const plain = ({ meetingId, organizationId, state, startsAt, warnings, meeting: { kinds, groupId, heldOn } }: MeetingListRow, title = '') => ({
  meetingId,
  organizationId,
  kinds: [...kinds],
  groupId,
  state,
  startsAt,
  title,
  heldOn,
  warnings: [...warnings],
});

/** Signing in by code goes on: on the day of the meeting, until its minutes are written. */
const isOpen = (kit: Kit, { status, heldOn }: Planned): boolean => status === 'held' && heldOn === today(kit);

const lastFirst = { orderBy: { field: 'startsAt', direction: 'desc' } } as const;
/** Between two days, either of them open. */
const between = (from: string | undefined, until: string | undefined): Condition => ({
  field: 'startsAt',
  gte: from === undefined ? '' : startOfDay(from),
  lte: until === undefined ? '9999' : endOfDay(until),
});

const listMeetings = answer(operations.listMeetings, async ({ organizationId: asked, state, from, until, limit, cursor }, kit) => {
  const organizationId = asked ?? actingOrganization(kit);
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }, ...(state === undefined ? [] : [{ field: 'state', eq: state }]), between(from, until)];
  const { items, ...rest } = await listed(kit.rows(meetingList), { where, ...lastFirst, limit, cursor });
  const [titles, tallies] = await Promise.all([
    kit.content.openMany(items.map(({ titleRef }) => titleRef)),
    kit.rows(attendanceList).tallies(items.map(({ meetingId }) => attendanceKey(meetingId))),
  ]);
  return {
    items: items.map((row) => ({ ...plain(row, titles.get(row.titleRef)), attendance: countsOf(tallies.get(attendanceKey(row.meetingId))) })),
    ...rest,
  };
});

/** A meeting the caller may read. */
async function readMeeting(kit: Kit, meetingId: string): Promise<MeetingListRow> {
  const row = await kit.rows(meetingList).get(meetingId);
  if (row === undefined) throw new Rejected('NOT_FOUND', 'There is no such meeting.');
  await kit.allow({ organizationId: row.organizationId });
  return row;
}

async function minutesOf(kit: Kit, { minutes }: MeetingListRow) {
  const refs = minutes.flatMap(({ minutesRef, decisionsRef, reasonRef }) => [minutesRef, decisionsRef, ...(reasonRef === null ? [] : [reasonRef])]);
  const texts = await kit.content.openMany(refs);
  const open = (ref: string) => texts.get(ref) ?? '';
  return minutes.map(({ minutesRef, decisionsRef, reasonRef, ...version }) => ({
    ...version,
    text: open(minutesRef),
    decisions: open(decisionsRef),
    reason: reasonRef === null ? null : open(reasonRef),
  }));
}

async function motionsOf(kit: Kit, meetingId: string) {
  const where = [{ field: 'meetingId', eq: meetingId }];
  const rows = await allRows((start) => kit.rows(motionList).query({ where, limit: 200, ...start }));
  const texts = await kit.content.openMany(rows.flatMap(({ subjectRef }) => (subjectRef === null ? [] : [subjectRef])));
  return rows.map(({ motionId, type, body, personId, subjectRef, secret, passed, votes, warnings }) => ({
    ...{ motionId, type, body, personId, secret, passed, votes, warnings: [...warnings] },
    subject: subjectRef === null ? null : (texts.get(subjectRef) ?? ''),
  }));
}

const getMeeting = answer(operations.getMeeting, async ({ meetingId }, kit) => {
  const row = await readMeeting(kit, meetingId);
  const { titleRef, agendaRef, topicCodes, cancelReason, meeting } = row;
  const [texts, tallies, { expectedIds, entitledIds }, minutes, motions] = await Promise.all([
    kit.content.openMany([titleRef, ...(agendaRef === null ? [] : [agendaRef])]),
    kit.rows(attendanceList).tallies([attendanceKey(meetingId)]),
    peopleOf(kit, meeting),
    minutesOf(kit, row),
    motionsOf(kit, meetingId),
  ]);
  return {
    ...plain(row, texts.get(titleRef)),
    attendance: countsOf(tallies.get(attendanceKey(meetingId))),
    agenda: agendaRef === null ? null : (texts.get(agendaRef) ?? ''),
    topicCodes: [...topicCodes],
    cancelReason,
    minutes,
    motions,
    expected: expectedIds.length,
    entitled: entitledIds.length,
    open: isOpen(kit, meeting),
    version: row.version,
    lagSeconds: Math.max(kit.rows(meetingList).lagSeconds(), kit.rows(attendanceList).lagSeconds()),
  };
});

async function marksOf(kit: Kit, meetingId: string): Promise<ReadonlyMap<string, AttendanceListRow>> {
  const where = [{ field: 'meetingId', eq: meetingId }];
  const rows = await allRows((start) => kit.rows(attendanceList).query({ where, limit: 1000, ...start }));
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Who waits for an officer since a sign-in without a network, and when the code was read. */
async function lateOf(kit: Kit, meetingId: string): Promise<ReadonlyMap<string, string>> {
  const where = [{ field: 'meetingId', eq: meetingId }];
  const rows = await allRows((start) => kit.rows(lateSignIns).query({ where, limit: 1000, ...start }));
  return new Map(rows.map(({ personId, scannedAt }) => [personId, scannedAt]));
}

const listAttendance = answer(operations.listAttendance, async ({ meetingId, mark: asked, limit, cursor }, kit) => {
  const { meeting } = await readMeeting(kit, meetingId);
  const [{ expectedIds, entitledIds }, marks, late] = await Promise.all([peopleOf(kit, meeting), marksOf(kit, meetingId), lateOf(kit, meetingId)]);
  const [expected, entitled] = [new Set(expectedIds), new Set(entitledIds)];
  const everyone = [...new Set([...expectedIds, ...marks.keys()])].sort().map((personId) => {
    const { mark = null, means = null, recordedAt = null, corrected = false } = marks.get(personId) ?? {};
    const lateScannedAt = late.get(personId) ?? null;
    return { personId, expected: expected.has(personId), entitled: entitled.has(personId), mark, means, recordedAt, corrected, lateScannedAt };
  });
  const wanted = everyone.filter(({ mark }) => asked === undefined || mark === asked);
  const { page, ...rest } = pageInMemory(wanted, ({ personId }) => personId, limit, cursor);
  return { items: page, ...rest, lagSeconds: Math.max(kit.rows(attendanceList).lagSeconds(), kit.rows(lateSignIns).lagSeconds()) };
});

const meetingCode = (codes: MeetingCodes): UseCase =>
  answer(operations.meetingCode, async ({ meetingId }, kit) => {
    const meeting = await meetingNow(kit, meetingId);
    await kit.allow({ organizationId: meeting.organizationId });
    ensure(isOpen(kit, meeting), 'STATE_NOT_ALLOWED', 'Nobody signs in before a meeting begins, or after its day.', { state: meeting.status });
    const { number, shownUntil, takenUntil } = windowAt(kit.call.now, kit.settings.number('meeting.codeSeconds', kit.call.now, meeting.organizationId));
    return { signInCode: await codes.codeOf(meetingId, number), shownUntil, takenUntil };
  });

/** So long a meeting stays among the own ones. */
const ownDays = 30;

/** Where a person may be called to a meeting: the branches the person belongs to, and where a post is held. */
async function placesOf(kit: Kit, personId: string): Promise<readonly string[]> {
  const where = [
    { field: 'personId', eq: personId },
    { field: 'held', eq: true },
  ];
  const [branches, posts] = await Promise.all([branchesOf(kit, personId, today(kit)), kit.rows(postList).query({ where, limit: 50 })]);
  return [...new Set([...branches, ...posts.items.map(({ organizationId }) => organizationId)])];
}

const ownMeetings = answer(operations.ownMeetings, async (_input, kit) => {
  const personId = actorOf(kit).id;
  await kit.allow({ personId });
  const from = startOfDay(addDays(shanghaiDate(kit.call.now), -ownDays));
  const called = (await Promise.all((await placesOf(kit, personId)).map((organizationId) => calledBy(organizationId)))).flat();
  const mine = await Promise.all(called.map(async (row) => ((await belongsTo(kit, row.meeting, personId)) ? [row] : [])));
  const rows = mine.flat();
  const parts = rows.map(({ meetingId }) => attendanceId(meetingId, personId));
  const [titles, marks, late] = await Promise.all([
    kit.content.openMany(rows.map(({ titleRef }) => titleRef)),
    kit.rows(attendanceList).getMany(parts),
    kit.rows(lateSignIns).getMany(parts),
  ]);
  const ownPart = ({ meetingId }: MeetingListRow) => {
    const part = attendanceId(meetingId, personId);
    return { mark: marks.get(part)?.mark ?? null, lateScannedAt: late.get(part)?.scannedAt ?? null };
  };
  return {
    items: rows.map((row) => ({ ...plain(row, titles.get(row.titleRef)), ...ownPart(row) })),
    lagSeconds: kit.rows(meetingList).lagSeconds(),
  };

  async function calledBy(organizationId: string): Promise<readonly MeetingListRow[]> {
    const where = [
      { field: 'organizationId', eq: organizationId },
      { field: 'startsAt', gte: from },
    ];
    const { items } = await kit.rows(meetingList).query({ where, ...lastFirst, limit: 50 });
    return items.filter(({ state }) => state !== 'planned');
  }
});

export const meetingQueries = (codes: MeetingCodes): readonly UseCase[] => [listMeetings, getMeeting, listAttendance, meetingCode(codes), ownMeetings];
