import { ensure } from '@zhitong/kernel';
import type { IssueDirective } from './directive.commands.ts';
import type { Directive, DirectiveEvent } from './directive-state.ts';
import { acknowledgeDueAt, reportDueAt } from './directive-clock.ts';

/** Kinds that cost the addressee work; notices and guides do not count against the burden cap. */
export const burdensome = (kind: string) => kind === 'task' || kind === 'survey';

/** From a draft to all addressees at once (LINK-01, LINK-02, LINK-05, LINK-07). */
export function issue(state: Directive, command: IssueDirective): readonly DirectiveEvent[] {
  ensure(state.status === 'draft', 'STATE_NOT_ALLOWED', 'Only a draft can be issued.', { state: state.status });
  const { draft } = state;
  const { at, settings } = command;
  ensure(command.offenderId === undefined, 'OUT_OF_SCOPE', 'The issuer may not address this organization.', { organizationId: command.offenderId ?? null });
  ensure(command.addresseeCount > 0, 'EMPTY_SCOPE', 'The scope reaches nobody.');
  ensureSecondPerson(draft, command);
  const warnings = askedBeforeWarnings(draft.reportDueOn, command);
  const due = draft.reportDueOn === undefined ? undefined : reportDueAt(at, draft.reportDueOn, settings.minReportWorkdays, settings.calendar);
  return [
    {
      type: 'DirectiveIssued',
      data: {
        directiveId: draft.directiveId,
        terms: {
          issuerId: draft.issuerId,
          issuerLevel: command.issuerLevel,
          kind: draft.kind,
          urgent: draft.urgent,
          view: command.view,
          issuedAt: at,
          acknowledgeDueAt: acknowledgeDueAt(at, draft.urgent, settings),
          reportDueAt: due,
          textVersion: 1,
          rootDirectiveId: draft.directiveId,
        },
        addressees: {
          treeVersion: command.treeVersion,
          issuerId: draft.issuerId,
          clauses: draft.clauses,
          excludeIds: draft.excludeIds,
          without: [],
          addedIds: [],
          leftIds: [],
        },
        addresseeCount: command.addresseeCount,
        titleRef: draft.titleRef,
        textRef: draft.textRef,
        textHash: draft.textHash,
        forwardingAllowed: draft.forwardingAllowed,
        topicCode: draft.topicCode,
        issuedById: command.actorId,
        burden: command.burden,
        parentDirectiveId: undefined,
        hops: 0,
        noteRef: undefined,
        reasonCode: command.reasonCode,
        guide: draft.guide,
        warnings,
      },
    },
  ];
}

function ensureSecondPerson({ kind, draftedById }: { kind: string; draftedById: string }, { actorId, burden, settings }: IssueDirective): void {
  const over = burdensome(kind) && burden > settings.burdenCap;
  ensure(!over || actorId !== draftedById, 'SECOND_PERSON_REQUIRED', 'Addressees carry many tasks already; a second person must issue this one.', {
    burden,
    cap: settings.burdenCap,
  });
}

function askedBeforeWarnings(reportDueOn: string | undefined, { askedBefore, reasonCode }: IssueDirective): string[] {
  if (reportDueOn === undefined || !askedBefore) return [];
  ensure(reasonCode !== undefined, 'REASON_REQUIRED', 'The same was asked not long ago; say why it is asked again.', { warning: 'REPORT_ASKED_BEFORE' });
  return ['REPORT_ASKED_BEFORE'];
}
