import type { OrganizationKind } from '@zhitong/catalogue';
import { addDays, addMonths, ensure, shanghaiDate } from '@zhitong/kernel';
import { authority, findLiving } from './structure.ts';
import type { EndTemporary, Extend, Propose } from './tree.commands.ts';
import type { TreeEvent } from './tree.evolve.ts';
import type { Organization, TreeState } from './tree-state.ts';

interface End {
  readonly endsOn: string;
  readonly after: string;
  readonly at: string;
  readonly settings: Extend['settings'];
}

/** Whenever a last day is set it lies ahead, and no further than the longest time a temporary branch is given at once. */
function ensureWithin({ endsOn, after, at, settings }: End): void {
  const latest = addMonths(shanghaiDate(at), settings.temporaryMaxMonths);
  const sentence = `The last day of a temporary branch lies after ${after}, and not after ${latest}.`;
  ensure(endsOn > after && endsOn <= latest, 'END_DATE_OUT_OF_RANGE', sentence, { after, latest });
}

/** ORG-11: a temporary branch (临时党支部) is founded with its last day. */
export function ensureEnd({ kind, endsOn, at, settings }: Pick<Propose, 'kind' | 'endsOn' | 'at' | 'settings'>): void {
  ensure((kind === 'temporaryBranch') === (endsOn !== undefined), 'END_DATE_MISMATCH', 'A temporary branch, and only that, has an end date.');
  if (endsOn !== undefined) ensureWithin({ endsOn, after: shanghaiDate(at), at, settings });
}

/** A temporary branch is founded for its time and ends with it: nothing becomes one, and it becomes nothing else. */
export function ensureLasting(...kinds: readonly OrganizationKind[]): void {
  const lasting = kinds.every((kind) => kind !== 'temporaryBranch');
  ensure(lasting, 'TEMPORARY_BRANCH', 'A temporary branch is proposed with its end date; it is not converted, split or merged.');
}

/** Decided too late for what it was proposed for. */
export function ensureNotOver({ endsOn }: Organization, at: string): void {
  ensure(endsOn === undefined || endsOn >= shanghaiDate(at), 'DATE_PASSED', 'The last day of the branch has passed.', { endsOn: endsOn ?? null });
}

/** ORG-11: who decides on it above lets it go on, at most as long at once as a new one may. */
export function extend(tree: TreeState, { organizationId, endsOn, by, at, settings }: Extend): readonly TreeEvent[] {
  const branch = findLiving(tree, organizationId);
  const decision = authority(tree, branch, by);
  const fromEndsOn = branch.endsOn;
  ensure(fromEndsOn !== undefined, 'END_DATE_MISMATCH', 'A temporary branch, and only that, has an end date.');
  ensureNotOver(branch, at);
  if (endsOn === fromEndsOn) return [];
  ensureWithin({ endsOn, after: fromEndsOn, at, settings });
  return [{ type: 'TemporaryBranchExtended', data: { organizationId, fromEndsOn, endsOn, ...decision } }];
}

/** ORG-11: the day after its last one it is dissolved, whenever the clock comes by; what was open passes to the organization above. */
export function endTemporary(tree: TreeState, { organizationId, by, at }: EndTemporary): readonly TreeEvent[] {
  const branch = tree.organizations.get(organizationId);
  const { endsOn, state, lineParentId: successorId } = branch ?? {};
  if (branch === undefined || endsOn === undefined || successorId == null || state !== 'active' || endsOn >= shanghaiDate(at)) return [];
  const dissolved = { organizationId, successorId, reasonCode: 'temporaryEnded', ...authority(tree, branch, by), effectiveOn: addDays(endsOn, 1) };
  return [
    { type: 'TemporaryBranchEnded', data: { organizationId, endsOn } },
    { type: 'OrganizationDissolved', data: dissolved },
  ];
}
