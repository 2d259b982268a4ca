import * as operations from '@zhitong/catalogue/operations/groups.ts';
import { allRows } from '@zhitong/eventing';
import { answer, useCase, type ServiceEnv } from '@zhitong/platform';
import { groupsStream } from '../domain/groups/groups.stream.ts';
import { groupList, type GroupRow } from '../projections/group-list.projection.ts';
import { membership, standingOf } from '../projections/membership.projection.ts';
import { belongsOn, isPerson, roster } from '../projections/roster.projection.ts';
import { actorOf, today } from './actor.ts';
import { nodeOf } from './organization-rows.ts';

const setPartyGroup = useCase(operations.setPartyGroup, async ({ organizationId, groupId: known, headId, memberIds, name }, kit) => {
  await kit.allow({ organizationId });
  const { kind, state: organizationState } = nodeOf(kit.treeNow, organizationId);
  const people = await kit.rows(roster).getMany([...new Set([headId, ...memberIds])]);
  const belongs = (personId: string) => {
    const person = people.get(personId);
    return isPerson(person) && belongsOn(person, organizationId, today(kit));
  };
  const groupId = known ?? kit.newId('grp');
  const command = {
    type: 'SetGroup',
    organizationId,
    kind,
    organizationState,
    groupId,
    name,
    headId,
    memberIds,
    strangerIds: [headId, ...memberIds].filter((id) => !belongs(id)),
    headIsFull: standingOf(await kit.rows(membership).get(headId)) === 'full',
    byId: actorOf(kit).id,
  } as const;
  return kit.handle(groupsStream, organizationId, command, { receiptId: groupId });
});

const dissolvePartyGroup = useCase(operations.dissolvePartyGroup, async ({ organizationId, groupId }, kit) => {
  await kit.allow({ organizationId });
  return kit.handle(groupsStream, organizationId, { type: 'DissolveGroup', organizationId, groupId, byId: actorOf(kit).id }, { receiptId: groupId });
});

/** The groups of a branch that there are, by name. */
export function groupsOf(env: Pick<ServiceEnv, 'rows'>, organizationId: string): Promise<readonly GroupRow[]> {
  const query = { where: [{ field: 'organizationId', eq: organizationId }], orderBy: { field: 'name', direction: 'asc' }, limit: 200 } as const;
  return allRows((start) => env.rows(groupList).query({ ...query, ...start }));
}

/** As the log has them: the version, for If-Match, is of all groups of the branch, those that are gone as well. */
const partyGroups = answer(operations.partyGroups, async ({ organizationId }, kit) => {
  await kit.allow({ organizationId });
  const { state, version } = await kit.peek(groupsStream, organizationId);
  const items = Object.entries(state).map(([groupId, { name, headId = null, memberIds }]) => ({ groupId, name, headId, memberIds: [...memberIds] }));
  return { items: items.sort((one, other) => (one.name < other.name ? -1 : 1)), version, lagSeconds: 0 };
});

export const groupUseCases = [setPartyGroup, dissolvePartyGroup, partyGroups];
