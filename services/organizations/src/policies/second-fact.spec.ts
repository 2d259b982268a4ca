import { describe, expect, it } from '@jest/globals';
import type { Intent, Policy } from '@zhitong/eventing';
import type { PolicyEnv } from '@zhitong/platform';
import { Map } from 'immutable';
import { recorded } from '../../test/fold.samples.ts';
import { whenElectionApprovedThenChangePosts } from './when-election-approved-then-change-posts.policy.ts';
import { whenHolderOrOrganizationGoneThenVacatePosts } from './when-holder-or-organization-gone-then-vacate-posts.policy.ts';
import { whenMemberLeavesBranchThenLeaveGroup } from './when-member-leaves-branch-then-leave-group.policy.ts';
import { whenMembershipEndedThenWithdrawReserve } from './when-membership-ended-then-withdraw-reserve.policy.ts';
import { whenOrganizationDissolvedThenEndCoverage } from './when-organization-dissolved-then-end-coverage.policy.ts';

const attachmentsOf = (personId: string) =>
  (personId === 'per_called_back' ? [true, false] : [true]).map((begins) => ({ branchId: 'org_t', begins, on: '2026-01-01' }));
const members = {
  per_called_back: { branchId: 'org_1', suspended: false, ended: false },
  per_at_home: { branchId: 'org_1', suspended: false, ended: false },
  per_moved: { branchId: 'org_2', suspended: false, ended: false },
  per_suspended: { branchId: 'org_1', suspended: true, ended: false },
  per_left: { branchId: null, suspended: false, ended: true },
};
/** As the lists of members and the roster know them. */
const rows = new globalThis.Map(
  Object.entries(members).map(([personId, row]) => [
    personId,
    { ...row, personId, homes: [{ branchId: row.branchId, on: '2026-01-01' }], attachments: attachmentsOf(personId) },
  ]),
);
const organizations = Map({ org_1: { state: 'active' }, org_gone: { state: 'dissolved' } });

/** What a policy does with a fact that came while the other one was under way: members and the tree as they are by now. */
async function after(
  policy: Policy<PolicyEnv>,
  category: string,
  type: string,
  data: object,
  listed: readonly object[] = [],
  at?: string,
): Promise<readonly Intent[]> {
  const env = {
    rows: () => ({
      get: (id: string) => Promise.resolve(rows.get(id)),
      query: () => Promise.resolve({ items: listed }),
      getMany: (ids: readonly string[]) => Promise.resolve(new globalThis.Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id)] as const] : [])))),
    }),
    peek: () => Promise.resolve({ state: { organizations }, version: 1 }),
    settings: { number: () => 2 },
    now: () => '2026-03-02T01:00:00.000Z',
  };
  const event = recorded(category, 'x', 1, { type, data }, at);
  const handler = policy.sources.find((source) => source.category === category)?.handler(type);
  const intents: Intent[] = [];
  for await (const intent of (await handler?.(event, env as never)) ?? []) intents.push(intent);
  return intents;
}
const told = (intents: readonly Intent[]) => intents.map(({ id, command }) => ({ id, command }));

describe('REL-37 a fact that comes again, long after', () => {
  const post = { postId: 'pst_2', organizationId: 'org_1', personId: 'per_at_home', type: 'secretary', fromOn: '2026-03-02', listedOn: '2026-03-02' };
  const told = (data: object) => ({ personId: 'per_at_home', ...data });

  it('X-11 ORG-24 ORG-12 takes nothing from who has come back since', async () => {
    const suspended = told({ suspendedOn: '2026-02-01' });
    expect(await after(whenHolderOrOrganizationGoneThenVacatePosts, 'member', 'MembershipSuspended', suspended, [post])).toEqual([]);
    expect(await after(whenMembershipEndedThenWithdrawReserve, 'member', 'MembershipSuspended', suspended, [post], '2026-02-01T01:00:00.000Z')).toEqual([]);
    expect(await after(whenMemberLeavesBranchThenLeaveGroup, 'member', 'BranchAssigned', told({ fromBranchId: 'org_1', branchId: 'org_2' }))).toEqual([]);
  });

  it('X-11 ORG-12 takes what was held on its day', async () => {
    const before = { ...post, fromOn: '2026-01-01' };
    const suspended = told({ suspendedOn: '2026-02-01' });
    expect(await after(whenHolderOrOrganizationGoneThenVacatePosts, 'member', 'MembershipSuspended', suspended, [before])).toHaveLength(1);
    const ended = { personId: 'per_left', endedOn: '2026-02-01' };
    expect(await after(whenHolderOrOrganizationGoneThenVacatePosts, 'member', 'MembershipEnded', ended, [post])).toHaveLength(1);
    expect(await after(whenMemberLeavesBranchThenLeaveGroup, 'member', 'BranchAssigned', { personId: 'per_moved', fromBranchId: 'org_1' })).toHaveLength(1);
  });

  it('ORG-20 the approval of an election ends no post of a later term', async () => {
    const approved = { organizationId: 'org_1', electionId: 'ele_1', ballotOn: '2026-02-20', electedIds: [], deputyIds: [] };
    const held = ['2025-01-01', '2026-04-01'].map((fromOn) => ({ ...post, postId: `pst_${fromOn}`, fromOn }));
    const intents = await after(whenElectionApprovedThenChangePosts, 'term', 'ElectionApproved', approved, held);
    expect(intents.map(({ command }) => command)).toEqual([expect.objectContaining({ type: 'Vacate', postId: 'pst_2025-01-01' })]);
  });
});

describe('a fact that comes second finds the first', () => {
  const filled = (personId: string, organizationId = 'org_1') =>
    after(whenHolderOrOrganizationGoneThenVacatePosts, 'posts', 'PostFilled', { postId: 'pst_1', organizationId, personId, fromOn: '2026-02-01' });
  it('X-10 X-11 a post is not kept by who has left or is suspended, nor in an organization that is gone', async () => {
    const vacated = (cause: string, id = 'org_1') => [
      { id, command: expect.objectContaining({ type: 'Vacate', postId: 'pst_1', cause, vacatedOn: '2026-03-02' }) },
    ];
    expect(told(await filled('per_left'))).toEqual(vacated('membershipEnded'));
    expect(told(await filled('per_suspended'))).toEqual(vacated('membershipSuspended'));
    expect(told(await filled('per_at_home', 'org_gone'))).toEqual(vacated('organizationDissolved', 'org_gone'));
    expect([await filled('per_at_home'), await filled('per_unknown')]).toEqual([[], []]);
  });

  it('ORG-24 nobody is put in reserve who has left', async () => {
    const listed = (personId: string) => after(whenMembershipEndedThenWithdrawReserve, 'reserves', 'ReserveCadreListed', { organizationId: 'org_1', personId });
    expect(told(await listed('per_left'))).toEqual([
      { id: 'org_1', command: expect.objectContaining({ type: 'WithdrawCadre', personId: 'per_left', reasonCode: 'membershipEnded', needed: 2 }) },
    ]);
    expect(await listed('per_at_home')).toEqual([]);
  });

  it('ORG-12 nobody is put in a group who has left the branch', async () => {
    const memberIds = ['per_at_home', 'per_moved', 'per_left', 'per_unknown'];
    const set = await after(whenMemberLeavesBranchThenLeaveGroup, 'groups', 'GroupSet', { organizationId: 'org_1', groupId: 'grp_1', memberIds });
    expect(set.map(({ command }) => command)).toEqual(
      ['per_moved', 'per_left'].map((personId) => expect.objectContaining({ type: 'LeaveGroup', organizationId: 'org_1', personId })),
    );
  });

  it('ORG-11 ORG-12 a group of a temporary branch is left by who is called back, and kept by who is attached', async () => {
    const memberIds = ['per_at_home', 'per_called_back'];
    const set = await after(whenMemberLeavesBranchThenLeaveGroup, 'groups', 'GroupSet', { organizationId: 'org_t', groupId: 'grp_1', memberIds });
    const detached = (personId: string) => after(whenMemberLeavesBranchThenLeaveGroup, 'member', 'MemberDetached', { personId, branchId: 'org_t' });
    const left = [{ id: 'org_t', command: expect.objectContaining({ type: 'LeaveGroup', organizationId: 'org_t', personId: 'per_called_back' }) }];
    expect([told(set), told(await detached('per_called_back')), await detached('per_at_home')]).toEqual([left, left, []]);
  });

  it('ORG-33 nothing is covered by an organization that is gone', async () => {
    const covered = (coveringOrgId: string) =>
      after(whenOrganizationDissolvedThenEndCoverage, 'unit', 'OrganizationCoverageAchieved', { unitId: 'uni_1', coveringOrgId });
    expect(told(await covered('org_gone'))).toEqual([
      { id: 'uni_1', command: expect.objectContaining({ type: 'LoseCoverage', coveringOrgId: 'org_gone', lostOn: '2026-03-02' }) },
    ]);
    expect(await covered('org_1')).toEqual([]);
  });
});
