import { describe, expect, it } from '@jest/globals';
import type { Changes, Intent } from '@zhitong/eventing';
import { startOfDay } from '@zhitong/kernel';
import { foundingMembers, type FoundingDue } from './founding-members.deadline.ts';

type Told = readonly [type: string, data: object];

const foundingMemberIds = ['per_1', 'per_2', 'per_3'];
const proposed = (kind: string): Told => ['OrganizationProposed', { organizationId: 'org_new', kind, foundingMemberIds }];
const approved: Told = ['OrganizationApproved', { organizationId: 'org_new', effectiveOn: '2026-03-02' }];
const merged: Told = ['MergeApproved', { organizationId: 'org_survivor', sourceIds: ['org_new'], effectiveOn: '2026-03-10' }];
const dissolved = (successorId: string): Told => ['OrganizationDissolved', { organizationId: 'org_new', successorId }];

/** The row of the new branch after what was told, in this order. */
async function due(...told: readonly Told[]): Promise<FoundingDue | null> {
  let row: FoundingDue | null = null;
  for (const [place, [type, data]] of told.entries()) {
    const changes: Changes<FoundingDue> = (await foundingMembers.sources[0]?.handler(type)?.({ type, data, version: place + 1 } as never, {} as never)) ?? [];
    for (const { key, fold } of 'fold' in changes ? [changes] : changes) if (key === 'org_new') row = fold(row);
  }
  return row;
}

/** Where each founder goes, and how; what the tree says of each organization. */
async function fired(row: FoundingDue | null, tree: Readonly<Record<string, readonly [kind: string, state: string]>>): Promise<readonly string[]> {
  if (row === null) return [];
  const node = (organizationId: string) => {
    const [kind, state] = tree[organizationId] ?? [];
    return kind === undefined ? undefined : { organizationId, kind, state };
  };
  const intents: Intent[] = [];
  for await (const intent of await foundingMembers.fire({ ...row, $key: 'org_new' }, '2026-03-02T01:00:00.000Z', { tree: { at: () => ({ node }) } } as never))
    intents.push(intent);
  return intents.map(({ id, command }) => {
    const { type, home, branch } = command as { type: string; home?: { organizationId: string }; branch?: { organizationId: string } };
    return `${id} ${type} ${(home ?? branch)?.organizationId ?? ''}`;
  });
}
const all = (how: string) => foundingMemberIds.map((personId) => `${personId} ${how}`);

describe('X-21 founders of a branch', () => {
  it('X-21 ORG-11 move into it once it is approved, or are attached to a temporary one', async () => {
    const row = await due(proposed('branch'), approved);
    expect(row).toMatchObject({ dueAt: startOfDay('2026-03-02'), treeVersion: 2 });
    expect(await fired(row, { org_new: ['branch', 'active'] })).toEqual(all('MoveWithBranch org_new'));
    expect(await fired(await due(proposed('temporaryBranch'), approved), { org_new: ['temporaryBranch', 'active'] })).toEqual(all('AttachMember org_new'));
  });

  it('X-09 X-21 follow it into its survivor when it merges before they have moved', async () => {
    const tree = { org_new: ['branch', 'merging'], org_survivor: ['branch', 'active'] } as const;
    const merging = await due(proposed('branch'), approved, merged);
    expect(merging).toMatchObject({ dueAt: startOfDay('2026-03-02'), treeVersion: 3 });
    expect(await fired(merging, tree)).toEqual(all('MoveWithBranch org_survivor'));
    expect(await fired(await due(proposed('branch'), approved, merged, dissolved('org_survivor')), tree)).toEqual(all('MoveWithBranch org_survivor'));
  });

  it('X-10 X-21 stay where they are when it is dissolved before', async () => {
    for (const kind of ['branch', 'temporaryBranch']) expect(await due(proposed(kind), approved, dissolved('org_above'))).toBeNull();
  });

  it('X-09 X-21 wait when the tree knows of its end and the row does not yet', async () => {
    const row = await due(proposed('branch'), approved);
    await expect(fired(row, { org_new: ['branch', 'merging'] })).rejects.toThrow('why is not known here yet');
  });
});
