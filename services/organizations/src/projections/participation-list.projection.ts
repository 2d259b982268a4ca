import { participationKinds, type ParticipationKind } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, type Change } from '@zhitong/eventing';
import { factKey, type ParticipationEvent } from '../domain/participation/participation.decider.ts';
import { participationId } from '../domain/participation/participation.stream.ts';

interface CountedFact {
  readonly kind: ParticipationKind;
  readonly heldOn: string;
}
export interface ParticipationRow {
  readonly hostId: string;
  readonly partnerId: string;
  readonly year: string;
  /** By the fact that counts. */
  readonly facts: Readonly<Record<string, CountedFact>>;
}

const keyOf = ({ data: { organizationId, partnerId, periodCode: year } }: ParticipationEvent): string => participationId({ organizationId, partnerId, year });

function counted(event: Extract<ParticipationEvent, { type: 'ParticipationCounted' }>): Change<ParticipationRow> {
  const { organizationId: hostId, partnerId, periodCode: year, kindCode, heldOn } = event.data;
  const fact = { kind: participationKinds.parse(kindCode), heldOn };
  return { key: keyOf(event), fold: (row) => ({ hostId, partnerId, year, facts: { ...row?.facts, [factKey(event.data)]: fact } }) };
}

/** One row per year and two organizations, the one that held it and the one that took part. */
export const participationList = defineProjection<ParticipationRow>({
  name: 'participation-list',
  version: 1,
  indexes: [
    ['hostId', 'year', 'partnerId'],
    ['partnerId', 'year', 'hostId'],
  ],
  sources: [
    from<ParticipationEvent>(aggregates.organizations.participation)<ParticipationRow>({
      ParticipationCounted: counted,
      ParticipationReversed: (event) =>
        amend(keyOf(event), ({ facts, ...row }) => ({
          ...row,
          facts: Object.fromEntries(Object.entries(facts).filter(([key]) => key !== factKey(event.data))),
        })),
    }),
  ],
  announce: ({ hostId, partnerId }) => [`org:${hostId}`, `org:${partnerId}`],
});
