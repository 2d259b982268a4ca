import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from } from '@zhitong/eventing';
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
}

/** A reason from before there was a list is another. */
const reasonOf = (code: string): SizeExceptionReason => (sizeExceptionReasons.has(code) ? code : 'other');

/** Organizations outside their size bands; tally `size/<id>` counts them by band. */
export const sizeBandList = defineProjection<SizeBandsRow>({
  name: 'size-bands',
  version: 2,
  indexes: [],
  sources: [
    from<SizeEvent>(aggregates.organizations.size)<SizeBandsRow>({
      SizeBandCrossed: ({ data: { organizationId, warnings } }) => ({
        key: organizationId,
        fold: (row) => {
          const outside = warnings.map((band) => sizeBands.parse(band));
          return { organizationId, outside, exceptions: row?.exceptions.filter(({ band }) => outside.includes(band)) ?? [] };
        },
      }),
      SizeExceptionGranted: ({ data: { organizationId, bandCode, reasonCode, reviewOn } }) =>
        amend<SizeBandsRow>(organizationId, (row) => ({
          ...row,
          exceptions: [...row.exceptions.filter(({ band }) => band !== bandCode), { band: sizeBands.parse(bandCode), reason: reasonOf(reasonCode), reviewOn }],
        })),
    }),
  ],
  tallies: ({ organizationId, outside }) =>
    outside.length === 0 ? [] : [{ key: `size/${organizationId}`, amounts: Object.fromEntries(outside.map((band) => [band, 1])) }],
});
