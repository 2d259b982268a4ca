import { defineStream } from '@zhitong/eventing';
import { memberDecider } from './member.decider.ts';

/** `members.member-<personId>`. */
export const memberStream = defineStream({
  context: 'members',
  category: 'member',
  decider: memberDecider,
  eventTypes: [
    'MemberRegistered',
    'BranchAssigned',
    'MembershipSuspended',
    'MembershipRestored',
    'MembershipEnded',
    'ErasureProposed',
    'PersonErased',
    'CertificateIssued',
    'TransferRequested',
    'TransferBranchConfirmed',
    'TransferApproved',
    'TransferRefused',
    'LetterIssued',
    'TransferAccepted',
    'TransferReturned',
    'TransferBranchNamed',
    'LetterExpired',
    'LetterReissued',
    'TransferLapsed',
    'TransferWithdrawn',
    'TransferEnded',
    'ExternalReceiptLinked',
    'TransferReminderIssued',
    'TransferMediationOpened',
    'TransferEscalated',
    'TransferFollowed',
    'TransferAppealed',
    'TransferAppealDecided',
  ],
});
