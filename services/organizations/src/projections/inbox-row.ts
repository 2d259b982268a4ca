import { views, type DirectiveState, type Level, type ReceiptDuty, type ReceiptState } from '@zhitong/catalogue';
import type { DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { instantMs } from '@zhitong/kernel';
import type { TreeView } from '@zhitong/platform';
import { drillPath } from '../domain/directive/addressees.ts';
import { receiptDecider, type Duty, type Receipt, type ReceiptEvent } from '../domain/receipt/receipt.decider.ts';

/** What the stream of the directive says about one organization. */
export interface DirectivePart {
  readonly terms: DirectiveTerms;
  readonly state: DirectiveState;
  /** Informed: a read-only copy, no duty (LINK-03). */
  readonly role: 'addressee' | 'informed';
  readonly level: Level;
  /** From below the issuer to the organization itself, in the directive's tree. */
  readonly ancestors: readonly string[];
  /** Its duty went to another. */
  readonly left: boolean;
}

/** What the stream of the receipt says; the two parts never look at each other while folding. */
export interface ReceiptPart {
  readonly receipt: Receipt;
  readonly acknowledgedLate: boolean;
  readonly reportedLate: boolean;
  readonly reportRef: string | null;
  readonly returnReasonRef: string | null;
  readonly superiorId: string | null;
  /** Last reminder of any kind. */
  readonly remindedAt: string | null;
}

/** One organization and one directive. Everything below the two parts is derived from both, so their order of arrival does not matter. */
export interface InboxRow {
  readonly directiveId: string;
  readonly organizationId: string;
  readonly directive: DirectivePart | null;
  readonly receipt: ReceiptPart | null;

  readonly role: 'addressee' | 'informed' | null;
  readonly level: Level | null;
  /** `/org_a/org_b/`: what stands below an organization is a prefix. */
  readonly path: string | null;
  readonly issuedAt: string | null;
  readonly state: ReceiptState | null;
  readonly unread: boolean;
  readonly toAcknowledge: boolean;
  readonly toReport: boolean;
  /** Owes a step. */
  readonly open: boolean;
  readonly urgentOpen: boolean;
  readonly duty: ReceiptDuty | null;
  readonly dueAt: string | null;
  /** Whole seconds from issue to acknowledgement. */
  readonly acknowledgeSeconds: number | null;
  /** Direct superior, while something is recorded as overdue and still owed. */
  readonly overdueSuperiorId: string | null;
}

export const pathOf = (ancestors: readonly string[]): string => `/${ancestors.map((id) => `${id}/`).join('')}`;

export function directivePart(tree: TreeView, terms: DirectiveTerms, organizationId: string, role: DirectivePart['role']): DirectivePart {
  const level = tree.node(organizationId)?.level ?? 'base';
  const ancestors = drillPath(tree, terms.issuerId, organizationId, views.parse(terms.view));
  return { terms, state: 'issued', role, level, ancestors, left: false };
}

const untouched: ReceiptPart = {
  receipt: receiptDecider.initial,
  acknowledgedLate: false,
  reportedLate: false,
  reportRef: null,
  returnReasonRef: null,
  superiorId: null,
  remindedAt: null,
};

/** Folds one receipt event into its part; a newer text starts the steps again. */
export function foldReceipt(before: ReceiptPart | null, event: ReceiptEvent): ReceiptPart {
  const known = before ?? untouched;
  const receipt = receiptDecider.evolve(known.receipt, event);
  const part = receipt.textVersion > known.receipt.textVersion ? { ...untouched, receipt } : { ...known, receipt };
  switch (event.type) {
    case 'ReceiptAcknowledged':
      return { ...part, acknowledgedLate: event.data.late };
    case 'ReceiptReported': {
      const acknowledgedLate = part.acknowledgedLate || event.data.acknowledgedLate;
      return { ...part, acknowledgedLate, reportedLate: event.data.late, reportRef: event.data.reportRef };
    }
    case 'ReportReturned':
      return { ...part, returnReasonRef: event.data.reasonRef };
    case 'ReceiptReminded':
      return { ...part, remindedAt: event.data.remindedAt };
    case 'ReceiptOverdue':
      return { ...part, superiorId: event.data.superiorId ?? null };
    default:
      return part;
  }
}

/** The receipt as it counts for the present text. */
export function currentReceipt({ directive, receipt }: Pick<InboxRow, 'directive' | 'receipt'>): ReceiptPart {
  if (receipt === null || directive === null) return untouched;
  return receipt.receipt.textVersion === directive.terms.textVersion || receipt.receipt.status === 'transferred' ? receipt : untouched;
}

function stateOf(directive: DirectivePart, { receipt }: ReceiptPart): ReceiptState {
  if (directive.left || receipt.status === 'transferred') return 'transferred';
  const done = receipt.status === 'reported' || (receipt.status === 'acknowledged' && directive.terms.reportDueAt === undefined);
  if (directive.state === 'recalled' && !done) return 'cancelled';
  return receipt.status === 'pending' ? 'delivered' : receipt.status;
}

const nothingOwed = {
  unread: false,
  toAcknowledge: false,
  toReport: false,
  open: false,
  urgentOpen: false,
  duty: null,
  dueAt: null,
  overdueSuperiorId: null,
} as const;

function owed({ terms, state }: DirectivePart, receipt: ReceiptPart, shown: ReceiptState) {
  if (state !== 'issued' || shown === 'transferred') return nothingOwed;
  const { openedAt, acknowledgedAt, status, reportDueAt, overdue } = receipt.receipt;
  const toAcknowledge = acknowledgedAt === null;
  const toReport = terms.reportDueAt !== undefined && status !== 'reported';
  const reportDue = reportDueAt ?? terms.reportDueAt ?? null;
  const duty: ReceiptDuty | null = toAcknowledge ? 'acknowledge' : toReport ? 'report' : null;
  const dueAt = toAcknowledge ? terms.acknowledgeDueAt : toReport ? reportDue : null;
  const late = (toAcknowledge && overdue.includes('acknowledge')) || (toReport && overdue.includes('report'));
  return {
    unread: openedAt === null,
    toAcknowledge,
    toReport,
    open: duty !== null,
    urgentOpen: duty !== null && terms.urgent,
    duty,
    dueAt,
    overdueSuperiorId: late ? receipt.superiorId : null,
  };
}

/** The whole row from its two parts. */
export function inboxRow(directiveId: string, organizationId: string, directive: DirectivePart | null, receipt: ReceiptPart | null): InboxRow {
  const row = { directiveId, organizationId, directive, receipt };
  if (directive === null) return { ...row, ...nothingOwed, role: null, level: null, path: null, issuedAt: null, state: null, acknowledgeSeconds: null };
  const { terms, role, ancestors } = directive;
  const about = { ...row, role, path: pathOf(ancestors), issuedAt: terms.issuedAt };
  if (role === 'informed') return { ...about, ...nothingOwed, level: null, state: null, acknowledgeSeconds: null };
  const current = currentReceipt(row);
  const state = stateOf(directive, current);
  const gone = state === 'transferred' || state === 'cancelled';
  const { acknowledgedAt } = current.receipt;
  const seconds = acknowledgedAt === null || gone ? null : Math.floor((instantMs(acknowledgedAt) - instantMs(terms.issuedAt)) / 1000);
  return { ...about, level: directive.level, state, acknowledgeSeconds: seconds, ...owed(directive, current, state) };
}

/** What the addressee's directive asks of it, for commands on its receipt. */
export const dutyOf = ({ directiveId, organizationId, directive }: InboxRow): Duty | undefined =>
  directive?.role !== 'addressee'
    ? undefined
    : {
        directiveId,
        organizationId,
        directiveState: directive.state,
        acknowledgeDueAt: directive.terms.acknowledgeDueAt,
        reportDueAt: directive.terms.reportDueAt,
        textVersion: directive.terms.textVersion,
      };
