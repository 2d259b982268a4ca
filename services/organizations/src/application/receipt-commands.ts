import * as operations from '@zhitong/catalogue/operations/directives.ts';
import { Rejected } from '@zhitong/kernel';
import { useCase, type Kit } from '@zhitong/platform';
import { isAddressed, treesOf } from '../domain/directive/addressees.ts';
import type { Duty } from '../domain/receipt/receipt.decider.ts';
import { receiptId, receiptStream } from '../domain/receipt/receipt.stream.ts';
import { asIssuer, sentDirective } from './sent-directive.ts';

/** What the directive asks of one addressee; for everybody else there is nothing here. */
async function dutyAt(kit: Kit, directiveId: string, organizationId: string): Promise<Duty> {
  const { status, terms, addressees } = await sentDirective(kit, directiveId);
  const addressed = isAddressed(await treesOf(kit.tree, addressees), addressees, organizationId);
  if (!addressed) throw new Rejected('NOT_FOUND', 'This directive is not addressed to the organization.');
  const { acknowledgeDueAt, reportDueAt, textVersion } = terms;
  return { directiveId, organizationId, directiveState: status, acknowledgeDueAt, reportDueAt, textVersion };
}

const openDirective = useCase(operations.openDirective, async ({ directiveId, organizationId }, kit) => {
  await kit.allow({ organizationId });
  const duty = await dutyAt(kit, directiveId, organizationId);
  return kit.handle(receiptStream, receiptId(directiveId, organizationId), { type: 'OpenDirective', duty, at: kit.call.now }, { receiptId: directiveId });
});

const acknowledgeDirective = useCase(operations.acknowledgeDirective, async ({ directiveId, organizationId }, kit) => {
  await kit.allow({ organizationId });
  const duty = await dutyAt(kit, directiveId, organizationId);
  return kit.handle(
    receiptStream,
    receiptId(directiveId, organizationId),
    { type: 'AcknowledgeDirective', duty, at: kit.call.now },
    { receiptId: directiveId },
  );
});

const reportDirective = useCase(operations.reportDirective, async ({ directiveId, organizationId, report }, kit) => {
  await kit.allow({ organizationId });
  const duty = await dutyAt(kit, directiveId, organizationId);
  const reportRef = await kit.content.seal({ organizationId }, 'report', report);
  const command = { type: 'ReportDirective', duty, at: kit.call.now, reportRef } as const;
  return kit.handle(receiptStream, receiptId(directiveId, organizationId), command, { receiptId: directiveId });
});

/** Working days a returned report leaves at least (LINK-07); a constant of the rule. */
const minReturnWorkdays = 2;

const returnReport = useCase(operations.returnReport, async ({ directiveId, organizationId, reason, reportDueOn }, kit) => {
  const {
    terms: { issuerId },
  } = await asIssuer(kit, directiveId);
  const duty = await dutyAt(kit, directiveId, organizationId);
  const returnLimit = kit.settings.number('directive.returnLimit', kit.call.now, issuerId);
  const settings = { returnLimit, minReturnWorkdays, calendar: kit.settings.list('calendar.exceptions', kit.call.now) };
  const reasonRef = await kit.content.seal({ organizationId: issuerId }, 'reason', reason);
  const command = { type: 'ReturnReport', duty, at: kit.call.now, reasonRef, reportDueOn, settings } as const;
  return kit.handle(receiptStream, receiptId(directiveId, organizationId), command, { receiptId: directiveId });
});

export const receiptCommands = [openDirective, acknowledgeDirective, reportDirective, returnReport];
