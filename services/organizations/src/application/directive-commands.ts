import type { z } from 'zod';
import * as operations from '@zhitong/catalogue/operations/directives.ts';
import { directiveKinds } from '@zhitong/catalogue';
import { useCase, type Kit } from '@zhitong/platform';
import { addresseesOf, isAddressed, leadsLevel, resolveAddressees, treesOf, type Scope } from '../domain/directive/addressees.ts';
import { directiveStream } from '../domain/directive/directive.stream.ts';
import type { Sent } from '../domain/directive/directive-state.ts';
import { earlierRules } from '../domain/directive/forward-directive.ts';
import { actorOf, today } from './actor.ts';
import { askedBefore, burdenOf, reachOf, scopeOf, standsOver } from './directive-scope.ts';
import { takeQuarter } from './guides-taken.ts';
import { directiveSettings } from './link-settings.ts';
import { nodeOf } from './organization-rows.ts';
import { asIssuer, noDirective, sentDirective } from './sent-directive.ts';

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
];
