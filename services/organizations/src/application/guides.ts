import * as operations from '@zhitong/catalogue/operations/guides.ts';
import { isBranchKind, levels, views, type View } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { answer, listed, type Kit } from '@zhitong/platform';
import { addresseesOf, treesOf } from '../domain/directive/addressees.ts';
import { guideDueOn } from '../domain/guide/guide.decider.ts';
import { quarterNamed, quarterOf } from '../domain/quota/period.ts';
import { receiptId } from '../domain/receipt/receipt.stream.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList } from '../projections/directive-list.projection.ts';
import { guideList, type GuideListRow } from '../projections/guide-list.projection.ts';
import { currentReceipt, type InboxRow } from '../projections/inbox-row.ts';
import { meetingList, topicsKey } from '../projections/meeting-list.projection.ts';
import { today } from './actor.ts';
import { standsOver } from './directive-scope.ts';
import { drilledInto, seenDirective } from './directive-view.ts';
import { idOf, nameIn, nodeOf, pageInMemory } from './organization-rows.ts';

async function shown(kit: Kit, rows: readonly GuideListRow[]) {
  const directives = await kit.rows(directiveList).getMany(rows.map(({ directiveId }) => directiveId));
  const titles = await kit.content.openMany([...directives.values()].map(({ titleRef }) => titleRef));
  return rows.map(({ directiveId, quarter, issuerId, supplement, topicCodes, issuedOn, late, state }) => ({
    ...{ directiveId, quarter, issuerId, supplement, topicCodes: [...topicCodes], issuedOn, late, state },
    title: titles.get(directives.get(directiveId)?.titleRef ?? '') ?? null,
  }));
}

const lag = (kit: Kit): number => kit.rows(guideList).lagSeconds();
const lastFirst = { field: 'sortKey', direction: 'desc' } as const;

const quarterGuide = answer(operations.quarterGuide, async ({ organizationId, quarter: asked }, kit) => {
  await kit.allow({ organizationId });
  const { code: quarter, firstOn: fromOn, lastOn: untilOn } = asked === undefined ? quarterOf(today(kit)) : quarterNamed(asked);
  const { items } = await kit.rows(guideList).query({ where: [{ field: 'quarter', eq: quarter }], orderBy: lastFirst, limit: 100 });
  const guides = items.filter(({ issuerId, state }) => state !== 'withdrawn' && standsOver(kit.treeNow, issuerId, organizationId));
  const dueOn = guideDueOn(quarter, kit.settings.number('guide.issueDay', fromOn, organizationId));
  return { quarter, fromOn, untilOn, dueOn, guides: await shown(kit, guides), lagSeconds: lag(kit) };
});

/** The organization, those above it on either tree, and districts below it. */
function issuersNear(kit: Kit, organizationId: string): readonly string[] {
  const tree = kit.treeNow;
  const above = views.values.flatMap((view) => tree.path(organizationId, view));
  const below = views.values.flatMap((view) => tree.children(organizationId, view)).filter((id) => tree.node(id)?.level === 'district');
  return [...new Set([...above, ...below])];
}

const listTopicGuides = answer(operations.listTopicGuides, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'issuerId', in: issuersNear(kit, organizationId) }];
  const { items, ...rest } = await listed(kit.rows(guideList), { where, orderBy: lastFirst, limit, cursor });
  return { items: await shown(kit, items), ...rest };
});

interface Asked {
  readonly directiveId: string;
  readonly organizationId: string;
  readonly under?: string | undefined;
}
interface Branch {
  readonly organizationId: string;
  readonly acknowledgedAt: string | null;
  /** Of the guide's, cited in meetings held in its quarter. */
  readonly topicCodes: readonly string[];
}

async function branchesOf(kit: Kit, guide: GuideListRow, ids: readonly string[]): Promise<readonly Branch[]> {
  const { directiveId, quarter, topicCodes } = guide;
  const [inbox, cited] = await Promise.all([
    kit.rows(directiveInbox).getMany(ids.map((id) => receiptId(directiveId, id))),
    kit.rows(meetingList).tallies(ids.map((id) => topicsKey(id, quarter))),
  ]);
  return ids.map((organizationId) => {
    const amounts = cited.get(topicsKey(organizationId, quarter)) ?? {};
    const taken = topicCodes.filter((code) => (amounts[code] ?? 0) > 0);
    return { organizationId, acknowledgedAt: acknowledgedAt(inbox.get(receiptId(directiveId, organizationId))), topicCodes: taken };
  });
}
const acknowledgedAt = (row: InboxRow | undefined): string | null => (row === undefined ? null : currentReceipt(row).receipt.acknowledgedAt);

/** A guide as an organization may see it, and the branches in the part of the tree it looks at. @throws {Rejected} `NOT_FOUND` */
async function guideUnder(kit: Kit, { directiveId, organizationId, under: asked }: Asked) {
  const seen = await seenDirective(kit, directiveId, organizationId);
  const [guide, { rule, terms, issuerId }] = [await kit.rows(guideList).get(directiveId), seen.directive];
  if (guide === undefined || rule === null) throw new Rejected('NOT_FOUND', 'There is no such topic guide.');
  const under = drilledInto(kit, seen, organizationId, asked);
  const all = addresseesOf(await treesOf(kit.tree, rule), rule);
  const ids = under === issuerId ? all : all.filter((id) => standsOver(kit.treeNow, under, id));
  return { under, view: views.parse(terms?.view ?? 'place'), branches: await branchesOf(kit, guide, ids) };
}

const figuresOf = (branches: readonly Branch[]) => ({
  addressees: branches.length,
  acknowledged: branches.filter((branch) => branch.acknowledgedAt !== null).length,
  used: branches.filter(({ topicCodes }) => topicCodes.length > 0).length,
});

/** What stands directly below, each with the branches of its part. */
function childrenOf({ treeNow: tree }: Kit, under: string, view: View, branches: readonly Branch[]) {
  return tree.children(under, view).flatMap((organizationId) => {
    const below = branches.filter((branch) => tree.within(organizationId, branch.organizationId, view));
    if (below.length === 0) return [];
    const { name, level, kind } = nodeOf(tree, organizationId);
    return [{ organizationId, name, level: levels.parse(level), ...figuresOf(below), hasChildren: !isBranchKind(kind) }];
  });
}

const seconds = (kit: Kit): number => Math.max(lag(kit), kit.rows(directiveInbox).lagSeconds(), kit.rows(meetingList).lagSeconds());

const topicGuideUse = answer(operations.topicGuideUse, async (asked, kit) => {
  const { under, view, branches } = await guideUnder(kit, asked);
  return { ...figuresOf(branches), under, children: childrenOf(kit, under, view, branches), lagSeconds: seconds(kit) };
});

const topicGuideBranches = answer(operations.topicGuideBranches, async ({ used, acknowledged, limit, cursor, ...asked }, kit) => {
  const { branches } = await guideUnder(kit, asked);
  const fits = (wanted: 'true' | 'false' | undefined, is: boolean) => wanted === undefined || (wanted === 'true') === is;
  const wanted = branches.filter((row) => fits(used, row.topicCodes.length > 0) && fits(acknowledged, row.acknowledgedAt !== null));
  const { page, ...rest } = pageInMemory(wanted, idOf, limit, cursor);
  const items = page.map((row) => ({ ...row, topicCodes: [...row.topicCodes], name: nameIn(kit.treeNow, row.organizationId) }));
  return { items, ...rest, lagSeconds: seconds(kit) };
});

export const guideQueries = [quarterGuide, listTopicGuides, topicGuideUse, topicGuideBranches];
