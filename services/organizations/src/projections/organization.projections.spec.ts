import { describe, expect, it } from '@jest/globals';
import type { AnyProjection, Change, RecordedEvent } from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';
import { TreeHistory } from '@zhitong/platform/access/tree-history.ts';
import { toTreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import * as s from '../domain/tree/tree.samples.ts';
import type { TreeEvent } from '../domain/tree/tree.evolve.ts';
import { lineMoveDeadline } from '../policies/line-move.deadline.ts';
import { initialsOf, organizationList } from './organization-list.projection.ts';
import { organizationHistory } from './organization-history.projection.ts';
import { organizationValidity } from './organization-validity.projection.ts';
import { membership } from './membership.projection.ts';

const recorded = (stream: string, facts: readonly Fact[], occurredAt = s.at): RecordedEvent[] =>
  facts.map(({ type, data }, index) => ({
    id: `${stream}#${index + 1}`,
    stream,
    version: index + 1,
    type,
    data,
    occurredAt,
    recordedAt: `2026-03-02T02:00:${String(index).padStart(2, '0')}.000Z`,
    actorId: 'per_1',
    correlationId: 'c',
    commandId: 'c',
    logEpoch: 1,
  }));
const treeOf = (facts: readonly TreeEvent[]) => recorded('organizations.tree-city', facts);

/** Folds events as the engine does, without stores: rows by key. */
async function rowsOf(projection: Pick<AnyProjection, 'sources'>, events: readonly RecordedEvent[]): Promise<Map<string, unknown>> {
  const history = new TreeHistory();
  for (const event of events) if (event.stream.startsWith('organizations.tree-')) history.apply(toTreeEvent(event), event.version);
  const env = { tree: { current: () => history.current(), at: (version: number) => Promise.resolve(history.at(version)) } };
  const rows = new Map<string, unknown>();
  for (const event of events) {
    const source = projection.sources.find(({ context, category }) => event.stream.startsWith(`${context}.${category}-`));
    const changes = await source?.handler(event.type)?.(event, env as never);
    const all: readonly Change<unknown>[] = changes === undefined ? [] : 'key' in changes ? [changes] : changes;
    for (const { key, fold } of all) rows.set(key, fold(rows.get(key) ?? null));
  }
  return rows;
}

const requested: TreeEvent = {
  type: 'LineMoveRequested',
  data: {
    organizationId: 'org_branch',
    fromParentId: 'org_community',
    toParentId: 'org_other',
    effectiveOn: '2026-03-10',
    dueAt: '2026-04-01T15:59:59.999Z',
    requestedById: 'per_1',
    warnings: [],
  },
};
const released: TreeEvent = { type: 'LineMoveReleased', data: { organizationId: 'org_branch', parentId: 'org_community', releasedById: 'per_1' } };
const accepted: TreeEvent = { type: 'LineMoveAccepted', data: { organizationId: 'org_branch', parentId: 'org_other', acceptedById: 'per_2' } };
const changed: TreeEvent = {
  type: 'ManagingLineChanged',
  data: { organizationId: 'org_branch', fromParentId: 'org_community', toParentId: 'org_other', effectiveOn: '2026-03-10' },
};
const filled = (postId: string, personId: string): Fact => ({
  type: 'PostFilled',
  data: { postId, organizationId: 'org_branch', personId, type: 'secretary', concurrentAsCodes: [], fromOn: '2026-03-01', filledById: 'per_9', warnings: [] },
});
const vacated: Fact = {
  type: 'PostVacated',
  data: {
    postId: 'pst_1',
    organizationId: 'org_branch',
    personId: 'per_1',
    type: 'secretary',
    vacatedOn: '2026-03-02',
    causeCode: 'resigned',
    vacatedById: 'per_9',
  },
};

describe('organization-list', () => {
  it('finds Chinese names by their initials, digits included', () => {
    expect(initialsOf('福田街道第3党支部')).toBe('ftjdd3dzb');
    expect(initialsOf('Org A-1')).toBe('orga1');
  });
  it('folds tree and posts in either order to the same rows', async () => {
    const [tree, posts] = [treeOf(s.past), recorded('organizations.posts-org_branch', [filled('pst_1', 'per_1'), vacated, filled('pst_2', 'per_2')])];
    const [one, other] = [await rowsOf(organizationList, [...tree, ...posts]), await rowsOf(organizationList, [...posts, ...tree])];
    expect(other.get('org_branch')).toEqual(one.get('org_branch'));
    expect(one.get('org_branch')).toMatchObject({ name: 'org_branch', state: 'active', secretary: { postId: 'pst_2', personId: 'per_2' } });
  });
  it('shows a move until it is over', async () => {
    const row = async (...more: TreeEvent[]) => (await rowsOf(organizationList, treeOf([...s.past, requested, ...more]))).get('org_branch');
    expect(await row(released)).toMatchObject({ pendingMove: { toParentId: 'org_other', released: true, accepted: false } });
    expect(await row(released, accepted, changed)).toMatchObject({ pendingMove: null });
  });
});

describe('organization-validity', () => {
  it('ORG-13 one interval a change, each ending where the next begins', async () => {
    const rows = [...(await rowsOf(organizationValidity, treeOf([...s.past, requested, released, accepted, changed]))).values()];
    const branch = rows.filter((row) => row !== null && typeof row === 'object' && 'organizationId' in row && row.organizationId === 'org_branch');
    expect(branch).toMatchObject([
      { fromOn: '2026-01-01', toOn: '2026-03-02', lineParentId: 'org_community' },
      { fromOn: '2026-03-02', toOn: '2026-03-02' },
      { fromOn: '2026-03-02', toOn: '2026-03-02' },
      { fromOn: '2026-03-02', toOn: '2026-03-10', lineParentId: 'org_community' },
      { fromOn: '2026-03-10', toOn: '9999-12-31', lineParentId: 'org_other', placeParentId: 'org_community' },
    ]);
  });
});

describe('organization-history', () => {
  it('keeps codes and dates of each event, no lists of members', async () => {
    const rows = await rowsOf(organizationHistory, treeOf([...s.past, s.proposed()]));
    const row = rows.get(`org_new@tree${s.past.length + 1}`);
    expect(row).toMatchObject({ type: 'OrganizationProposed', actorId: 'per_1', details: { kind: 'branch', lineParentId: 'org_community' } });
    expect(JSON.stringify(row)).not.toContain('per_2');
  });
});

describe('membership', () => {
  it('counts full, provisional and suspended members where they are at home', async () => {
    const member = (personId: string, ...facts: readonly [string, object][]) =>
      recorded(
        `members.member-${personId}`,
        facts.map(([type, data]) => ({ type, data: { personId, ...data } })),
      );
    const rows = await rowsOf(membership, [
      ...member(
        'per_1',
        ['MemberRegistered', { kind: 'full', fullFromOn: '2020-01-01' }],
        ['BranchAssigned', { branchId: 'org_a' }],
        ['BranchAssigned', { branchId: 'org_b', fromBranchId: 'org_a' }],
      ),
      ...member('per_2', ['MemberRegistered', { kind: 'full' }], ['BranchAssigned', { branchId: 'org_b' }], ['MembershipSuspended', {}]),
      ...member(
        'per_3',
        ['MemberRegistered', { kind: 'provisional' }],
        ['BranchAssigned', { branchId: 'org_b' }],
        ['MembershipEnded', { fromBranchId: 'org_b' }],
      ),
    ]);
    const counted = ['per_1', 'per_2', 'per_3'].map((id) => membership.tallies?.(rows.get(id) as never));
    expect(counted).toEqual([[{ key: 'members/org_b', amounts: { full: 1 } }], [{ key: 'members/org_b', amounts: { suspended: 1 } }], []]);
  });
});

describe('line-move deadline', () => {
  it('ORG-08 waits for the words, and with both for the day', async () => {
    const due = async (...more: TreeEvent[]) => (await rowsOf(lineMoveDeadline, treeOf([...s.past, requested, ...more]))).get('org_branch');
    expect(await due()).toMatchObject({ dueAt: '2026-04-01T16:00:00.000Z' });
    expect(await due(released)).toMatchObject({ dueAt: '2026-04-01T16:00:00.000Z' });
    expect(await due(released, accepted)).toMatchObject({ dueAt: '2026-03-09T16:00:00.000Z' });
    expect(await due(released, accepted, changed)).toBeNull();
  });
});
