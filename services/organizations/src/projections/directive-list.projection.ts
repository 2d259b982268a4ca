import { askedAgainReasons, directiveStates, type AskedAgainReason, type DirectiveState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import type { AddresseeRule, DirectiveTerms, DraftedGuide } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { amend, defineProjection, drop, from, put, type Recorded } from '@zhitong/eventing';
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
  /** Why the same is asked again so soon (LINK-07); a code from before there was a list is not shown. */
  readonly askedAgainReason: AskedAgainReason | null;
  /** Costs the addressee work: counts against the burden cap (LINK-01). */
  readonly burdens: boolean;
  readonly earlier: readonly EarlierText[];
  /** Whom a draft is meant for; null once it was sent. */
  readonly draftScope: Scope | null;
  /** Of a topic guide: its quarter and its topics. */
  readonly guide: { readonly quarter: string; readonly topicCodes: readonly string[] } | null;
  /** Of the directive's stream, for If-Match: rises with every event, also those that change nothing else here. */
  readonly version: number;
}

type Row = Omit<DirectiveListRow, 'version'>;
type Data<Type extends DirectiveEvent['type']> = DataOf<DirectiveEvent, Type>;

const guideOf = (guide: DraftedGuide | undefined): Row['guide'] => (guide === undefined ? null : { quarter: guide.quarterCode, topicCodes: guide.topicCodes });

const askedAgain = (code = ''): Row['askedAgainReason'] => (askedAgainReasons.has(code) ? code : null);

const drafted = (data: Data<'DirectiveDrafted'>): Row => ({
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
  askedAgainReason: null,
  burdens: false,
  earlier: [],
  draftScope: { clauses: data.clauses, excludeIds: data.excludeIds },
  guide: guideOf(data.guide),
});

function issued(data: Data<'DirectiveIssued'>): Row {
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
    askedAgainReason: askedAgain(data.reasonCode),
    burdens: burdensome(kind),
    earlier: [],
    draftScope: null,
    guide: guideOf(data.guide),
  };
}

function amended(row: Row, data: Data<'DirectiveAmended'>): Row {
  const { textRef, textHash } = row;
  const replaced = { textVersion: row.terms?.textVersion ?? 1, textRef, textHash, replacedAt: data.amendedAt };
  return { ...row, terms: required(data.terms), textRef: data.textRef, textHash: data.textHash, earlier: [...row.earlier, replaced] };
}

type Happened = Recorded<DirectiveEvent>;
const set = ({ data: { directiveId }, version }: Happened, row: Row) => put<DirectiveListRow>(directiveId, { ...row, version });
const change = ({ data: { directiveId }, version }: Happened, fold: (row: Row) => Row) =>
  amend<DirectiveListRow>(directiveId, (row) => ({ ...fold(row), version }));
const seen = (event: Happened) => change(event, (row) => row);
const end = (event: Happened, state: string, recallReasonRef: string | null) =>
  change(event, (row) => ({ ...row, state: directiveStates.parse(state), recallReasonRef }));

/** One row per directive: what was issued by whom, its text by reference, its rule and terms. */
export const directiveList = defineProjection<DirectiveListRow>({
  name: 'directive-list',
  version: 5,
  indexes: [
    ['issuerId', 'sortAt'],
    ['issuerId', 'state', 'sortAt'],
    ['issuerId', 'burdens', 'issuedAt'],
    ['topicCode', 'issuedAt'],
    ['rootDirectiveId', 'sortAt'],
  ],
  sources: [
    from<DirectiveEvent>(aggregates.organizations.directive)<DirectiveListRow>({
      DirectiveDrafted: (event) => set(event, drafted(event.data)),
      DirectiveDiscarded: ({ data }) => drop(data.directiveId),
      DirectiveIssued: (event) => set(event, issued(event.data)),
      DirectiveAmended: (event) => change(event, (row) => amended(row, event.data)),
      DirectiveForwarded: seen,
      DirectiveReminded: seen,
      DirectiveMomentPassed: seen,
      DirectiveDutyMoved: (event) =>
        change(event, (row) => ({ ...row, rule: row.rule && movedRule(row.rule, event.data.fromOrganizationId, event.data.toOrganizationId) })),
      DirectiveRecalled: (event) => end(event, 'recalled', event.data.reasonRef),
      DirectiveClosed: (event) => end(event, 'closed', null),
    }),
  ],
  /** A copy with a note is a supplement of the text it came from, and arrives after the forwarding itself was seen. */
  announce: ({ directiveId, rootDirectiveId }) => [...new Set([directiveId, rootDirectiveId])].map((id) => `directive:${id}`),
});
