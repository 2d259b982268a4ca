import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromSome, type Change, type Recorded } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import type { TermEvent } from '../domain/term/term-state.ts';
import type { TermSpell } from '../domain/term/term-spells.ts';

export interface TermSpellsRow {
  readonly organizationId: string;
  readonly spells: readonly TermSpell[];
}

function started({ data, recordedAt }: Recorded<TermEvent, 'TermStarted'>): Change<TermSpellsRow> {
  const { organizationId, termId, startsOn, expiresOn: on } = data;
  const spell = { termId, startsOn, recordedAt, expiries: [{ on, decidedOn: startsOn, recordedAt }] };
  return { key: organizationId, fold: (row) => ({ organizationId, spells: [...(row?.spells ?? []), spell] }) };
}

function shifted({ data, occurredAt, recordedAt }: Recorded<TermEvent, 'TermShiftApproved'>): Change<TermSpellsRow> {
  const expiry = { on: data.toOn, decidedOn: shanghaiDate(occurredAt), recordedAt };
  const end = (spell: TermSpell) => (spell.termId === data.termId ? { ...spell, expiries: [...spell.expiries, expiry] } : spell);
  return { key: data.organizationId, fold: (row) => (row === null ? row : { ...row, spells: row.spells.map(end) }) };
}

/** One row per organization with all its terms, for a day in the past: read by id. */
export const termSpells = defineProjection<TermSpellsRow>({
  name: 'term-spells',
  version: 1,
  indexes: [],
  sources: [fromSome<TermEvent>(aggregates.organizations.term)<TermSpellsRow>({ TermStarted: started, TermShiftApproved: shifted })],
});
