import * as operations from '@zhitong/catalogue/operations/attendance.ts';
import { isBranchKind } from '@zhitong/catalogue';
import { portions } from '@zhitong/eventing';
import { ensure } from '@zhitong/kernel';
import { answer, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { attendanceList, attendedKey } from '../projections/attendance-list.projection.ts';
import { branchMetKey, meetingList } from '../projections/meeting-list.projection.ts';
import { attachedKey, residentsKey, residentsOnDay, roster } from '../projections/roster.projection.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

type Asked = z.output<typeof operations.attendanceReport.input>;
type Tally = Readonly<Record<string, number>>;

interface Span extends Moment {
  readonly from: string;
}
interface BranchAttendance {
  readonly organizationId: string;
  readonly meetings: number;
  readonly attended: number;
  readonly members: number;
}

function spanOf(kit: Kit, asked: Asked): Span {
  const moment = momentOf(kit, asked);
  const from = asked.from ?? `${moment.asOf.slice(0, 4)}-01-01`;
  ensure(from <= moment.asOf, 'PERIOD_INVALID', 'The period ends before it begins.', { field: 'from' });
  return { from, ...moment };
}

const yearsOf = ({ from, asOf }: Span): readonly string[] => {
  const [first, last] = [Number(from.slice(0, 4)), Number(asOf.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
};

type DayCounts = readonly (readonly [day: string, count: number])[];
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const countsIn = (days: DayCounts): number => sum(days.map(([, count]) => count));

/** Of the branches named those that met in a span. */
async function attendanceOf(kit: Kit, ids: readonly string[], span: Span): Promise<readonly BranchAttendance[]> {
  const years = yearsOf(span);
  const keys = (keyOf: (id: string, year: string) => string) => ids.flatMap((id) => years.map((year) => keyOf(id, year)));
  const [met, attended, residents] = await Promise.all([
    kit.rows(meetingList).tallies(keys(branchMetKey)),
    kit.rows(attendanceList).tallies(keys(attendedKey)),
    kit.rows(roster).tallies([...ids.map(residentsKey), ...ids.map(attachedKey)]),
  ]);
  const daysOf = (tallies: ReadonlyMap<string, Tally>, keyOf: (year: string) => string): DayCounts =>
    years.flatMap((year) => Object.entries(tallies.get(keyOf(year)) ?? {}).filter(([day]) => span.from <= day && day <= span.asOf));
  return ids.flatMap((organizationId) => {
    const days = daysOf(met, (year) => branchMetKey(organizationId, year));
    const came = daysOf(attended, (year) => attendedKey(organizationId, year));
    const living = [residentsKey, attachedKey].map((keyOf) => residents.get(keyOf(organizationId)) ?? {});
    const members = sum(days.map(([day, count]) => count * sum(living.map((tally) => residentsOnDay(tally, day)))));
    return days.length === 0 ? [] : [{ organizationId, meetings: countsIn(days), attended: countsIn(came), members }];
  });
}

/** Of the branches of a subtree those that met in a span, by id. */
async function branchesOf(kit: Kit, { organizationId, view }: Asked, span: Span): Promise<readonly BranchAttendance[]> {
  const rows = await subtreeAsOf(kit, organizationId, view, span);
  const branches = rows.filter(({ kind }) => isBranchKind(kind)).map(idOf);
  const found: BranchAttendance[] = [];
  for (const ids of portions(branches.sort(), chunk)) found.push(...(await attendanceOf(kit, ids, span)));
  return found;
}

const lag = (kit: Kit): number => Math.max(kit.rows(meetingList).lagSeconds(), kit.rows(attendanceList).lagSeconds(), kit.rows(roster).lagSeconds());

const attendanceReport = answer(operations.attendanceReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const span = spanOf(kit, asked);
  const branches = await branchesOf(kit, asked, span);
  const total = (figure: 'meetings' | 'attended' | 'members') => sum(branches.map((branch) => branch[figure]));
  const totals = { meetings: total('meetings'), attended: total('attended'), members: total('members') };
  return { from: span.from, asOf: span.asOf, branches: branches.length, ...totals, lagSeconds: lag(kit) };
});

const attendanceReportRows = answer(operations.attendanceReportRows, async ({ limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const { page, ...rest } = pageInMemory(await branchesOf(kit, asked, spanOf(kit, asked)), idOf, limit, cursor);
  return { items: page, ...rest, lagSeconds: lag(kit) };
});

export const attendanceReports = [attendanceReport, attendanceReportRows];
