import { deadlineInDays, ensure, Rejected, shanghaiDate, startOfDay } from '@zhitong/kernel';
import { lineWarnings } from './founding.ts';
import { ensureNameFree, ensureNoCycle, ensureParent, find, findLiving } from './structure.ts';
import type { Accept, Actor, Release, RequestMove, SettleMove } from './tree.commands.ts';
import { evolve, type TreeEvent } from './tree.evolve.ts';
import { stands, type Organization, type PendingMove, type TreeState } from './tree-state.ts';

/** What must hold when a move is asked for, and again when it takes effect: the tree may have changed in between. */
function ensureMovable(tree: TreeState, organization: Organization, toParentId: string): void {
  const { organizationId, kind, name } = organization;
  ensureNoCycle(tree, organizationId, toParentId, 'lineParentId');
  ensureParent(tree, toParentId, kind);
  ensureNameFree(tree, toParentId, name, organizationId);
}

/** ORG-08: release and acceptance are due by the same deadline; until then the old line stays. */
export function requestMove(tree: TreeState, command: RequestMove): readonly TreeEvent[] {
  const { organizationId, toParentId, effectiveOn, reasonCode, by, at, settings } = command;
  const organization = findLiving(tree, organizationId);
  const { lineParentId, placeParentId, kind, sector, placeCode } = organization;
  ensure(lineParentId !== null && placeParentId !== null, 'STATE_NOT_ALLOWED', 'The city stands below nothing.');
  ensure(organization.move === undefined, 'MOVE_PENDING', 'Another change of the managing line is on its way.', { dueAt: organization.move?.dueAt ?? null });
  ensure(toParentId !== lineParentId, 'LINE_UNCHANGED', 'It stands on this line already.');
  ensureMovable(tree, organization, toParentId);
  const placing = { kind, sector, placeCode: placeCode ?? undefined, lineParentId: toParentId, placeParentId };
  const warnings = [...lineWarnings(tree, placing, reasonCode)];
  const dueAt = deadlineInDays(at, settings.lineMoveDays);
  return [
    {
      type: 'LineMoveRequested',
      data: { organizationId, fromParentId: lineParentId, toParentId, effectiveOn, dueAt, requestedById: by.id, reasonCode, warnings },
    },
  ];
}

function findMove(tree: TreeState, { organizationId, at }: Release | Accept): PendingMove {
  const { move } = find(tree, organizationId);
  ensure(move !== undefined, 'STATE_NOT_ALLOWED', 'No change of the managing line is on its way.');
  ensure(at <= move.dueAt, 'LINE_NOT_AGREED', 'The time to agree is over; the old line stays.', { dueAt: move.dueAt });
  return move;
}

/** The parent itself or one above it on the line decides for it. */
function ensureActsFor(tree: TreeState, parentId: string, by: Actor): void {
  const acts = by.organizationId === null || stands(tree, parentId, by.organizationId, 'lineParentId');
  ensure(acts, 'OUT_OF_SCOPE', 'Another organization decides this.', { organizationId: parentId });
}

export function release(tree: TreeState, command: Release): readonly TreeEvent[] {
  const { organizationId, by, at } = command;
  const move = findMove(tree, command);
  ensureActsFor(tree, move.fromParentId, by);
  if (move.releasedById !== undefined) return [];
  ensure(by.id !== move.acceptedById, 'SELF_APPROVAL', 'The same person cannot release and accept.');
  return agreed(tree, { type: 'LineMoveReleased', data: { organizationId, parentId: move.fromParentId, releasedById: by.id } }, at);
}

export function accept(tree: TreeState, command: Accept): readonly TreeEvent[] {
  const { organizationId, by, at } = command;
  const move = findMove(tree, command);
  ensureActsFor(tree, move.toParentId, by);
  if (move.acceptedById !== undefined) return [];
  ensure(by.id !== move.releasedById, 'SELF_APPROVAL', 'The same person cannot release and accept.');
  return agreed(tree, { type: 'LineMoveAccepted', data: { organizationId, parentId: move.toParentId, acceptedById: by.id } }, at);
}

/** The second word lets the move take effect at once when its day has come; what stands against it refuses the word. */
function agreed(tree: TreeState, word: Extract<TreeEvent, { type: 'LineMoveReleased' | 'LineMoveAccepted' }>, at: string): readonly TreeEvent[] {
  const { move } = find(evolve(tree, word), word.data.organizationId);
  if (!due(move, at)) return [word];
  const today = shanghaiDate(at);
  return [word, takeEffect(tree, word.data.organizationId, move, move.effectiveOn > today ? move.effectiveOn : today)];
}

const due = (move: PendingMove | undefined, at: string): move is PendingMove =>
  move?.releasedById !== undefined && move.acceptedById !== undefined && startOfDay(move.effectiveOn) <= at;

function takeEffect(tree: TreeState, organizationId: string, { fromParentId, toParentId }: PendingMove, effectiveOn: string): TreeEvent {
  ensureMovable(tree, findLiving(tree, organizationId), toParentId);
  return { type: 'ManagingLineChanged', data: { organizationId, fromParentId, toParentId, effectiveOn } };
}

const lapsed = (organizationId: string, { toParentId }: PendingMove, causeCode: string): TreeEvent => ({
  type: 'LineMoveLapsed',
  data: { organizationId, toParentId, causeCode, warnings: [causeCode] },
});

/** Clock-driven: an agreed move of which the day has come takes effect, or ends with what stands against it; one that was not agreed lapses. */
export function settleMove(tree: TreeState, { organizationId, at }: SettleMove): readonly TreeEvent[] {
  const move = tree.organizations.get(organizationId)?.move;
  if (move === undefined) return [];
  const both = move.releasedById !== undefined && move.acceptedById !== undefined;
  if (!both) return at > move.dueAt ? [lapsed(organizationId, move, 'LINE_NOT_AGREED')] : [];
  if (!due(move, at)) return [];
  try {
    return [takeEffect(tree, organizationId, move, move.effectiveOn)];
  } catch (refusal) {
    if (refusal instanceof Rejected) return [lapsed(organizationId, move, refusal.code)];
    throw refusal;
  }
}
