import type { Role } from '@zhitong/catalogue';
import { testOrganizations } from '../test-city.ts';

/** Everybody who stands somewhere: role and organization. Their rights are {@link rightsOf}, reviewed there. */
export const actors = [
  ['branch-440308001002', 'secretary'],
  ['branch-440308001005', 'secretary'],
  ['branch-440303001001', 'secretary'],
  ['community-440308001002', 'organizationOfficer'],
  ['community-440308001005', 'organizationOfficer'],
  ['community-440303001001', 'organizationOfficer'],
  ['street-440308001', 'organizationOfficer'],
  ['street-440303001', 'organizationOfficer'],
  ['district-440308', 'organizationOfficer'],
  ['district-440303', 'organizationOfficer'],
  ['city', 'organizationOfficer'],
  ['member', 'member'],
  ['system', 'systemAdministrator'],
  ['security', 'securityAdministrator'],
  ['audit', 'auditAdministrator'],
  ['discipline', 'authorisedBody'],
  ['operator', 'operator'],
] as const satisfies readonly (readonly [string, Role])[];

/** By the planned tree alone: what stands above an organization on its line or at its place. */
const parents = new Map(testOrganizations().map(({ key, lineParent, placeParent }) => [key, [lineParent, placeParent]]));
export function standsAbove(key: string, below: string): boolean {
  return key === below || (parents.get(below) ?? []).some((parent) => parent !== undefined && standsAbove(key, parent));
}
export const standsAt = (login: string) => (parents.has(login) ? login : 'city');
