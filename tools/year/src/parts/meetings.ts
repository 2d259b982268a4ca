import { addDays, startOfDay } from '@zhitong/kernel';
import { randomOf, type Random } from '@zhitong/seed/random.ts';
import { checkDays, periodsOf, type Period } from '../calendar.ts';
import { sumsOver, type Branch, type District, type Figures } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';
import { taggedOn, type Campaign } from './campaigns.ts';
import { committeeSince, type Election } from './elections.ts';
import { topicsOn, type Guides } from './guides.ts';
import { leaderOf, lecturedOn } from './leaders.ts';
import { membersOn, type Move } from './moves.ts';

type Kind = 'memberMeeting' | 'committeeMeeting' | 'lecture' | 'themeDay' | 'organizationLife';

export interface Meeting {
  readonly branch: Branch;
  readonly kinds: readonly Kind[];
  readonly on: string;
  /** Day on which it is put on record; later than `on` where it was forgotten and is filed afterwards. */
  readonly recordedOn: string;
  /** Who is noted as present, the secretary among them. */
  readonly cameIds: readonly string[];
  /** Whether it began with the first agenda item; undefined where the kind has none. */
  readonly firstItem: boolean | undefined;
  /** Whether it is said to belong to the campaign of the year. */
  readonly tagged: boolean;
  /** Topics of the guides that it takes up. */
  readonly topicCodes: readonly string[];
  /** The leader who gives a lecture at it; undefined when none does. */
  readonly lecturerId: string | undefined;
}

const lengths: Readonly<Record<Kind, 1 | 3 | 12>> = { memberMeeting: 3, committeeMeeting: 1, lecture: 3, themeDay: 1, organizationLife: 12 };
const kinds: readonly Kind[] = ['memberMeeting', 'committeeMeeting', 'lecture', 'themeDay', 'organizationLife'];
/** 三会一课; nobody has a group in this year. */
const three: ReadonlySet<Kind> = new Set<Kind>(['memberMeeting', 'committeeMeeting', 'lecture']);
const withFirstItem: ReadonlySet<Kind> = new Set<Kind>(['memberMeeting', 'committeeMeeting']);

/** What changes who meets. */
interface Changes {
  readonly elections: readonly Election[];
  readonly moves: readonly Move[];
  readonly campaign: Campaign;
  readonly guides: Guides;
}

/** How often branches do what they owe, in basis points. */
const diligence: Readonly<Record<Kind, number>> = { memberMeeting: 9000, committeeMeeting: 8000, lecture: 8500, themeDay: 9000, organizationLife: 7500 };

/** Each branch holds most of what it owes, forgets some, and files some of that afterwards; a lecture is given on a theme day. */
export function planMeetings({ branches }: District, { elections, moves, campaign, guides }: Changes, year: number, seed: number): readonly Meeting[] {
  const moving = new Set(moves.map(({ personId }) => personId));
  return branches.flatMap((branch) => {
    const since = committeeSince(elections, branch);
    const staying = [branch.secretaryId, ...branch.fullIds.filter((id) => id !== branch.secretaryId && !moving.has(id))];
    return kinds.flatMap((kind) =>
      periodsOf(year, lengths[kind]).flatMap((period) => {
        const random = randomOf(seed, `meeting/${branch.organizationId}/${kind}/${period.firstOn}`);
        if (kind === 'committeeMeeting' && (since === undefined || since >= period.firstOn)) return [];
        const leaderId = leaderOf(branch, moves);
        return random.chance(diligence[kind]) ? [heldIn({ branch, kind, period, staying, leaderId, campaign, guides }, random)] : [];
      }),
    );
  });
}

interface Occasion {
  readonly branch: Branch;
  readonly kind: Kind;
  readonly period: Period;
  /** Members who belong to the branch all year. */
  readonly staying: readonly string[];
  readonly leaderId: string | undefined;
  readonly campaign: Campaign;
  readonly guides: Guides;
}

function heldIn({ branch, kind, period: { firstOn, lastOn }, staying, leaderId, campaign, guides }: Occasion, random: Random): Meeting {
  const on = addDays(firstOn, random.between(7, 23) + (lengths[kind] > 1 ? 31 : 0));
  // Filed after its period was closed, where that is within ninety days.
  const late = lengths[kind] < 12 && random.chance(1500);
  const cameIds = staying.slice(0, kind === 'committeeMeeting' ? 1 : random.between(1, 3));
  const firstItem = withFirstItem.has(kind) ? random.chance(8000) : undefined;
  const lectures = kind === 'lecture' && leaderId !== undefined && cameIds.includes(leaderId) && random.chance(7000);
  return {
    branch,
    kinds: kind === 'lecture' ? ['lecture', 'themeDay'] : [kind],
    on,
    recordedOn: late ? addDays(lastOn, random.between(9, 26)) : on,
    cameIds,
    firstItem,
    tagged: campaign.fromOn <= on && on <= campaign.untilOn && random.chance(6000),
    topicCodes: late ? [] : topicsOn(guides, on).filter(() => random.chance(2500)),
    lecturerId: lectures ? leaderId : undefined,
  };
}

const nine = 9 * 3_600_000;

function actsOf(meeting: Meeting, campaign: Campaign): readonly Act[] {
  const { branch, kinds: of, on, recordedOn, cameIds, firstItem, tagged, topicCodes, lecturerId: personId } = meeting;
  const { organizationId, secretary } = branch;
  const key = `meeting/${organizationId}/${of[0] ?? ''}/${on}`;
  const startsAt = new Date(Date.parse(startOfDay(on)) + nine).toISOString();
  let meetingId = '';
  const body = { organizationId, kinds: of, startsAt, title: '会议', topicCodes };
  const plan = async () => void (meetingId = (await secretary.command('/meetings', body, key)).id);
  const announce = () => secretary.command(`/meetings/${meetingId}/notify`, {}, key);
  const hold = async () => {
    await secretary.command(`/meetings/${meetingId}/hold`, { heldOn: on }, key);
    for (const personId of cameIds) await secretary.command(`/meetings/${meetingId}/attendance`, { personId, mark: 'present' }, `${key}/${personId}`);
  };
  const minute = async () => {
    const item = firstItem === undefined ? {} : { firstItem: firstItem ? { done: true, topicCode: 'quarterlyStudy' } : { done: false } };
    await secretary.command(`/meetings/${meetingId}/minutes`, { text: '纪要。', decisions: '决定。', ...item }, key);
    await secretary.command(`/meetings/${meetingId}/minutes/confirm`, {}, key);
  };
  const tag = () => secretary.command(`/meetings/${meetingId}/campaign`, { campaignId: campaign.idOf() }, key);
  const lecture = () => secretary.command('/lectures', { organizationId, personId, givenOn: on, meetingId }, `${key}/lecture`);
  return [
    ...(recordedOn === on
      ? [
          { on: addDays(on, -2), what: 'a meeting is planned', run: plan },
          { on: addDays(on, -1), what: 'a meeting is announced', run: announce },
        ]
      : [{ on: addDays(recordedOn, -1), what: 'a forgotten meeting is entered', run: plan }]),
    { on: recordedOn, what: 'a meeting is held', run: hold },
    ...(tagged ? [{ on: taggedOn(meeting), what: 'a meeting belongs to a campaign', run: tag }] : []),
    ...(personId === undefined ? [] : [{ on: lecturedOn(meeting), what: 'a leader has given a lecture', run: lecture }]),
    { on: addDays(recordedOn, 2), what: 'minutes are confirmed', run: minute },
  ];
}

const met = (kind: string): string => `${kind}/met`;
const owed = (kind: string): string => `${kind}/owed`;

/** Of each kind the quotas of a branch that are closed by a day, and those of them that were met. */
function quotasOf(branch: Branch, meetings: readonly Meeting[], since: string | undefined, year: number, on: string): Figures {
  const own = meetings.filter((meeting) => meeting.branch === branch && meeting.recordedOn <= on);
  const figures: Record<string, number> = {};
  for (const kind of kinds) {
    const closed = periodsOf(year, lengths[kind]).filter(
      ({ firstOn, closedOn }) => closedOn <= on && (kind !== 'committeeMeeting' || (since !== undefined && since <= firstOn)),
    );
    const held = closed.filter(({ firstOn, lastOn }) => own.some((meeting) => meeting.kinds.includes(kind) && meeting.on >= firstOn && meeting.on <= lastOn));
    figures[owed(kind)] = closed.length;
    figures[met(kind)] = held.length;
  }
  const sum = (name: (kind: string) => string) => [...three].reduce((total, kind) => total + (figures[name(kind)] ?? 0), 0);
  const counted = sum(owed) > 0;
  return { ...figures, counted: Number(counted), complete: Number(counted && sum(owed) === sum(met)) };
}

/** First agenda items. */
function firstItemsOf(branch: Branch, meetings: readonly Meeting[], on: string): Figures {
  const own = meetings.filter((meeting) => meeting.branch === branch && meeting.recordedOn <= on && meeting.firstItem !== undefined);
  return { held: own.length, done: own.filter(({ firstItem }) => firstItem).length };
}

/** Meetings to which everybody is called, who came, and who might have come. */
function attendanceOf(branch: Branch, meetings: readonly Meeting[], moves: readonly Move[], on: string): Figures {
  const own = meetings.filter((meeting) => meeting.branch === branch && meeting.recordedOn <= on && !meeting.kinds.includes('committeeMeeting'));
  const sum = (count: (meeting: Meeting) => number) => own.reduce((total, meeting) => total + count(meeting), 0);
  return {
    branches: Number(own.length > 0),
    meetings: own.length,
    attended: sum(({ cameIds }) => cameIds.length),
    members: sum((meeting) => membersOn(branch, moves, meeting.on)),
  };
}

const boardKinds = ['memberMeeting', 'committeeMeeting', 'groupMeeting', 'lecture', 'themeDay', 'organizationLife', 'democraticLife'];

function boardOf(figures: Figures, firstItem: Figures) {
  const share = (kind: string) => ({ met: figures[met(kind)] ?? 0, owed: figures[owed(kind)] ?? 0 });
  const shares = [...three].map(share);
  return {
    kinds: boardKinds.map((kind) => ({ kind, ...share(kind) })),
    threeMeetings: { met: shares.reduce((sum, one) => sum + one.met, 0), owed: shares.reduce((sum, one) => sum + one.owed, 0) },
    organizations: { complete: figures['complete'] ?? 0, counted: figures['counted'] ?? 0 },
    firstItem,
  };
}

interface MeetingYear extends Changes {
  readonly district: District;
  readonly year: number;
  readonly meetings: readonly Meeting[];
}

function checksOn({ district, year, meetings, elections, moves }: MeetingYear, on: string): readonly Check[] {
  const { officer: who, branches } = district;
  const quotas = sumsOver(branches, (branch) => quotasOf(branch, meetings, committeeSince(elections, branch), year, on));
  const items = sumsOver(branches, (branch) => firstItemsOf(branch, meetings, on));
  const attendance = sumsOver(branches, (branch) => attendanceOf(branch, meetings, moves, on));
  return [...quotas].flatMap(([organizationId, figures]): Check[] => {
    const at = `/organizations/${organizationId}`;
    const missed = (figures[owed('themeDay')] ?? 0) - (figures[met('themeDay')] ?? 0);
    return [
      { on, who, path: `${at}/meeting-quotas?year=${year}&asOf=${on}`, expected: boardOf(figures, items.get(organizationId) ?? {}) },
      { on, who, path: `/meeting-quotas?organizationId=${organizationId}&kind=themeDay&year=${year}&limit=1`, expected: { total: missed } },
      { on, who, path: `${at}/attendance-report?from=${year}-01-01&asOf=${on}`, expected: attendance.get(organizationId) ?? {} },
    ];
  });
}

/** ORG-35 to ORG-40, R-05 to R-08. */
export function meetingsPart(plan: MeetingYear): Part {
  return { acts: plan.meetings.flatMap((meeting) => actsOf(meeting, plan.campaign)), checks: checkDays(plan.year).flatMap((on) => checksOn(plan, on)) };
}
