import { addDays, addMonths, endOfDay, ensure, ensureFiled, shanghaiDate } from '@zhitong/kernel';
import { detachFromAll } from './attachment.ts';
import { letterNumber, letterTerms } from './letter.ts';
import type {
  ApproveTransfer,
  ConfirmByBranch,
  IssueLetter,
  LinkExternalReceipt,
  RefuseTransfer,
  ReissueLetter,
  WithdrawTransfer,
} from './transfer.commands.ts';
import type { MemberEvent } from './member-event.ts';
import type { Member, OpenTransfer, Standing, Transfer } from './member.state.ts';
import { ensureMember } from './membership.ts';
import { acceptance } from './transfer-receiver.ts';

type AtStep<Step> = Extract<OpenTransfer, { step: Step }>;
const leavesCity = ({ kind }: Transfer) => kind === 'outOfCity' || kind === 'outOfProvince';

/** The last month that can be due is the one before. */
const inArrears = (duesPaidTo: string, today: string) => duesPaidTo < addMonths(`${today.slice(0, 7)}-01`, -1).slice(0, 7);

/** Step 2. Arrears never stop a transfer, they are noted (MEM-19). */
export function branchWord(
  { personId, transferId, duesPaidTo, at, settings }: Pick<ConfirmByBranch, 'personId' | 'transferId' | 'duesPaidTo' | 'at' | 'settings'>,
  actedForId: string | undefined,
): MemberEvent {
  const today = shanghaiDate(at);
  ensure(duesPaidTo <= addMonths(today, 12).slice(0, 7), 'FUTURE_DATED', 'Dues are not paid that far ahead.', { duesPaidTo });
  return {
    type: 'TransferBranchConfirmed',
    data: {
      personId,
      transferId,
      duesPaidTo,
      actedForId,
      confirmedAt: at,
      approveDueOn: addDays(today, settings.approveDays),
      warnings: inArrears(duesPaidTo, today) ? ['DUES_ARREARS'] : [],
    },
  };
}

export function confirmByBranch(transfer: AtStep<'requested'>, command: ConfirmByBranch): readonly MemberEvent[] {
  ensure(transfer.approveDueOn === null, 'STATE_NOT_ALLOWED', 'The branch has given its word.');
  const { forBranch, at } = command;
  const from = addDays(transfer.branchDueOn, 1);
  ensure(!forBranch || at > endOfDay(transfer.branchDueOn), 'STATE_NOT_ALLOWED', 'The committee may act for the branch once its time has passed.', { from });
  return [branchWord(command, forBranch ? (transfer.fromBranchId ?? undefined) : undefined)];
}

/** Step 3: whoever asked does not approve; inside one committee no letter is needed (MEM-18). */
export function approve(transfer: AtStep<'requested'>, command: ApproveTransfer): readonly MemberEvent[] {
  const { personId, transferId, byPersonId, actedForId, at } = command;
  ensure(transfer.approveDueOn !== null, 'STATE_NOT_ALLOWED', 'The branch has not given its word yet.', { missing: 'branchWord' });
  ensure(transfer.requestedById !== byPersonId, 'SELF_APPROVAL', 'Whoever asked for a transfer does not approve it.');
  const approved: MemberEvent = {
    type: 'TransferApproved',
    data: { personId, transferId, approvedById: byPersonId, approvedAt: at, actedForId },
  };
  if (transfer.kind === 'sameCommittee') return [approved, acceptance(transfer, command)];
  return transfer.issuerId === null ? [approved, firstLetter(transfer, command)] : [approved];
}

export function refuse({ appealRef }: Transfer, command: RefuseTransfer): readonly MemberEvent[] {
  const { personId, transferId, cause, reasonRef, byPersonId, organizationId, at } = command;
  ensure(appealRef === null, 'STATE_NOT_ALLOWED', 'A refusal of this transfer was overruled.');
  ensure(cause !== undefined, 'CAUSE_REQUIRED', 'A transfer is refused only with a cause.');
  return [{ type: 'TransferRefused', data: { personId, transferId, causeCode: cause, reasonRef, refusedAt: at, refusedById: byPersonId, organizationId } }];
}

const issuerOf = ({ issuerId, fromCommitteeId }: Transfer): string => {
  const issuer = issuerId ?? fromCommitteeId;
  ensure(issuer !== null, 'STATE_NOT_ALLOWED', 'The letter of an outside organization is issued outside.');
  return issuer;
};

function firstLetter(transfer: OpenTransfer, { personId, transferId, letterDays, at, settings }: ApproveTransfer | IssueLetter): MemberEvent {
  const issuerId = issuerOf(transfer);
  const terms = letterTerms(transfer.kind, shanghaiDate(at), letterDays, settings);
  return {
    type: 'LetterIssued',
    data: {
      personId,
      transferId,
      issuerId,
      letterNumber: letterNumber(issuerId, terms.issuedOn, transferId, 1),
      ...terms,
      duesPaidTo: transfer.duesPaidTo ?? undefined,
    },
  };
}

export const issueLetter = (transfer: AtStep<'senderApproved'>, command: IssueLetter): readonly MemberEvent[] => [firstLetter(transfer, command)];

/** Step 7: at most two new letters, each with a reason (MEM-21). */
export function reissue(transfer: AtStep<'returned' | 'expired'>, command: ReissueLetter): readonly MemberEvent[] {
  const { personId, transferId, letterDays, reasonRef, at, settings } = command;
  ensure(transfer.letters <= settings.maxReissue, 'REISSUE_LIMIT', 'No further letter can be issued for this transfer.', { maxReissue: settings.maxReissue });
  ensure(reasonRef !== undefined, 'REASON_REQUIRED', 'A new letter needs a reason.');
  const issuerId = issuerOf(transfer);
  const terms = letterTerms(transfer.kind, shanghaiDate(at), letterDays, settings);
  const number = letterNumber(issuerId, terms.issuedOn, transferId, transfer.letters + 1);
  return [{ type: 'LetterReissued', data: { personId, transferId, issuerId, letterNumber: number, ordinal: transfer.letters, reasonRef, ...terms } }];
}

/** An appeal is the member's: the side that refused does not end it. */
export function withdraw({ step }: OpenTransfer, { personId, transferId, origin, at }: WithdrawTransfer): readonly MemberEvent[] {
  ensure(step !== 'appealed' || origin === 'member', 'STATE_NOT_ALLOWED', 'An appeal is withdrawn by the member only.', { step });
  return [{ type: 'TransferWithdrawn', data: { personId, transferId, originCode: origin, withdrawnAt: at } }];
}

type Home = Extract<Standing, { status: 'member' }>;

/** Step 8: only receipt and record together let the membership leave the city; a late receipt of a timely acceptance counts (MEM-21). */
export function linkReceipt(member: Member, transfer: AtStep<'letterIssued' | 'expired'>, command: LinkExternalReceipt): readonly MemberEvent[] {
  const { personId, transferId, receiptNumber, recordNumber, acceptedOn, filing, at } = command;
  const home: Home = ensureMember(member);
  ensure(leavesCity(transfer), 'STATE_NOT_ALLOWED', 'Inside the city the receipt is automatic.', { kind: transfer.kind });
  ensure(receiptNumber !== undefined && recordNumber !== undefined, 'EXTERNAL_RECEIPT_MISSING', 'Both the receipt and the provincial record are needed.');
  const { issuedOn, validUntilOn } = transfer.letter;
  const today = shanghaiDate(at);
  ensureFiled(acceptedOn, filing);
  ensure(acceptedOn >= issuedOn && acceptedOn <= validUntilOn, 'LETTER_EXPIRED', 'It was accepted outside the validity of the letter.', {
    issuedOn,
    validUntil: validUntilOn,
  });
  return [
    { type: 'ExternalReceiptLinked', data: { personId, transferId, receiptNumber, recordNumber, acceptedOn, lateReasonRef: filing.reasonRef } },
    { type: 'TransferEnded', data: { personId, transferId, causeCode: 'movedOut', endedOn: today } },
    ...detachFromAll(member, personId, today),
    { type: 'MembershipEnded', data: { personId, kind: 'movedOut', endedOn: today, fromBranchId: home.branchId } },
  ];
}
