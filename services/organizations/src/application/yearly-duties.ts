import * as operations from '@zhitong/catalogue/operations/duties.ts';
import { isBranchKind, isCommitteeKind, type DutyState, type YearlyDuty } from '@zhitong/catalogue';
import { portions } from '@zhitong/eventing';
import { answer, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { dutyStateOf, yearlyDuties } from '../domain/quota/yearly-duty.ts';
import { holdsTwoWayTalks } from '../domain/talk/talk.decider.ts';
import { lectureList, secretaryLecturesKey } from '../projections/lecture-list.projection.ts';
import { organizationList } from '../projections/organization-list.projection.ts';
import { talkList, twoWayTalksKey } from '../projections/talk-list.projection.ts';
import { today } from './actor.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { childrenAsOf, liveAmong, subtreeAsOf } from './tree-as-of.ts';

type Asked = Omit<z.output<typeof operations.listYearlyDuties.input>, 'limit' | 'cursor'>;

/** What a committee owes in the year, and with which branch. */
interface Duty {
  readonly kind: YearlyDuty;
  readonly organizationId: string;
  readonly branchId: string | null;
}
interface DutyRow extends Duty {
  readonly needed: number;
  readonly done: number;
  readonly state: DutyState;
}

/** The end of a year, or today while it runs. */
function endOf(kit: Kit, year: string): Moment {
  const [last, now] = [`${year}-12-31`, today(kit)];
  return momentOf(kit, { asOf: last < now ? last : now });
}

/** A talk with each branch of each committee; a branch is that of the nearest committee above it. */
async function talksOf(kit: Kit, committeeIds: readonly string[], moment: Moment): Promise<readonly Duty[]> {
  const found: Duty[] = [];
  let above = new Map(committeeIds.map((id) => [id, id]));
  while (above.size > 0) {
    const below = new Map<string, string>();
    for (const { organizationId, kind, lineParentId } of await childrenAsOf(kit, [...above.keys()], 'line', moment)) {
      const committeeId = above.get(lineParentId ?? '');
      if (committeeId === undefined) continue;
      if (isBranchKind(kind)) found.push({ kind: 'twoWayTalk', organizationId: committeeId, branchId: organizationId });
      else if (!isCommitteeKind(kind)) below.set(organizationId, committeeId);
    }
    above = below;
  }
  return found;
}

async function dutiesOf(kit: Kit, { organizationId, view, kind }: Asked, moment: Moment): Promise<readonly Duty[]> {
  const committees = (await subtreeAsOf(kit, organizationId, view, moment)).filter((row) => isCommitteeKind(row.kind));
  const lectures = committees.map((row): Duty => ({ kind: 'secretaryLecture', organizationId: row.organizationId, branchId: null }));
  const agencies = committees.filter((row) => holdsTwoWayTalks({ kind: row.kind, sector: kit.treeNow.node(row.organizationId)?.sector ?? 'other' }));
  return [...(kind === 'twoWayTalk' ? [] : lectures), ...(kind === 'secretaryLecture' ? [] : await talksOf(kit, agencies.map(idOf), moment))];
}

const chunk = 2000;

/** How often each was done in the year, in the order of the duties. */
async function doneIn(kit: Kit, duties: readonly Duty[], year: string): Promise<readonly number[]> {
  const done: number[] = [];
  for (const some of portions(duties, chunk)) {
    const ids = [...new Set(some.map(idOf))];
    const [lectures, talks] = await Promise.all([
      kit.rows(lectureList).tallies(ids.map((id) => secretaryLecturesKey(id, year))),
      kit.rows(talkList).tallies(ids.map((id) => twoWayTalksKey(id, year))),
    ]);
    for (const { organizationId, branchId } of some) {
      const lecture = lectures.get(secretaryLecturesKey(organizationId, year))?.['given'];
      const talk = talks.get(twoWayTalksKey(organizationId, year))?.[branchId ?? ''];
      done.push((branchId === null ? lecture : talk) ?? 0);
    }
  }
  return done;
}

const partiesOf = (duties: readonly Duty[]): string[] => [
  ...new Set(duties.flatMap(({ organizationId, branchId }) => [organizationId, branchId ?? organizationId])),
];

async function rowsOf(kit: Kit, asked: Asked): Promise<readonly DutyRow[]> {
  const year = asked.year ?? today(kit).slice(0, 4);
  const duties = await dutiesOf(kit, asked, endOf(kit, year));
  const [done, sinceFirst] = await Promise.all([doneIn(kit, duties, year), liveAmong(kit, partiesOf(duties), { ...endOf(kit, year), asOf: `${year}-01-01` })]);
  return duties.flatMap((duty, index) => {
    const counted = { needed: kit.settings.number(yearlyDuties[duty.kind], `${year}-01-01`, duty.organizationId), done: done[index] ?? 0 };
    const wholeYear = partiesOf([duty]).every((id) => sinceFirst.has(id));
    const state = dutyStateOf({ year, ...counted, wholeYear, today: today(kit) });
    return state === null || (asked.state ?? state) !== state ? [] : [{ ...duty, ...counted, state }];
  });
}

const keyOf = ({ kind, organizationId, branchId }: Duty): string => [kind, organizationId, branchId ?? ''].join('.');

const listYearlyDuties = answer(operations.listYearlyDuties, async ({ limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const { page, ...rest } = pageInMemory(await rowsOf(kit, asked), keyOf, limit, cursor);
  const listed = await kit.rows(organizationList).getMany(partiesOf(page));
  const secretaryOf = (id: string | null) => (id === null ? null : (listed.get(id)?.secretary?.personId ?? null));
  const items = page.map((row) => ({ ...row, secretaryId: secretaryOf(row.organizationId), branchSecretaryId: secretaryOf(row.branchId) }));
  return { items, ...rest, lagSeconds: Math.max(kit.rows(lectureList).lagSeconds(), kit.rows(talkList).lagSeconds()) };
});

export const yearlyDutyQueries = [listYearlyDuties];
