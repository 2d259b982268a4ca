import { hasTerms, isBranchKind, type OrganizationKind, type ReviewGround } from '@zhitong/catalogue';
import { addDays, addMonths } from '@zhitong/kernel';
import type { Terms } from '../term/term-state.ts';

/** The two whole quarters before a day. */
export function lastTwoQuarters(day: string): { readonly fromOn: string; readonly untilOn: string } {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const quarterOn = `${year}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
  return { fromOn: addMonths(quarterOn, -6), untilOn: addDays(quarterOn, -1) };
}

/** An organization as a review sees it. */
export interface Reviewed {
  readonly kind: OrganizationKind;
  readonly outsideBands: boolean;
  readonly members: number;
  /** Days on which its members met in the two quarters; null when it was not there, or no branch, for the whole of them. */
  readonly metDays: number | null;
  readonly terms: Terms | undefined;
}

/** A term that has not run out, or the time for the first election that has not. */
function isInTerm(terms: Terms | undefined, day: string): boolean {
  const last = terms?.term?.expiresOn ?? terms?.firstDueOn ?? null;
  return last !== null && last >= day;
}

/** ORG-10: what stands out about an organization on a day. Members of a temporary branch are at home elsewhere. */
export function groundsOf({ kind, outsideBands, members, metDays, terms }: Reviewed, day: string): readonly ReviewGround[] {
  const found: readonly (readonly [ReviewGround, boolean])[] = [
    ['sizeBand', outsideBands],
    ['noMembers', isBranchKind(kind) && kind !== 'temporaryBranch' && members === 0],
    ['noMeeting', metDays === 0],
    ['noRunningTerm', hasTerms(kind) && !isInTerm(terms, day)],
  ];
  return found.flatMap(([ground, yes]) => (yes ? [ground] : []));
}
