import { describe, expect, it } from '@jest/globals';
import { endOfDay, startOfDay } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import type { TreeCommand } from './tree.commands.ts';
import { treeDecider } from './tree.decider.ts';
import type { TreeEvent } from './tree.evolve.ts';
import * as s from './tree.samples.ts';

const temporary = s.propose({ kind: 'temporaryBranch', name: 'Flood relief' });
const proposed = (endsOn: string): TreeEvent => s.proposed({ kind: 'temporaryBranch', name: 'Flood relief', endsOn });
const approved: TreeEvent = {
  type: 'OrganizationApproved',
  data: { organizationId: 'org_new', approvingOrgId: 'org_community', approvedById: 'per_9', effectiveOn: '2026-03-02' },
};
const living = (endsOn: string) => given(treeDecider, ...s.past, proposed(endsOn), approved);
const by = s.officer('org_community', 'per_9');
const extend = (endsOn: string, at = s.at, fields: Partial<Extract<TreeCommand, { type: 'Extend' }>> = {}): TreeCommand => ({
  type: 'Extend',
  organizationId: 'org_new',
  endsOn,
  by,
  at,
  settings: s.settings,
  ...fields,
});
const end = (at: string): TreeCommand => ({ type: 'EndTemporary', organizationId: 'org_new', by: { id: 'system:clock', organizationId: null }, at });

describe('ORG-11 the last day of a temporary branch', () => {
  it.each([
    ['2026-03-02T01:00:00.000Z', '2026-03-02', '2026-03-03', '2027-03-01', '2027-03-02', '2027-03-03'],
    // 00:00 in Shanghai is still the day before in UTC.
    ['2026-03-31T16:00:00.000Z', '2026-04-01', '2026-04-02', '2027-03-31', '2027-04-01', '2027-04-02'],
    ['2028-02-29T01:00:00.000Z', '2028-02-29', '2028-03-01', '2029-02-27', '2029-02-28', '2029-03-01'],
    ['2026-12-31T01:00:00.000Z', '2026-12-31', '2027-01-01', '2027-12-30', '2027-12-31', '2028-01-01'],
  ])('ORG-11 is asked for, and proposed at %s lies within twelve months', (at, today, tomorrow, before, latest, over) => {
    const on = (endsOn: string | undefined) => given(treeDecider, ...s.past).when({ ...temporary, at, endsOn });
    on(undefined).thenRejected('END_DATE_MISMATCH');
    on(today).thenRejected('END_DATE_OUT_OF_RANGE', { after: today, latest });
    for (const endsOn of [tomorrow, before, latest]) on(endsOn).thenTypes('OrganizationProposed');
    on(over).thenRejected('END_DATE_OUT_OF_RANGE', { after: today, latest });
  });
  it('ORG-11 the number of months is a setting', () => {
    const settings = { ...s.settings, temporaryMaxMonths: 1 };
    const on = (endsOn: string) => given(treeDecider, ...s.past).when({ ...temporary, settings, endsOn });
    on('2026-04-02').thenTypes('OrganizationProposed');
    on('2026-04-03').thenRejected('END_DATE_OUT_OF_RANGE');
  });
  it('ORG-11 belongs to a temporary branch only', () =>
    given(treeDecider, ...s.past)
      .when(s.propose({ endsOn: '2026-06-01' }))
      .thenRejected('END_DATE_MISMATCH'));
  it('ORG-11 is not approved when it has passed', () => {
    const approve = (at: string): TreeCommand => ({ type: 'Approve', organizationId: 'org_new', by, at });
    const waiting = given(treeDecider, ...s.past, proposed('2026-03-20'));
    waiting.when(approve(endOfDay('2026-03-20'))).thenTypes('OrganizationApproved');
    waiting.when(approve(startOfDay('2026-03-21'))).thenRejected('DATE_PASSED');
    waiting.when(end(startOfDay('2026-03-21'))).then();
  });
});

describe('ORG-11 ORG-01 founders of a temporary branch', () => {
  const lasting = s.proposed({ organizationId: 'org_lasting', name: 'Lasting' });
  it('ORG-11 ORG-01 may be promised to a lasting one as well, whichever is proposed first', () => {
    given(treeDecider, ...s.past, lasting)
      .when({ ...temporary, endsOn: '2026-06-30' })
      .thenTypes('OrganizationProposed');
    given(treeDecider, ...s.past, proposed('2026-06-30'))
      .when(s.propose({ organizationId: 'org_lasting', name: 'Lasting' }))
      .thenTypes('OrganizationProposed');
  });
  it('ORG-01 stay promised to the lasting one when the temporary one is decided on', () =>
    given(treeDecider, ...s.past, lasting, proposed('2026-06-30'), approved)
      .when(s.propose({ organizationId: 'org_third', name: 'Third' }))
      .thenRejected('TOO_FEW_FULL_MEMBERS'));
});

describe('ORG-11 extension', () => {
  it('ORG-11 leads to a later day, at most twelve months from the day it is decided', () => {
    living('2026-06-30')
      .when(extend('2026-07-01'))
      .then({
        type: 'TemporaryBranchExtended',
        data: { organizationId: 'org_new', fromEndsOn: '2026-06-30', endsOn: '2026-07-01', approvingOrgId: 'org_community', approvedById: 'per_9' },
      });
    living('2026-06-30').when(extend('2026-06-30')).then();
    living('2026-06-30').when(extend('2026-06-29')).thenRejected('END_DATE_OUT_OF_RANGE', { after: '2026-06-30', latest: '2027-03-02' });
    for (const endsOn of ['2027-03-01', '2027-03-02']) living('2026-06-30').when(extend(endsOn)).thenTypes('TemporaryBranchExtended');
    living('2026-06-30').when(extend('2027-03-03')).thenRejected('END_DATE_OUT_OF_RANGE', { after: '2026-06-30', latest: '2027-03-02' });
  });
  it('ORG-11 is decided while the branch lasts', () => {
    living('2026-06-30')
      .when(extend('2026-09-30', endOfDay('2026-06-30')))
      .thenTypes('TemporaryBranchExtended');
    living('2026-06-30')
      .when(extend('2026-09-30', startOfDay('2026-07-01')))
      .thenRejected('DATE_PASSED');
    given(treeDecider, ...s.past, proposed('2026-06-30'))
      .when(extend('2026-09-30'))
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-11 is decided by the nearest committee above, or further up for it', () => {
    const upper = treeDecider.decide(living('2026-06-30').state(), extend('2026-07-31', s.at, { by: s.officer('org_street') }));
    expect(upper[0]?.data).toMatchObject({ approvingOrgId: 'org_street', actedForId: 'org_community' });
    living('2026-06-30')
      .when(extend('2026-07-31', s.at, { by: s.officer('org_other') }))
      .thenRejected('OUT_OF_SCOPE');
  });
  it('ORG-11 is for temporary branches only', () =>
    given(treeDecider, ...s.past)
      .when(extend('2026-07-31', s.at, { organizationId: 'org_branch' }))
      .thenRejected('END_DATE_MISMATCH'));
});

describe('ORG-11 the end', () => {
  it('ORG-11 X-10 dissolves it the day after its last one, not on it, once', () => {
    const branch = living('2026-06-30');
    branch.when(end(endOfDay('2026-06-30'))).then();
    const facts = treeDecider.decide(branch.state(), end(startOfDay('2026-07-01')));
    expect(facts).toEqual([
      { type: 'TemporaryBranchEnded', data: { organizationId: 'org_new', endsOn: '2026-06-30' } },
      {
        type: 'OrganizationDissolved',
        data: {
          organizationId: 'org_new',
          successorId: 'org_community',
          reasonCode: 'temporaryEnded',
          approvingOrgId: 'org_community',
          approvedById: 'system:clock',
          effectiveOn: '2026-07-01',
        },
      },
    ]);
    given(treeDecider, ...s.past, proposed('2026-06-30'), approved, ...facts)
      .when(end('2026-07-02T01:00:00.000Z'))
      .then();
  });
  it('ORG-11 is recorded with its day, however late the clock comes by', () => {
    const facts = treeDecider.decide(living('2026-06-30').state(), end('2026-08-15T01:00:00.000Z'));
    expect(facts[1]?.data).toMatchObject({ effectiveOn: '2026-07-01' });
  });
  it('ORG-11 waits for the new day of an extension, and leaves everything else alone', () => {
    const extended: TreeEvent = {
      type: 'TemporaryBranchExtended',
      data: { organizationId: 'org_new', fromEndsOn: '2026-06-30', endsOn: '2026-09-30', approvingOrgId: 'org_community', approvedById: 'per_9' },
    };
    const longer = given(treeDecider, ...s.past, proposed('2026-06-30'), approved, extended);
    longer.when(end(startOfDay('2026-07-01'))).then();
    longer.when(end(startOfDay('2026-10-01'))).thenTypes('TemporaryBranchEnded', 'OrganizationDissolved');
    longer.when({ ...end('2030-01-01T00:00:00.000Z'), organizationId: 'org_branch' } as TreeCommand).then();
    longer.when({ ...end('2030-01-01T00:00:00.000Z'), organizationId: 'org_nobody' } as TreeCommand).then();
  });
});

it('ORG-11 nothing becomes a temporary branch, and it becomes nothing else', () => {
  const branch = living('2026-06-30');
  const filing = { at: s.at, backdateDays: 90, fromAbove: false } as const;
  const decision = { organizationId: 'org_new', by, at: s.at, settings: s.settings, effectiveOn: '2026-03-02', filing } as const;
  const convert = { type: 'Convert', ...decision, memberCount: 0 } as const;
  branch.when({ ...convert, kind: 'branch' }).thenRejected('TEMPORARY_BRANCH');
  branch.when({ ...convert, organizationId: 'org_branch', kind: 'temporaryBranch' }).thenRejected('TEMPORARY_BRANCH');
  const part = (organizationId: string, kind: 'branch' | 'committee' | 'temporaryBranch') => ({ organizationId, name: organizationId, kind, memberIds: [] });
  const split = { type: 'Split', ...decision, members: [] } as const;
  branch.when({ ...split, parts: [part('org_p1', 'committee'), part('org_p2', 'committee')] }).thenRejected('TEMPORARY_BRANCH');
  branch
    .when({ ...split, organizationId: 'org_branch', parts: [part('org_p1', 'temporaryBranch'), part('org_p2', 'branch')] })
    .thenRejected('TEMPORARY_BRANCH');
  given(
    treeDecider,
    ...s.past,
    proposed('2026-06-30'),
    approved,
    s.proposed({ kind: 'temporaryBranch', organizationId: 'org_t2', name: 'Second', endsOn: '2026-06-30' }),
    {
      ...approved,
      data: { ...approved.data, organizationId: 'org_t2' },
    },
  )
    .when({ type: 'Merge', ...decision, sourceIds: ['org_t2'] })
    .thenRejected('TEMPORARY_BRANCH');
  branch
    .when({
      type: 'Register',
      organizations: [
        {
          organizationId: 'org_x',
          name: 'X',
          kind: 'temporaryBranch',
          level: 'base',
          sector: 'other',
          lineParentId: 'org_community',
          placeParentId: 'org_community',
          approvesMembers: false,
        },
      ],
      effectiveOn: '2026-03-02',
      by: s.seed,
    })
    .thenRejected('TEMPORARY_BRANCH');
});
