import { hasTerms, isCommitteeKind, type OrganizationKind } from '@zhitong/catalogue';
import { addMonths, Rejected } from '@zhitong/kernel';

/** Years of a term by the settings in force on its first day. */
export interface TermYears {
  readonly committee: number;
  readonly branch: number;
  readonly community: number;
}

/** What a term's length and seats hang on. */
export interface Organ {
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  /** Of a community, or below a community's committee. */
  readonly ofCommunity: boolean;
  readonly years: TermYears;
}

/** @throws {Rejected} `TEMPORARY_BRANCH`, `NO_TERM_KIND` */
export function ensureTerms({ kind }: Organ): void {
  if (hasTerms(kind)) return;
  if (kind === 'temporaryBranch') throw new Rejected('TEMPORARY_BRANCH', 'A temporary branch elects nobody.');
  throw new Rejected('NO_TERM_KIND', 'Organizations of this kind are appointed and have no term.', { kind });
}

/** ORG-16: a committee five years, branches three, all of them five in a community. */
export function termOf(
  { kind, ofCommunity, years }: Organ,
  startsOn: string,
): { readonly years: number; readonly startsOn: string; readonly expiresOn: string } {
  const length = ofCommunity ? years.community : isCommitteeKind(kind) ? years.committee : years.branch;
  return { years: length, startsOn, expiresOn: addMonths(startsOn, 12 * length) };
}
