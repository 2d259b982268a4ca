import type { Recorded } from '@zhitong/eventing';
import type { MemberEvent } from './member-event.ts';

type Handlers<Result> = { readonly [Type in MemberEvent['type']]: (event: Recorded<MemberEvent, Type>) => Result };

/** The same for every fact of the stream; a fact that is missing here does not compile. */
export function forEveryFact<Result>(handle: (event: Recorded<MemberEvent>) => Result): Handlers<Result> {
  return {
    MemberRegistered: handle,
    BranchAssigned: handle,
    MembershipSuspended: handle,
    MembershipRestored: handle,
    MembershipEnded: handle,
    ErasureProposed: handle,
    PersonErased: handle,
    CertificateIssued: handle,
    TransferRequested: handle,
    TransferBranchConfirmed: handle,
    TransferApproved: handle,
    TransferRefused: handle,
    LetterIssued: handle,
    TransferAccepted: handle,
    TransferReturned: handle,
    TransferBranchNamed: handle,
    LetterExpired: handle,
    LetterReissued: handle,
    TransferLapsed: handle,
    TransferWithdrawn: handle,
    TransferEnded: handle,
    ExternalReceiptLinked: handle,
    TransferReminderIssued: handle,
    TransferMediationOpened: handle,
    TransferEscalated: handle,
    TransferFollowed: handle,
  };
}
