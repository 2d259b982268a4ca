import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TreeHistory } from './tree-history.ts';
import type { TreeEvent } from './tree-nodes.ts';
import type { OrganizationNode, TreeView } from './tree.port.ts';

const registered = (organizationId: string, parentId: string | undefined): TreeEvent => ({
  type: 'OrganizationRegistered',
  data: {
    organizationId,
    name: organizationId,
    kind: 'committee',
    level: 'base',
    sector: 'other',
    lineParentId: parentId,
    placeParentId: parentId,
    approvesMembers: false,
    effectiveOn: '2026-01-01',
  },
});
const moved = (organizationId: string, fromParentId: string, toParentId: string): TreeEvent => ({
  type: 'ManagingLineChanged',
  data: { organizationId, fromParentId, toParentId, effectiveOn: '2026-01-01' },
});
const dissolved = (organizationId: string): TreeEvent => ({
  type: 'OrganizationDissolved',
  data: { organizationId, successorId: 'org_0', reasonCode: 'unitClosed', approvingOrgId: 'org_0', approvedById: 'per_1', effectiveOn: '2026-01-01' },
});

const historyOf = (events: readonly TreeEvent[], snapshotEvery?: number) => {
  const history = new TreeHistory(snapshotEvery);
  events.forEach((event, index) => history.apply(event, index + 1));
  return history;
};
const dump = (view: TreeView): readonly OrganizationNode[] => [...view.nodes()];

describe('the tree of all versions', () => {
  const events = [
    registered('org_0', undefined),
    registered('org_b', 'org_0'),
    registered('org_a', 'org_0'),
    registered('org_c', 'org_a'),
    moved('org_c', 'org_a', 'org_b'),
    dissolved('org_a'),
  ];
  const history = historyOf(events);

  it('ORG-13 answers each version as it was', () => {
    expect(history.at(4)?.path('org_c', 'line')).toEqual(['org_0', 'org_a', 'org_c']);
    expect(history.at(5)?.path('org_c', 'line')).toEqual(['org_0', 'org_b', 'org_c']);
    expect(history.at(5)?.path('org_c', 'place')).toEqual(['org_0', 'org_a', 'org_c']);
    expect(history.at(2)?.node('org_c')).toBeUndefined();
    expect(history.at(7)).toBeUndefined();
  });
  it('lists parents before children, siblings by id; what was dissolved has left', () => {
    expect(history.at(4)?.subtree('org_0', 'line')).toEqual(['org_0', 'org_a', 'org_c', 'org_b']);
    expect(history.current().subtree('org_0', 'line')).toEqual(['org_0', 'org_b', 'org_c']);
    expect(history.current().within('org_0', 'org_a', 'line')).toBe(true);
  });
  it('takes a repeated version once and refuses a gap', () => {
    history.apply(dissolved('org_b'), 6);
    expect(history.current().node('org_b')?.state).toBe('active');
    expect(() => history.apply(dissolved('org_b'), 8)).toThrow(RangeError);
  });
  it('the highest change of all nodes is the version of the tree', () => expect(Math.max(...dump(history.current()).map(({ changed }) => changed))).toBe(6));

  it('answers the same whatever was kept and in whichever order it is asked', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { maxLength: 60 }), fc.array(fc.nat(200), { maxLength: 20 }), (choices, asked) => {
        const made: TreeEvent[] = [registered('org_0', undefined)];
        choices.forEach(([a, b], index) => {
          const size = made.filter(({ type }) => type === 'OrganizationRegistered').length;
          const [child, parent] = [1 + (a % Math.max(1, size - 1)), b % size];
          made.push(
            index % 3 === 2 && parent < child && child < size ? moved(`org_${child}`, 'org_0', `org_${parent}`) : registered(`org_${size}`, `org_${parent}`),
          );
        });
        const kept = historyOf(made, 7);
        for (const ask of asked) {
          const version = ask % (made.length + 1);
          expect(dump(kept.at(version) ?? kept.current())).toEqual(dump(historyOf(made.slice(0, version)).current()));
        }
      }),
      { numRuns: 60 },
    ));
});
