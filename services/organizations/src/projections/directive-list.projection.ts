import { directiveStates, type DirectiveState } from '@zhitong/catalogue';
import type { AddresseeRule, DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { amend, defineProjection, drop, from, ignore, put } from '@zhitong/eventing';
import type { DataOf } from '@zhitong/kernel';
import type { Scope } from '../domain/directive/addressees.ts';
import { movedRule, required, type DirectiveEvent } from '../domain/directive/directive-state.ts';
import { burdensome } from '../domain/directive/issue-directive.ts';

interface EarlierText {
  readonly textVersion: number;
  readonly textRef: string;
  readonly textHash: string;
  readonly replacedAt: string;
}

export interface DirectiveListRow {
  readonly directiveId: string;
  readonly issuerId: string;
  readonly state: DirectiveState;
  readonly kind: string;
  readonly urgent: boolean;
  readonly titleRef: string;
  readonly textRef: string;
  readonly textHash: string;
  readonly topicCode: string | null;
  readonly forwardingAllowed: boolean;
  /** Null while it is a draft. */
  readonly terms: DirectiveTerms | null;
  readonly rule: AddresseeRule | null;
  readonly issuerLevel: string | null;
  readonly rootDirectiveId: string;
  readonly issuedAt: string | null;
  /** Issue, or the drafting of what was not issued yet. */
  readonly sortAt: string;
  readonly addressees: number;
  readonly hops: number;
  readonly noteRef: string | null;
  readonly recallReasonRef: string | null;
  /** Costs the addressee work: counts against the burden cap (LINK-01). */
  readonly burdens: boolean;
  readonly earlier: readonly EarlierText[];
  /** Whom a draft is meant for; null once it was sent. */
  readonly draftScope: Scope | null;
}

type Data<Type extends DirectiveEvent['type']> = DataOf<DirectiveEvent, Type>;

const drafted = (data: Data<'DirectiveDrafted'>): DirectiveListRow => ({
  directiveId: data.directiveId,
  issuerId: data.issuerId,
  state: 'draft',
  kind: data.kind,
  urgent: data.urgent,
  titleRef: data.titleRef,
  textRef: data.textRef,
  textHash: data.textHash,
  topicCode: data.topicCode ?? null,
  forwardingAllowed: data.forwardingAllowed,
  terms: null,
  rule: null,
  issuerLevel: null,
  rootDirectiveId: data.directiveId,
  issuedAt: null,
  sortAt: data.draftedAt,
  addressees: 0,
  hops: 0,
  noteRef: null,
  recallReasonRef: null,
  burdens: false,
  earlier: [],
  draftScope: { clauses: data.clauses, excludeIds: data.excludeIds },
});

function issued(data: Data<'DirectiveIssued'>): DirectiveListRow {
  const terms = required(data.terms);
  const { issuerId, issuerLevel, kind, urgent, rootDirectiveId, issuedAt } = terms;
  return {
    directiveId: data.directiveId,
    issuerId,
    issuerLevel,
    state: 'issued',
    kind,
    urgent,
    titleRef: data.titleRef,
    textRef: data.textRef,
    textHash: data.textHash,
    topicCode: data.topicCode ?? null,
    forwardingAllowed: data.forwardingAllowed,
    terms,
    rule: required(data.addressees),
    rootDirectiveId,
    issuedAt,
    sortAt: issuedAt,
    addressees: data.addresseeCount,
    hops: data.hops,
    noteRef: data.noteRef ?? null,
    recallReasonRef: null,
    burdens: burdensome(kind),
    earlier: [],
    draftScope: null,
  };
}

function amended(row: DirectiveListRow, data: Data<'DirectiveAmended'>): DirectiveListRow {
  const { textRef, textHash } = row;
  const replaced = { textVersion: row.terms?.textVersion ?? 1, textRef, textHash, replacedAt: data.amendedAt };
  return { ...row, terms: required(data.terms), textRef: data.textRef, textHash: data.textHash, earlier: [...row.earlier, replaced] };
}

const end = (directiveId: string, state: string, recallReasonRef: string | null) =>
  amend<DirectiveListRow>(directiveId, (row) => ({ ...row, state: directiveStates.parse(state), recallReasonRef }));

/** One row per directive: what was issued by whom, its text by reference, its rule and terms. */
export const directiveList = defineProjection<DirectiveListRow>({
  name: 'directive-list',
  version: 2,
  indexes: [
    ['issuerId', 'sortAt'],
    ['issuerId', 'state', 'sortAt'],
    ['issuerId', 'burdens', 'issuedAt'],
    ['topicCode', 'issuedAt'],
    ['rootDirectiveId', 'sortAt'],
  ],
  sources: [
    from<DirectiveEvent>(
      'organizations',
      'directive',
    )<DirectiveListRow>({
      DirectiveDrafted: ({ data }) => put(data.directiveId, drafted(data)),
      DirectiveDiscarded: ({ data }) => drop(data.directiveId),
      DirectiveIssued: ({ data }) => put(data.directiveId, issued(data)),
      DirectiveAmended: ({ data }) => amend(data.directiveId, (row) => amended(row, data)),
      DirectiveForwarded: ignore,
      DirectiveReminded: ignore,
      DirectiveMomentPassed: ignore,
      DirectiveDutyMoved: ({ data }) =>
        amend(data.directiveId, (row) => ({ ...row, rule: row.rule && movedRule(row.rule, data.fromOrganizationId, data.toOrganizationId) })),
      DirectiveRecalled: ({ data }) => end(data.directiveId, 'recalled', data.reasonRef),
      DirectiveClosed: ({ data }) => end(data.directiveId, 'closed', null),
    }),
  ],
  announce: ({ directiveId }) => [`directive:${directiveId}`],
});
