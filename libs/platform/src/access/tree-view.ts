import { isLive, type View } from '@zhitong/catalogue';
import { Map, Set } from 'immutable';
import type { OrganizationNode, TreeView } from './tree.port.ts';

type Index = Map<string, Set<string>>;

/** Nodes and the indexes over them; persistent, so that versions share what did not change. */
interface Content {
  readonly nodes: Map<string, OrganizationNode>;
  readonly line: Index;
  readonly place: Index;
  readonly guided: Index;
}
const nothing: Content = { nodes: Map(), line: Map(), place: Map(), guided: Map() };

const add = (index: Index, key: string | null, id: string): Index => (key === null ? index : index.update(key, Set<string>(), (ids) => ids.add(id)));
const drop = (index: Index, key: string | null, id: string): Index => (key === null ? index : index.update(key, Set<string>(), (ids) => ids.remove(id)));

const reindexed = (
  index: Index,
  field: 'lineParentId' | 'placeParentId' | 'guidingOrgId',
  before: OrganizationNode | undefined,
  after: OrganizationNode,
): Index => {
  const was = before !== undefined && isLive(before.state) ? before[field] : null;
  const is = isLive(after.state) ? after[field] : null;
  return was === is ? index : add(drop(index, was, after.organizationId), is, after.organizationId);
};

const put = ({ nodes, line, place, guided }: Content, node: OrganizationNode): Content => {
  const before = nodes.get(node.organizationId);
  return {
    nodes: nodes.set(node.organizationId, node),
    line: reindexed(line, 'lineParentId', before, node),
    place: reindexed(place, 'placeParentId', before, node),
    guided: reindexed(guided, 'guidingOrgId', before, node),
  };
};

/** Order of the code points of ids; a set that did not change between two versions is sorted once. */
const sortedOf = new WeakMap<Set<string>, readonly string[]>();
const sorted = (ids: Set<string> | undefined): readonly string[] => {
  if (ids === undefined) return [];
  const known = sortedOf.get(ids);
  if (known !== undefined) return known;
  const made = [...ids].sort();
  sortedOf.set(ids, made);
  return made;
};

const largeSubtree = 500;
const keptSubtrees = 64;

/** The tree at one version, in memory. Immutable: `with` leads to the next version and shares what did not change. */
export class TreeSnapshot implements TreeView {
  static readonly empty = new TreeSnapshot(0, nothing);
  readonly #content: Content;
  #byId: readonly OrganizationNode[] | undefined;
  /** Large subtrees asked for again and again at one version; bounded, gone with the version. */
  readonly #subtrees = new globalThis.Map<string, readonly string[]>();

  private constructor(
    readonly version: number,
    content: Content,
  ) {
    this.#content = content;
  }

  static of(nodes: Iterable<OrganizationNode>, version: number): TreeSnapshot {
    return TreeSnapshot.empty.with([...nodes], version);
  }

  with(nodes: readonly OrganizationNode[], version: number): TreeSnapshot {
    return new TreeSnapshot(version, nodes.reduce(put, this.#content));
  }

  node(organizationId: string): OrganizationNode | undefined {
    return this.#content.nodes.get(organizationId);
  }

  children(organizationId: string, view: View): readonly string[] {
    return sorted(this.#content[view].get(organizationId));
  }

  guided(organizationId: string): readonly string[] {
    return sorted(this.#content.guided.get(organizationId));
  }

  within(ancestorId: string, organizationId: string, view: View): boolean {
    for (const node of this.#upwards(organizationId, view)) if (node.organizationId === ancestorId) return true;
    return false;
  }

  subtree(organizationId: string, view: View): readonly string[] {
    if (this.node(organizationId) === undefined) return [];
    const key = `${view}/${organizationId}`;
    const known = this.#subtrees.get(key);
    if (known !== undefined) return known;
    const found: string[] = [];
    const open = [organizationId];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      found.push(id);
      open.push(...this.children(id, view).toReversed());
    }
    if (found.length >= largeSubtree && this.#subtrees.size < keptSubtrees) this.#subtrees.set(key, found);
    return found;
  }

  path(organizationId: string, view: View): readonly string[] {
    return [...this.#upwards(organizationId, view)].map((node) => node.organizationId).toReversed();
  }

  nodes(): Iterable<OrganizationNode> {
    return (this.#byId ??= [...this.#content.nodes.values()].sort((a, b) => (a.organizationId < b.organizationId ? -1 : 1)));
  }

  *#upwards(organizationId: string, view: View): Generator<OrganizationNode> {
    let node = this.node(organizationId);
    while (node !== undefined) {
      yield node;
      const above: string | null = view === 'line' ? node.lineParentId : node.placeParentId;
      node = above === null ? undefined : this.node(above);
    }
  }
}
