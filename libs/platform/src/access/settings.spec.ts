import { describe, expect, it } from '@jest/globals';
import { settingsCatalogue } from '@zhitong/catalogue';
import { inForce, reachOf } from './settings.ts';
import type { OrganizationNode } from './tree.port.ts';
import { TreeSnapshot } from './tree-view.ts';

const node = (organizationId: string, parentId: string | null, level: OrganizationNode['level']): OrganizationNode => ({
  organizationId,
  name: organizationId,
  kind: 'committee',
  level,
  sector: 'other',
  state: 'active',
  lineParentId: parentId,
  placeParentId: parentId,
  guidingOrgId: null,
  placeCode: null,
  approvesMembers: false,
  since: 1,
  changed: 1,
});
const tree = TreeSnapshot.of(
  [node('org_city', null, 'city'), node('org_d', 'org_city', 'district'), node('org_e', 'org_city', 'district'), node('org_b', 'org_d', 'base')],
  1,
);
const changes = [
  { organizationId: 'org_city', effectiveOn: '2026-02-01', value: 20 },
  { organizationId: 'org_d', effectiveOn: '2026-03-01', value: 30 },
  { organizationId: 'org_city', effectiveOn: '2026-04-01', value: 40 },
];
const value = (at: string, organizationId?: string) => inForce(changes, at, organizationId, tree)?.value;

describe('settings by date and scope', () => {
  it('X-22 a value is in force from 00:00 Shanghai of its day', () => {
    expect(value('2026-01-31')).toBeUndefined();
    expect(value('2026-01-31T15:59:59.999Z')).toBeUndefined();
    expect(value('2026-01-31T16:00:00.000Z')).toBe(20);
  });
  it('X-22 the nearest scope wins, the past keeps its value', () => {
    expect(value('2026-02-28', 'org_b')).toBe(20);
    expect(value('2026-03-01', 'org_b')).toBe(30);
    expect(value('2026-04-01', 'org_b')).toBe(30);
    expect(value('2026-04-01', 'org_e')).toBe(40);
  });
  it('a value reaches whoever has none nearer', () => {
    const reach = (organizationId: string, at: string) => reachOf(changes, at, organizationId, tree);
    expect([reach('org_city', '2026-02-28'), reach('org_d', '2026-02-28'), reach('org_b', '2026-02-28')]).toEqual([4, 2, 1]);
    expect([reach('org_city', '2026-03-01'), reach('org_d', '2026-03-01'), reach('org_b', '2026-03-01')]).toEqual([2, 2, 1]);
    expect(reachOf([...changes, { organizationId: 'org_b', effectiveOn: '2026-03-01', value: 1 }], '2026-03-01', 'org_d', tree)).toBe(1);
  });
  it('every default is a value its own schema takes', () => {
    for (const { key, schema, defaultValue } of settingsCatalogue.values()) expect([key, schema.safeParse(defaultValue).success]).toEqual([key, true]);
  });
});
