import type { Kit, Moment } from '@zhitong/platform';
import { memberStanding, type MemberStandingRow, type StandingMark } from '../projections/member-standing.projection.ts';
import { residents } from './member-report.ts';

/** Of two marks of one day the one recorded last holds. */
const inForce = (marks: readonly StandingMark[], { asOf, knownAt }: Moment): boolean =>
  marks
    .filter(({ on, recordedAt }) => on <= asOf && recordedAt <= knownAt)
    .reduce<StandingMark | undefined>((last, mark) => (last !== undefined && last.on > mark.on ? last : mark), undefined)?.begins === true;

/** Full, not suspended, vote not stopped, all on that day (MEM-03). */
function wasEntitled({ full, suspensions, stops }: MemberStandingRow, moment: Moment): boolean {
  const { asOf, knownAt } = moment;
  const fromOn = full.findLast(({ recordedAt }) => recordedAt <= knownAt)?.fromOn ?? null;
  return fromOn !== null && fromOn <= asOf && !inForce(suspensions, moment) && !inForce(stops, moment);
}

/** Who could vote in a branch then, by person. A branch has at most a few hundred. */
export async function entitledThen(kit: Kit, branchId: string, moment: Moment): Promise<readonly string[]> {
  const personIds = (await residents(kit, [branchId], moment)).map(({ personId }) => personId);
  const rows = await kit.rows(memberStanding).getMany(personIds);
  return personIds.filter((personId) => {
    const row = rows.get(personId);
    return row !== undefined && wasEntitled(row, moment);
  });
}
