import { endOfDay } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { termList, type TermListRow } from '../projections/term-list.projection.ts';

interface TermEntry {
  readonly group: 'waiting' | 'unfinished';
  readonly action: 'elect' | 'remindOfElection' | 'approveShift' | 'approveElection' | 'followUp';
  readonly subject: 'term';
  /** Of the organization whose term it is. */
  readonly id: string;
  readonly title: string;
  readonly topicCode: null;
  readonly otherOrganizationId: string;
  readonly dueAt: string;
  readonly overdue: boolean;
}

/** What the organization above owes to one below: a decision that waits, a letter or a call, an eye on what is overdue. */
function owedAbove({ terms: { term, election }, state, confirmed }: TermListRow): Pick<TermEntry, 'group' | 'action'> | undefined {
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
export async function termEntries(kit: Kit, organizationId: string): Promise<readonly TermEntry[]> {
  const { treeNow } = kit;
  const below = treeNow.children(organizationId, 'line');
  const twoBelow = new Set(below.flatMap((id) => treeNow.children(id, 'line')));
  const rows = await kit.rows(termList).getMany([organizationId, ...below, ...twoBelow]);
  return [...rows.values()].flatMap((row) => {
    const owed = owedOf(row);
    if (owed === undefined) return [];
    const title = treeNow.node(row.organizationId)?.name ?? row.organizationId;
    const dueAt = endOfDay(row.dueOn);
    const entry = { subject: 'term', id: row.organizationId, title, topicCode: null, otherOrganizationId: row.organizationId } as const;
    return [{ ...owed, ...entry, dueAt, overdue: dueAt < kit.call.now }];
  });

  function owedOf(row: TermListRow): Pick<TermEntry, 'group' | 'action'> | undefined {
    if (row.organizationId === organizationId) return owesElection(row.state) ? { group: 'waiting', action: 'elect' } : undefined;
    const owed = owedAbove(row);
    return twoBelow.has(row.organizationId) && owed?.action !== 'followUp' ? undefined : owed;
  }
}
