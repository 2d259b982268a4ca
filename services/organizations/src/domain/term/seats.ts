import { isBranchKind, type MoreSeatsReason, type OrganizationKind } from '@zhitong/catalogue';
import { ensure } from '@zhitong/kernel';

/** How many are elected, and by how many candidates. */
export interface Slate {
  readonly kind: OrganizationKind;
  /** Full members; a branch has a committee from {@link committeeFrom} on. */
  readonly fullMembers: number;
  readonly committeeFrom: number;
  readonly seats: number;
  readonly deputies: number;
  readonly candidates: number;
  /** Why there are more seats than usual. */
  readonly reasonCode?: MoreSeatsReason | undefined;
}

/** Usual seats, and the most that a reason permits. */
interface Range {
  readonly least: number;
  readonly usual: number;
  readonly most: number;
}
const rangeOf = ({ kind }: Slate): Range => {
  if (isBranchKind(kind)) return { least: 3, usual: 5, most: 7 };
  return { least: 5, usual: kind === 'generalBranch' ? 7 : 9, most: 9 };
};

const electsSecretaryOnly = ({ kind, fullMembers, committeeFrom }: Slate) => isBranchKind(kind) && fullMembers < committeeFrom;

/** ORG-19. @returns warnings. @throws {Rejected} `SEATS_OUT_OF_RANGE`, `REASON_REQUIRED`, `TOO_FEW_CANDIDATES` */
export function ensureSlate(slate: Slate): string[] {
  const { seats, deputies, candidates, reasonCode } = slate;
  if (electsSecretaryOnly(slate)) {
    ensure(seats === 1 + deputies && deputies <= 1, 'SEATS_OUT_OF_RANGE', 'A branch without a committee elects a secretary and at most one deputy.', {
      least: 1,
      most: 2,
    });
    ensure(candidates >= seats, 'TOO_FEW_CANDIDATES', 'There are fewer candidates than seats.', { seats, needed: seats });
    return [];
  }
  const { least, usual, most } = rangeOf(slate);
  ensure(seats >= least && seats <= most && deputies < seats, 'SEATS_OUT_OF_RANGE', 'The number of seats is not one the rule permits.', { least, most });
  ensure(seats <= usual || reasonCode !== undefined, 'REASON_REQUIRED', 'More seats than usual need a reason.', { usual });
  ensure(5 * (candidates - seats) >= seats, 'TOO_FEW_CANDIDATES', 'At least a fifth more candidates than seats.', {
    seats,
    needed: seats + Math.ceil(seats / 5),
  });
  return seats % 2 === 0 ? ['EVEN_SEATS'] : [];
}
