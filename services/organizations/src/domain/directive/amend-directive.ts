import { ensure, shanghaiDate } from '@zhitong/kernel';
import type { AmendDirective } from './directive.commands.ts';
import { childrenOf, type DirectiveEvent, type Sent } from './directive-state.ts';
import { acknowledgeDueAt, reportDueAt } from './directive-clock.ts';

/** A new text; a material one starts the clocks and the receipts again (LINK-08). */
export function amend(state: Sent, command: AmendDirective): readonly DirectiveEvent[] {
  const isCopy = state.terms.rootDirectiveId !== state.directiveId;
  ensure(!isCopy || command.follows !== undefined, 'STATE_NOT_ALLOWED', 'A forwarded text is amended by its first issuer only.');
  ensure(command.material || command.reportDueOn === undefined, 'DEADLINE_UNCHANGED', 'Only a material amendment moves a deadline.');
  if (command.textHash === state.textHash) return [];
  const { directiveId, addressees } = state;
  return [
    {
      type: 'DirectiveAmended',
      data: {
        directiveId,
        material: command.material,
        terms: command.material ? restarted(state, command) : state.terms,
        addressees,
        textRef: command.textRef,
        textHash: command.textHash,
        childDirectiveIds: childrenOf(state),
        amendedAt: command.at,
      },
    },
  ];
}

function restarted({ terms }: Sent, { at, reportDueOn, follows, settings }: AmendDirective) {
  const textVersion = terms.textVersion + 1;
  if (follows !== undefined) {
    const { issuedAt, acknowledgeDueAt, reportDueAt: rootReportDueAt } = follows;
    return { ...terms, textVersion, issuedAt, acknowledgeDueAt, reportDueAt: terms.reportDueAt === undefined ? undefined : rootReportDueAt };
  }
  const dueOn = reportDueOn ?? (terms.reportDueAt === undefined ? undefined : shanghaiDate(terms.reportDueAt));
  const due = dueOn === undefined ? undefined : reportDueAt(at, dueOn, settings.minReportWorkdays, settings.calendar);
  return { ...terms, textVersion, issuedAt: at, acknowledgeDueAt: acknowledgeDueAt(at, terms.urgent, settings), reportDueAt: due };
}
