import { reserveAttributes, type ReserveAttribute, type ReserveState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, ignore, type Recorded } from '@zhitong/eventing';
import type { Moment } from '@zhitong/platform';
import { isInReserve, stateAfter, type ReservesEvent } from '../domain/reserves/reserves.decider.ts';

/** Where somebody stood from a day on, until the next. */
interface Stood {
  readonly state: ReserveState;
  readonly fromOn: string;
  readonly recordedAt: string;
}
export interface ReserveRow {
  readonly organizationId: string;
  readonly personId: string;
  readonly state: ReserveState;
  readonly attributes: readonly ReserveAttribute[];
  readonly listedOn: string;
  readonly changedOn: string;
  /** Listed or trained. */
  readonly live: boolean;
  /** In order; who is listed once more goes on in the same row. */
  readonly history: readonly Stood[];
}

/** Of what was on record by then, the last that had begun. */
export const stateAt = ({ history }: ReserveRow, { asOf, knownAt }: Moment): ReserveState | undefined =>
  history.findLast(({ fromOn, recordedAt }) => fromOn <= asOf && recordedAt <= knownAt)?.state;

const keyOf = ({ organizationId, personId }: { readonly organizationId: string; readonly personId: string }) => `${organizationId}|${personId}`;

const changed = ({ type, data, recordedAt }: Recorded<ReservesEvent, 'ReserveCadreTrained' | 'ReserveCadreAppointed' | 'ReserveCadreWithdrawn'>) => {
  const state = stateAfter(type);
  return amend<ReserveRow>(keyOf(data), (row) => ({
    ...row,
    state,
    changedOn: data.effectiveOn,
    live: isInReserve(state),
    history: [...row.history, { state, fromOn: data.effectiveOn, recordedAt }],
  }));
};

/** One row per person who is, or was, in reserve for a community. */
export const reserveList = defineProjection<ReserveRow>({
  name: 'reserve-list',
  version: 2,
  indexes: [
    ['organizationId', 'listedOn'],
    ['personId', 'live'],
  ],
  sources: [
    from<ReservesEvent>(aggregates.organizations.reserves)<ReserveRow>({
      ReserveCadreListed: ({ data, recordedAt }) => ({
        key: keyOf(data),
        fold: (row) => ({
          organizationId: data.organizationId,
          personId: data.personId,
          state: 'listed',
          attributes: data.attributeCodes.map((code) => reserveAttributes.parse(code)),
          listedOn: data.effectiveOn,
          changedOn: data.effectiveOn,
          live: true,
          history: [...(row?.history ?? []), { state: 'listed', fromOn: data.effectiveOn, recordedAt }],
        }),
      }),
      ReserveCadreTrained: changed,
      ReserveCadreAppointed: changed,
      ReserveCadreWithdrawn: changed,
      ReserveRatioBreached: ignore,
    }),
  ],
  announce: ({ organizationId }) => [`org:${organizationId}`],
});
