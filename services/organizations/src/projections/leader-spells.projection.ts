import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, type Recorded } from '@zhitong/eventing';
import type { LeaderSpell } from '../domain/leader/leader-spells.ts';
import type { LeaderEvent } from '../domain/leader/leader.decider.ts';

export interface LeaderSpellsRow {
  readonly personId: string;
  readonly organizationId: string;
  readonly spells: readonly LeaderSpell[];
}

const keyOf = ({ data: { organizationId, personId } }: Recorded<LeaderEvent>): string => `${organizationId}/${personId}`;

/** One row per leader and list with all times on it, for a day in the past. */
export const leaderSpells = defineProjection<LeaderSpellsRow>({
  name: 'leader-spells',
  version: 1,
  indexes: [['organizationId'], ['personId']],
  sources: [
    from<LeaderEvent>(aggregates.organizations.leader)<LeaderSpellsRow>({
      LeaderListed: (event) => {
        const { personId, organizationId, listedOn } = event.data;
        const spell = { organizationId, listedOn, recordedAt: event.recordedAt, delistedOn: null, closedAt: null };
        return { key: keyOf(event), fold: (row) => ({ personId, organizationId, spells: [...(row?.spells ?? []), spell] }) };
      },
      LeaderDelisted: (event) => {
        const { delistedOn } = event.data;
        const end = (spell: LeaderSpell) => (spell.delistedOn === null ? { ...spell, delistedOn, closedAt: event.recordedAt } : spell);
        return { key: keyOf(event), fold: (row) => (row === null ? row : { ...row, spells: row.spells.map(end) }) };
      },
    }),
  ],
});
