import type { Messages } from '../zh/index.ts';

export const members: Messages['members'] = {
  title: 'Members', columns: { name: 'Name', kind: 'Kind', branch: 'Branch', joined: 'Joined', full: 'Full since', phone: 'Phone', citizen: 'Citizen number', state: 'State', marks: 'Notes' }, filters: { branch: 'Branch', kind: 'Kind', state: 'State', name: 'Name / initials', joined: 'Joined' },
  inTransfer: 'In transfer', flagged: 'Flagged by authority',
  reveal: { open: 'Show', title: 'Show {{field}}', reason: 'Reason', notice: 'Looking is recorded, and the person sees it.', show: 'Show in clear', clearFor: 'hidden again in {{seconds}} s', remaining: '{{count}} left this hour' }, register: 'Register a member',
  form: { name: 'Name', citizenNumber: 'Citizen number', birthDate: 'Date of birth', phone: 'Phone', address: 'Address', branch: 'Branch', kind: 'Kind', joinedOn: 'Joined on', fullFrom: 'Full from', source: 'Source' },
  profile: {
    title: 'Membership', basic: 'Basics', history: 'History', looks: 'Who looked lately', noLooks: 'Nobody lately', partyAge: '{{years}} years', partyAgeLabel: 'In the party', entitled: 'entitled to vote', notEntitled: 'not entitled to vote', ageBand: 'Age band', flags: 'Flags of authority', noFlags: 'None', transfer: 'Start transfer',
    certificate: 'Certificate of absence', address: 'Address',
  },
  events: {
    MemberRegistered: 'Registered', BranchAssigned: 'Assigned to branch', AuthorisedFlagSet: 'Flag set', AuthorisedFlagCleared: 'Flag cleared', MembershipSuspended: 'Suspended', MembershipRestored: 'Restored',
    MembershipEnded: 'Ended', CertificateIssued: 'Certificate issued', ErasureProposed: 'Erasure proposed', PersonErased: 'Erased',
  },
};

export const transfers: Messages['transfers'] = {
  title: 'Transfers', new: 'Start transfer', columns: { person: 'Member', kind: 'Where to', step: 'Step', hands: 'Hands', day: 'Progress', due: 'Due', requested: 'Requested', from: 'From', to: 'To' }, onlyOverdue: 'Only overdue',
  sentence: 'In the hands of {{name}}, day {{day}} of {{limit}}', sentenceNoLimit: 'In the hands of {{name}}, day {{day}}', sentenceOver: 'In the hands of {{name}}, day {{day}}, past the limit of {{limit}}', closed: 'Closed: {{step}}', responsible: 'Until the receiving branch confirms, the sending branch is responsible.',
  lanes: { fromBranch: 'Sending branch', fromCommittee: 'Sending committee', toCommittee: 'Receiving committee', toBranch: 'Receiving branch' }, letter: 'Letter {{number}}, valid until {{until}}', steps: 'Steps', duesPaidTo: 'Dues paid to {{month}}', reissued: 'reissued {{count}}×', destination: 'Destination: {{place}}',
  wizard: { person: 'Member', where: 'Where to', check: 'Check', submit: 'Submit', kind: 'Kind', toCommittee: 'Receiving committee', toBranch: 'Receiving branch', destination: 'Receiving unit (outside)', duesPaidTo: 'Dues paid to', next: 'Next', previous: 'Back' },
  act: {
    confirmByBranch: 'Confirm (branch)', approve: 'Approve', refuse: 'Refuse', issueLetter: 'Issue letter', accept: 'Accept', return: 'Return', assign: 'Name branch', confirmArrival: 'Confirm arrival', reissue: 'Reissue letter', withdraw: 'Withdraw', external: 'Enter outside receipt', duesPaidTo: 'Dues paid to', cause: 'Cause', reason: 'Reason', branch: 'Branch',
    letterDays: 'Days valid', receiptNumber: 'Receipt number', recordNumber: 'Provincial record', acceptedOn: 'Accepted on',
  },
  events: {
    TransferRequested: 'Requested', TransferBranchConfirmed: 'Confirmed by branch', TransferApproved: 'Approved', TransferRefused: 'Refused', LetterIssued: 'Letter issued', TransferAccepted: 'Accepted',
    TransferReturned: 'Returned', TransferBranchNamed: 'Branch named', LetterExpired: 'Letter expired', LetterReissued: 'Letter reissued', BranchAssigned: 'Arrived', TransferLapsed: 'Lapsed',
    TransferWithdrawn: 'Withdrawn', TransferEnded: 'Ended', ExternalReceiptLinked: 'Outside receipt entered', TransferReminderIssued: 'Reminded', TransferMediationOpened: 'Mediation opened', TransferEscalated: 'Lateness reported',
    TransferFollowed: 'Followed a restructure',
  },
};
