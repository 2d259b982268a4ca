import { codeList, type CodeOf } from '@zhitong/kernel';

/** Full 正式 or provisional 预备 member. */
export const memberKinds = codeList('full', 'provisional');
export type MemberKind = CodeOf<typeof memberKinds>;

/** Where the membership 党籍 stands; `ended` is final but for those who moved out. */
export const membershipStates = codeList('provisional', 'full', 'suspended', 'ended');
export type MembershipState = CodeOf<typeof membershipStates>;

export const registrationSources = codeList('initialLoad', 'admission', 'transferIn');
export type RegistrationSource = CodeOf<typeof registrationSources>;

/** The only trace of a disciplinary matter: flag, authority, date (MEM-05). */
export const authorisedFlags = codeList('votingStopped', 'matterNotified', 'transferHold');
export type AuthorisedFlag = CodeOf<typeof authorisedFlags>;

export const membershipEndKinds = codeList('left', 'deemedLeft', 'persuadedOut', 'expelled', 'deceased', 'cancelled', 'movedOut');
export type MembershipEndKind = CodeOf<typeof membershipEndKinds>;

/** Ends that are decided and filed; whoever moves out does so by a transfer. */
export const filedEndKinds = ['left', 'deemedLeft', 'persuadedOut', 'expelled', 'deceased', 'cancelled'] as const satisfies readonly MembershipEndKind[];

/** Kinds of transfer that a person starts; a restructure moves members without one. */
export const transferKinds = codeList('sameCommittee', 'withinCity', 'outOfCity', 'outOfProvince', 'intoCity');
export type TransferKind = CodeOf<typeof transferKinds>;

/** States of a transfer 组织关系接转 (requirements 3.3). */
export const transferSteps = codeList(
  'requested',
  'senderApproved',
  'letterIssued',
  'accepted',
  'returned',
  'expired',
  'appealed',
  'assigned',
  'refused',
  'withdrawn',
  'lapsed',
  'ended',
);
export type TransferStep = CodeOf<typeof transferSteps>;

/** Steps after which nothing more happens. */
export const closedTransferSteps = ['assigned', 'refused', 'withdrawn', 'lapsed', 'ended'] as const satisfies readonly TransferStep[];

export const transferOrigins = codeList('member', 'branch', 'committee');
export type TransferOrigin = CodeOf<typeof transferOrigins>;

export const refusalCauses = codeList('openCase', 'wrongReceiver', 'papersMissing', 'staysInUnit', 'other');
export type RefusalCause = CodeOf<typeof refusalCauses>;

/** What the organization above makes of a refusal that the member appealed against. */
export const appealOutcomes = codeList('upheld', 'overruled');
export type AppealOutcome = CodeOf<typeof appealOutcomes>;

export const returnCauses = codeList('wrongUnit', 'fileCheck', 'notHere', 'other');
export type ReturnCause = CodeOf<typeof returnCauses>;

export const transferEndCauses = codeList('movedOut', 'authorityHold', 'suspended', 'deceased', 'ended');
export type TransferEndCause = CodeOf<typeof transferEndCauses>;

/** What is counted of transfers: open and late ones on the day; ended ones and letters of its year so far. */
export const transferMeasures = codeList('open', 'overdue', 'assigned', 'issued', 'expired');
export type TransferMeasure = CodeOf<typeof transferMeasures>;

export const transferReminders = codeList('acceptHalf', 'acceptLast');

/** Late steps of the sender, and late decisions on an appeal. */
export const transferEscalations = codeList('approve', 'back', 'externalReceipt', 'appeal');

/** What a person may object to in the own record. */
export const objectionFields = codeList('name', 'citizenNumber', 'birthDate', 'membership', 'branch', 'flag', 'other');
export type ObjectionField = CodeOf<typeof objectionFields>;

export const objectionOutcomes = codeList('corrected', 'kept');
export type ObjectionOutcome = CodeOf<typeof objectionOutcomes>;

/** Fields of the vault that are shown masked until revealed. */
export const revealableFields = codeList('name', 'phone', 'citizenNumber', 'address', 'birthDate');
export type RevealableField = CodeOf<typeof revealableFields>;

/** Why somebody looks: contact the person, check the identity, transfer papers, another duty. */
export const revealReasons = codeList('contactMember', 'verifyIdentity', 'transferPapers', 'other');
export type RevealReason = CodeOf<typeof revealReasons>;
