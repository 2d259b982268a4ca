import { assertNever } from '@zhitong/kernel';
import { memberKinds, transferKinds } from '@zhitong/catalogue';
import type { MemberEvent, MemberFact } from './member-event.ts';
import type { Letter, Transfer, TransferParties } from './member.state.ts';

type Requested = MemberFact<'TransferRequested'>['data'];

const begin = (data: Requested): Transfer => ({
  step: 'requested',
  transferId: data.transferId,
  kind: transferKinds.parse(data.kind),
  fromBranchId: data.fromBranchId ?? null,
  fromCommitteeId: data.fromCommitteeId ?? null,
  issuerId: data.issuerId ?? null,
  toCommitteeId: data.toCommitteeId ?? null,
  toBranchId: data.toBranchId ?? null,
  requestedById: data.requestedById,
  arrival: data.arrival ? { kind: memberKinds.parse(data.arrival.kind), joinedOn: data.arrival.joinedOn, fullFromOn: data.arrival.fullFromOn ?? null } : null,
  duesPaidTo: null,
  appealRef: null,
  letters: 0,
  branchDueOn: data.branchDueOn,
  approveDueOn: null,
  recorded: [],
});

/** What a transfer keeps when it goes on to another step. */
const parties = (transfer: Transfer): TransferParties & { readonly recorded: readonly string[] } => {
  const { transferId, kind, fromBranchId, fromCommitteeId, issuerId, toCommitteeId, toBranchId, requestedById, arrival, duesPaidTo, appealRef, letters } =
    transfer;
  const places = { fromBranchId, fromCommitteeId, issuerId, toCommitteeId, toBranchId };
  return { transferId, kind, ...places, requestedById, arrival, duesPaidTo, appealRef, letters, recorded: [] };
};

const letterOf = (data: MemberFact<'LetterIssued' | 'LetterReissued'>['data']): Letter => ({
  number: data.letterNumber,
  issuedOn: data.issuedOn,
  validUntilOn: data.validUntilOn,
  acceptDueOn: data.acceptDueOn,
});

const noted = (transfer: Transfer, kind: string): Transfer => ({ ...transfer, recorded: [...transfer.recorded, kind] });

function follow(transfer: Transfer, { organizationId, survivorId }: MemberFact<'TransferFollowed'>['data']): Transfer {
  const swap = (id: string | null) => (id === organizationId ? survivorId : id);
  const { fromBranchId, fromCommitteeId, issuerId, toCommitteeId, toBranchId } = transfer;
  return {
    ...transfer,
    fromBranchId: swap(fromBranchId),
    fromCommitteeId: swap(fromCommitteeId),
    issuerId: swap(issuerId),
    toCommitteeId: swap(toCommitteeId),
    toBranchId: swap(toBranchId),
    ...(transfer.step === 'appealed' ? { upperId: transfer.upperId === organizationId ? survivorId : transfer.upperId } : {}),
  };
}

/** A move of the home branch: by this transfer it is done, by a restructure the sender's branch is another one. */
function moved(transfer: Transfer, { transferId, branchId }: MemberFact<'BranchAssigned'>['data']): Transfer {
  if (transferId === transfer.transferId) return { ...parties(transfer), step: 'assigned' };
  return transfer.fromBranchId === null ? transfer : { ...transfer, fromBranchId: branchId };
}

const back = (transfer: Transfer, step: 'returned' | 'expired', backDueOn: string): Transfer =>
  transfer.step === 'letterIssued' ? { ...parties(transfer), step, letter: transfer.letter, backDueOn } : transfer;

function appealed(transfer: Transfer, { organizationId: upperId, reasonRef: appealRef, decideDueOn }: MemberFact<'TransferAppealed'>['data']): Transfer {
  if (transfer.step !== 'refused') return transfer;
  const { refusedById, refusingId } = transfer;
  return { ...parties(transfer), step: 'appealed', appealRef, refusedById, refusingId, upperId, decideDueOn };
}

/** Overruled, the sender is where it was before it refused, with its whole time again. */
function appealDecided(transfer: Transfer, { branchDueOn, approveDueOn }: MemberFact<'TransferAppealDecided'>['data']): Transfer {
  if (transfer.step !== 'appealed') return transfer;
  const { refusedById, refusingId } = transfer;
  if (branchDueOn === undefined) return { ...parties(transfer), step: 'refused', refusedById, refusingId };
  return { ...parties(transfer), step: 'requested', branchDueOn, approveDueOn: approveDueOn ?? null };
}

/** Folds one fact into the open or last transfer of a person. */
export function evolveTransfer(transfer: Transfer | null, event: MemberEvent): Transfer | null {
  if (event.type === 'TransferRequested') return begin(event.data);
  if (transfer === null) return null;
  switch (event.type) {
    case 'TransferBranchConfirmed':
      return transfer.step === 'requested' ? { ...transfer, duesPaidTo: event.data.duesPaidTo, approveDueOn: event.data.approveDueOn } : transfer;
    case 'TransferApproved':
      return transfer.step === 'requested' && transfer.approveDueOn !== null
        ? { ...parties(transfer), step: 'senderApproved', approveDueOn: transfer.approveDueOn, recorded: transfer.recorded }
        : transfer;
    case 'LetterIssued':
      return { ...parties(transfer), step: 'letterIssued', letter: letterOf(event.data), letters: 1, duesPaidTo: event.data.duesPaidTo ?? transfer.duesPaidTo };
    case 'LetterReissued':
      return { ...parties(transfer), step: 'letterIssued', letter: letterOf(event.data), letters: transfer.letters + 1 };
    case 'TransferReturned':
      return back(transfer, 'returned', event.data.backDueOn);
    case 'LetterExpired':
      return back(transfer, 'expired', event.data.backDueOn);
    case 'TransferAccepted':
      return { ...parties(transfer), step: 'accepted', assignDueOn: event.data.assignDueOn, lapseDueOn: event.data.lapseDueOn };
    case 'TransferBranchNamed':
      return { ...transfer, toBranchId: event.data.branchId };
    case 'TransferRefused':
      return {
        ...parties(transfer),
        step: 'refused',
        refusedById: event.data.refusedById ?? null,
        refusingId: event.data.organizationId ?? transfer.fromCommitteeId,
      };
    case 'TransferAppealed':
      return appealed(transfer, event.data);
    case 'TransferAppealDecided':
      return appealDecided(transfer, event.data);
    case 'TransferWithdrawn':
      return { ...parties(transfer), step: 'withdrawn' };
    case 'TransferLapsed':
      return { ...parties(transfer), step: 'lapsed' };
    case 'TransferEnded':
      return { ...parties(transfer), step: 'ended' };
    case 'TransferReminderIssued':
    case 'TransferEscalated':
      return noted(transfer, event.data.kind);
    case 'TransferMediationOpened':
      return noted(transfer, 'mediation');
    case 'TransferFollowed':
      return follow(transfer, event.data);
    case 'BranchAssigned':
      return moved(transfer, event.data);
    case 'MemberRegistered':
    case 'MembershipSuspended':
    case 'MembershipRestored':
    case 'MembershipEnded':
    case 'ErasureProposed':
    case 'PersonErased':
    case 'CertificateIssued':
    case 'MemberAttached':
    case 'MemberDetached':
    case 'ExternalReceiptLinked':
      return transfer;
    default:
      return assertNever(event);
  }
}
