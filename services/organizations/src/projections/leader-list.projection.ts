import type { DutyState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, drop, from, put, type Change } from '@zhitong/eventing';
import type { Moment } from '@zhitong/platform';
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
    from<LeaderEvent>(aggregates.organizations.leader)<LeaderListRow>({
      LeaderListed: ({ data: { personId, organizationId, listedOn } }) => put(personId, { personId, organizationId, listedOn }),
      LeaderDelisted: ({ data: { personId } }) => drop(personId),
    }),
  ],
});

/** What was told of an occasion; told again when it is put right. */
interface Word {
  readonly heldOn: string;
  readonly recordedAt: string;
  readonly there: boolean;
  readonly lectured: boolean;
}
type Occasions = Readonly<Record<string, readonly Word[]>>;
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
  version: 2,
  indexes: [],
  sources: [
    from<LeaderLifeEvent>(aggregates.organizations.leaderlife)<LeaderYearRow>({
      LeaderOccasionNoted: ({ data, recordedAt }) => {
        const { key } = amended(data, {});
        const { occasionId, heldOn, attended, lectured } = data;
        const word = { heldOn, recordedAt, there: attended || lectured, lectured };
        return {
          key,
          fold: (row) => {
            const before: LeaderYearRow = row ?? { state: 'open', warned: false, occasions: {} };
            const told = before.occasions[occasionId] ?? [];
            return { ...before, occasions: { ...before.occasions, [occasionId]: [...told, word] } };
          },
        };
      },
      LeaderLifeWarned: ({ data }) => amended(data, { warned: true }),
      LeaderLifeMet: ({ data }) => amended(data, { state: 'met' }),
      LeaderLifeMissed: ({ data }) => amended(data, { state: 'missed' }),
    }),
  ],
});

/** Times in the own branch by then, those with a lecture among them, as far as known by an instant. */
export function leaderCounts(occasions: Occasions, { asOf, knownAt }: Moment): { readonly attended: number; readonly lectures: number } {
  const standing = Object.values(occasions).flatMap((words) => words.filter((word) => word.heldOn <= asOf && word.recordedAt <= knownAt).at(-1) ?? []);
  const there = standing.filter((word) => word.there);
  return { attended: there.length, lectures: there.filter(({ lectured }) => lectured).length };
}
