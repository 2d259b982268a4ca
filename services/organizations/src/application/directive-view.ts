import { directiveKinds, levels } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import type { Kit } from '@zhitong/platform';
import { receiptId } from '../domain/receipt/receipt.stream.ts';
import { directiveInbox } from '../projections/directive-inbox.projection.ts';
import { directiveList, type DirectiveListRow } from '../projections/directive-list.projection.ts';
import type { InboxRow } from '../projections/inbox-row.ts';
import { standsOver } from './directive-scope.ts';

/** How a directive is shown in lists, its title opened. */
export const directiveView = (row: DirectiveListRow, titles: ReadonlyMap<string, string>) => ({
  directiveId: row.directiveId,
  issuerId: row.issuerId,
  issuerLevel: levels.parse(row.issuerLevel ?? 'base'),
  kind: directiveKinds.parse(row.kind),
  state: row.state,
  title: titles.get(row.titleRef) ?? null,
  urgent: row.urgent,
  issuedAt: row.issuedAt,
  acknowledgeDueAt: row.terms?.acknowledgeDueAt ?? null,
  reportDueAt: row.terms?.reportDueAt ?? null,
  textVersion: row.terms?.textVersion ?? 1,
  addressees: row.addressees,
  rootDirectiveId: row.rootDirectiveId,
  topicCode: row.topicCode,
});

export interface Seen {
  readonly directive: DirectiveListRow;
  /** Its row in the inbox; absent for the issuer and those above it. */
  readonly own: InboxRow | undefined;
  /** Issuer or above it: sees all addressees. Everybody else sees what stands below itself. */
  readonly seesAll: boolean;
}

/** A directive as an organization may see it: issuer, addressee, between them, or above the issuer. Else it is not there. */
export async function seenDirective(kit: Kit, directiveId: string, organizationId: string): Promise<Seen> {
  await kit.allow({ organizationId });
  const [directive, own] = await Promise.all([kit.rows(directiveList).get(directiveId), kit.rows(directiveInbox).get(receiptId(directiveId, organizationId))]);
  const issuerId = directive?.issuerId ?? '';
  const above = issuerId === organizationId || standsOver(kit.treeNow, organizationId, issuerId);
  const visible =
    directive !== undefined && (organizationId === issuerId || (directive.state !== 'draft' && (above || (own !== undefined && own.role !== null))));
  if (!visible) throw new Rejected('NOT_FOUND', 'There is no such directive.');
  return { directive, own, seesAll: above };
}

/** The part of the tree a viewer drills into; outside its own subtree only the issuer looks. */
export function drilledInto(kit: Kit, { directive, seesAll }: Seen, organizationId: string, asked: string | undefined): string {
  const under = asked ?? (seesAll ? directive.issuerId : organizationId);
  const inside = seesAll || standsOver(kit.treeNow, organizationId, under);
  if (!inside) throw new Rejected('NOT_FOUND', 'There is no such organization here.');
  return under;
}
