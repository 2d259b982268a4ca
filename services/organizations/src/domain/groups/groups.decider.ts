import { isBranchKind, isWorking, type OrganizationKind, type OrganizationState } from '@zhitong/catalogue';
import type { GroupsEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/groups_events.ts';
import { assertNever, ensure, Rejected, type Decider, type EventOf } from '@zhitong/kernel';

export type GroupsEvent = EventOf<GroupsEvents>;

export interface SetGroup {
  readonly type: 'SetGroup';
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly organizationState: OrganizationState;
  readonly groupId: string;
  readonly name: string;
  readonly headId: string;
  readonly memberIds: readonly string[];
  /** Of those named: who does not belong to the branch, and whether the head is a full member in good standing. */
  readonly strangerIds: readonly string[];
  readonly headIsFull: boolean;
  readonly byId: string;
}
export interface DissolveGroup {
  readonly type: 'DissolveGroup';
  readonly organizationId: string;
  readonly groupId: string;
  readonly byId: string;
}
/** Somebody has left the branch. */
export interface LeaveGroup {
  readonly type: 'LeaveGroup';
  readonly organizationId: string;
  readonly personId: string;
  readonly byId: string;
}
export type GroupsCommand = SetGroup | DissolveGroup | LeaveGroup;

interface Group {
  readonly name: string;
  readonly headId: string | undefined;
  readonly memberIds: readonly string[];
}
/** Live groups by id. */
type Groups = Readonly<Record<string, Group>>;

/** ORG-12. */
function set(groups: Groups, command: SetGroup): readonly GroupsEvent[] {
  const { organizationId, kind, organizationState, groupId, name, headId, strangerIds, headIsFull, byId } = command;
  ensure(isBranchKind(kind), 'KIND_NOT_ALLOWED', 'Only a branch has party groups.', { kind });
  ensure(isWorking(organizationState), 'STATE_NOT_ALLOWED', 'The branch is not active.', { state: organizationState });
  ensure(strangerIds.length === 0, 'NOT_A_MEMBER', 'Somebody is no member of this branch.', { personIds: strangerIds });
  ensure(headIsFull, 'NOT_FULL_MEMBER', 'A full member in good standing heads a group.', { personId: headId });
  const others = Object.entries(groups).filter(([id]) => id !== groupId);
  ensure(!others.some(([, other]) => other.name === name), 'NAME_TAKEN', 'Another group of the branch has this name.');
  const memberIds = [...new Set([headId, ...command.memberIds])];
  const taken = memberIds.filter((id) => others.some(([, other]) => other.memberIds.includes(id)));
  ensure(taken.length === 0, 'GROUP_TAKEN', 'Somebody is in another group already.', { personIds: taken });
  return [{ type: 'GroupSet', data: { organizationId, groupId, name, headId, memberIds, setById: byId } }];
}

function dissolve(groups: Groups, { organizationId, groupId, byId }: DissolveGroup): readonly GroupsEvent[] {
  const group = groups[groupId];
  if (group === undefined) throw new Rejected('NOT_FOUND', 'There is no such group.');
  return [{ type: 'GroupSet', data: { organizationId, groupId, name: group.name, memberIds: [], setById: byId } }];
}

function leave(groups: Groups, { organizationId, personId, byId: setById }: LeaveGroup): readonly GroupsEvent[] {
  return Object.entries(groups)
    .filter(([, { memberIds }]) => memberIds.includes(personId))
    .map(([groupId, { name, headId, memberIds }]) => {
      const left = memberIds.filter((id) => id !== personId);
      return { type: 'GroupSet', data: { organizationId, groupId, name, headId: headId === personId ? undefined : headId, memberIds: left, setById } };
    });
}

/** Party groups of one branch; a member is in one of them at most. */
export const groupsDecider: Decider<Groups, GroupsCommand, GroupsEvent> = {
  initial: {},
  decide(groups, command) {
    switch (command.type) {
      case 'SetGroup':
        return set(groups, command);
      case 'DissolveGroup':
        return dissolve(groups, command);
      case 'LeaveGroup':
        return leave(groups, command);
      default:
        return assertNever(command);
    }
  },
  evolve(groups, { data: { groupId, name, headId, memberIds } }) {
    if (memberIds.length > 0) return { ...groups, [groupId]: { name, headId, memberIds } };
    const { [groupId]: _dissolved, ...left } = groups;
    return left;
  },
};
