import type { AddresseeRule, DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';

/** A task of the city that is issued on the tree at version 7, to be acknowledged in three days. */
export const terms: DirectiveTerms = {
  issuerId: 'org_city',
  issuerLevel: 'city',
  kind: 'task',
  urgent: false,
  view: 'place',
  issuedAt: '2026-03-02T01:00:00.000Z',
  acknowledgeDueAt: '2026-03-05T01:00:00.000Z',
  textVersion: 1,
  rootDirectiveId: 'dir_1',
};

/** Whom it addresses. */
export const ruleOf = (organizationIds: readonly string[], levelCodes: readonly string[] = []): AddresseeRule => ({
  treeVersion: 7,
  issuerId: 'org_city',
  clauses: [{ levelCodes: [...levelCodes], kindCodes: [], sectorCodes: [], organizationIds: [...organizationIds] }],
  excludeIds: [],
  without: [],
  addedIds: [],
  leftIds: [],
});
