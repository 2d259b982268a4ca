import { describe, expect, it } from '@jest/globals';
import { rightsOf, rights, roles, type Right, type Role, type View } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import fc from 'fast-check';
import type { AccessQuestion, Actor, Grant } from './access.port.ts';
import { decideAccess, mayRead, readScope } from './scope.ts';
import type { OrganizationNode } from './tree.port.ts';
import { TreeSnapshot } from './tree-view.ts';

type Reach = AccessQuestion['reach'];
const node = (organizationId: string, line: string | null, place: string | null, rest: Partial<OrganizationNode> = {}): OrganizationNode => ({
  organizationId,
  name: organizationId,
  kind: 'committee',
  level: 'base',
  sector: 'other',
  state: 'active',
  lineParentId: line,
  placeParentId: place,
  guidingOrgId: null,
  placeCode: null,
  approvesMembers: false,
  since: 1,
  changed: 1,
  ...rest,
});
const grant = (role: Role, organizationId: string, view: View = 'line'): Grant => ({
  grantId: 'grt_1',
  role,
  organizationId,
  view,
  from: '2026-01-01',
  until: null,
});
const actor = (acting: Grant | undefined): Actor => ({ personId: 'per_1', grants: acting === undefined ? [] : [acting], acting });
const answer = (question: AccessQuestion): string => {
  try {
    decideAccess(question);
    return 'allowed';
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
};

describe('the scope filter', () => {
  const tree = TreeSnapshot.of(
    [
      node('org_1', null, null, { placeCode: '4403' }),
      node('org_s', 'org_1', 'org_1', { placeCode: '440304001' }),
      node('org_l', 'org_1', 'org_1'),
      node('org_firm', 'org_l', 'org_s'),
      node('org_firm_b', 'org_firm', 'org_s'),
      node('org_11', 'org_1', 'org_1'),
      node('org_g', 'org_11', 'org_1', { guidingOrgId: 'org_l' }),
    ],
    7,
  );
  const ask = (acting: Grant | undefined, right: Right | 'none', reach: Reach, organizationId: string) =>
    answer({ actor: actor(acting), right, reach, target: { organizationId }, tree });

  it('GW-02 a street reads across all lines in its area and changes its own line only', () => {
    const officer = grant('organizationOfficer', 'org_s');
    expect(ask(officer, 'organization.read', 'within', 'org_firm_b')).toBe('allowed');
    expect(ask(officer, 'organization.change', 'within', 'org_firm_b')).toBe('OUT_OF_SCOPE');
    expect(ask(grant('organizationOfficer', 'org_s', 'place'), 'organization.change', 'within', 'org_firm_b')).toBe('allowed');
  });
  it('GW-02 what is guided may be read, not changed; what is outside does not exist', () => {
    const line = grant('organizationOfficer', 'org_l');
    expect(ask(line, 'organization.read', 'within', 'org_g')).toBe('allowed');
    expect(ask(line, 'organization.approve', 'above', 'org_g')).toBe('OUT_OF_SCOPE');
    expect(ask(line, 'organization.read', 'within', 'org_11')).toBe('NOT_FOUND');
    expect(ask(line, 'organization.read', 'within', 'org_none')).toBe('NOT_FOUND');
    expect(ask(line, 'organization.read', 'within', '')).toBe('NOT_FOUND');
  });
  it('SEC-09 the role is asked before the target: nothing is learnt about it', () => {
    const member = grant('member', 'org_1');
    expect(ask(member, 'organization.change', 'within', 'org_none')).toBe('FORBIDDEN_ROLE');
    expect(ask(undefined, 'organization.read', 'within', 'org_1')).toBe('FORBIDDEN_ROLE');
    expect(ask(grant('systemAdministrator', 'org_1'), 'organization.read', 'within', 'org_1')).toBe('FORBIDDEN_ROLE');
  });
  it('above is strictly above, own is exactly there', () => {
    const officer = grant('organizationOfficer', 'org_l');
    expect(ask(officer, 'organization.approve', 'above', 'org_l')).toBe('OUT_OF_SCOPE');
    expect(ask(officer, 'organization.approve', 'above', 'org_firm')).toBe('allowed');
    expect(ask(officer, 'organization.change', 'own', 'org_firm')).toBe('OUT_OF_SCOPE');
    expect(ask(officer, 'organization.change', 'own', 'org_l')).toBe('allowed');
  });
  it('a record of one’s own is nobody else’s', () => {
    const own = (personId: string) => answer({ actor: actor(grant('member', 'org_l')), right: 'own.read', reach: 'self', target: { personId }, tree });
    expect([own('per_1'), own('per_2')]).toEqual(['allowed', 'NOT_FOUND']);
    expect(answer({ actor: actor(undefined), right: 'own.read', reach: 'self', target: { personId: 'per_1' }, tree })).toBe('FORBIDDEN_ROLE');
  });
});

/** The same rules written down naively: no index, no short cut. */
function oracle(nodes: readonly OrganizationNode[], acting: Grant | undefined, right: Right, reach: 'own' | 'within' | 'above', target: string): string {
  const find = (id: string | null) => nodes.find(({ organizationId }) => organizationId === id);
  const below = (id: string, ancestor: string, field: 'lineParentId' | 'placeParentId'): boolean => {
    const here = find(id);
    return here !== undefined && (id === ancestor || (here[field] !== null && below(here[field], ancestor, field)));
  };
  if (acting === undefined || !rightsOf[acting.role].includes(right)) return 'FORBIDDEN_ROLE';
  const own = acting.organizationId;
  const wide = acting.view === 'place' || (find(own)?.placeCode ?? null) !== null;
  const guided = nodes.filter(({ guidingOrgId, state }) => guidingOrgId === own && state === 'active');
  const readable =
    below(target, own, 'lineParentId') ||
    (wide && below(target, own, 'placeParentId')) ||
    guided.some(({ organizationId }) => below(target, organizationId, 'lineParentId'));
  if (!readable) return 'NOT_FOUND';
  if (reach === 'own') return own === target ? 'allowed' : 'OUT_OF_SCOPE';
  if (reach === 'above' && own === target) return 'OUT_OF_SCOPE';
  return right.endsWith('.read') || below(target, own, acting.view === 'line' ? 'lineParentId' : 'placeParentId') ? 'allowed' : 'OUT_OF_SCOPE';
}

describe('SEC-10 the scope filter equals its oracle', () => {
  const id = (n: number) => `org_${n}`;
  const world = fc
    .array(fc.record({ line: fc.nat(), place: fc.nat(), leads: fc.boolean(), guide: fc.option(fc.nat(), { nil: undefined }) }), { minLength: 1, maxLength: 25 })
    .map((drawn) =>
      drawn.map(({ line, place, leads, guide }, n) =>
        node(id(n), n === 0 ? null : id(line % n), n === 0 ? null : id(place % n), {
          placeCode: leads ? `${n}` : null,
          guidingOrgId: guide === undefined ? null : id(guide % drawn.length),
        }),
      ),
    );
  const question = fc.record({
    role: fc.constantFrom(...roles.values),
    right: fc.constantFrom(...rights.values),
    reach: fc.constantFrom('own', 'within', 'above'),
    at: fc.nat(30),
    target: fc.nat(30),
    view: fc.constantFrom('line', 'place'),
    acting: fc.boolean(),
  });
  it('SEC-10 for random trees, moves, grants and targets', () =>
    fc.assert(
      fc.property(
        world,
        fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }),
        question,
        (nodes, moves, { role, right, reach, at, target, view, acting }) => {
          const moved = moves.reduce<readonly OrganizationNode[]>((now, [who, to]) => {
            const n = 1 + (who % Math.max(1, now.length - 1));
            return now.map((one, index) => (index === n ? { ...one, lineParentId: id(to % n) } : one));
          }, nodes);
          const tree = TreeSnapshot.of(nodes, 1).with(moved, 2);
          const held = acting ? grant(role, id(at), view) : undefined;
          const got = answer({ actor: actor(held), right, reach, target: { organizationId: id(target) }, tree });
          expect(got).toBe(oracle(moved, held, right, reach, id(target)));
          const inRoots = readScope(actor(held), tree).some((root) => tree.within(root.organizationId, id(target), root.view));
          expect(mayRead(actor(held), id(target), tree)).toBe(inRoots);
        },
      ),
      { numRuns: 2000 },
    ));
});
