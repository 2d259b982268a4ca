import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, fromSome } from '@zhitong/eventing';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { sizeBands, sizeExceptionReasons, type SizeBand, type SizeExceptionReason } from '@zhitong/catalogue';
import type { SizeEvent } from '../domain/size/size.decider.ts';

export interface SizeException {
  readonly band: SizeBand;
  readonly reason: SizeExceptionReason;
  readonly reviewOn: string;
}
export interface SizeBandsRow {
  readonly organizationId: string;
  readonly outside: readonly SizeBand[];
  /** Of the bands it is outside of; what comes back inside is excepted no more. */
  readonly exceptions: readonly SizeException[];
  /** The day it began on after an approval; null for what was there before. */
  readonly foundedOn: string | null;
}

const blank = (organizationId: string): SizeBandsRow => ({ organizationId, outside: [], exceptions: [], foundedOn: null });

/** A reason from before there was a list is another. */
const reasonOf = (code: string): SizeExceptionReason => (sizeExceptionReasons.has(code) ? code : 'other');

/** Organizations that are or were outside their size bands, or were founded by an approval; tally `size/<id>` counts them by band. */
export const sizeBandList = defineProjection<SizeBandsRow>({
  name: 'size-bands',
  version: 3,
  indexes: [],
  sources: [
    from<SizeEvent>(aggregates.organizations.size)<SizeBandsRow>({
      SizeBandCrossed: ({ data: { organizationId, warnings } }) => ({
        key: organizationId,
        fold: (row) => {
          const known = row ?? blank(organizationId);
          const outside = warnings.map((band) => sizeBands.parse(band));
          return { ...known, outside, exceptions: known.exceptions.filter(({ band }) => outside.includes(band)) };
        },
      }),
      SizeExceptionGranted: ({ data: { organizationId, bandCode, reasonCode, reviewOn } }) =>
        amend<SizeBandsRow>(organizationId, (row) => ({
          ...row,
          exceptions: [...row.exceptions.filter(({ band }) => band !== bandCode), { band: sizeBands.parse(bandCode), reason: reasonOf(reasonCode), reviewOn }],
        })),
    }),
    fromSome<TreeEvent>(aggregates.organizations.tree)<SizeBandsRow>({
      OrganizationApproved: ({ data: { organizationId, effectiveOn } }) => ({
        key: organizationId,
        fold: (row) => ({ ...(row ?? blank(organizationId)), foundedOn: effectiveOn }),
      }),
    }),
  ],
  tallies: ({ organizationId, outside }) =>
    outside.length === 0 ? [] : [{ key: `size/${organizationId}`, amounts: Object.fromEntries(outside.map((band) => [band, 1])) }],
});
