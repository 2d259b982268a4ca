import { directiveCommands } from './application/directive-commands.ts';
import { directiveQueries } from './application/directive-queries.ts';
import { inboxQueries } from './application/inbox-queries.ts';
import { ownDigestUseCases } from './application/own-digest.ts';
import { guideQueries } from './application/guides.ts';
import { receiptCommands } from './application/receipt-commands.ts';
import { requestCommands } from './application/request-commands.ts';
import { requestReports } from './application/request-figures.ts';
import { requestQueries } from './application/request-queries.ts';
import { digestStream } from './domain/digest/digest.stream.ts';
import { directiveStream } from './domain/directive/directive.stream.ts';
import { guideStream } from './domain/guide/guide.stream.ts';
import { receiptStream } from './domain/receipt/receipt.stream.ts';
import { requestStream } from './domain/request/request.stream.ts';
import { digestRoundDeadline } from './policies/digest-round.deadline.ts';
import { directiveMoment } from './policies/directive-moment.deadline.ts';
import { guideEnd } from './policies/guide-end.deadline.ts';
import { requestClock } from './policies/request-clock.deadline.ts';
import { returnedReport } from './policies/returned-report.deadline.ts';
import { whenDirectiveChangedThenChangeCopies } from './policies/when-directive-changed-then-change-copies.policy.ts';
import { whenDirectiveRemindedThenRemindAddressees } from './policies/when-directive-reminded-then-remind-addressees.policy.ts';
import { whenDirectiveWithdrawnThenWithdrawGuide } from './policies/when-directive-withdrawn-then-withdraw-guide.policy.ts';
import { whenOrganizationDissolvedThenTransferDuties } from './policies/when-organization-dissolved-then-transfer-duties.policy.ts';
import { whenReceiptCompletedThenCloseDirective } from './policies/when-receipt-completed-then-close-directive.policy.ts';
import { digestReaders } from './projections/digest-readers.projection.ts';
import { directiveInbox } from './projections/directive-inbox.projection.ts';
import { directiveList } from './projections/directive-list.projection.ts';
import { guideList } from './projections/guide-list.projection.ts';
import { requestFigures } from './projections/request-figures.projection.ts';
import { requestInvolvement } from './projections/request-involvement.projection.ts';
import { requestList } from './projections/request-list.projection.ts';

/** Four-level direct connection (四级直联): what the service of the organizations runs for requirements section 2. */
export const linkStreams = [directiveStream, receiptStream, guideStream, requestStream, digestStream] as const;
export const linkProjections = [directiveList, directiveInbox, guideList, requestList, requestInvolvement, requestFigures, digestReaders] as const;
export const linkPolicies = [
  whenDirectiveChangedThenChangeCopies,
  whenDirectiveRemindedThenRemindAddressees,
  whenReceiptCompletedThenCloseDirective,
  whenDirectiveWithdrawnThenWithdrawGuide,
  whenOrganizationDissolvedThenTransferDuties,
] as const;
export const linkDeadlines = [directiveMoment, returnedReport, guideEnd, requestClock, digestRoundDeadline] as const;
export const linkUseCases = [
  ...directiveCommands,
  ...receiptCommands,
  ...directiveQueries,
  ...guideQueries,
  ...requestCommands,
  ...requestQueries,
  ...requestReports,
  ...inboxQueries,
  ...ownDigestUseCases,
] as const;
