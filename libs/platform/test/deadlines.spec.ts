import { describe, expect, it } from '@jest/globals';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, put, type DueRow } from '@zhitong/eventing';
import { eventually, temporaryFolder } from '@zhitong/testing';
import { treeStreamName } from '../src/access/live-tree.ts';
import type { TreeEvent } from '../src/access/tree-nodes.ts';
import type { ServiceEnv } from '../src/service/kit.ts';
import { echo, startNotes } from './notes.samples.ts';

const now = '2026-03-01T09:00:00.000Z';

/** Due as soon as the tree has changed, and done for good by whoever knows the tree. */
const atOnce = defineDeadline<DueRow, ServiceEnv>({
  name: 'greet',
  version: 1,
  expects: [],
  sources: [fromSome<TreeEvent>(aggregates.organizations.tree)<DueRow, ServiceEnv>({ OrganizationRegistered: () => put('greeting', { dueAt: now }) })],
  fire: (_due, _now, { tree }) => (tree.current().node('org_city') === undefined ? [] : [intend(echo, 'greeted', 1)]),
});

describe('REL-30 what is fired', () => {
  it('is decided on a tree as new as the due row, whoever has heard of the change', async () => {
    const folder = temporaryFolder();
    const { promise: heard, resolve: hear } = Promise.withResolvers<void>();
    const service = await startNotes(folder.path, () => now, {
      deadlines: [atOnce],
      refreshMs: 600_000,
      adapters: (own) => ({
        ...own,
        readModels: new Proxy(own.readModels, {
          get(target, name): unknown {
            const commit: typeof target.commit = (unit) =>
              (unit.checkpoint?.subscription.startsWith('tree-nodes') === true ? heard : Promise.resolve()).then(() => target.commit(unit));
            const member: unknown = Reflect.get(target, name, target);
            return name === 'commit' ? commit : typeof member === 'function' ? member.bind(target) : member;
          },
        }),
      }),
    });
    const { runtime } = service;
    await eventually(() => runtime.readiness().parts['projections']?.ok);
    await runtime.adapters.store.append({
      stream: treeStreamName,
      expectedVersion: 0,
      events: [
        {
          type: 'OrganizationRegistered',
          data: {
            organizationId: 'org_city',
            name: '市委',
            kind: 'committee',
            level: 'city',
            sector: 'agency',
            approvesMembers: false,
            effectiveOn: '2026-01-01',
          },
        },
      ],
      commandId: 'city',
      bodyHash: '',
      metadata: { occurredAt: now, actorId: 'system:seed', correlationId: 'city' },
    });
    await eventually(async () => expect(await runtime.adapters.store.load('organizations.echo-greeted', 1)).toHaveLength(1));
    hear();
    await service.stop();
    folder.remove();
  });
});
