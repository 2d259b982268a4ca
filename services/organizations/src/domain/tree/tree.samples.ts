import type { OrganizationProposed, OrganizationRegistered } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import type { Actor, MemberFact, Propose, TreeSettings } from './tree.commands.ts';
import type { TreeEvent } from './tree.evolve.ts';

/** A small city for specs: city > district > street > community on both lines, with a work committee and a branch. */
export const at = '2026-03-02T01:00:00.000Z';
export const settings: TreeSettings = { minFull: 3, jointMaxUnits: 5, approveDays: 30, lineMoveDays: 30, temporaryMaxMonths: 12 };
export const seed: Actor = { id: 'system:seed', organizationId: null };
export const officer = (organizationId: string, id = `per_${organizationId}`): Actor => ({ id, organizationId });

export const registered = (organizationId: string, lineParentId: string | undefined, fields: Partial<OrganizationRegistered> = {}): TreeEvent => ({
  type: 'OrganizationRegistered',
  data: {
    organizationId,
    name: organizationId,
    kind: 'committee',
    level: 'base',
    sector: 'other',
    lineParentId,
    placeParentId: lineParentId,
    approvesMembers: false,
    effectiveOn: '2026-01-01',
    ...fields,
  },
});

export const city = registered('org_city', undefined, { level: 'city', placeCode: '4403' });
export const district = registered('org_district', 'org_city', { level: 'district', placeCode: '440304' });
export const street = registered('org_street', 'org_district', { level: 'street', placeCode: '440304001' });
export const community = registered('org_community', 'org_street', { level: 'community', placeCode: '440304001001' });
export const otherCommunity = registered('org_other', 'org_street', { level: 'community', placeCode: '440304001002' });
export const agencies = registered('org_agencies', 'org_city', { kind: 'workCommittee', sector: 'agency' });
export const general = registered('org_general', 'org_community', { kind: 'generalBranch', sector: 'community' });
export const branch = registered('org_branch', 'org_community', { kind: 'branch', sector: 'community' });
export const past: readonly TreeEvent[] = [city, district, street, community, otherCommunity, agencies, general, branch];

export const full = (...personIds: readonly string[]): MemberFact[] => personIds.map((personId) => ({ personId, standing: 'full' }));

export const propose = (fields: Partial<Propose> = {}): Propose => ({
  type: 'Propose',
  organizationId: 'org_new',
  name: 'New branch',
  kind: 'branch',
  level: 'base',
  sector: 'community',
  lineParentId: 'org_community',
  placeParentId: 'org_community',
  members: full('per_1', 'per_2', 'per_3'),
  units: [],
  by: officer('org_community'),
  at,
  settings,
  ...fields,
});

export const proposed = (fields: Partial<OrganizationProposed> = {}): TreeEvent => ({
  type: 'OrganizationProposed',
  data: {
    organizationId: 'org_new',
    name: 'New branch',
    kind: 'branch',
    level: 'base',
    sector: 'community',
    lineParentId: 'org_community',
    placeParentId: 'org_community',
    foundingMemberIds: ['per_1', 'per_2', 'per_3'],
    unitIds: [],
    approvingOrgId: 'org_community',
    decideByAt: '2026-04-01T15:59:59.999Z',
    proposedById: 'per_org_community',
    warnings: [],
    ...fields,
  },
});
