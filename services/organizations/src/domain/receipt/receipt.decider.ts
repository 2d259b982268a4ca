import type { DirectiveState, ReceiptDuty } from '@zhitong/catalogue';
import type { ReceiptEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/receipt_events.ts';
import { addWorkingDays, assertNever, endOfDay, ensure, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';

export type ReceiptEvent = EventOf<ReceiptEvents>;

/** What the directive asks of this addressee at the moment of the command. */
export interface Duty {
  readonly directiveId: string;
  readonly organizationId: string;
  readonly directiveState: DirectiveState;
  readonly acknowledgeDueAt: string;
  /** Absent: no report is asked for. */
  readonly reportDueAt?: string | undefined;
  readonly textVersion: number;
}

export type ReceiptCommand =
  | { readonly type: 'OpenDirective'; readonly duty: Duty; readonly at: string }
  | { readonly type: 'AcknowledgeDirective'; readonly duty: Duty; readonly at: string }
  | { readonly type: 'ReportDirective'; readonly duty: Duty; readonly at: string; readonly reportRef: string }
  | {
      readonly type: 'ReturnReport';
      readonly duty: Duty;
      readonly at: string;
      readonly reasonRef: string;
      readonly reportDueOn: string;
      readonly settings: { readonly returnLimit: number; readonly minReturnWorkdays: number; readonly calendar: readonly string[] };
    }
  | { readonly type: 'RemindReceipt'; readonly duty: Duty; readonly at: string; readonly owes: ReceiptDuty; readonly momentCode: string }
  | { readonly type: 'FindOverdue'; readonly duty: Duty; readonly at: string; readonly owes: ReceiptDuty; readonly superiorId?: string | undefined }
  | { readonly type: 'TransferReceipt'; readonly duty: Duty; readonly at: string; readonly toOrganizationId?: string | undefined };

/** Statuses of the stream; `delivered` and `cancelled` follow from the directive (0.8). */
export type ReceiptStatus = 'pending' | 'opened' | 'acknowledged' | 'reported' | 'reportReturned' | 'transferred';

export interface Receipt {
  readonly status: ReceiptStatus;
  /** Version of the text the steps belong to; a material amendment starts them again. */
  readonly textVersion: number;
  readonly openedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly reportedAt: string | null;
  /** Set by a return; else the directive's. */
  readonly reportDueAt: string | null;
  readonly returns: number;
  readonly overdue: readonly string[];
  readonly reminded: readonly string[];
}

const fresh = (textVersion: number): Receipt => ({
  status: 'pending',
  textVersion,
  openedAt: null,
  acknowledgedAt: null,
  reportedAt: null,
  reportDueAt: null,
  returns: 0,
  overdue: [],
  reminded: [],
});

/** The receipt as it stands for the current text. */
const current = (receipt: Receipt, textVersion: number): Receipt =>
  receipt.status !== 'transferred' && textVersion > receipt.textVersion ? fresh(textVersion) : receipt;

/** Nothing more is expected of this addressee. */
const isFinal = ({ status }: Receipt, { reportDueAt }: Duty): boolean =>
  status === 'transferred' || status === 'reported' || (status === 'acknowledged' && reportDueAt === undefined);

const about = ({ directiveId, organizationId, textVersion }: Duty) => ({ directiveId, organizationId, textVersion });

function decide(stored: Receipt, command: ReceiptCommand): readonly ReceiptEvent[] {
  const { duty } = command;
  ensure(duty.textVersion >= stored.textVersion, 'CONFLICT', 'The directive was amended meanwhile; please look again.');
  const receipt = current(stored, duty.textVersion);
  switch (command.type) {
    case 'RemindReceipt':
      return remind(receipt, command);
    case 'FindOverdue':
      return findOverdue(receipt, command);
    case 'TransferReceipt':
      return transfer(receipt, command);
    default:
      return step(receipt, command);
  }
}

type Step = Extract<ReceiptCommand, { type: 'OpenDirective' | 'AcknowledgeDirective' | 'ReportDirective' | 'ReturnReport' }>;

/** A person acts: never back, a repeated step changes nothing, late is accepted and marked (LINK-04, LINK-05). */
function step(receipt: Receipt, command: Step): readonly ReceiptEvent[] {
  const { duty, at } = command;
  const open = duty.directiveState === 'issued' && receipt.status !== 'transferred';
  ensure(open, 'STATE_NOT_ALLOWED', 'This duty has ended.', { directive: duty.directiveState, receipt: receipt.status });
  const late = at > duty.acknowledgeDueAt;
  switch (command.type) {
    case 'OpenDirective':
      return receipt.openedAt === null ? [{ type: 'ReceiptOpened', data: { ...about(duty), openedAt: at } }] : [];
    case 'AcknowledgeDirective':
      return receipt.acknowledgedAt === null ? [{ type: 'ReceiptAcknowledged', data: { ...about(duty), acknowledgedAt: at, late } }] : [];
    case 'ReportDirective':
      return report(receipt, command, late);
    case 'ReturnReport':
      return giveBack(receipt, command);
    default:
      return assertNever(command);
  }
}

function report(receipt: Receipt, { duty, at, reportRef }: Extract<Step, { type: 'ReportDirective' }>, late: boolean): readonly ReceiptEvent[] {
  ensure(duty.reportDueAt !== undefined, 'STATE_NOT_ALLOWED', 'No report is asked for.');
  if (receipt.status === 'reported') return [];
  const dueAt = receipt.reportDueAt ?? duty.reportDueAt;
  const acknowledgedLate = receipt.acknowledgedAt === null && late;
  return [{ type: 'ReceiptReported', data: { ...about(duty), reportRef, reportedAt: at, late: at > dueAt, acknowledgedLate } }];
}

function giveBack(receipt: Receipt, { duty, at, reasonRef, reportDueOn, settings }: Extract<Step, { type: 'ReturnReport' }>): readonly ReceiptEvent[] {
  ensure(receipt.status === 'reported', 'STATE_NOT_ALLOWED', 'There is no report to return.', { state: receipt.status });
  ensure(receipt.returns < settings.returnLimit, 'RETURN_LIMIT', 'This report was returned as often as it may be.', { limit: settings.returnLimit });
  const earliest = addWorkingDays(shanghaiDate(at), settings.minReturnWorkdays, settings.calendar);
  ensure(reportDueOn >= earliest, 'DEADLINE_TOO_SHORT', 'This leaves too few working days for the new report.', { earliest });
  return [{ type: 'ReportReturned', data: { ...about(duty), reasonRef, reportDueAt: endOfDay(reportDueOn), returnedAt: at } }];
}

const owed = (receipt: Receipt, duty: Duty, owes: ReceiptDuty): boolean => {
  if (duty.directiveState !== 'issued' || isFinal(receipt, duty)) return false;
  return owes === 'acknowledge' ? receipt.acknowledgedAt === null : duty.reportDueAt !== undefined;
};

function remind(receipt: Receipt, { duty, at, owes, momentCode }: Extract<ReceiptCommand, { type: 'RemindReceipt' }>): readonly ReceiptEvent[] {
  if (!owed(receipt, duty, owes) || receipt.reminded.includes(momentCode)) return [];
  return [{ type: 'ReceiptReminded', data: { ...about(duty), momentCode, remindedAt: at } }];
}

/** Once per duty and deadline; what was done at the deadline's very instant was on time. */
function findOverdue(receipt: Receipt, { duty, at, owes, superiorId }: Extract<ReceiptCommand, { type: 'FindOverdue' }>): readonly ReceiptEvent[] {
  const dueAt = owes === 'acknowledge' ? duty.acknowledgeDueAt : (receipt.reportDueAt ?? duty.reportDueAt);
  if (!owed(receipt, duty, owes) || dueAt === undefined || at <= dueAt || receipt.overdue.includes(owes)) return [];
  return [{ type: 'ReceiptOverdue', data: { ...about(duty), dutyCode: owes, dueAt, superiorId } }];
}

function transfer(receipt: Receipt, { duty, at, toOrganizationId }: Extract<ReceiptCommand, { type: 'TransferReceipt' }>): readonly ReceiptEvent[] {
  if (duty.directiveState !== 'issued' || isFinal(receipt, duty)) return [];
  const { directiveId, organizationId } = duty;
  return [{ type: 'ReceiptTransferred', data: { directiveId, organizationId, toOrganizationId, transferredAt: at } }];
}

function evolve(stored: Receipt, event: ReceiptEvent): Receipt {
  if (event.type === 'ReceiptTransferred') return { ...stored, status: 'transferred' };
  const receipt = current(stored, event.data.textVersion);
  switch (event.type) {
    case 'ReceiptOpened':
      return { ...receipt, status: receipt.status === 'pending' ? 'opened' : receipt.status, openedAt: receipt.openedAt ?? event.data.openedAt };
    case 'ReceiptAcknowledged':
      return acknowledged(receipt, event.data.acknowledgedAt);
    case 'ReceiptReported': {
      const at = event.data.reportedAt;
      return { ...acknowledged(receipt, at), status: 'reported', reportedAt: at };
    }
    case 'ReportReturned': {
      const overdue = receipt.overdue.filter((duty) => duty !== 'report');
      return { ...receipt, status: 'reportReturned', reportDueAt: event.data.reportDueAt, returns: receipt.returns + 1, overdue };
    }
    case 'ReceiptReminded':
      return { ...receipt, reminded: [...receipt.reminded, event.data.momentCode] };
    case 'ReceiptOverdue':
      return { ...receipt, overdue: [...receipt.overdue, event.data.dutyCode] };
    default:
      return assertNever(event);
  }
}

/** A later step fills the earlier ones with the same time. */
const acknowledged = (receipt: Receipt, at: string): Receipt => ({
  ...receipt,
  status: 'acknowledged',
  openedAt: receipt.openedAt ?? at,
  acknowledgedAt: receipt.acknowledgedAt ?? at,
});

/** The receipt of one addressee (LINK-04): `pending -> opened -> acknowledged -> reported <-> reportReturned`, any open one `-> transferred`. */
export const receiptDecider: Decider<Receipt, ReceiptCommand, ReceiptEvent> = { initial: fresh(0), decide, evolve };
