import { hasTerms, isWorking } from '@zhitong/catalogue';
import { addMonths, ensure, ensureFiled, ensureNotAhead, Rejected, shanghaiDate } from '@zhitong/kernel';
import type { ApproveShift, ConfirmReminder, EnterTerm, ExpectFirst, PassTermMoment, RequestShift } from './term.commands.ts';
import { ensureTerms, termOf } from './term-length.ts';
import { runningTerm, type TermEvent, type Terms } from './term-state.ts';

/** ORG-16. */
export function expectFirst({ firstDueOn, term }: Terms, { organizationId, kind, dueOn }: ExpectFirst): readonly TermEvent[] {
  if (!hasTerms(kind) || firstDueOn !== null || term !== null) return [];
  return [{ type: 'FirstElectionExpected', data: { organizationId, dueOn } }];
}

/** ORG-16. */
export function enterTerm({ term, election }: Terms, command: EnterTerm): readonly TermEvent[] {
  const { organizationId, organizationState, termId, startsOn, filing, byId } = command;
  if (term?.termId === termId) return [];
  ensureTerms(command);
  ensure(isWorking(organizationState), 'STATE_NOT_ALLOWED', 'The organization is not active.', { state: organizationState });
  ensure(term === null && election === null, 'TERM_EXISTS', 'A term is running, or its election is under way.', { termId: term?.termId ?? null });
  ensureFiled(startsOn, filing);
  return [{ type: 'TermStarted', data: { organizationId, termId, ...termOf(command, startsOn), startedById: byId, lateReasonRef: filing.reasonRef } }];
}

/** ORG-17: until a result is recorded, each rung once for the expiry that stands. */
export function passTermMoment({ term, election }: Terms, command: PassTermMoment): readonly TermEvent[] {
  const { organizationId, termId, expiresOn, daysBefore, scheduledAt, at } = command;
  const stands = term?.termId === termId && term.expiresOn === expiresOn && at >= scheduledAt && (election?.round ?? 0) === 0;
  if (!stands) return [];
  if (daysBefore === null) return term.overdue ? [] : [{ type: 'TermOverdue', data: { organizationId, termId, expiredOn: expiresOn } }];
  if (term.reminded.includes(daysBefore)) return [];
  return [{ type: 'TermExpiryReminderIssued', data: { organizationId, termId, expiresOn, daysBefore, scheduledAt } }];
}

/** ORG-17: the organization above says how it has reminded; of the first rung. */
export function confirmReminder(terms: Terms, { organizationId, means, confirmedOn, at, byId }: ConfirmReminder): readonly TermEvent[] {
  const { termId, reminded, confirmed } = runningTerm(terms);
  const daysBefore = Math.max(...reminded);
  ensure(reminded.length > 0, 'STATE_NOT_ALLOWED', 'Nobody has been reminded yet.');
  if (confirmed.includes(daysBefore)) return [];
  ensureNotAhead(confirmedOn, at);
  return [{ type: 'ReminderConfirmed', data: { organizationId, termId, daysBefore, meansCode: means, confirmedOn, confirmedById: byId } }];
}

/** ORG-18: at most a year either side, once a term, before it is over. */
export function requestShift(terms: Terms, { organizationId, toOn, reasonCode, maxShiftMonths, at, byId }: RequestShift): readonly TermEvent[] {
  const { termId, expiresOn, shifted } = runningTerm(terms);
  const [earliest, latest] = [addMonths(expiresOn, -maxShiftMonths), addMonths(expiresOn, maxShiftMonths)];
  ensure(shanghaiDate(at) <= expiresOn, 'TERM_ALREADY_OVERDUE', 'The term is over already.', { expiresOn });
  ensure(!shifted, 'ALREADY_SHIFTED', 'A term is shifted once.', { expiresOn });
  ensure(terms.election === null, 'STATE_NOT_ALLOWED', 'The election is called already.');
  ensure(toOn >= earliest && toOn <= latest, 'SHIFT_OVER_1_YEAR', 'An election is earlier or later by a year at most.', { earliest, latest });
  ensure(toOn >= shanghaiDate(at), 'DATE_PASSED', 'The date has passed.', { today: shanghaiDate(at) });
  return [{ type: 'TermShiftRequested', data: { organizationId, termId, toOn, reasonCode, requestedById: byId } }];
}

/** ORG-18. */
export function approveShift(terms: Terms, { organizationId, at, byId }: ApproveShift): readonly TermEvent[] {
  const { termId, expiresOn, shift } = runningTerm(terms);
  if (shift === null) throw new Rejected('STATE_NOT_ALLOWED', 'Nobody has asked for another date.');
  ensure(shift.requestedById !== byId, 'SELF_APPROVAL', 'Who asked for it cannot approve it.');
  ensure(shanghaiDate(at) <= expiresOn, 'TERM_ALREADY_OVERDUE', 'The term is over already.', { expiresOn });
  return [{ type: 'TermShiftApproved', data: { organizationId, termId, fromOn: expiresOn, toOn: shift.toOn, approvedById: byId } }];
}
