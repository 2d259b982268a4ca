import * as operations from '@zhitong/catalogue/operations/staffing.ts';
import { staffingDuties, type StaffingDuty } from '@zhitong/catalogue';
import { portions } from '@zhitong/eventing';
import { answer, momentOf, useCase, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import type { Subject } from '../domain/facts/attributes.ts';
import { factsStream } from '../domain/facts/facts.stream.ts';
import { dutyOf, mayBeBig, neededFor, type Staffed, type StaffingLimits } from '../domain/facts/staffing.ts';
import { organizationFactList, standingAt, type OrganizationFactsRow } from '../projections/organization-facts.projection.ts';
import { residentsKey, residentsOnDay, roster } from '../projections/roster.projection.ts';
import { actorOf, today } from './actor.ts';
import { subjectOf } from './fact-subject.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

/** Of the city: numbers of the rule are the same everywhere. */
export function limitsAt(kit: Kit, organizationId: string, day: string): StaffingLimits {
  const number = (key: string) => kit.settings.number(`staffing.${key}`, day, organizationId);
  return { minPct: number('minPct'), maxPct: number('maxPct'), bigCommittee: number('bigCommittee') };
}

const onAgencyLine = (kit: Kit, organizationId: string): boolean =>
  kit.treeNow
    .path(organizationId, 'line')
    .slice(0, -1)
    .some((id) => {
      const above = kit.treeNow.node(id);
      return above?.kind === 'workCommittee' && above.sector === 'agency' && above.placeCode === null;
    });

/** Members of an organization and of what stands below it today, as they stood on a day. */
async function membersOn(kit: Kit, organizationId: string, day: string): Promise<number> {
  const tallies = await kit.rows(roster).tallies(kit.treeNow.subtree(organizationId, 'line').map(residentsKey));
  return [...tallies.values()].reduce((sum, tally) => sum + residentsOnDay(tally, day), 0);
}

/** Members are counted for those only whose number decides. */
export const staffedOn = async (kit: Kit, organizationId: string, subject: Subject, day: string): Promise<Staffed> => ({
  ...subject,
  onAgencyLine: onAgencyLine(kit, organizationId),
  members: mayBeBig(subject) ? await membersOn(kit, organizationId, day) : 0,
});

/** What an organization has to have, and has declared by then; null when nobody asks it. */
export function staffingOf(subject: Staffed, row: OrganizationFactsRow | undefined, limits: StaffingLimits, moment: Moment) {
  const duty = dutyOf(subject, limits);
  if (duty === null) return null;
  const declared = standingAt(row?.staffing, moment);
  const needed = neededFor(duty, declared?.fact.staff, limits);
  return {
    duty,
    staff: declared?.fact.staff ?? null,
    inPost: declared?.fact.inPost ?? null,
    least: needed?.least ?? null,
    most: needed?.most ?? null,
    declaredOn: declared?.fromOn ?? null,
  };
}

const declareStaffing = useCase(operations.declareStaffing, async ({ organizationId, ...body }, kit) => {
  await kit.allow({ organizationId });
  const day = today(kit);
  const subject = await staffedOn(kit, organizationId, subjectOf(kit, organizationId), day);
  const command = {
    type: 'DeclareStaffing',
    organizationId,
    subject,
    ...body,
    limits: limitsAt(kit, organizationId, day),
    at: kit.call.now,
    byId: actorOf(kit).id,
  } as const;
  return kit.handle(factsStream, organizationId, command, { receiptId: organizationId });
});

type Asked = Pick<z.output<typeof operations.staffingReport.input>, 'organizationId' | 'view'>;
type Row = NonNullable<ReturnType<typeof staffingOf>> & { readonly organizationId: string; readonly name: string };

/** Organizations with a duty, as they were then. */
async function staffingIn(kit: Kit, { organizationId, view }: Asked, moment: Moment): Promise<readonly Row[]> {
  const limits = limitsAt(kit, organizationId, moment.asOf);
  const found: Row[] = [];
  for (const rows of portions(await subtreeAsOf(kit, organizationId, view, moment), chunk)) {
    const facts = await kit.rows(organizationFactList).getMany(rows.map(idOf));
    for (const { organizationId: id, name, kind, level } of rows) {
      const staffed = await staffedOn(kit, id, { ...subjectOf(kit, id), kind, level }, moment.asOf);
      const staffing = staffingOf(staffed, facts.get(id), limits, moment);
      if (staffing !== null) found.push({ organizationId: id, name, ...staffing });
    }
  }
  return found;
}

const counts: Readonly<Record<(typeof operations.staffingFigures)[number], (row: Row) => boolean>> = {
  organizations: () => true,
  declared: ({ declaredOn }) => declaredOn !== null,
  /** Who has declared nothing has nobody; where the staff is not known nothing is missing. */
  short: ({ inPost, least }) => least !== null && (inPost ?? 0) < least,
};

const lag = (kit: Kit): number => Math.max(kit.rows(organizationFactList).lagSeconds(), kit.rows(roster).lagSeconds());

function figuresOf(all: readonly Row[], duty: StaffingDuty) {
  const rows = all.filter((row) => row.duty === duty);
  const sum = (of: 'inPost' | 'least' | 'most') => rows.reduce((total, row) => total + (row[of] ?? 0), 0);
  const count = (figure: keyof typeof counts) => rows.filter(counts[figure]).length;
  return {
    ...{ duty, organizations: rows.length, declared: count('declared'), short: count('short') },
    ...{ inPost: sum('inPost'), least: sum('least'), most: sum('most') },
  };
}

const staffingReport = answer(operations.staffingReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const rows = await staffingIn(kit, asked, moment);
  return { asOf: moment.asOf, duties: staffingDuties.values.map((duty) => figuresOf(rows, duty)), lagSeconds: lag(kit) };
});

const staffingReportRows = answer(operations.staffingReportRows, async ({ limit, cursor, figure, duty, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const rows = await staffingIn(kit, asked, momentOf(kit, asked));
  const { page, ...rest } = pageInMemory(
    rows.filter((row) => counts[figure](row) && (duty ?? row.duty) === row.duty),
    idOf,
    limit,
    cursor,
  );
  return { items: page, ...rest, lagSeconds: lag(kit) };
});

export const staffingUseCases = [declareStaffing, staffingReport, staffingReportRows];
