import type { Filing } from '@zhitong/kernel';
import type { AppealOutcome, MemberKind, RefusalCause, ReturnCause, TransferKind, TransferOrigin } from '@zhitong/catalogue';
import type { HomeCandidate } from './home-branch.ts';
import type { Stamp } from './stamp.ts';

/** Days and limits of `transfer.*` in force when the step is taken. */
export interface TransferSettings {
  readonly branchDays: number;
  readonly approveDays: number;
  readonly acceptDays: number;
  readonly assignDays: number;
  readonly lapseDays: number;
  readonly letterDays: number;
  readonly letterMaxDays: number;
  readonly outOfProvinceMaxDays: number;
  readonly maxReissue: number;
  readonly stubYears: number;
}

interface TransferStamp extends Stamp {
  readonly transferId: string;
}
interface TimedStamp extends TransferStamp {
  readonly settings: TransferSettings;
}

/** A receiving committee as the tree shows it. */
export interface ReceiverCandidate {
  readonly organizationId: string;
  readonly active: boolean;
  readonly approvesMembers: boolean;
}

export interface RequestTransfer extends TimedStamp {
  readonly type: 'RequestTransfer';
  /** An authorised body holds transfers of this person. */
  readonly held: boolean;
  readonly kind: Exclude<TransferKind, 'intoCity'>;
  readonly origin: Exclude<TransferOrigin, 'committee'>;
  readonly byPersonId: string;
  readonly fromCommitteeId: string;
  /** Only where another organization than the approving committee issues the letter. */
  readonly issuerId?: string | undefined;
  readonly receiver?: ReceiverCandidate | undefined;
  readonly branch?: HomeCandidate | undefined;
  readonly destinationRef?: string | undefined;
  /** The branch's own request may hold its word (step 2). */
  readonly duesPaidTo?: string | undefined;
}

export interface TakeInLetter extends TimedStamp {
  readonly type: 'TakeInLetter';
  readonly held: boolean;
  readonly byPersonId: string;
  readonly receiver: ReceiverCandidate;
  readonly originRef: string;
  readonly kind: MemberKind;
  readonly joinedOn: string;
  readonly fullFromOn?: string | undefined;
  readonly letterNumber: string;
  readonly letterIssuedOn: string;
  readonly letterValidUntilOn: string;
  readonly duesPaidTo?: string | undefined;
}

export interface ConfirmByBranch extends TimedStamp {
  readonly type: 'ConfirmByBranch';
  readonly duesPaidTo: string;
  /** The committee acts for its branch. */
  readonly forBranch: boolean;
}

export interface ApproveTransfer extends TimedStamp {
  readonly type: 'ApproveTransfer';
  readonly byPersonId: string;
  readonly letterDays?: number | undefined;
  /** Committee that the organization above acts for. */
  readonly actedForId?: string | undefined;
}

export interface RefuseTransfer extends TransferStamp {
  readonly type: 'RefuseTransfer';
  readonly byPersonId: string;
  /** Organization acted for. */
  readonly organizationId: string;
  readonly cause?: RefusalCause | undefined;
  readonly reasonRef?: string | undefined;
}

export interface AppealTransfer extends TimedStamp {
  readonly type: 'AppealTransfer';
  readonly held: boolean;
  /** Organization above the one that refused; undefined where none stands above. */
  readonly upperId?: string | undefined;
  readonly reasonRef: string;
}

export interface DecideAppeal extends TimedStamp {
  readonly type: 'DecideAppeal';
  readonly byPersonId: string;
  readonly outcome: AppealOutcome;
  readonly reasonRef: string;
}

export interface IssueLetter extends TimedStamp {
  readonly type: 'IssueLetter';
  readonly letterDays?: number | undefined;
}

export interface AcceptTransfer extends TimedStamp {
  readonly type: 'AcceptTransfer';
}

export interface ReturnTransfer extends TransferStamp {
  readonly type: 'ReturnTransfer';
  readonly cause?: ReturnCause | undefined;
  readonly reasonRef?: string | undefined;
}

export interface NameBranch extends TransferStamp {
  readonly type: 'NameBranch';
  readonly branch: HomeCandidate;
  /** It stands below the receiving committee. */
  readonly belowReceiver: boolean;
}

export interface ConfirmArrival extends TransferStamp {
  readonly type: 'ConfirmArrival';
  readonly held: boolean;
  readonly branch: HomeCandidate;
  /** The committee confirms in place of the branch. */
  readonly forBranch: boolean;
  readonly reasonRef?: string | undefined;
}

export interface ReissueLetter extends TimedStamp {
  readonly type: 'ReissueLetter';
  readonly letterDays?: number | undefined;
  readonly reasonRef?: string | undefined;
}

export interface WithdrawTransfer extends TransferStamp {
  readonly type: 'WithdrawTransfer';
  readonly origin: TransferOrigin;
}

export interface LinkExternalReceipt extends TransferStamp {
  readonly type: 'LinkExternalReceipt';
  readonly receiptNumber?: string | undefined;
  readonly recordNumber?: string | undefined;
  readonly acceptedOn: string;
  readonly filing: Filing;
}

/** An organization of the transfer was merged into another. */
export interface FollowSurvivor extends TransferStamp {
  readonly type: 'FollowSurvivor';
  readonly organizationId: string;
  readonly survivorId: string;
}

/** The clock: records everything that has become due, in order, with its scheduled time. */
export interface TickTransfer extends TransferStamp {
  readonly type: 'TickTransfer';
  /** Organization above the sending committee, or above the one that has to decide an appeal. */
  readonly upperId: string;
  /** Organization department above the receiver, or above the sender for what leaves the city. */
  readonly departmentId: string;
}

export type TransferCommand =
  | ConfirmByBranch
  | ApproveTransfer
  | RefuseTransfer
  | AppealTransfer
  | DecideAppeal
  | IssueLetter
  | AcceptTransfer
  | ReturnTransfer
  | NameBranch
  | ConfirmArrival
  | ReissueLetter
  | WithdrawTransfer
  | LinkExternalReceipt
  | FollowSurvivor
  | TickTransfer;
