import { assertNever, type Decider } from '@zhitong/kernel';
import { approve, noteLateApproval, refuse } from './approval.ts';
import { propose, register } from './founding.ts';
import { accept, release, requestMove, settleMove } from './line-move.ts';
import { changeApprovesMembers, convert, dissolve, linkGuidance, merge, relocate, split } from './restructure.ts';
import { evolve, type TreeEvent } from './tree.evolve.ts';
import type { TreeCommand } from './tree.commands.ts';
import { completeRestructure, openParts } from './complete-restructure.ts';
import { endTemporary, extend } from './temporary.ts';
import { emptyTree, type TreeState } from './tree-state.ts';

function decide(tree: TreeState, command: TreeCommand): readonly TreeEvent[] {
  switch (command.type) {
    case 'Register':
      return register(tree, command);
    case 'Propose':
      return propose(tree, command);
    case 'Approve':
      return approve(tree, command);
    case 'Refuse':
      return refuse(tree, command);
    case 'NoteLateApproval':
      return noteLateApproval(tree, command);
    case 'Convert':
      return convert(tree, command);
    case 'RequestMove':
      return requestMove(tree, command);
    case 'Release':
      return release(tree, command);
    case 'Accept':
      return accept(tree, command);
    case 'SettleMove':
      return settleMove(tree, command);
    case 'Relocate':
      return relocate(tree, command);
    case 'LinkGuidance':
      return linkGuidance(tree, command);
    case 'Dissolve':
      return dissolve(tree, command);
    case 'Extend':
      return extend(tree, command);
    case 'EndTemporary':
      return endTemporary(tree, command);
    case 'Split':
      return split(tree, command);
    case 'Merge':
      return merge(tree, command);
    case 'OpenParts':
      return openParts(tree, command);
    case 'CompleteRestructure':
      return completeRestructure(tree, command);
    case 'ChangeApprovesMembers':
      return changeApprovesMembers(tree, command);
    default:
      return assertNever(command);
  }
}

/** The structure of the whole city: cycles, seats, sibling names and children are invariants of all organizations together (ADR 0003). */
export const treeDecider: Decider<TreeState, TreeCommand, TreeEvent> = { initial: emptyTree, decide, evolve };
