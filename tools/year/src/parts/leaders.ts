import { addDays } from '@zhitong/kernel';
import { checkDays } from '../calendar.ts';
import type { Branch, District } from '../district.ts';
import type { Act, Part } from '../part.ts';
import type { Meeting } from './meetings.ts';
import type { Move } from './moves.ts';

/** A member who belongs to the branch all year and is on the list of the district from its first days on. */
export const leaderOf = ({ fullIds, secretaryId }: Branch, moves: readonly Move[]): string | undefined =>
  fullIds.find((id) => id !== secretaryId && !moves.some(({ personId }) => personId === id));

/** Day on which the lecture of a leader is put on record. */
export const lecturedOn = ({ recordedOn }: Meeting): string => addDays(recordedOn, 1);

/** Times in the own branch, and lectures among them (ORG-42). */
const needed = { attended: 2, lectures: 1 } as const;

function isMet(leaderId: string, meetings: readonly Meeting[], on: string): boolean {
  const attended = meetings.filter(({ cameIds, recordedOn }) => recordedOn <= on && cameIds.includes(leaderId)).length;
  const lectures = meetings.filter((meeting) => meeting.lecturerId === leaderId && lecturedOn(meeting) <= on).length;
  return attended >= needed.attended && lectures >= needed.lectures;
}

/** ORG-42, ORG-43, R-09. */
export function leadersPart({ organizationId, officer: who, branches }: District, moves: readonly Move[], meetings: readonly Meeting[], year: number): Part {
  const leaderIds = branches.flatMap((branch) => leaderOf(branch, moves) ?? []);
  const acts = leaderIds.map((personId): Act => ({
    on: `${year}-01-03`,
    what: 'a leader is listed',
    run: () => who.command(`/organizations/${organizationId}/leaders`, { personId }, `leader/${personId}`),
  }));
  const checks = checkDays(year).map((on) => {
    // The report is of the year of its day; what was held by the last of December is all of it.
    const asOf = on.startsWith(String(year)) ? on : `${year}-12-31`;
    const met = leaderIds.filter((id) => isMet(id, meetings, on)).length;
    return {
      on,
      who,
      path: `/organizations/${organizationId}/leader-report?asOf=${asOf}`,
      expected: { year: String(year), asOf, leaders: leaderIds.length, met },
    };
  });
  return { acts, checks };
}
