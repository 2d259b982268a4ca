import { isBranchKind, isCommitteeKind, type Sector, type StaffingDuty } from '@zhitong/catalogue';
import { staffFor } from '@zhitong/kernel';
import { leads, type Subject } from './attributes.ts';

/** What decides about the people an organization has to have for party work. */
export interface Staffed extends Subject {
  /** Below the committee of the city's agencies 市直机关工委. */
  readonly onAgencyLine: boolean;
  /** Full and provisional members of itself and of everything below, without those suspended. */
  readonly members: number;
}
export interface StaffingLimits {
  readonly minPct: number;
  readonly maxPct: number;
  readonly bigCommittee: number;
}
export interface Needed {
  readonly least: number;
  readonly most: number;
}

const units: ReadonlySet<Sector> = new Set<Sector>(['agency', 'institution', 'soe']);

/** Committees that are asked for a full-time leader once they are big. */
export const mayBeBig = ({ kind, sector }: Pick<Subject, 'kind' | 'sector'>): boolean =>
  kind === 'regionalCommittee' || (isCommitteeKind(kind) && sector === 'socialOrg');

/** ORG-28; A33, N6. Organizations that lead a place are no unit with staff of its own. */
export function dutyOf(subject: Staffed, { bigCommittee }: StaffingLimits): StaffingDuty | null {
  const { kind, sector, leadsPlace, onAgencyLine, members } = subject;
  if (leadsPlace) return leads(subject, 'street') ? 'partyBuildingDeputy' : null;
  if (mayBeBig(subject)) return members >= bigCommittee ? 'fullTimeLeader' : null;
  if (isBranchKind(kind)) return kind !== 'temporaryBranch' && sector === 'agency' && onAgencyLine ? 'halfTimeCadre' : null;
  return units.has(sector) ? 'fullTimeWorkers' : null;
}

/** One for each duty, but a share of the staff rounded up for full-time workers: null while the staff is not known. */
export function neededFor(duty: StaffingDuty, staff: number | undefined, { minPct, maxPct }: StaffingLimits): Needed | null {
  if (duty !== 'fullTimeWorkers') return { least: 1, most: 1 };
  return staff === undefined ? null : { least: staffFor(staff, minPct), most: staffFor(staff, maxPct) };
}
