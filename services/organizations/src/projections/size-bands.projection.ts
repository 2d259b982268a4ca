import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, ignore, put } from '@zhitong/eventing';
import { sizeBands, type SizeBand } from '@zhitong/catalogue';
import type { SizeEvent } from '../domain/size/size.decider.ts';

export interface SizeBandsRow {
  readonly organizationId: string;
  readonly outside: readonly SizeBand[];
}

/** Organizations outside their size bands; tally `size/<id>` counts them by band. */
export const sizeBandList = defineProjection<SizeBandsRow>({
  name: 'size-bands',
  version: 1,
  indexes: [],
  sources: [
    from<SizeEvent>(aggregates.organizations.size)({
      SizeBandCrossed: ({ data: { organizationId, warnings } }) =>
        put(organizationId, { organizationId, outside: warnings.map((band) => sizeBands.parse(band)) }),
      SizeExceptionGranted: ignore,
    }),
  ],
  tallies: ({ organizationId, outside }) =>
    outside.length === 0 ? [] : [{ key: `size/${organizationId}`, amounts: Object.fromEntries(outside.map((band) => [band, 1])) }],
});
