import { reserveAttributes, type ReserveAttribute, type ReserveState } from '@zhitong/catalogue';
import { amend, defineProjection, from, ignore, put, type Recorded } from '@zhitong/eventing';
import { isInReserve, stateAfter, type ReservesEvent } from '../domain/reserves/reserves.decider.ts';

export interface ReserveRow {
  readonly organizationId: string;
  readonly personId: string;
  readonly state: ReserveState;
  readonly attributes: readonly ReserveAttribute[];
  readonly listedOn: string;
  readonly changedOn: string;
  /** Listed or trained. */
  readonly live: boolean;
}

export const reservesKey = (organizationId: string): string => `reserves/${organizationId}`;
const keyOf = ({ organizationId, personId }: { readonly organizationId: string; readonly personId: string }) => `${organizationId}|${personId}`;

const changed = ({ type, data }: Recorded<ReservesEvent, 'ReserveCadreTrained' | 'ReserveCadreAppointed' | 'ReserveCadreWithdrawn'>) => {
  const state = stateAfter(type);
  return amend<ReserveRow>(keyOf(data), (row) => ({ ...row, state, changedOn: data.effectiveOn, live: isInReserve(state) }));
};

/** One row per person in reserve for a community; tally `reserves/<id>` counts the live ones and the trained among them. */
export const reserveList = defineProjection<ReserveRow>({
  name: 'reserve-list',
  version: 1,
  indexes: [
    ['organizationId', 'listedOn'],
    ['personId', 'live'],
  ],
  sources: [
    from<ReservesEvent>(
      'organizations',
      'reserves',
    )<ReserveRow>({
      ReserveCadreListed: ({ data }) =>
        put(keyOf(data), {
          organizationId: data.organizationId,
          personId: data.personId,
          state: 'listed',
          attributes: data.attributeCodes.map((code) => reserveAttributes.parse(code)),
          listedOn: data.effectiveOn,
          changedOn: data.effectiveOn,
          live: true,
        }),
      ReserveCadreTrained: changed,
      ReserveCadreAppointed: changed,
      ReserveCadreWithdrawn: changed,
      ReserveRatioBreached: ignore,
    }),
  ],
  tallies: ({ organizationId, state, live }) => (live ? [{ key: reservesKey(organizationId), amounts: { live: 1, [state]: 1 } }] : []),
  announce: ({ organizationId }) => [`org:${organizationId}`],
});
