import { ensure, ensureFiled } from '@zhitong/kernel';
import { isBranchKind, isCommitteeKind } from '@zhitong/catalogue';
import { ensureFounders } from './founding.ts';
import { authority, ensureNameFree, ensureNoCycle, ensureParent, ensurePlace, find, findLiving, findUnawaited, findWhole, mayStandBelow } from './structure.ts';
import type { ChangeApprovesMembers, Convert, Dissolve, LinkGuidance, Merge, Relocate, Split } from './tree.commands.ts';
import { ensureLasting } from './temporary.ts';
import type { TreeEvent } from './tree.evolve.ts';
import type { TreeState } from './tree-state.ts';

/** ORG-04: id, children and history stay. */
export function convert(tree: TreeState, { organizationId, kind, memberCount, effectiveOn, by, filing }: Convert): readonly TreeEvent[] {
  const organization = findLiving(tree, organizationId);
  const decision = authority(tree, organization, by);
  ensureFiled(effectiveOn, filing);
  ensureLasting(organization.kind, kind);
  ensure(kind !== organization.kind, 'KIND_UNCHANGED', 'It is of this kind already.');
  if (organization.lineParentId !== null) ensureParent(tree, organization.lineParentId, kind);
  ensure(organization.placeCode === null || isCommitteeKind(kind), 'KIND_NOT_ALLOWED', 'A leading organization stays a committee.', { kind });
  for (const childId of tree.lineChildren.get(organizationId, [])) {
    ensure(mayStandBelow(kind, find(tree, childId).kind), 'KIND_NOT_ALLOWED', 'An organization below may not stand below this kind.', {
      organizationId: childId,
      kind,
    });
  }
  ensure(isBranchKind(kind) || memberCount === 0, 'MEMBERS_UNASSIGNED', 'Every member needs another branch first.', { members: memberCount });
  return [
    {
      type: 'OrganizationKindChanged',
      data: { organizationId, fromKind: organization.kind, toKind: kind, ...decision, effectiveOn, lateReasonRef: filing.reasonRef },
    },
  ];
}

/** ORG-08: the place changes, the managing line stays. */
export function relocate(tree: TreeState, { organizationId, toPlaceId, effectiveOn, filing }: Relocate): readonly TreeEvent[] {
  const { placeParentId, level } = findLiving(tree, organizationId);
  ensure(placeParentId !== null, 'STATE_NOT_ALLOWED', 'The city stands in no other place.');
  ensureFiled(effectiveOn, filing);
  ensureNoCycle(tree, organizationId, toPlaceId, 'placeParentId');
  ensurePlace(tree, toPlaceId, level);
  if (toPlaceId === placeParentId) return [];
  return [{ type: 'PlaceChanged', data: { organizationId, fromParentId: placeParentId, toParentId: toPlaceId, effectiveOn, lateReasonRef: filing.reasonRef } }];
}

/** ORG-09: the guiding organization reads and addresses, it approves nothing. */
export function linkGuidance(tree: TreeState, { organizationId, guidingOrgId, by }: LinkGuidance): readonly TreeEvent[] {
  const organization = findLiving(tree, organizationId);
  authority(tree, organization, by);
  const guided = organization.guidingOrgId;
  if (guidingOrgId === undefined) return guided === null ? [] : [{ type: 'GuidanceUnlinked', data: { organizationId, guidingOrgId: guided } }];
  if (guidingOrgId === guided) return [];
  ensure(guidingOrgId !== organizationId, 'CYCLE', 'An organization does not guide itself.');
  const guiding = find(tree, guidingOrgId);
  ensure(guiding.state === 'active', 'PARENT_NOT_ACTIVE', 'The guiding organization is not active.', { parentId: guidingOrgId });
  ensure(isCommitteeKind(guiding.kind), 'KIND_NOT_ALLOWED', 'Only a committee guides.', { kind: guiding.kind });
  return [{ type: 'GuidanceLinked', data: { organizationId, guidingOrgId } }];
}

/** ORG-07. */
export function dissolve(tree: TreeState, { organizationId, reasonCode, memberCount, effectiveOn, by, filing }: Dissolve): readonly TreeEvent[] {
  const organization = findUnawaited(tree, organizationId);
  const decision = authority(tree, organization, by);
  ensureFiled(effectiveOn, filing);
  ensure(memberCount === 0, 'HAS_MEMBERS', 'It still has members.', { members: memberCount });
  ensureChildless(tree, organizationId);
  const successorId = organization.lineParentId ?? decision.approvingOrgId;
  return [{ type: 'OrganizationDissolved', data: { organizationId, successorId, reasonCode, ...decision, effectiveOn, lateReasonRef: filing.reasonRef } }];
}

function ensureChildless(tree: TreeState, organizationId: string): void {
  const below = (tree.lineChildren.get(organizationId)?.size ?? 0) + (tree.placeChildren.get(organizationId)?.size ?? 0);
  ensure(below === 0, 'HAS_CHILDREN', 'Live organizations stand below it.', { organizationId, children: below });
}

/** ORG-05: the mapping names each member exactly once and nobody else. */
function ensureMapping({ parts, members }: Split): void {
  const left = new Set(members.map(({ personId }) => personId));
  const named = new Set<string>();
  for (const personId of parts.flatMap(({ memberIds }) => memberIds)) {
    ensure(!named.has(personId), 'MEMBER_TWICE', 'A member is named twice.', { personId });
    named.add(personId);
    ensure(left.delete(personId), 'NOT_A_MEMBER', 'Somebody named is no member of it.', { personId });
  }
  ensure(left.size === 0, 'MEMBERS_UNASSIGNED', 'Every member needs a branch.', { members: left.size });
}

export function split(tree: TreeState, command: Split): readonly TreeEvent[] {
  const { organizationId, parts, members, effectiveOn, by, settings } = command;
  const source = findUnawaited(tree, organizationId);
  const { approvingOrgId, actedForId, approvedById } = authority(tree, source, by);
  ensureLasting(source.kind, ...parts.map(({ kind }) => kind));
  ensure(parts.length >= 2, 'TOO_FEW_PARTS', 'A split leads to two organizations or more.');
  const { lineParentId, placeParentId, sector } = source;
  ensure(source.placeCode === null && lineParentId !== null && placeParentId !== null, 'KIND_NOT_ALLOWED', 'A leading organization is not split.', {
    kind: source.kind,
  });
  ensureChildless(tree, organizationId);
  ensureMapping(command);
  const standing = new Map(members.map((member) => [member.personId, member]));
  const names = new Set<string>();
  for (const part of parts) {
    ensure(!tree.organizations.has(part.organizationId), 'ORGANIZATION_EXISTS', 'This organization exists already.');
    ensureParent(tree, lineParentId, part.kind);
    ensureNameFree(tree, lineParentId, part.name, part.organizationId);
    ensure(!names.has(part.name), 'NAME_TAKEN', 'Two parts have the same name.', { organizationId: part.organizationId });
    names.add(part.name);
    ensure(isBranchKind(part.kind) || part.memberIds.length === 0, 'KIND_NOT_ALLOWED', 'Only branches have members.', { kind: part.kind });
    ensureFounders(
      tree,
      part.kind,
      part.memberIds.flatMap((id) => standing.get(id) ?? []),
      settings.minFull,
    );
  }
  const inherited = { lineParentId, placeParentId, sector, guidingOrgId: source.guidingOrgId ?? undefined };
  const mapped = parts.map(({ memberIds, ...part }) => ({ ...part, memberIds: [...memberIds] }));
  return [{ type: 'SplitApproved', data: { organizationId, parts: mapped, approvingOrgId, actedForId, approvedById, effectiveOn, ...inherited } }];
}

/** ORG-06: sources take nothing new from now on; the last member's leaving dissolves them. */
export function merge(tree: TreeState, { organizationId, sourceIds, effectiveOn, by }: Merge): readonly TreeEvent[] {
  const survivor = findWhole(tree, organizationId);
  const decision = authority(tree, survivor, by);
  ensureLasting(survivor.kind);
  for (const sourceId of sourceIds) {
    const source = findWhole(tree, sourceId);
    authority(tree, source, by);
    ensure(sourceId !== organizationId, 'CYCLE', 'An organization does not merge into itself.');
    ensure(source.kind === survivor.kind, 'KIND_NOT_ALLOWED', 'Only organizations of the same kind merge.', { organizationId: sourceId, kind: source.kind });
    ensureChildless(tree, sourceId);
  }
  return [{ type: 'MergeApproved', data: { organizationId, sourceIds: [...new Set(sourceIds)], ...decision, effectiveOn } }];
}

export function changeApprovesMembers(tree: TreeState, { organizationId, approvesMembers, by }: ChangeApprovesMembers): readonly TreeEvent[] {
  const organization = findLiving(tree, organizationId);
  const { approvedById: changedById } = authority(tree, organization, by);
  ensure(isCommitteeKind(organization.kind), 'KIND_NOT_ALLOWED', 'Only a committee approves members.', { kind: organization.kind });
  if (organization.approvesMembers === approvesMembers) return [];
  return [{ type: 'ApprovesMembersChanged', data: { organizationId, approvesMembers, changedById } }];
}
