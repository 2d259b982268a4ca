import { guideScope } from '@zhitong/catalogue';
import type { DraftedGuide } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import type { Kit, OrganizationNode } from '@zhitong/platform';
import { resolveAddressees } from '../domain/directive/addressees.ts';
import { inForceOn } from '../domain/guide/guide.decider.ts';
import { guideStream } from '../domain/guide/guide.stream.ts';
import type { CitedTopics } from '../domain/meeting/cited-topics.ts';
import { quarterNamed, quarterOf } from '../domain/quota/period.ts';
import { actorOf } from './actor.ts';
import { scopeOf, standsOver } from './directive-scope.ts';

interface Taking {
  readonly directiveId: string;
  readonly issuer: OrganizationNode;
  readonly guide: DraftedGuide;
  readonly addressees: readonly string[];
}

/** A guide has its quarter before its directive is sent: of two drafts one gets it. Whoever stops in between sends the same draft again. */
export async function takeQuarter(kit: Kit, { directiveId, issuer, guide, addressees }: Taking): Promise<void> {
  const { organizationId: id, level, placeCode } = issuer;
  const { quarterCode: quarter, topicCodes } = guide;
  const branches = resolveAddressees(kit.treeNow, scopeOf(guideScope(id)), id);
  const reached = new Set(addressees);
  const command = {
    type: 'IssueGuide',
    quarter,
    directiveId,
    issuer: { id, level, leadsPlace: placeCode !== null },
    topicCodes,
    toAllBranches: branches.length === reached.size && branches.every((branch) => reached.has(branch)),
    issueDay: kit.settings.number('guide.issueDay', quarterNamed(quarter).firstOn, id),
    at: kit.call.now,
    byId: actorOf(kit).id,
  } as const;
  await kit.handle(guideStream, quarter, command, { receiptId: directiveId, unseen: true });
}

/** What a meeting of an organization names, with what it may cite on its day: topics of the city's guide and of those between. */
export async function citedTopics(kit: Kit, organizationId: string, date: string, codes: readonly string[]): Promise<CitedTopics> {
  if (codes.length === 0) return { codes, inForce: [] };
  const { state } = await kit.peek(guideStream, quarterOf(date).code);
  const guides = inForceOn(state, date).filter(({ issuerId }) => standsOver(kit.treeNow, issuerId, organizationId));
  return { codes, inForce: [...new Set(guides.flatMap(({ topicCodes }) => topicCodes))].sort() };
}
