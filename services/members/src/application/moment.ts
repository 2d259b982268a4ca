import { ensureNotAhead } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { notYet } from '../projections/transfer-path.projection.ts';
import { todayOf } from './persons.ts';

/** A day, and what was on record by an instant: the two cuts of a question by date (0.3). */
export interface Moment {
  readonly asOf: string;
  readonly knownAt: string;
}

/** Today and everything known, where nothing else is asked. @throws {Rejected} `FUTURE_DATED` */
export function momentOf(kit: Kit, asked: { readonly asOf?: string | undefined; readonly knownAt?: string | undefined }): Moment {
  const { asOf = todayOf(kit), knownAt } = asked;
  ensureNotAhead(asOf, kit.call.now);
  return { asOf, knownAt: knownAt === undefined ? notYet : new Date(knownAt).toISOString() };
}
