import { describe, expect, it } from '@jest/globals';
import { views, type View } from '@zhitong/catalogue';
import type { OrganizationNode } from '@zhitong/platform';
import { TreeSnapshot } from '@zhitong/platform/access/tree-view.ts';
import fc from 'fast-check';
import { disordersOf, headOf } from './lines-and-places.ts';

const blank: OrganizationNode = {
  organizationId: 'city',
  name: 'city',
  kind: 'committee',
  level: 'base',
  sector: 'other',
  state: 'active',
  lineParentId: null,
  placeParentId: null,
  guidingOrgId: null,
  placeCode: null,
  approvesMembers: false,
  since: 1,
  changed: 1,
};
const under = (organizationId: string, line: string | null, place: string | null, fields: Partial<OrganizationNode> = {}): OrganizationNode => ({
  ...blank,
  organizationId,
  lineParentId: line,
  placeParentId: place,
  ...fields,
});
const leading = (id: string, above: string) => under(id, above, above, { placeCode: id });
const nodes: readonly OrganizationNode[] = [
  { ...blank, level: 'city', placeCode: 'city' },
  leading('district', 'city'),
  leading('street', 'district'),
  leading('other', 'city'),
  under('agencies', 'city', 'city'),
  under('bureau', 'agencies', 'street'),
  under('own', 'district', 'district', { kind: 'branch' }),
  under('branch', 'street', 'other', { kind: 'branch' }),
];
const tree = TreeSnapshot.of(nodes, 1);

describe('P09 lines and places', () => {
  it('P09 an organization counts under what is below the scope on its path, under the scope itself, or under the head of another line', () => {
    const heads = (scopeId: string, id: string) => views.values.map((view) => headOf(tree, scopeId, id, view));
    expect(heads('city', 'bureau')).toEqual(['agencies', 'district']);
    expect(heads('city', 'city')).toEqual(['city', 'city']);
    expect(heads('district', 'bureau')).toEqual(['agencies', 'street']);
    expect(heads('district', 'own')).toEqual(['district', 'district']);
    expect(heads('district', 'branch')).toEqual(['street', 'other']);
    expect(heads('agencies', 'bureau')).toEqual(['bureau', 'district']);
  });

  it('P09 whatever the trees are, each organization has one line and one place, and another line of it moves it between lines only', () => {
    const grown = fc
      .array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 25 })
      .map((parents) => parents.map(([line, place], at) => under(`o${at}`, at === 0 ? 'city' : `o${line % at}`, at === 0 ? 'city' : `o${place % at}`)));
    fc.assert(
      fc.property(grown, fc.nat(), fc.nat(), (below, moved, to) => {
        const city: OrganizationNode = { ...blank, level: 'city' };
        const before = TreeSnapshot.of([city, ...below], 1);
        const chosen = below[moved % below.length];
        const target = below.slice(0, moved % below.length)[to % Math.max(1, moved % below.length)];
        if (chosen === undefined) return;
        const after = before.with([{ ...chosen, lineParentId: target?.organizationId ?? 'city' }], 2);
        const counts = (of: TreeSnapshot, view: View) => {
          const heads = of.subtree('city', 'place').map((id) => headOf(of, 'city', id, view));
          return Object.entries(Object.groupBy(heads, (head) => head)).map(([head, ids]) => [head, ids?.length ?? 0] as const);
        };
        const total = (of: TreeSnapshot, view: View) => counts(of, view).reduce((sum, [, count]) => sum + count, 0);
        expect(total(after, 'line')).toBe(total(after, 'place'));
        expect(counts(after, 'place')).toEqual(counts(before, 'place'));
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });

  it('P09 to be put in order is what has lost its parent, its place or its line; the city stands below nothing', () => {
    const damaged = tree.with(
      [
        ...nodes.filter(({ organizationId }) => organizationId === 'agencies').map((node) => ({ ...node, state: 'dissolved' as const })),
        ...nodes.filter(({ organizationId }) => organizationId === 'street').map((node) => ({ ...node, state: 'merging' as const })),
        under('placeless', 'city', null),
        under('lost', 'city', 'own'),
        under('lineless', null, 'city'),
      ],
      2,
    );
    const of = (id: string) => disordersOf(damaged, damaged.node(id) ?? blank);
    expect([of('city'), of('district'), of('own')]).toEqual([[], [], []]);
    expect([of('bureau'), of('branch')]).toEqual([['parentGone'], ['parentGone']]);
    expect([of('placeless'), of('lost'), of('lineless')]).toEqual([['noPlace'], ['noPlace'], ['noLine']]);
  });
});
