import { addDays, ensure, ensureFiled, shanghaiDate } from '@zhitong/kernel';
import { ensureHome } from './home-branch.ts';
import { termsUntil } from './letter.ts';
import type { ReceiverCandidate, RequestTransfer, TakeInLetter } from './transfer.commands.ts';
import type { MemberEvent, MemberFact } from './member-event.ts';
import { isOpen, type Member, type Standing } from './member.state.ts';
import { ensureDates } from './membership.ts';
import { ensureNotHeld } from './transfer-receiver.ts';
import { branchWord } from './transfer-sender.ts';

type Home = Extract<Standing, { status: 'member' }>;

function ensureFree({ transfer }: Member, held: boolean): void {
  ensure(!isOpen(transfer), 'TRANSFER_OPEN', 'Another transfer of this person is under way.', isOpen(transfer) ? { transferId: transfer.transferId } : {});
  ensureNotHeld(held);
}

/** @throws {Rejected} `NOT_TRANSFERABLE` */
export function ensureTransferable({ standing }: Member): Home {
  ensure(standing.status === 'member' && !standing.suspended, 'NOT_TRANSFERABLE', 'Only a member in good standing is transferred.', {
    status: standing.status,
  });
  return standing;
}

function ensureReceiver(receiver: ReceiverCandidate | undefined): ReceiverCandidate {
  ensure(receiver !== undefined, 'DESTINATION_REQUIRED', 'A transfer inside the city names the receiving committee.');
  ensure(receiver.active, 'PARENT_NOT_ACTIVE', 'The receiving committee is not active.', { organizationId: receiver.organizationId });
  ensure(receiver.approvesMembers, 'KIND_NOT_ALLOWED', 'The receiving organization may not approve members.', { organizationId: receiver.organizationId });
  return receiver;
}

/** Inside one committee the branch is known from the start; elsewhere the receiver may choose another. */
function destinationOf(home: Home, command: RequestTransfer): Pick<MemberFact<'TransferRequested'>['data'], 'toCommitteeId' | 'toBranchId' | 'destinationRef'> {
  const { kind, receiver, branch, destinationRef, fromCommitteeId } = command;
  if (kind === 'outOfCity' || kind === 'outOfProvince') {
    ensure(destinationRef !== undefined, 'DESTINATION_REQUIRED', 'A transfer out of the city says where to.');
    return { destinationRef };
  }
  if (branch) {
    ensureHome(branch);
    ensure(branch.organizationId !== home.branchId, 'ALREADY_IN_BRANCH', 'The member is in this branch already.', { branchId: home.branchId });
  }
  const toBranchId = branch && { toBranchId: branch.organizationId };
  if (kind === 'sameCommittee') {
    ensure(branch !== undefined, 'DESTINATION_REQUIRED', 'A transfer inside one committee names the branch.');
    return { toCommitteeId: fromCommitteeId, ...toBranchId };
  }
  const { organizationId } = ensureReceiver(receiver);
  ensure(organizationId !== fromCommitteeId, 'SAME_COMMITTEE', 'Inside one committee the kind is sameCommittee.');
  return { toCommitteeId: organizationId, ...toBranchId };
}

/** Step 1; the branch's own request may hold its word, step 2 (MEM-17). */
export function request(member: Member, command: RequestTransfer): readonly MemberEvent[] {
  const home = ensureTransferable(member);
  ensureFree(member, command.held);
  const { personId, transferId, kind, origin, byPersonId, fromCommitteeId, issuerId, duesPaidTo, at, settings } = command;
  const requested: MemberEvent = {
    type: 'TransferRequested',
    data: {
      personId,
      transferId,
      kind,
      originCode: origin,
      fromBranchId: home.branchId,
      fromCommitteeId,
      issuerId: issuerId === fromCommitteeId ? undefined : issuerId,
      ...destinationOf(home, command),
      requestedById: byPersonId,
      requestedAt: at,
      branchDueOn: addDays(shanghaiDate(at), settings.branchDays),
    },
  };
  const word = origin === 'branch' && duesPaidTo !== undefined;
  return word ? [requested, branchWord({ ...command, duesPaidTo }, undefined)] : [requested];
}

/** A person from outside: the process begins with the outside letter, the membership here with the arrival (MEM-18). */
export function takeInLetter(member: Member, command: TakeInLetter): readonly MemberEvent[] {
  const { standing } = member;
  const { personId, transferId, at, settings, receiver, originRef, letterIssuedOn, letterValidUntilOn, letterNumber, duesPaidTo } = command;
  const back = standing.status === 'ended' && standing.endKind === 'movedOut';
  ensure(standing.status === 'unknown' || back, 'DUPLICATE_PERSON', 'This person is registered already.');
  ensureFree(member, command.held);
  const today = shanghaiDate(at);
  ensureDates(command);
  ensure(letterValidUntilOn >= letterIssuedOn, 'PERIOD_INVALID', 'The letter ends before it begins.', { letterIssuedOn, letterValidUntilOn });
  ensureFiled(letterIssuedOn, { at, backdateDays: settings.outOfProvinceMaxDays, fromAbove: false });
  ensure(today <= letterValidUntilOn, 'LETTER_EXPIRED', 'The letter is no longer valid.', { validUntil: letterValidUntilOn });
  const { kind, joinedOn, fullFromOn } = command;
  const arrival = { kind, joinedOn, fullFromOn };
  return [
    {
      type: 'TransferRequested',
      data: {
        personId,
        transferId,
        kind: 'intoCity',
        originCode: 'committee',
        toCommitteeId: ensureReceiver(receiver).organizationId,
        destinationRef: originRef,
        requestedById: command.byPersonId,
        requestedAt: at,
        branchDueOn: today,
        arrival,
      },
    },
    {
      type: 'LetterIssued',
      data: {
        personId,
        transferId,
        letterNumber,
        duesPaidTo,
        ...termsUntil(letterIssuedOn, letterValidUntilOn, today, settings),
      },
    },
  ];
}
