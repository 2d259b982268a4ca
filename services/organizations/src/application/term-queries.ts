import * as operations from '@zhitong/catalogue/operations/terms.ts';
import type { TermRow } from '@zhitong/catalogue/operations/terms.ts';
import type { TermState, View } from '@zhitong/catalogue';
import { eachRow, type Condition } from '@zhitong/eventing';
import { addMonths, Rejected } from '@zhitong/kernel';
import { answer, readableBelow, type Kit } from '@zhitong/platform';
import { termList, type TermListRow } from '../projections/term-list.projection.ts';
import { actingOrganization, today } from './actor.ts';
import { idOf, nodeOf, pageInMemory } from './organization-rows.ts';

interface Asked {
  readonly organizationId: string;
  readonly view: View;
  readonly state?: TermState | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueUntil?: string | undefined;
}
type Known = TermListRow & { readonly state: TermState };
const isKnown = (row: TermListRow): row is Known => row.state !== null;

/** So many organizations are read by their keys; a larger subtree in the order of days. */
const fewOrganizations = 1000;

/** What of a subtree ends when, soonest first. */
async function termsOf(kit: Kit, { organizationId, view, state, dueFrom = '', dueUntil = '9999-12-31' }: Asked): Promise<readonly Known[]> {
  const ids = new Set(readableBelow(kit, organizationId, view));
  const rows = kit.rows(termList);
  const wanted = (row: TermListRow): row is Known =>
    isKnown(row) && ids.has(row.organizationId) && (state === undefined || row.state === state) && row.dueOn >= dueFrom && row.dueOn <= dueUntil;
  if (ids.size <= fewOrganizations) {
    const key = ({ dueOn, organizationId: id }: Known) => `${dueOn} ${id}`;
    return [...(await rows.getMany([...ids])).values()].filter(wanted).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  }
  const found: Known[] = [];
  const where: Condition[] = [...(state === undefined ? [] : [{ field: 'state', eq: state }]), { field: 'dueOn', gte: dueFrom, lte: dueUntil }];
  const query = { where, orderBy: { field: 'dueOn', direction: 'asc' }, limit: 1000 } as const;
  for await (const row of eachRow((start) => rows.query({ ...query, ...start }))) if (wanted(row)) found.push(row);
  return found;
}

function electionOf({ terms: { election }, called }: Known): TermRow['election'] {
  if (election === null || called === null) return null;
  const { lastBallotOn: _last, electedIds, tiedIds, deputyIds, ...rest } = election;
  const { candidateIds, warnings, ...plan } = called;
  return {
    ...rest,
    ...plan,
    candidateIds: [...candidateIds],
    warnings: [...warnings],
    electedIds: [...electedIds],
    tiedIds: [...tiedIds],
    deputyIds: [...deputyIds],
  };
}

function shown(kit: Kit, row: Known): TermRow {
  const { organizationId, terms, state, dueOn, startsOn, years, shiftedFromOn, shiftReasonCode, fewerSeatsReason, confirmed, past } = row;
  const { name: organizationName, kind, level } = nodeOf(kit.treeNow, organizationId);
  const { shift = null, reminded = [] } = terms.term ?? {};
  return {
    organizationId,
    organizationName,
    kind,
    level,
    state,
    dueOn,
    startsOn,
    years,
    fewerSeatsReason,
    shiftedFromOn,
    shiftRequest: shift && { ...shift, reasonCode: shiftReasonCode ?? '' },
    remindedDaysBefore: reminded.length === 0 ? null : Math.min(...reminded),
    confirmed,
    election: electionOf(row),
    past: [...past],
  };
}

const listTerms = answer(operations.listTerms, async ({ organizationId: asked, limit, cursor, ...filters }, kit) => {
  const organizationId = asked ?? actingOrganization(kit);
  await kit.allow({ organizationId });
  const { page, ...rest } = pageInMemory(await termsOf(kit, { organizationId, ...filters }), idOf, limit, cursor);
  return { items: page.map((row) => shown(kit, row)), ...rest, lagSeconds: kit.rows(termList).lagSeconds() };
});

const getTerm = answer(operations.getTerm, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  const row = await kit.rows(termList).get(organizationId);
  if (row === undefined || !isKnown(row)) throw new Rejected('NOT_FOUND', 'No term is entered for this organization.');
  return shown(kit, row);
});

const termCalendar = answer(operations.termCalendar, async ({ organizationId, view }, kit) => {
  await kit.allow({ organizationId });
  const terms = await termsOf(kit, { organizationId, view });
  const first = `${today(kit).slice(0, 7)}-01`;
  const months = Array.from({ length: 12 }, (_, index) => addMonths(first, index).slice(0, 7));
  const count = (wanted: TermState) => terms.filter(({ state }) => state === wanted).length;
  return {
    months: months.map((month) => ({ month, ending: terms.filter(({ dueOn }) => dueOn.startsWith(month)).length })),
    dueSoon: count('dueSoon'),
    overdue: count('overdue'),
    awaitingFirst: count('awaitingFirst'),
    lagSeconds: kit.rows(termList).lagSeconds(),
  };
});

export const termQueries = [listTerms, getTerm, termCalendar];
