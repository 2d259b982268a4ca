import type { MemberKind, MembershipEndKind, TransferKind, TransferStep } from '@zhitong/catalogue';

/** What a membership is from its first day on, wherever the person lives. */
export interface MembershipFacts {
  readonly kind: MemberKind;
  readonly joinedOn: string;
  readonly fullFromOn: string | null;
}

/** Whether the person is a member, and where at home: a member has exactly one home branch, everybody else none (MEM-02). */
export type Standing =
  | { readonly status: 'unknown' }
  /** Only inside the commit that registers: the first home follows at once. */
  | ({ readonly status: 'registered' } & MembershipFacts)
  | ({ readonly status: 'member'; readonly branchId: string; readonly suspended: boolean } & MembershipFacts)
  | ({ readonly status: 'ended'; readonly endKind: MembershipEndKind; readonly lastBranchId: string } & MembershipFacts);

/** What stays the same over all steps, but for organizations that were merged. */
export interface TransferParties {
  readonly transferId: string;
  readonly kind: TransferKind;
  readonly fromBranchId: string | null;
  /** Committee that approves for the sender; null when the person comes from outside. */
  readonly fromCommitteeId: string | null;
  /** Organization whose letter it is, when not the approving committee's. */
  readonly issuerId: string | null;
  /** Null when leaving the city. */
  readonly toCommitteeId: string | null;
  readonly toBranchId: string | null;
  readonly requestedById: string;
  /** Membership that an outside letter states. */
  readonly arrival: MembershipFacts | null;
  readonly duesPaidTo: string | null;
  /** Reason of the one appeal against a refusal; null while there is none. */
  readonly appealRef: string | null;
  /** Letters issued so far: 1 first letter + reissued ones. */
  readonly letters: number;
}

/** A letter under way. All dates are last days inside. */
export interface Letter {
  readonly number: string;
  readonly issuedOn: string;
  readonly validUntilOn: string;
  readonly acceptDueOn: string;
}

/** Whose refusal it is; the person is null in what was recorded before appeals. */
export interface Refusal {
  readonly refusedById: string | null;
  readonly refusingId: string | null;
}

type At<Step extends TransferStep, Facts = unknown> = TransferParties & { readonly step: Step; readonly recorded: readonly string[] } & Facts;

/** A transfer at its step. `recorded`: reminders and escalations of this step that are on record. */
export type Transfer =
  | At<'requested', { readonly branchDueOn: string; readonly approveDueOn: string | null }>
  | At<'senderApproved', { readonly approveDueOn: string }>
  | At<'letterIssued', { readonly letter: Letter }>
  | At<'returned' | 'expired', { readonly letter: Letter; readonly backDueOn: string }>
  | At<'accepted', { readonly assignDueOn: string; readonly lapseDueOn: string }>
  | At<'refused', Refusal>
  | At<'appealed', Refusal & { readonly upperId: string; readonly decideDueOn: string }>
  | At<'assigned' | 'withdrawn' | 'lapsed' | 'ended'>;

export type OpenTransfer = Exclude<Transfer, { step: 'assigned' | 'refused' | 'withdrawn' | 'lapsed' | 'ended' }>;

export const isOpen = (transfer: Transfer | null): transfer is OpenTransfer =>
  transfer !== null && !['assigned', 'refused', 'withdrawn', 'lapsed', 'ended'].includes(transfer.step);

/** Part taken in a temporary branch 临时党支部 beside the home branch (ORG-11). */
export interface Attachment {
  readonly branchId: string;
  readonly attachedOn: string;
}

export interface Member {
  readonly standing: Standing;
  /** In the order in which they began. */
  readonly attachments: readonly Attachment[];
  /** The open transfer or the last one. */
  readonly transfer: Transfer | null;
  /** Last day until which a letter stub must be kept. */
  readonly stubUntilOn: string | null;
  readonly erasure: { readonly status: 'none' | 'erased' } | { readonly status: 'proposed'; readonly byPersonId: string };
}

export const stranger: Member = { standing: { status: 'unknown' }, attachments: [], transfer: null, stubUntilOn: null, erasure: { status: 'none' } };
