import { addDays, ensure, shanghaiDate } from '@zhitong/kernel';
import { ensureHome } from './home-branch.ts';
import type { AcceptTransfer, ApproveTransfer, ConfirmArrival, NameBranch, ReturnTransfer } from './transfer.commands.ts';
import type { MemberEvent } from './member-event.ts';
import type { Member, OpenTransfer } from './member.state.ts';

type AtStep<Step> = Extract<OpenTransfer, { step: Step }>;

/** Days in which the sender decides what to do with a letter that came back. */
export const backDays = 15;

const ensureInside = (transfer: OpenTransfer): string => {
  ensure(transfer.toCommitteeId !== null, 'STATE_NOT_ALLOWED', 'The receiver stands outside the city.', { kind: transfer.kind });
  return transfer.toCommitteeId;
};

/** Step 4, positive: the time to assign begins. */
export function acceptance(transfer: OpenTransfer, { personId, transferId, at, settings }: AcceptTransfer | ApproveTransfer): MemberEvent {
  const today = shanghaiDate(at);
  return {
    type: 'TransferAccepted',
    data: {
      personId,
      transferId,
      committeeId: ensureInside(transfer),
      acceptedAt: at,
      assignDueOn: addDays(today, settings.assignDays),
      lapseDueOn: addDays(today, settings.lapseDays),
    },
  };
}

export function accept(transfer: AtStep<'letterIssued'>, command: AcceptTransfer): readonly MemberEvent[] {
  const { validUntilOn } = transfer.letter;
  ensure(shanghaiDate(command.at) <= validUntilOn, 'LETTER_EXPIRED', 'The letter is no longer valid.', { validUntil: validUntilOn });
  return [acceptance(transfer, command)];
}

/** Step 4, negative; also what an outside receiver sends back (MEM-20). */
export function sendBack({ personId, transferId, cause, reasonRef, at }: ReturnTransfer): readonly MemberEvent[] {
  ensure(cause !== undefined, 'CAUSE_REQUIRED', 'A letter is returned only with a cause.');
  const backDueOn = addDays(shanghaiDate(at), backDays);
  return [{ type: 'TransferReturned', data: { personId, transferId, causeCode: cause, reasonRef, returnedAt: at, backDueOn } }];
}

/** Step 5: the member stays where it is until the arrival. */
export function nameBranch(
  member: Member,
  transfer: AtStep<'accepted'>,
  { personId, transferId, branch, belowReceiver, at }: NameBranch,
): readonly MemberEvent[] {
  ensureNotLapsed(transfer, at);
  ensureHome(branch);
  ensure(belowReceiver, 'OUT_OF_SCOPE', 'The branch does not belong to the receiving committee.', { branchId: branch.organizationId });
  ensureElsewhere(member, branch.organizationId);
  if (transfer.toBranchId === branch.organizationId) return [];
  return [{ type: 'TransferBranchNamed', data: { personId, transferId, branchId: branch.organizationId, namedAt: at } }];
}

/** The hold itself stands in the flags of the person; who decides brings it along (MEM-19). */
export function ensureNotHeld(held: boolean): void {
  ensure(!held, 'AUTHORITY_HOLD', 'An authorised body holds transfers of this person.');
}

/** On the day after its time a transfer has lapsed, whether or not the clock has recorded it yet. */
function ensureNotLapsed({ lapseDueOn }: AtStep<'accepted'>, at: string): void {
  ensure(shanghaiDate(at) <= lapseDueOn, 'STATE_NOT_ALLOWED', 'The transfer has lapsed; it is back with the sender.', { lapseDueOn });
}

function ensureElsewhere({ standing }: Member, branchId: string): void {
  ensure(standing.status !== 'member' || standing.branchId !== branchId, 'ALREADY_IN_BRANCH', 'The member is in this branch already.', { branchId });
}

/** Step 6, the only moment of change: the old branch is left and the new one joined in one event (MEM-20). */
export function arrive(member: Member, transfer: AtStep<'accepted'>, command: ConfirmArrival): readonly MemberEvent[] {
  const { personId, transferId, branch, forBranch, reasonRef, at } = command;
  const branchId = branch.organizationId;
  ensureNotHeld(command.held);
  ensureNotLapsed(transfer, at);
  ensure(transfer.toBranchId === branchId, 'STATE_NOT_ALLOWED', 'Another branch is named for this transfer.', { branchId: transfer.toBranchId });
  ensureHome(branch);
  ensureElsewhere(member, branchId);
  ensure(!forBranch || reasonRef !== undefined, 'REASON_REQUIRED', 'The committee confirms for the branch only with a reason.');
  const { standing } = member;
  return [
    ...registration(transfer, personId),
    {
      type: 'BranchAssigned',
      data: {
        personId,
        branchId,
        causeCode: 'transfer',
        transferId,
        assignedOn: shanghaiDate(at),
        fromBranchId: standing.status === 'member' ? standing.branchId : undefined,
        actedForId: forBranch ? branchId : undefined,
        reasonRef,
      },
    },
  ];
}

function registration({ arrival }: OpenTransfer, personId: string): readonly MemberEvent[] {
  if (arrival === null) return [];
  const { kind, joinedOn, fullFromOn } = arrival;
  return [{ type: 'MemberRegistered', data: { personId, sourceCode: 'transferIn', kind, joinedOn, fullFromOn: fullFromOn ?? undefined } }];
}
