import type { ElectionForm, OrganizationKind, OrganizationState, ReminderMeans, FewerSeatsReason, ShiftReason } from '@zhitong/catalogue';
import type { Filing } from '@zhitong/kernel';
import type { Ballot } from './ballot.ts';
import type { Slate } from './seats.ts';
import type { Organ } from './term-length.ts';

interface ByPerson {
  readonly at: string;
  readonly byId: string;
}

/** A new organization owes its first election by that day. */
export interface ExpectFirst {
  readonly type: 'ExpectFirst';
  readonly organizationId: string;
  readonly kind: OrganizationKind;
  readonly dueOn: string;
}
/** The organization above enters a term that runs already. */
export interface EnterTerm extends ByPerson, Organ {
  readonly type: 'EnterTerm';
  readonly organizationState: OrganizationState;
  readonly termId: string;
  readonly startsOn: string;
  readonly filing: Filing;
}
/** The clock has reached a rung of the ladder or, with `daysBefore` null, the day after the end. */
export interface PassTermMoment {
  readonly type: 'PassTermMoment';
  readonly at: string;
  readonly organizationId: string;
  readonly termId: string;
  readonly expiresOn: string;
  readonly daysBefore: number | null;
  readonly scheduledAt: string;
}
export interface ConfirmReminder extends ByPerson {
  readonly type: 'ConfirmReminder';
  readonly organizationId: string;
  readonly means: ReminderMeans;
  readonly confirmedOn: string;
}
export interface RequestShift extends ByPerson {
  readonly type: 'RequestShift';
  readonly organizationId: string;
  readonly toOn: string;
  readonly reasonCode: ShiftReason;
  readonly maxShiftMonths: number;
}
export interface ApproveShift extends ByPerson {
  readonly type: 'ApproveShift';
  readonly organizationId: string;
}
export interface CallElection extends ByPerson, Omit<Slate, 'kind' | 'candidates'> {
  readonly type: 'CallElection';
  readonly organ: Organ;
  readonly organizationState: OrganizationState;
  readonly electionId: string;
  readonly ballotOn: string;
  readonly form: ElectionForm;
  /** Delegates stand in for so many members, or where they live far apart. */
  readonly members: number;
  readonly scattered: boolean;
  readonly candidateIds: readonly string[];
  /** Candidates who are no full members in good standing. */
  readonly unfitIds: readonly string[];
}
interface Counted extends ByPerson {
  readonly organizationId: string;
  readonly electionId: string;
  readonly ballot: Ballot;
  readonly filing: Filing;
}
export interface RecordResult extends Counted {
  readonly type: 'RecordResult';
  readonly secretaryId?: string | undefined;
  readonly deputyIds: readonly string[];
}
export interface OrderRunoff extends Counted {
  readonly type: 'OrderRunoff';
}
export interface ApproveElection extends ByPerson {
  readonly type: 'ApproveElection';
  readonly organ: Organ;
  readonly electionId: string;
  readonly termId: string;
  /** Why fewer are elected than there were seats. */
  readonly reasonCode?: FewerSeatsReason | undefined;
}

export type TermCommand =
  ExpectFirst | EnterTerm | PassTermMoment | ConfirmReminder | RequestShift | ApproveShift | CallElection | RecordResult | OrderRunoff | ApproveElection;
