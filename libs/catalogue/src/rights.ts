import { codeList, type CodeOf } from '@zhitong/kernel';

/** Roles a grant can give (requirements 0.2, console 1.2). */
export const roles = codeList(
  'secretary',
  'deputySecretary',
  'organizationOfficer',
  'financeOfficer',
  'centerManager',
  'authorisedBody',
  'member',
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
  'operator',
);
export type Role = CodeOf<typeof roles>;

/** What a role may do; where is the grant's organization and line or place. */
export const rights = codeList(
  'organization.read',
  'organization.propose',
  'organization.approve',
  'organization.change',
  'post.change',
  'meeting.read',
  'meeting.keep',
  'directive.read',
  'directive.issue',
  'directive.acknowledge',
  'request.submit',
  'request.handle',
  'request.read',
  'member.read',
  'member.register',
  'member.reveal',
  'member.flag',
  'member.erase',
  'transfer.request',
  'transfer.branch',
  'transfer.committee',
  'grant.read',
  'grant.change',
  'account.change',
  'setting.change',
  'audit.read',
  'operations.read',
  'operations.act',
  'own.read',
  'own.act',
);
export type Right = CodeOf<typeof rights>;

const business = ['organization.read', 'directive.read', 'request.read', 'own.read', 'own.act'] as const;
const branchOffice = [
  ...business,
  'directive.acknowledge',
  'request.submit',
  'meeting.read',
  'meeting.keep',
  'member.read',
  'member.reveal',
  'transfer.request',
  'transfer.branch',
  'organization.propose',
] as const;

/** Default deny: what is not listed is refused. */
export const rightsOf: Readonly<Record<Role, readonly Right[]>> = {
  secretary: [...branchOffice, 'directive.issue', 'request.handle', 'post.change'],
  deputySecretary: branchOffice,
  organizationOfficer: [
    ...branchOffice,
    'organization.approve',
    'organization.change',
    'post.change',
    'directive.issue',
    'request.handle',
    'member.register',
    'member.erase',
    'transfer.committee',
    'setting.change',
    'operations.read',
  ],
  financeOfficer: [...business, 'request.handle'],
  centerManager: [...business, 'request.handle'],
  authorisedBody: ['organization.read', 'member.read', 'member.flag', 'own.read', 'own.act'],
  member: ['own.read', 'own.act'],
  systemAdministrator: ['account.change', 'setting.change', 'own.read', 'own.act'],
  securityAdministrator: ['grant.read', 'grant.change', 'own.read', 'own.act'],
  auditAdministrator: ['audit.read', 'grant.read', 'operations.read', 'own.read', 'own.act'],
  operator: ['operations.read', 'operations.act', 'own.read', 'own.act'],
};
