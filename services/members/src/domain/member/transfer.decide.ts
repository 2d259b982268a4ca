import { assertNever, ensure } from '@zhitong/kernel';
import type { FollowSurvivor, TickTransfer, TransferCommand } from './transfer.commands.ts';
import type { MemberEvent } from './member-event.ts';
import { evolveMember } from './member.evolve.ts';
import { isOpen, type Member, type OpenTransfer } from './member.state.ts';
import { appeal, decideAppeal } from './transfer-appeal.ts';
import { nextTick, tickEvent } from './transfer-clock.ts';
import { accept, arrive, nameBranch, sendBack } from './transfer-receiver.ts';
import { approve, confirmByBranch, issueLetter, linkReceipt, refuse, reissue, withdraw } from './transfer-sender.ts';

/** Who may be where: the state table of requirements 3.3, one line an act. */
const allowed = {
  ConfirmByBranch: ['requested'],
  ApproveTransfer: ['requested'],
  RefuseTransfer: ['requested', 'senderApproved'],
  DecideAppeal: ['appealed'],
  IssueLetter: ['senderApproved'],
  AcceptTransfer: ['letterIssued'],
  ReturnTransfer: ['letterIssued'],
  NameBranch: ['accepted'],
  ConfirmArrival: ['accepted'],
  ReissueLetter: ['returned', 'expired'],
  WithdrawTransfer: ['requested', 'senderApproved', 'letterIssued', 'returned', 'expired', 'appealed'],
  LinkExternalReceipt: ['letterIssued', 'expired'],
} as const satisfies Record<Exclude<TransferCommand['type'], 'AppealTransfer' | 'FollowSurvivor' | 'TickTransfer'>, readonly OpenTransfer['step'][]>;

/** The transfer at one of the steps an act is for. @throws {Rejected} `STATE_NOT_ALLOWED` elsewhere. */
function at<Step extends OpenTransfer['step']>({ transfer }: Member, transferId: string, steps: readonly Step[]): Extract<OpenTransfer, { step: Step }> {
  ensure(transfer?.transferId === transferId, 'NOT_FOUND', 'This is not the transfer of this person.', { transferId });
  const isHere = (one: typeof transfer): one is Extract<OpenTransfer, { step: Step }> => isOpen(one) && steps.some((step) => step === one.step);
  ensure(isHere(transfer), 'STATE_NOT_ALLOWED', 'The transfer is at another step.', { step: transfer.step });
  return transfer;
}

/** Everything missed is recorded in order with its scheduled time; a stale tick records nothing. */
function tick(member: Member, command: TickTransfer): readonly MemberEvent[] {
  const events: MemberEvent[] = [];
  let now = member;
  for (let due = next(now, command); due !== undefined; due = next(now, command)) {
    const event = tickEvent(due, command);
    events.push(event);
    now = evolveMember(now, event);
  }
  return events;
}

function next({ transfer }: Member, { transferId, at: now }: TickTransfer) {
  const due = transfer?.transferId === transferId ? nextTick(transfer) : undefined;
  return due !== undefined && due.dueAt <= now ? due : undefined;
}

function follow({ transfer }: Member, { personId, transferId, organizationId, survivorId }: FollowSurvivor): readonly MemberEvent[] {
  if (!isOpen(transfer) || transfer.transferId !== transferId) return [];
  const { fromBranchId, fromCommitteeId, issuerId, toCommitteeId, toBranchId } = transfer;
  const upperId = transfer.step === 'appealed' ? transfer.upperId : null;
  const concerned = [fromBranchId, fromCommitteeId, issuerId, toCommitteeId, toBranchId, upperId].includes(organizationId);
  return concerned ? [{ type: 'TransferFollowed', data: { personId, transferId, organizationId, survivorId } }] : [];
}

/** Decides on one step of the process in 8.1. */
export function decideTransfer(member: Member, command: TransferCommand): readonly MemberEvent[] {
  const id = command.transferId;
  switch (command.type) {
    case 'ConfirmByBranch':
      return confirmByBranch(at(member, id, allowed.ConfirmByBranch), command);
    case 'ApproveTransfer':
      return approve(at(member, id, allowed.ApproveTransfer), command);
    case 'RefuseTransfer':
      return refuse(at(member, id, allowed.RefuseTransfer), command);
    case 'AppealTransfer':
      return appeal(member, command);
    case 'DecideAppeal':
      return decideAppeal(at(member, id, allowed.DecideAppeal), command);
    case 'IssueLetter':
      return issueLetter(at(member, id, allowed.IssueLetter), command);
    case 'AcceptTransfer':
      return accept(at(member, id, allowed.AcceptTransfer), command);
    case 'ReturnTransfer':
      at(member, id, allowed.ReturnTransfer);
      return sendBack(command);
    case 'NameBranch':
      return nameBranch(member, at(member, id, allowed.NameBranch), command);
    case 'ConfirmArrival':
      return arrive(member, at(member, id, allowed.ConfirmArrival), command);
    case 'ReissueLetter':
      return reissue(at(member, id, allowed.ReissueLetter), command);
    case 'WithdrawTransfer':
      return withdraw(at(member, id, allowed.WithdrawTransfer), command);
    case 'LinkExternalReceipt':
      return linkReceipt(member, at(member, id, allowed.LinkExternalReceipt), command);
    case 'FollowSurvivor':
      return follow(member, command);
    case 'TickTransfer':
      return tick(member, command);
    default:
      return assertNever(command);
  }
}
