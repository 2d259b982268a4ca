import type { AddresseeRule, DirectiveIssued } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { endOfDay, ensure } from '@zhitong/kernel';
import type { Scope } from './addressees.ts';
import type { DirectiveEvent, Forward, Sent } from './directive-state.ts';
import type { DirectiveSettings } from './directive-clock.ts';

/** On the stream of the root, so that nobody is addressed twice by two who forward at once. */
export interface ForwardDirective {
  readonly type: 'ForwardDirective';
  readonly at: string;
  readonly actorId: string;
  /** Received by the forwarding organization: the root or a copy. */
  readonly parentDirectiveId: string;
  readonly childDirectiveId: string;
  readonly organizationId: string;
  readonly organizationLevel: string;
  /** From the city down to the forwarding organization, both trees. */
  readonly ancestorIds: readonly string[];
  readonly isAddressee: boolean;
  readonly scope: Scope;
  readonly treeVersion: number;
  readonly offenderId?: string | undefined;
  /** New addressees as far as known when the command was made. */
  readonly addresseeCount: number;
  readonly noteRef?: string | undefined;
  readonly acknowledgeDueAt?: string | undefined;
  readonly reportDueOn?: string | undefined;
  readonly settings: DirectiveSettings;
}

export interface IssueForwarded {
  readonly type: 'IssueForwarded';
  readonly issued: DirectiveIssued;
}

/** LINK-06: only where the issuer allowed it, inside the own subtree, text unchanged, deadlines not later. */
export function forward(root: Sent, command: ForwardDirective): readonly DirectiveEvent[] {
  ensure(root.forwardingAllowed, 'FORWARDING_FORBIDDEN', 'The issuer does not allow forwarding.');
  ensure(command.isAddressee, 'OUT_OF_SCOPE', 'Only an addressee may forward.', { organizationId: command.organizationId });
  const hops = hopsOf(root, command.parentDirectiveId) + 1;
  ensure(hops <= command.settings.maxHops, 'HOP_LIMIT', 'This directive was forwarded as often as it may be.', { maxHops: command.settings.maxHops });
  ensure(command.offenderId === undefined, 'OUT_OF_SCOPE', 'Forwarding stays inside the own subtree.', { organizationId: command.offenderId ?? null });
  ensure(command.addresseeCount > 0 || command.noteRef !== undefined, 'EMPTY_SCOPE', 'Everyone in this scope is addressed already.');
  return [
    {
      type: 'DirectiveForwarded',
      data: {
        directiveId: root.directiveId,
        childDirectiveId: command.childDirectiveId,
        parentDirectiveId: command.parentDirectiveId,
        ancestorIds: [...command.ancestorIds],
        hops,
        noteRef: command.noteRef,
        terms: childTerms(root, command),
        addressees: childRule(root, command),
        titleRef: root.titleRef,
        textRef: root.textRef,
        textHash: root.textHash,
        forwardedById: command.actorId,
        addresseeCount: command.addresseeCount,
      },
    },
  ];
}

function hopsOf(root: Sent, parentDirectiveId: string): number {
  if (parentDirectiveId === root.directiveId) return root.hops;
  const parent = root.forwards.find(({ childDirectiveId }) => childDirectiveId === parentDirectiveId);
  ensure(parent !== undefined, 'NOT_FOUND', 'There is no such directive.');
  return parent.hops;
}

function childTerms(root: Sent, { at, organizationId, organizationLevel, acknowledgeDueAt, reportDueOn }: ForwardDirective) {
  const limit = root.terms;
  const report = reportDueOn === undefined ? limit.reportDueAt : endOfDay(reportDueOn);
  const acknowledge = acknowledgeDueAt ?? limit.acknowledgeDueAt;
  const late = acknowledge > limit.acknowledgeDueAt || (report !== undefined && report > (limit.reportDueAt ?? ''));
  ensure(!late, 'DEADLINE_TOO_LATE', 'A forwarded directive is due no later than its original.', { latest: limit.acknowledgeDueAt });
  return { ...limit, issuerId: organizationId, issuerLevel: organizationLevel, issuedAt: at, acknowledgeDueAt: acknowledge, reportDueAt: report };
}

type Forwarder = Pick<ForwardDirective, 'organizationId' | 'ancestorIds'>;

/** Two forwarders can reach the same organization only when one stands above the other. */
const related = (earlier: Forward, { organizationId, ancestorIds }: Forwarder) =>
  ancestorIds.includes(earlier.issuerId) || earlier.ancestorIds.includes(organizationId);

/** Rules whose addressees a new forwarding leaves out. */
export const earlierRules = (root: Sent, forwarder: Forwarder): readonly AddresseeRule[] =>
  [root.addressees, ...root.forwards.filter((earlier) => related(earlier, forwarder)).map(({ addressees }) => addressees)].map(flat);

/** The rules a rule excludes are named beside it: no need to nest them. */
const flat = (rule: AddresseeRule): AddresseeRule => ({ ...rule, without: [] });

const childRule = (root: Sent, command: ForwardDirective): AddresseeRule => ({
  treeVersion: command.treeVersion,
  issuerId: command.organizationId,
  clauses: [...command.scope.clauses],
  excludeIds: [...command.scope.excludeIds],
  without: [...earlierRules(root, command)],
  addedIds: [],
  leftIds: [],
});
