import { describe, expect, it } from '@jest/globals';
import type { EventStore, Page, RecordedEvent } from '@zhitong/eventing';
import { recordedEvent } from '@zhitong/testing';
import type { Rows } from '../service/kit.ts';
import { createTree, treeStreamName } from './live-tree.ts';
import type { OrganizationNode } from './tree.port.ts';

const registered = (version: number, organizationId: string, lineParentId?: string): RecordedEvent =>
  recordedEvent(treeStreamName, version, 'OrganizationRegistered', {
    organizationId,
    name: organizationId,
    kind: 'committee',
    level: lineParentId === undefined ? 'city' : 'base',
    sector: 'other',
    lineParentId,
    placeParentId: lineParentId,
    approvesMembers: false,
    effectiveOn: '2026-01-01',
  });

const refused = () => Promise.reject(new Error('not asked here'));
const storeOf = (context: string, events: readonly RecordedEvent[]): EventStore => ({
  context,
  append: refused,
  appendAll: refused,
  findCommit: refused,
  close: () => Promise.resolve(),
  load: (_stream, from = 1) => Promise.resolve(events.filter(({ version }) => version >= from)),
});
const rowsOf = (query: Rows<OrganizationNode>['query']): Rows<OrganizationNode> => ({
  query,
  get: refused,
  getMany: refused,
  count: refused,
  nth: refused,
  tallies: refused,
  lagSeconds: () => 0,
});
const node = (organizationId: string, changed: number, lineParentId: string | null): OrganizationNode => ({
  organizationId,
  name: organizationId,
  kind: 'committee',
  level: 'base',
  sector: 'other',
  state: 'active',
  lineParentId,
  placeParentId: lineParentId,
  guidingOrgId: null,
  placeCode: null,
  approvesMembers: false,
  since: changed,
  changed,
});
/** The code of a refusal. */
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'not refused',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

describe('the tree of the service that owns it', () => {
  const events = [registered(1, 'org_city'), registered(2, 'org_a', 'org_city')];
  const log = [...events];
  const tree = createTree({ rows: rowsOf(refused), store: storeOf('organizations', log) });

  it('folds its own log, each event once, and knows every version', async () => {
    await Promise.all([tree.refresh(), tree.refresh()]);
    expect(tree.current().version).toBe(2);
    log.push(registered(3, 'org_b', 'org_a'));
    await tree.refresh();
    expect(tree.current().subtree('org_city', 'line')).toEqual(['org_city', 'org_a', 'org_b']);
    expect((await tree.at(2)).node('org_b')).toBeUndefined();
  });
  it('takes in a version that was written meanwhile, and refuses one that does not come', async () => {
    log.push(registered(4, 'org_c', 'org_a'));
    expect((await tree.at(4)).node('org_c')).toMatchObject({ lineParentId: 'org_a' });
    expect(await codeOf(tree.at(5))).toBe('SERVICE_UNAVAILABLE');
  });
});

describe('the tree of every other service', () => {
  const nodes = [node('org_city', 1, null), node('org_a', 2, 'org_city'), node('org_b', 3, 'org_a')];
  const asked: unknown[] = [];
  /** One row a page. */
  const query: Rows<OrganizationNode>['query'] = ({ where, cursor }) => {
    const [condition] = where;
    const after = condition !== undefined && 'gt' in condition ? Number(condition.gt) : 0;
    asked.push(after);
    const rows = nodes.filter(({ changed }) => changed > after).map((row) => ({ ...row, $key: row.organizationId }));
    const at = Number(cursor ?? 0);
    const page: Page<OrganizationNode & { readonly $key: string }> = {
      items: rows.slice(at, at + 1),
      ...(at + 1 < rows.length ? { next: String(at + 1) } : {}),
    };
    return Promise.resolve(page);
  };
  const tree = createTree({ rows: rowsOf(query), store: storeOf('members', []) });

  it('takes what changed from its rows, page by page, and answers an older version by the newest', async () => {
    await tree.refresh();
    expect(tree.current()).toMatchObject({ version: 3 });
    expect(tree.current().path('org_b', 'line')).toEqual(['org_city', 'org_a', 'org_b']);
    expect((await tree.at(1)).version).toBe(3);
    nodes[2] = node('org_b', 4, 'org_city');
    await tree.refresh();
    expect(asked.at(-1)).toBe(3);
    expect(tree.current().path('org_b', 'line')).toEqual(['org_city', 'org_b']);
  });
  it('says for how long nobody has confirmed it', async () => {
    const stale = createTree({ rows: rowsOf(refused), store: storeOf('members', []) });
    expect(stale.confirmedFor()).toBe(Number.POSITIVE_INFINITY);
    await stale.refresh().catch(() => undefined);
    expect(stale.confirmedFor()).toBe(Number.POSITIVE_INFINITY);
    await tree.refresh();
    expect(tree.confirmedFor()).toBeLessThan(1000);
  });
});
