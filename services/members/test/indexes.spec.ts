import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Condition, Query, ReadModelStore } from '@zhitong/eventing';
import { openSqliteReadModelStore } from '@zhitong/sqlite';
import { homeMoves } from '../src/projections/home-moves.projection.ts';
import { memberHistory } from '../src/projections/member-history.projection.ts';
import { memberList } from '../src/projections/member-list.projection.ts';
import { transferList } from '../src/projections/transfer-list.projection.ts';
import { transferPath } from '../src/projections/transfer-path.projection.ts';

let folder: string;
let store: ReadModelStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zt-indexes-'));
  store = await openSqliteReadModelStore({ file: join(folder, 'rows.db') });
  await store.ensure(
    [memberList, memberHistory, transferList, transferPath, homeMoves].map(({ name, indexes }) => ({ name: name.replace('-', '_'), indexes })),
  );
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const branches: Condition = { field: 'branchId', in: ['org_a', 'org_b'] };
const organizations: Condition = { field: 'organizationId', in: ['org_a', 'org_b'] };
const branch: Condition = { field: 'branchId', eq: 'org_a' };
const joined: Condition = { field: 'joinedOn', gte: '2020-01-01', lte: '2021-01-01' };
const full: Condition = { field: 'state', eq: 'full' };
const kind: Condition = { field: 'kind', eq: 'full' };
const shapes: readonly (readonly [string, Omit<Query, 'limit'>])[] = [
  ...[[], [full], [kind], [joined], [full, joined], [kind, joined], [full, kind], [full, kind, joined]].map(
    (more) => ['member_list', { where: [branches, ...more] }] as const,
  ),
  ['member_list', { where: [branch, { field: 'entitled', eq: true }], orderBy: { field: 'joinedOn', direction: 'asc' } }],
  ['member_list', { where: [branch], orderBy: { field: 'joinedOn', direction: 'asc' } }],
  ['member_history', { where: [{ field: 'personId', eq: 'per_1' }], orderBy: { field: 'version', direction: 'desc' } }],
  ['member_history', { where: [{ field: 'transferId', eq: 'trf_1' }], orderBy: { field: 'version', direction: 'asc' } }],
  ['transfer_list', { where: [{ field: 'personId', eq: 'per_1' }], orderBy: { field: 'requestedOn', direction: 'desc' } }],
  ['transfer_path', { where: [organizations, { field: 'closedAt', gte: '2026-01-01' }], orderBy: { field: 'closedAt', direction: 'asc' } }],
  ['home_moves', { where: [organizations, { field: 'move', eq: 'in' }, { field: 'on', lte: '2026-01-01' }] }],
  ['home_moves', { where: [organizations, { field: 'on', lte: '2026-01-01' }], orderBy: { field: 'on', direction: 'asc' } }],
  ['home_moves', { where: [organizations, { field: 'recordedAt', gt: '2026-01-01' }], orderBy: { field: 'recordedAt', direction: 'asc' } }],
  ...['handsId', 'fromBranchId', 'fromCommitteeId', 'toBranchId', 'toCommitteeId'].flatMap((field) => {
    const side = { field, eq: 'org_a' };
    const step = { field: 'step', eq: 'accepted' };
    const late = { field: 'dueAt', gt: '', lt: '2026-03-02T00:00:00.000Z' };
    return [
      ['transfer_list', { where: [side], orderBy: { field: 'requestedOn', direction: 'desc' } }],
      ['transfer_list', { where: [side, step], orderBy: { field: 'requestedOn', direction: 'desc' } }],
      ['transfer_list', { where: [side, late], orderBy: { field: 'dueAt', direction: 'asc' } }],
      ['transfer_list', { where: [side, step, late], orderBy: { field: 'dueAt', direction: 'asc' } }],
    ] as const;
  }),
];

describe('every question of members is served by a declared index', () => {
  it.each(shapes.map(([collection, query]) => [collection, JSON.stringify(query), query] as const))('%s %s', async (collection, _text, query) => {
    expect(await store.query(collection, { ...query, limit: 10 })).toEqual({ items: [] });
    expect(await store.count(collection, query.where)).toEqual({ count: 0, more: false });
  });
});
