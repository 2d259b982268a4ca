import type { DirectiveDrafted } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { assertNever, ensure, type DataOf, type Decider } from '@zhitong/kernel';
import { amend } from './amend-directive.ts';
import { childrenOf, movedRule, required, type Directive, type DirectiveEvent, type Forward, type Sent } from './directive-state.ts';
import type { DirectiveCommand } from './directive.commands.ts';
import { forward } from './forward-directive.ts';
import { issue } from './issue-directive.ts';

function decide(state: Directive, command: DirectiveCommand): readonly DirectiveEvent[] {
  if (command.type === 'DraftDirective') return draft(state, command.draft);
  if (command.type === 'IssueForwarded') return state.status === 'absent' ? [{ type: 'DirectiveIssued', data: command.issued }] : [];
  ensure(state.status !== 'absent', 'NOT_FOUND', 'There is no such directive.');
  if (command.type === 'EditDraft' || command.type === 'DiscardDraft') return changeDraft(state, command);
  if (command.type === 'IssueDirective') return issue(state, command);
  if (command.type === 'PassMoment' || command.type === 'MoveDuty') return state.status === 'issued' ? housekeeping(state, command) : [];
  if (command.type === 'CloseDirective' && state.status === 'closed') return [];
  ensure(state.status === 'issued', 'STATE_NOT_ALLOWED', 'Only an issued directive can do this.', { state: state.status });
  switch (command.type) {
    case 'ForwardDirective':
      return forward(state, command);
    case 'AmendDirective':
      return amend(state, command);
    case 'RemindDirective':
      return remind(state, command.at, command.today);
    case 'RecallDirective':
      return recall(state, command.reasonRef, command.at);
    case 'CloseDirective':
      if (command.textVersion !== undefined && command.textVersion !== state.terms.textVersion) return [];
      return [{ type: 'DirectiveClosed', data: { ...about(state), causeCode: command.cause, closedAt: command.at } }];
    default:
      return assertNever(command);
  }
}

function recall(state: Sent, reasonRef: string, recalledAt: string): readonly DirectiveEvent[] {
  const { quarterCode } = state;
  return [{ type: 'DirectiveRecalled', data: { ...about(state), reasonRef, childDirectiveIds: childrenOf(state), recalledAt, quarterCode } }];
}

function draft(state: Directive, data: DirectiveDrafted): readonly DirectiveEvent[] {
  ensure(state.status === 'absent', 'STATE_NOT_ALLOWED', 'This directive was drafted already.');
  return drafted(data);
}

/** Nobody has seen a draft: the last one to write it is who drafted it, also for the burden cap. */
function changeDraft(state: Directive, command: Extract<DirectiveCommand, { type: 'EditDraft' | 'DiscardDraft' }>): readonly DirectiveEvent[] {
  ensure(state.status === 'draft', 'STATE_NOT_ALLOWED', 'Only a draft can be changed or thrown away.', { state: state.status });
  if (command.type === 'EditDraft') return drafted(command.draft);
  const { directiveId, guide } = state.draft;
  return [{ type: 'DirectiveDiscarded', data: { directiveId, discardedById: command.actorId, discardedAt: command.at, quarterCode: guide?.quarterCode } }];
}

function drafted(data: DirectiveDrafted): readonly DirectiveEvent[] {
  const needsReport = data.kind === 'survey';
  ensure(!needsReport || data.reportDueOn !== undefined, 'REPORT_DATE_REQUIRED', 'A survey names the day its report is due.');
  const isGuide = data.kind === 'topicGuide';
  ensure(isGuide === (data.guide !== undefined), 'GUIDE_MISMATCH', 'A topic guide names its quarter and its topics, another directive none.', {
    field: 'guide',
  });
  return [{ type: 'DirectiveDrafted', data }];
}

function remind({ directiveId, remindedOn }: Sent, at: string, today: string): readonly DirectiveEvent[] {
  ensure(remindedOn === null || remindedOn < today, 'ALREADY_REMINDED_TODAY', 'One reminder a day is enough.', { remindedOn });
  return [{ type: 'DirectiveReminded', data: { directiveId, remindedOn: today, remindedAt: at } }];
}

const about = ({ directiveId, addressees }: Sent) => ({ directiveId, addressees });

function housekeeping(state: Sent, command: Extract<DirectiveCommand, { type: 'PassMoment' | 'MoveDuty' }>): readonly DirectiveEvent[] {
  const { directiveId, terms, addressees, passed } = state;
  if (command.type === 'PassMoment') {
    const { at: passedAt, moment: momentCode, textVersion } = command;
    if (textVersion !== terms.textVersion || passed.includes(momentCode)) return [];
    return [{ type: 'DirectiveMomentPassed', data: { directiveId, momentCode, textVersion, passedAt } }];
  }
  const { at: movedAt, fromOrganizationId, toOrganizationId, treeVersion } = command;
  if (addressees.leftIds.includes(fromOrganizationId)) return [];
  const to = toOrganizationId === undefined || addressees.addedIds.includes(toOrganizationId) ? undefined : toOrganizationId;
  const data = { directiveId, fromOrganizationId, toOrganizationId: to, terms, treeVersion, movedAt };
  return [{ type: 'DirectiveDutyMoved', data }];
}

function evolve(state: Directive, event: DirectiveEvent): Directive {
  if (event.type === 'DirectiveDrafted') return { status: 'draft', draft: event.data };
  if (event.type === 'DirectiveDiscarded') return { status: 'absent' };
  if (event.type === 'DirectiveIssued') return { status: 'issued', ...sent(event.data) };
  if (state.status === 'absent' || state.status === 'draft') return state;
  switch (event.type) {
    case 'DirectiveForwarded':
      return { ...state, forwards: [...state.forwards, forwardOf(event.data)] };
    case 'DirectiveAmended':
      return {
        ...state,
        terms: required(event.data.terms),
        textRef: event.data.textRef,
        textHash: event.data.textHash,
        passed: event.data.material ? [] : state.passed,
      };
    case 'DirectiveReminded':
      return { ...state, remindedOn: event.data.remindedOn };
    case 'DirectiveMomentPassed':
      return { ...state, passed: [...state.passed, event.data.momentCode] };
    case 'DirectiveDutyMoved':
      return { ...state, addressees: movedRule(state.addressees, event.data.fromOrganizationId, event.data.toOrganizationId) };
    case 'DirectiveRecalled':
      return { ...state, status: 'recalled' };
    case 'DirectiveClosed':
      return { ...state, status: 'closed' };
    default:
      return assertNever(event);
  }
}

const sent = (data: DataOf<DirectiveEvent, 'DirectiveIssued'>): Sent => ({
  directiveId: data.directiveId,
  terms: required(data.terms),
  addressees: required(data.addressees),
  titleRef: data.titleRef,
  textRef: data.textRef,
  textHash: data.textHash,
  forwardingAllowed: data.forwardingAllowed,
  hops: data.hops,
  quarterCode: data.guide?.quarterCode,
  forwards: [],
  remindedOn: null,
  passed: [],
});

const forwardOf = (data: DataOf<DirectiveEvent, 'DirectiveForwarded'>): Forward => ({
  childDirectiveId: data.childDirectiveId,
  issuerId: required(data.terms).issuerId,
  ancestorIds: data.ancestorIds,
  hops: data.hops,
  addressees: required(data.addressees),
});

/** One directive from draft to close (requirements 2.1): `draft -> issued -> closed | recalled`. */
export const directiveDecider: Decider<Directive, DirectiveCommand, DirectiveEvent> = { initial: { status: 'absent' }, decide, evolve };
