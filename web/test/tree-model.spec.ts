import { describe, expect, it } from '@jest/globals';
import { bare, linesOf, mostNodes, toggled, withBranch, type TreeChild } from '../src/ui/tree/model.ts';

const node = (organizationId: string, children = 0): TreeChild => ({
  organizationId,
  name: organizationId,
  kind: 'branch',
  level: 'base',
  sector: 'other',
  state: 'active',
  children,
});
const page = (count: number, total: number, prefix: string, next?: string) => ({
  children: Array.from({ length: count }, (_none, at) => node(`${prefix}.${at}`, 1)),
  total,
  next,
});
const names = (lines: ReturnType<typeof linesOf>) => lines.map((line) => (line.type === 'node' ? line.node.organizationId : `more ${line.left}`));

describe('the organization tree', () => {
  it('shows what is open, and how many are still to load', () => {
    const forest = withBranch(bare, 'city', page(2, 314, 'd', 'cursor'), false);
    expect(names(linesOf(node('city', 314), forest))).toEqual(['city', 'd.0', 'd.1', 'more 312']);
  });

  it('appends the next 200 and folds without forgetting', () => {
    const forest = withBranch(withBranch(bare, 'city', page(2, 3, 'd', 'c'), false), 'city', page(1, 3, 'e'), true);
    expect(names(linesOf(node('city', 3), forest))).toEqual(['city', 'd.0', 'd.1', 'e.0']);
    const shut = toggled(forest, 'city');
    expect(names(linesOf(node('city', 3), shut))).toEqual(['city']);
    expect(names(linesOf(node('city', 3), toggled(shut, 'city')))).toHaveLength(4);
  });

  it('forgets the branches used longest ago beyond its bound, never the path to the one in use', () => {
    let forest = withBranch(bare, 'city', page(60, 60, 'd'), false);
    for (let at = 0; at < 40; at += 1) forest = withBranch(forest, `d.${at}`, page(100, 100, `s${at}`), false);
    const nodes = [...forest.loaded.values()].reduce((sum, { children }) => sum + children.length, 0);
    expect(nodes).toBeLessThanOrEqual(mostNodes);
    expect(forest.loaded.has('city')).toBe(true);
    expect(forest.loaded.has('d.39')).toBe(true);
    expect(forest.loaded.has('d.0')).toBe(false);
  });
});
