import type { DutyState } from '@zhitong/catalogue';
import { defineProjection, drop, from, put, type Change } from '@zhitong/eventing';
import { leaderLifeId } from '../domain/leader/leader.stream.ts';
import type { LeaderLifeEvent } from '../domain/leader/leader-life.decider.ts';
import type { LeaderEvent } from '../domain/leader/leader.decider.ts';

export interface LeaderListRow {
  readonly personId: string;
  readonly organizationId: string;
  readonly listedOn: string;
}

/** One row per leader who is on a list. */
export const leaderList = defineProjection<LeaderListRow>({
  name: 'leader-list',
  version: 1,
  indexes: [['organizationId', 'listedOn']],
  sources: [
    from<LeaderEvent>(
      'organizations',
      'leader',
    )<LeaderListRow>({
      LeaderListed: ({ data: { personId, organizationId, listedOn } }) => put(personId, { personId, organizationId, listedOn }),
      LeaderDelisted: ({ data: { personId } }) => drop(personId),
    }),
  ],
});

type Occasions = Readonly<Record<string, { readonly there: boolean; readonly lectured: boolean }>>;
export interface LeaderYearRow {
  readonly state: DutyState;
  readonly warned: boolean;
  readonly occasions: Occasions;
}

const amended = (
  { personId, periodCode }: { readonly personId: string; readonly periodCode: string },
  fields: Partial<LeaderYearRow>,
): Change<LeaderYearRow> => ({
  key: leaderLifeId(personId, periodCode),
  fold: (row) => ({ state: 'open', warned: false, occasions: {}, ...row, ...fields }),
});

/** One row per leader and year of which something is known. */
export const leaderYears = defineProjection<LeaderYearRow>({
  name: 'leader-years',
  version: 1,
  indexes: [],
  sources: [
    from<LeaderLifeEvent>(
      'organizations',
      'leaderlife',
    )<LeaderYearRow>({
      LeaderOccasionNoted: ({ data }) => {
        const { key } = amended(data, {});
        const { occasionId, attended, lectured } = data;
        return {
          key,
          fold: (row) => {
            const before = row ?? { state: 'open', warned: false, occasions: {} };
            return { ...before, occasions: { ...before.occasions, [occasionId]: { there: attended || lectured, lectured } } };
          },
        };
      },
      LeaderLifeWarned: ({ data }) => amended(data, { warned: true }),
      LeaderLifeMet: ({ data }) => amended(data, { state: 'met' }),
      LeaderLifeMissed: ({ data }) => amended(data, { state: 'missed' }),
    }),
  ],
});

export function leaderCounts(occasions: Occasions): { readonly attended: number; readonly lectures: number } {
  const there = Object.values(occasions).filter((occasion) => occasion.there);
  return { attended: there.length, lectures: there.filter(({ lectured }) => lectured).length };
}
