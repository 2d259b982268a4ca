import * as operations from '@zhitong/catalogue/operations/directives.ts';
import { levels } from '@zhitong/catalogue';
import { answer, listed, type Kit } from '@zhitong/platform';
import { directiveList } from '../projections/directive-list.projection.ts';
import { currentReceipt, type InboxRow } from '../projections/inbox-row.ts';
import { previewDirective } from './directive-preview.ts';
import { attenuationMonthly, directiveProgress } from './directive-progress.ts';
import { listReceipts } from './directive-receipts.ts';
import { scopeAsked, standsOver } from './directive-scope.ts';
import { directiveView, seenDirective } from './directive-view.ts';

const listDirectives = answer(operations.listDirectives, async ({ organizationId, state, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'issuerId', eq: organizationId }, ...(state === undefined ? [] : [{ field: 'state', eq: state }])];
  const { items, ...rest } = await listed(kit.rows(directiveList), { where, orderBy: { field: 'sortAt', direction: 'desc' }, limit, cursor });
  const titles = await kit.content.openMany(items.map(({ titleRef }) => titleRef));
  return { items: items.map((row) => directiveView(row, titles)), ...rest };
});

/** Notes of those who forwarded it, for everyone who stands below them, and for the issuer. */
async function supplements(kit: Kit, rootDirectiveId: string, organizationId: string) {
  const copies = await kit.rows(directiveList).query({
    where: [{ field: 'rootDirectiveId', eq: rootDirectiveId }],
    orderBy: { field: 'sortAt', direction: 'asc' },
    limit: 1000,
  });
  const tree = kit.treeNow;
  const concerns = (issuerId: string) => standsOver(tree, issuerId, organizationId) || standsOver(tree, organizationId, issuerId);
  const shown = copies.items.filter(({ hops, issuerId }) => hops > 0 && concerns(issuerId));
  const notes = await kit.content.openMany(shown.flatMap(({ noteRef }) => noteRef ?? []));
  return shown.map(({ directiveId, issuerId, issuerLevel, noteRef, sortAt, addressees }) => ({
    directiveId,
    organizationId: issuerId,
    level: levels.parse(issuerLevel ?? 'base'),
    note: notes.get(noteRef ?? '') ?? null,
    forwardedAt: sortAt,
    addressees,
  }));
}

async function receiptView(kit: Kit, own: InboxRow | undefined) {
  if (own === undefined || own.role === null) return null;
  const { reportRef, returnReasonRef, remindedAt } = currentReceipt(own);
  const texts = await kit.content.openMany([reportRef, returnReasonRef].flatMap((ref) => ref ?? []));
  return {
    state: own.state ?? ('delivered' as const),
    informedOnly: own.role === 'informed',
    report: texts.get(reportRef ?? '') ?? null,
    returnReason: texts.get(returnReasonRef ?? '') ?? null,
    remindedAt,
  };
}

const getDirective = answer(operations.getDirective, async ({ directiveId, organizationId }, kit) => {
  const { directive, own } = await seenDirective(kit, directiveId, organizationId);
  const { titleRef, textRef, recallReasonRef, earlier } = directive;
  const texts = await kit.content.openMany([titleRef, textRef, ...(recallReasonRef === null ? [] : [recallReasonRef]), ...earlier.map((each) => each.textRef)]);
  return {
    ...directiveView(directive, texts),
    text: texts.get(textRef) ?? null,
    textHash: directive.textHash,
    version: directive.version,
    forwardingAllowed: directive.forwardingAllowed,
    recallReason: texts.get(recallReasonRef ?? '') ?? null,
    askedAgainReason: directive.askedAgainReason,
    earlier: earlier.map(({ textRef: ref, ...version }) => ({ ...version, text: texts.get(ref) ?? null })),
    supplements: await supplements(kit, directive.rootDirectiveId, organizationId),
    receipt: await receiptView(kit, own),
    scope: directive.draftScope === null ? null : scopeAsked(directive.draftScope),
    guide: directive.guide === null ? null : { quarter: directive.guide.quarter, topicCodes: [...directive.guide.topicCodes] },
  };
});

export const directiveQueries = [previewDirective, listDirectives, getDirective, directiveProgress, listReceipts, attenuationMonthly];
