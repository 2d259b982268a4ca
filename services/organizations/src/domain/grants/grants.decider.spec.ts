import { describe, it } from '@jest/globals';
import type { Role } from '@zhitong/catalogue';
import { given } from '@zhitong/testing';
import { grantsDecider, type GrantsEvent, type ProposeGrant } from './grants.decider.ts';

const propose = (role: Role, fields: Partial<ProposeGrant> = {}): ProposeGrant => ({
  type: 'Propose',
  grantId: 'grt_2',
  personId: 'per_1',
  role,
  organizationId: 'org_1',
  view: 'line',
  fromOn: '2026-03-01',
  byId: 'per_8',
  ...fields,
});
const proposed = (role: Role, untilDate?: string): GrantsEvent => ({
  type: 'GrantProposed',
  data: { grantId: 'grt_1', personId: 'per_1', role, organizationId: 'org_1', view: 'line', fromDate: '2026-01-01', untilDate, proposedById: 'per_8' },
});
const confirmed: GrantsEvent = { type: 'GrantConfirmed', data: { grantId: 'grt_1', personId: 'per_1', confirmedById: 'per_9' } };
const confirm = (byId: string) => ({ type: 'Confirm', grantId: 'grt_1', byId }) as const;

describe('grants of a person', () => {
  it('SEC-13 a second person confirms; nobody grants or confirms their own', () => {
    const open = given(grantsDecider, proposed('financeOfficer'));
    open.when(confirm('per_8')).thenRejected('SECOND_PERSON_REQUIRED');
    open.when(confirm('per_1')).thenRejected('SELF_APPROVAL');
    open.when(confirm('per_9')).then(confirmed);
    given(grantsDecider)
      .when(propose('secretary', { byId: 'per_1' }))
      .thenRejected('SELF_APPROVAL');
    given(grantsDecider, proposed('financeOfficer'), confirmed).when(confirm('per_9')).then();
  });
  it('SEC-12 the three administrators exclude each other and business roles, proposals included', () => {
    given(grantsDecider, proposed('securityAdministrator')).when(propose('auditAdministrator')).thenRejected('ROLE_EXCLUSIVE');
    given(grantsDecider, proposed('secretary'), confirmed).when(propose('systemAdministrator')).thenRejected('ROLE_EXCLUSIVE');
    given(grantsDecider, proposed('systemAdministrator'), confirmed).when(propose('member')).thenTypes('GrantProposed');
    given(grantsDecider, proposed('systemAdministrator'), confirmed)
      .when({ ...propose('secretary'), type: 'Give', bySystem: true, postId: 'pst_1' })
      .thenRejected('ROLE_EXCLUSIVE');
  });
  it('SEC-12 what has ended excludes nothing from the day after', () => {
    given(grantsDecider, proposed('secretary', '2026-03-01')).when(propose('systemAdministrator')).thenRejected('ROLE_EXCLUSIVE');
    given(grantsDecider, proposed('secretary', '2026-02-28')).when(propose('systemAdministrator')).thenTypes('GrantProposed');
  });
  it('only the system gives without a second person, once', () => {
    const give = { ...propose('secretary'), type: 'Give', bySystem: true } as const;
    given(grantsDecider)
      .when({ ...give, bySystem: false })
      .thenRejected('FORBIDDEN_ROLE');
    given(grantsDecider, ...grantsDecider.decide({}, give))
      .when(give)
      .then();
  });
  it('revoked is revoked, and cannot be confirmed', () => {
    const revoked: GrantsEvent = { type: 'GrantRevoked', data: { grantId: 'grt_1', personId: 'per_1', revokedById: 'per_9', reasonCode: 'postEnded' } };
    given(grantsDecider, proposed('financeOfficer'), revoked).when(confirm('per_9')).thenRejected('STATE_NOT_ALLOWED');
    given(grantsDecider, proposed('financeOfficer'), revoked).when({ type: 'Revoke', grantId: 'grt_1', byId: 'per_9', reasonCode: 'postEnded' }).then();
  });
});
