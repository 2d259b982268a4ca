import { endOfDay } from '@zhitong/kernel';
import type { TodoEntry } from '@zhitong/catalogue/operations/inbox.ts';
import type { Kit } from '@zhitong/platform';
import { entryAbout } from './entry-about.ts';
import { termList, type TermListRow } from '../projections/term-list.projection.ts';

type Owed = Pick<TodoEntry, 'group' | 'action'>;

/** What the organization above owes to one below: a decision that waits, a letter or a call, an eye on what is overdue. */
function owedAbove({ terms: { term, election }, state, confirmed }: TermListRow): Owed | undefined {
  if (election !== null) {
    const decided = election.round > 0 && election.tiedIds.length === 0 && election.secretaryId !== null;
    return decided ? { group: 'waiting', action: 'approveElection' } : undefined;
  }
  if (term?.shift) return { group: 'waiting', action: 'approveShift' };
  if (state === 'dueSoon' && confirmed === null) return { group: 'waiting', action: 'remindOfElection' };
  return state === 'overdue' ? { group: 'unfinished', action: 'followUp' } : undefined;
}

const owesElection = (state: TermListRow['state']): boolean => state === 'dueSoon' || state === 'overdue' || state === 'awaitingFirst';

/** ORG-17: the end of a term concerns the organization itself and the one above it; an overdue one the two above. */
export async function termEntries(kit: Kit, organizationId: string): Promise<readonly TodoEntry[]> {
  const { treeNow } = kit;
  const below = treeNow.children(organizationId, 'line');
  const twoBelow = new Set(below.flatMap((id) => treeNow.children(id, 'line')));
  const rows = await kit.rows(termList).getMany([organizationId, ...below, ...twoBelow]);
  return [...rows.values()].flatMap((row) => {
    const owed = owedOf(row);
    if (owed === undefined) return [];
    return [entryAbout(kit, row.organizationId, { ...owed, subject: 'term', dueAt: endOfDay(row.dueOn) })];
  });

  function owedOf(row: TermListRow): Owed | undefined {
    if (row.organizationId === organizationId) return owesElection(row.state) ? { group: 'waiting', action: 'elect' } : undefined;
    const owed = owedAbove(row);
    return twoBelow.has(row.organizationId) && owed?.action !== 'followUp' ? undefined : owed;
  }
}
