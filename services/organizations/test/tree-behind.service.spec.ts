import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@zhitong/testing';
import { heldBack } from '../../all/held-back.ts';
import { postsStream } from '../src/domain/posts/posts.stream.ts';
import type { Registration } from '../src/domain/tree/tree.commands.ts';
import { treeId, treeStream } from '../src/domain/tree/tree.stream.ts';
import { startTown, type Town } from './calls.ts';

describe('an organization that another replica took in, before this one has it in memory', () => {
  let town: Town;
  const lists = heldBack();
  const never = 600_000;
  beforeAll(async () => {
    town = await startTown('2026-03-02T01:00:00.000Z', {
      adapters: lists.adapters,
      limits: { tickMs: 10, leaseMs: 5_000, refreshMs: never, stalledMs: never },
    });
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const stored = (id: string) => ({
    commandId: id,
    bodyHash: '',
    metadata: { occurredAt: town.clock.now(), actorId: 'system:seed', correlationId: id },
  });
  /** As another replica does it: nobody tells this one. */
  const register = (organization: Registration) =>
    town.service('organizations').runtime.handler.handle(treeStream, {
      id: treeId,
      command: { type: 'Register', effectiveOn: '2026-01-01', by: { id: 'system:seed', organizationId: null }, organizations: [organization] },
      ...stored(organization.organizationId),
    });

  it('ORG-25 has the years of its secretary counted all the same', async () => {
    const parent = town.as('street-440308001').organizationId;
    const place = { lineParentId: parent, placeParentId: parent, placeCode: '440308001099', sector: 'community', approvesMembers: false } as const;
    const personId = town.as('community-440308001002').personId;
    await lists.while('tree-nodes', async () => {
      await register({ organizationId: 'org_farther', name: '别处社区党委', kind: 'committee', level: 'community', ...place });
      await town.service('organizations').runtime.handler.handle(postsStream, {
        id: 'org_farther',
        command: {
          type: 'Fill',
          postId: 'pst_farther',
          organizationId: 'org_farther',
          organizationState: 'active',
          post: 'secretary',
          personId,
          standing: 'full',
          fullFromOn: '2000-01-01',
          concurrentAs: [],
          fromOn: '2026-03-02',
          secretaryPartyYears: 1,
          byId: 'system:seed',
          filing: { at: town.clock.now(), backdateDays: null, fromAbove: false },
        },
        ...stored('farther'),
      });
      await eventually(async () =>
        expect((await town.recorded(`organizations.tenure-${personId}`)).map(({ data }) => 'postId' in data && data.postId)).toContain('pst_farther'),
      );
    });
  });
});
