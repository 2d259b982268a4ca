import { allRows } from '@zhitong/eventing';
import { actorIdOf, shanghaiDate } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import type { Actor, MemberFact, TreeSettings } from '../domain/tree/tree.commands.ts';
import { membership, membersIn, membersKey, standingOf } from '../projections/membership.projection.ts';

/** Who acts and for which organization. */
export const actorOf = ({ call: { subject } }: Kit): Actor => ({
  id: actorIdOf(subject),
  organizationId: subject.kind === 'person' ? subject.organizationId : null,
});

/** What a question that names no organization is about: the one acted for; the city for the system. */
export const actingOrganization = ({ call: { subject }, treeNow }: Kit): string =>
  subject.kind === 'person' ? subject.organizationId : (treeNow.path([...treeNow.nodes()][0]?.organizationId ?? '', 'line')[0] ?? '');

export const isSystem = (kit: Kit): boolean => kit.call.subject.kind === 'system';
export const today = (kit: Kit): string => shanghaiDate(kit.call.now);

/** Settings in force now for the organization an act is about. */
export function treeSettings(kit: Kit, organizationId: string): TreeSettings {
  const number = (key: string) => kit.settings.number(key, kit.call.now, organizationId);
  return {
    minFull: number('branch.minFull'),
    jointMaxUnits: number('joint.maxUnits'),
    approveDays: number('org.approveDays'),
    lineMoveDays: number('org.lineMoveDays'),
    temporaryMaxMonths: number('org.temporaryMaxMonths'),
  };
}

/** Standing of persons; accepted lag: that of the members' events, seconds. */
export async function memberFacts(kit: Kit, personIds: readonly string[]): Promise<readonly MemberFact[]> {
  const rows = await kit.rows(membership).getMany([...new Set(personIds)]);
  return [...new Set(personIds)].map((personId) => ({ personId, standing: standingOf(rows.get(personId)) }));
}

/** Everyone whose home branch it is. A branch above the limit is damage, not something to cut. */
export async function membersOf(kit: Kit, organizationId: string): Promise<readonly MemberFact[]> {
  const query = { where: [{ field: 'branchId', eq: organizationId }], limit: 1000 };
  const rows = await allRows((start) => kit.rows(membership).query({ ...query, ...start }));
  return rows.map((row) => ({ personId: row.personId, standing: standingOf(row) }));
}

/** Members of the organization itself: full, provisional and suspended. */
export async function memberCount(kit: Kit, organizationId: string): Promise<number> {
  return membersIn((await kit.rows(membership).tallies([membersKey(organizationId)])).get(membersKey(organizationId)));
}
