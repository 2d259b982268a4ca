import { shanghaiDate } from '@zhitong/kernel';
import type { CompleteRestructure, OpenParts } from './tree.commands.ts';
import type { TreeEvent } from './tree.evolve.ts';
import { successorOf, type Restructure, type TreeState } from './tree-state.ts';

/** An approved merge or split whose day has come; undefined when there is none, or it is done. */
function dueRestructure(tree: TreeState, { organizationId, at }: OpenParts | CompleteRestructure): Restructure | undefined {
  const organization = tree.organizations.get(organizationId);
  const waits = organization?.state === 'merging' || organization?.state === 'underReview';
  const { restructure } = organization ?? {};
  return waits && restructure !== undefined && restructure.effectiveOn <= shanghaiDate(at) ? restructure : undefined;
}

/** ORG-05: members can only move into organizations that are active. */
export function openParts(tree: TreeState, command: OpenParts): readonly TreeEvent[] {
  const restructure = dueRestructure(tree, command);
  if (restructure === undefined) return [];
  const { intoIds, effectiveOn, ...decision } = restructure;
  return intoIds
    .filter((id) => tree.organizations.get(id)?.state === 'proposed')
    .map((organizationId) => ({ type: 'OrganizationApproved', data: { organizationId, ...decision, effectiveOn } }));
}

/** nothing is shown as done before the last member has moved; what was open goes to the survivor or the first part. */
export function completeRestructure(tree: TreeState, command: CompleteRestructure): readonly TreeEvent[] {
  const { organizationId, at } = command;
  const restructure = dueRestructure(tree, command);
  if (restructure === undefined) return [];
  const { intoIds, effectiveOn: _approvedFor, ...decision } = restructure;
  const [intoId] = intoIds.filter((id) => tree.organizations.get(id)?.state !== 'proposed');
  if (intoId === undefined) return [];
  // A survivor may have merged on before the last member of its source could move.
  const successorId = successorOf(tree, intoId);
  return [{ type: 'OrganizationDissolved', data: { organizationId, successorId, reasonCode: 'membersMoved', ...decision, effectiveOn: shanghaiDate(at) } }];
}
