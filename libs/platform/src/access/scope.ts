import { rightsOf, type Right, type View } from '@zhitong/catalogue';
import { ensure } from '@zhitong/kernel';
import type { AccessQuestion, Actor, Grant } from './access.port.ts';
import type { TreeView } from './tree.port.ts';

/** An organization and everything below it along one view. */
export interface ScopeRoot {
  readonly organizationId: string;
  readonly view: View;
}

const reads = (right: Right | 'none'): boolean => right.endsWith('.read');
const leadsPlace = (organizationId: string, tree: TreeView): boolean => (tree.node(organizationId)?.placeCode ?? null) !== null;

/**
 * Read scope of a grant (GW-02): its managing subtree, its place subtree when the organization leads a place or the grant reaches
 * along places, and what it guides with everything below that on the line.
 */
function rootsOf({ organizationId, view }: Grant, tree: TreeView): readonly ScopeRoot[] {
  const place = view === 'place' || leadsPlace(organizationId, tree) ? [{ organizationId, view: 'place' } as const] : [];
  const guided = tree.guided(organizationId).map((id) => ({ organizationId: id, view: 'line' }) as const);
  return [{ organizationId, view: 'line' }, ...place, ...guided];
}

/** Nobody acting, or an organization this tree does not know: nothing is readable. */
export function readScope({ acting }: Actor, tree: TreeView): readonly ScopeRoot[] {
  return acting === undefined || tree.node(acting.organizationId) === undefined ? [] : rootsOf(acting, tree);
}

export function mayRead({ acting }: Actor, organizationId: string, tree: TreeView): boolean {
  if (acting === undefined) return false;
  const own = acting.organizationId;
  if (tree.within(own, organizationId, 'line')) return true;
  if ((acting.view === 'place' || leadsPlace(own, tree)) && tree.within(own, organizationId, 'place')) return true;
  return guidedBy(own, organizationId, tree);
}

/** Walks up from the target, so that its cost does not grow with how many are guided. */
const guidedBy = (guidingId: string, organizationId: string, tree: TreeView): boolean =>
  tree.path(organizationId, 'line').some((id) => tree.node(id)?.guidingOrgId === guidingId);

/**
 * Whether the role alone may do this, asked before anything is looked up: who may not do it learns nothing of what exists.
 * @throws {Rejected} FORBIDDEN_ROLE.
 */
export function decideRole({ actor, right, reach }: Pick<AccessQuestion, 'actor' | 'right' | 'reach'>): void {
  if (right === 'none' && (reach === 'anyone' || reach === 'self')) return;
  // A person's own record: any of the person's grants may carry the right.
  const asked = reach === 'self' ? actor.grants : actor.acting === undefined ? [] : [actor.acting];
  const allowed = asked.some(({ role }) => right === 'none' || rightsOf[role].includes(right));
  ensure(allowed, 'FORBIDDEN_ROLE', reach === 'self' ? 'None of the posts may do this.' : 'The post acted under may not do this.');
}

/**
 * The one scope filter: the role first, then the place. What is outside of the read scope looks exactly like what does not exist;
 * default deny.
 * @throws {Rejected} FORBIDDEN_ROLE, NOT_FOUND, OUT_OF_SCOPE.
 */
export function decideAccess({ actor, right, reach, target, tree }: AccessQuestion): void {
  decideRole({ actor, right, reach });
  if (reach === 'anyone') return;
  if (reach === 'self') return ensure('personId' in target && target.personId === actor.personId, 'NOT_FOUND', nothing);
  const { organizationId } = target;
  const { acting } = actor;
  ensure(acting !== undefined && organizationId !== undefined && tree.node(organizationId) !== undefined, 'NOT_FOUND', nothing);
  ensure(mayRead(actor, organizationId, tree), 'NOT_FOUND', nothing);
  ensure(reaches(acting, organizationId, right, reach, tree), 'OUT_OF_SCOPE', 'It may be read, but not changed, from the post acted under.');
}

const nothing = 'There is no such record.';

function reaches(acting: Grant, organizationId: string, right: Right | 'none', reach: 'own' | 'within' | 'above', tree: TreeView): boolean {
  if (reach === 'own') return acting.organizationId === organizationId;
  if (reach === 'above' && acting.organizationId === organizationId) return false;
  return reads(right) || tree.within(acting.organizationId, organizationId, acting.view);
}
