import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import * as s from './tree.samples.ts';
import { treeDecider } from './tree.decider.ts';

const pending = given(treeDecider, ...s.past, s.proposed());
const approve = (by: ReturnType<typeof s.officer>) => ({ type: 'Approve', organizationId: 'org_new', by, at: s.at }) as const;
const approved = { organizationId: 'org_new', approvedById: 'per_2', effectiveOn: '2026-03-02' };

describe('ORG-02 approving', () => {
  it('ORG-02 the nearest committee approves, not who proposed it', () => {
    pending.when(approve(s.officer('org_community', 'per_2'))).then({ type: 'OrganizationApproved', data: { ...approved, approvingOrgId: 'org_community' } });
    pending.when(approve(s.officer('org_community'))).thenRejected('SELF_APPROVAL');
  });
  it('ORG-02 one further up acts for it, on the record; a sibling does not', () => {
    pending
      .when(approve(s.officer('org_street', 'per_2')))
      .then({ type: 'OrganizationApproved', data: { ...approved, approvingOrgId: 'org_street', actedForId: 'org_community' } });
    pending.when(approve(s.officer('org_other', 'per_2'))).thenRejected('OUT_OF_SCOPE', { approvingOrgId: 'org_community' });
  });
  it('ORG-02 a general branch cannot approve what stands below it', () => {
    const below = given(treeDecider, ...s.past, s.proposed({ lineParentId: 'org_general' }));
    below.when(approve(s.officer('org_general', 'per_2'))).thenRejected('OUT_OF_SCOPE', { approvingOrgId: 'org_community' });
    below.when(approve(s.officer('org_community', 'per_2'))).thenTypes('OrganizationApproved');
  });
  it('ORG-02 decided once', () =>
    given(treeDecider, ...s.past, s.proposed(), { type: 'OrganizationApproved', data: { ...approved, approvingOrgId: 'org_community' } })
      .when(approve(s.officer('org_community', 'per_2')))
      .thenRejected('STATE_NOT_ALLOWED'));
  it('ORG-02 late from the first instant after the deadline, told once to the next up', () => {
    const note = (at: string) => ({ type: 'NoteLateApproval', organizationId: 'org_new', at }) as const;
    const late = {
      organizationId: 'org_new',
      approvingOrgId: 'org_community',
      toldOrgId: 'org_street',
      dueAt: '2026-04-01T15:59:59.999Z',
      warnings: ['APPROVAL_LATE'],
    };
    pending.when(note('2026-04-01T15:59:59.998Z')).then();
    pending.when(note('2026-04-01T15:59:59.999Z')).then();
    pending.when(note('2026-04-01T16:00:00.000Z')).then({ type: 'ApprovalOverdue', data: late });
    given(treeDecider, ...s.past, s.proposed(), { type: 'ApprovalOverdue', data: late })
      .when(note('2026-04-02T00:00:00.000Z'))
      .then();
  });
});
