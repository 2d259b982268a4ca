import type { z } from 'zod';
import * as operations from '@zhitong/catalogue/operations/directives.ts';
import { directiveKinds } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { useCase, type Kit } from '@zhitong/platform';
import { addresseesOf, isAddressed, leadsLevel, resolveAddressees, treesOf, type Scope } from '../domain/directive/addressees.ts';
import { directiveStream } from '../domain/directive/directive.stream.ts';
import type { Sent } from '../domain/directive/directive-state.ts';
import { earlierRules } from '../domain/directive/forward-directive.ts';
import type { Duty } from '../domain/receipt/receipt.decider.ts';
import { receiptId, receiptStream } from '../domain/receipt/receipt.stream.ts';
import { actorOf, today } from './actor.ts';
import { askedBefore, burdenOf, reachOf, scopeOf, standsOver } from './directives-scope.ts';
import { takeQuarter } from './guides-taken.ts';
import { directiveSettings } from './link-settings.ts';
import { nodeOf } from './organization-rows.ts';

const noDirective = () => new Rejected('NOT_FOUND', 'There is no such directive.');

/** A directive that was sent, whatever became of it. */
async function sentDirective(kit: Kit, directiveId: string): Promise<Sent & { readonly status: 'issued' | 'closed' | 'recalled' }> {
  const { state } = await kit.peek(directiveStream, directiveId);
  if (state.status === 'absent' || state.status === 'draft') throw noDirective();
  return state;
}

/** An act of the issuer: for anybody else the directive does not exist here. */
async function asIssuer(kit: Kit, directiveId: string): Promise<Sent> {
  const sent = await sentDirective(kit, directiveId);
  await kit.allow({ organizationId: sent.terms.issuerId });
  return sent;
}

/** As the events write it. */
const draftedGuide = (guide: z.output<typeof operations.draftDirective.input>['guide']) =>
  guide && { quarterCode: guide.quarter, topicCodes: guide.topicCodes };

type DraftInput = Omit<z.output<typeof operations.draftDirective.input>, 'issuerId'>;

/** A draft as the events write it, its words sealed. */
async function sealedDraft(kit: Kit, directiveId: string, issuerId: string, { title, text, scope, guide, ...draft }: DraftInput) {
  const { clauses, excludeIds } = scopeOf(scope);
  const owner = { organizationId: issuerId };
  return {
    ...draft,
    guide: draftedGuide(guide),
    directiveId,
    issuerId,
    clauses: [...clauses],
    excludeIds: [...excludeIds],
    titleRef: await kit.content.seal(owner, 'title', title),
    textRef: await kit.content.seal(owner, 'text', text),
    textHash: kit.content.hash(text),
    draftedById: actorOf(kit).id,
    draftedAt: kit.call.now,
  };
}

const draftDirective = useCase(operations.draftDirective, async ({ issuerId, ...draft }, kit) => {
  await kit.allow({ organizationId: issuerId });
  const directiveId = kit.newId('dir');
  return kit.handle(directiveStream, directiveId, { type: 'DraftDirective', draft: await sealedDraft(kit, directiveId, issuerId, draft) });
});

/** The issuer of a directive, sent or not, and its draft; for anybody else it does not exist here. */
async function asDrafter(kit: Kit, directiveId: string) {
  const { state } = await kit.peek(directiveStream, directiveId);
  if (state.status === 'absent') throw noDirective();
  const { issuerId } = state.status === 'draft' ? state.draft : state.terms;
  await kit.allow({ organizationId: issuerId });
  return { issuerId, draft: state.status === 'draft' ? state.draft : undefined };
}

const editDraft = useCase(operations.editDraft, async ({ directiveId, ...draft }, kit) => {
  const { issuerId } = await asDrafter(kit, directiveId);
  return kit.handle(directiveStream, directiveId, { type: 'EditDraft', draft: await sealedDraft(kit, directiveId, issuerId, draft) });
});

const discardDraft = useCase(operations.discardDraft, async ({ directiveId }, kit) => {
  await asDrafter(kit, directiveId);
  return kit.handle(directiveStream, directiveId, { type: 'DiscardDraft', at: kit.call.now, actorId: actorOf(kit).id });
});

const issueDirective = useCase(operations.issueDirective, async ({ directiveId, reasonCode }, kit) => {
  const { issuerId, draft } = await asDrafter(kit, directiveId);
  const tree = kit.treeNow;
  const { addressees, offenderId } = draft === undefined ? { addressees: [], offenderId: undefined } : reachOf(tree, draft, issuerId);
  const kind = directiveKinds.parse(draft?.kind ?? 'notice');
  const issuer = nodeOf(tree, issuerId);
  const command = {
    type: 'IssueDirective',
    actorId: actorOf(kit).id,
    at: kit.call.now,
    treeVersion: tree.version,
    issuerLevel: issuer.level,
    view: leadsLevel(issuer) ? 'place' : 'line',
    addresseeCount: addressees.length,
    offenderId,
    burden: (await burdenOf(kit, issuerId, kind, addressees)).most,
    askedBefore: await askedBefore(kit, issuerId, draft?.topicCode, addressees),
    reasonCode,
    settings: directiveSettings(kit.settings, kit.call.now, issuerId),
  } as const;
  if (draft?.guide !== undefined && !(await kit.rehearse(directiveStream, directiveId, command)))
    await takeQuarter(kit, { directiveId, issuer, guide: draft.guide, addressees });
  return kit.handle(directiveStream, directiveId, command);
});

const amendDirective = useCase(operations.amendDirective, async ({ directiveId, material, text, reportDueOn }, kit) => {
  const {
    terms: { issuerId },
  } = await asIssuer(kit, directiveId);
  return kit.handle(directiveStream, directiveId, {
    type: 'AmendDirective',
    at: kit.call.now,
    material,
    reportDueOn,
    textRef: await kit.content.seal({ organizationId: issuerId }, 'text', text),
    textHash: kit.content.hash(text),
    settings: directiveSettings(kit.settings, kit.call.now, issuerId),
  });
});

const recallDirective = useCase(operations.recallDirective, async ({ directiveId, reason }, kit) => {
  const {
    terms: { issuerId },
  } = await asIssuer(kit, directiveId);
  const reasonRef = await kit.content.seal({ organizationId: issuerId }, 'reason', reason);
  return kit.handle(directiveStream, directiveId, { type: 'RecallDirective', at: kit.call.now, reasonRef });
});

const closeDirective = useCase(operations.closeDirective, async ({ directiveId }, kit) => {
  await asIssuer(kit, directiveId);
  return kit.handle(directiveStream, directiveId, { type: 'CloseDirective', at: kit.call.now, cause: 'byHand' });
});

const remindDirective = useCase(operations.remindDirective, async ({ directiveId }, kit) => {
  await asIssuer(kit, directiveId);
  return kit.handle(directiveStream, directiveId, { type: 'RemindDirective', at: kit.call.now, today: today(kit) });
});

/** Who is new in a scope of the forwarding organization's own subtree. */
async function newAddressees(kit: Kit, root: Sent, scope: Scope, forwarder: { readonly organizationId: string; readonly ancestorIds: readonly string[] }) {
  const rules = earlierRules(root, forwarder);
  const earlier = await Promise.all(rules.map(async (rule) => addresseesOf(await treesOf(kit.tree, rule), rule)));
  const addressed = new Set(earlier.flat());
  const inScope = resolveAddressees(kit.treeNow, scope, forwarder.organizationId);
  const outside = inScope.find((id) => !standsOver(kit.treeNow, forwarder.organizationId, id));
  return { addresseeCount: inScope.filter((id) => !addressed.has(id)).length, offenderId: outside };
}

const forwardDirective = useCase(operations.forwardDirective, async ({ directiveId, organizationId, note, scope, acknowledgeDueAt, reportDueOn }, kit) => {
  await kit.allow({ organizationId });
  const parent = await sentDirective(kit, directiveId);
  const root = await sentDirective(kit, parent.terms.rootDirectiveId);
  const tree = kit.treeNow;
  const ancestorIds = [...new Set([...tree.path(organizationId, 'line'), ...tree.path(organizationId, 'place')])];
  const wanted = scope === undefined ? { clauses: [], excludeIds: [] } : scopeOf(scope);
  const childDirectiveId = kit.newId('dir');
  const noteRef = note === undefined ? undefined : await kit.content.seal({ organizationId }, 'note', note);
  return kit.handle(
    directiveStream,
    root.directiveId,
    {
      type: 'ForwardDirective',
      at: kit.call.now,
      actorId: actorOf(kit).id,
      parentDirectiveId: directiveId,
      childDirectiveId,
      organizationId,
      organizationLevel: nodeOf(tree, organizationId).level,
      ancestorIds,
      scope: wanted,
      treeVersion: tree.version,
      noteRef,
      reportDueOn,
      acknowledgeDueAt: acknowledgeDueAt === undefined ? undefined : new Date(acknowledgeDueAt).toISOString(),
      isAddressee: isAddressed(await treesOf(kit.tree, parent.addressees), parent.addressees, organizationId),
      ...(await newAddressees(kit, root, wanted, { organizationId, ancestorIds })),
      settings: directiveSettings(kit.settings, kit.call.now, root.terms.issuerId),
    },
    { receiptId: childDirectiveId },
  );
});

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

export const directiveCommands = [
  draftDirective,
  editDraft,
  discardDraft,
  issueDirective,
  amendDirective,
  recallDirective,
  closeDirective,
  remindDirective,
  forwardDirective,
  openDirective,
  acknowledgeDirective,
  reportDirective,
  returnReport,
];
