import type { Filing } from '@zhitong/kernel';
import type { MemberKind, MembershipEndKind, RegistrationSource } from '@zhitong/catalogue';
import type { HomeCandidate } from './home-branch.ts';
import type { Stamp } from './stamp.ts';
import type { RequestTransfer, TakeInLetter, TransferCommand } from './transfer.commands.ts';

export interface RegisterMember extends Stamp {
  readonly type: 'RegisterMember';
  readonly source: RegistrationSource;
  readonly kind: MemberKind;
  readonly joinedOn: string;
  readonly fullFromOn?: string | undefined;
  readonly home: HomeCandidate;
}

/** A split or merge moves the member; nobody asks the person. */
export interface MoveWithBranch extends Stamp {
  readonly type: 'MoveWithBranch';
  /** Only from this branch; from wherever the member is at home when a founder follows a new branch. */
  readonly fromBranchId?: string | undefined;
  readonly home: HomeCandidate;
}

/** The member takes part in a temporary branch 临时党支部 as well (ORG-11). */
export interface AttachMember extends Stamp {
  readonly type: 'AttachMember';
  readonly branch: HomeCandidate;
  readonly cause: 'founding' | 'assignment';
}

export interface DetachMember extends Stamp {
  readonly type: 'DetachMember';
  readonly branchId: string;
  readonly cause: 'recalled' | 'branchDissolved';
  /** First day on which the member takes part no more. */
  readonly on: string;
}

/** A decision of the party about a membership, filed on its date or later. */
interface DecisionStamp extends Stamp {
  readonly decidedOn: string;
  readonly filing: Filing;
}
export interface SuspendMembership extends DecisionStamp {
  readonly type: 'SuspendMembership';
}
export interface RestoreMembership extends DecisionStamp {
  readonly type: 'RestoreMembership';
}
export interface EndMembership extends DecisionStamp {
  readonly type: 'EndMembership';
  readonly kind: Exclude<MembershipEndKind, 'movedOut'>;
}

/** An authorised body holds transfers of this person from now on. */
export interface EndTransferUnderHold extends Stamp {
  readonly type: 'EndTransferUnderHold';
}

export interface ProposeErasure extends Stamp {
  readonly type: 'ProposeErasure';
  readonly byPersonId: string;
}
export interface ErasePerson extends Stamp {
  readonly type: 'ErasePerson';
  readonly byPersonId: string;
}

export interface AbsenceSettings {
  readonly certificateMonths: number;
  readonly transferMonths: number;
}
export interface IssueCertificate extends Stamp {
  readonly type: 'IssueCertificate';
  readonly absentFromOn: string;
  readonly absentUntilOn: string;
  readonly settings: AbsenceSettings;
}

export type MemberCommand =
  | RegisterMember
  | MoveWithBranch
  | AttachMember
  | DetachMember
  | EndTransferUnderHold
  | SuspendMembership
  | RestoreMembership
  | EndMembership
  | ProposeErasure
  | ErasePerson
  | IssueCertificate
  | RequestTransfer
  | TakeInLetter
  | TransferCommand;
