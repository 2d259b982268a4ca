import type { Row } from '../../api/client.ts';

export type TreeChild = Row<'listChildren'>;
/** What is known below one node. */
export interface Branch {
  readonly children: readonly TreeChild[];
  readonly total: number;
  readonly next: string | undefined;
}
export interface Forest {
  readonly loaded: ReadonlyMap<string, Branch>;
  /** Open nodes, the one used longest ago first. */
  readonly open: ReadonlySet<string>;
}
export const bare: Forest = { loaded: new Map(), open: new Set() };

/** Beyond this many loaded nodes the least used branches are folded and forgotten. */
export const mostNodes = 3_000;

export type Line =
  | {
      readonly type: 'node';
      readonly node: TreeChild;
      readonly depth: number;
      readonly open: boolean;
      readonly parent: string | null;
      readonly at: number;
      readonly of: number;
    }
  | { readonly type: 'more'; readonly parent: string; readonly depth: number; readonly left: number; readonly cursor: string };

/** The lines that can be scrolled to, top to bottom. */
export function linesOf(root: TreeChild, { loaded, open }: Forest): readonly Line[] {
  const lines: Line[] = [];
  const visit = (node: TreeChild, depth: number, parent: string | null, at: number, of: number): void => {
    const isOpen = open.has(node.organizationId);
    lines.push({ type: 'node', node, depth, open: isOpen, parent, at, of });
    const below = isOpen ? loaded.get(node.organizationId) : undefined;
    if (below === undefined) return;
    below.children.forEach((child, index) => visit(child, depth + 1, node.organizationId, index + 1, below.total));
    if (below.next !== undefined) {
      lines.push({ type: 'more', parent: node.organizationId, depth: depth + 1, left: Math.max(0, below.total - below.children.length), cursor: below.next });
    }
  };
  visit(root, 0, null, 1, 1);
  return lines;
}

export function withBranch(forest: Forest, id: string, page: Branch, more: boolean): Forest {
  const before = more ? (forest.loaded.get(id)?.children ?? []) : [];
  const loaded = new Map(forest.loaded).set(id, { ...page, children: [...before, ...page.children] });
  return folded({ loaded, open: used(forest.open, id) }, id);
}

export function toggled({ loaded, open }: Forest, id: string): Forest {
  if (!open.has(id)) return { loaded, open: used(open, id) };
  const left = new Set(open);
  left.delete(id);
  return { loaded, open: left };
}

const used = (open: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set([...[...open].filter((one) => one !== id), id]);

function folded(forest: Forest, keep: string): Forest {
  const loaded = new Map(forest.loaded);
  const open = new Set(forest.open);
  const path = ancestors(loaded, keep);
  const oldestFirst = [...[...loaded.keys()].filter((id) => !open.has(id)), ...open];
  let nodes = [...loaded.values()].reduce((sum, { children }) => sum + children.length, 0);
  for (const id of oldestFirst) {
    if (nodes <= mostNodes) break;
    if (path.has(id)) continue;
    nodes -= loaded.get(id)?.children.length ?? 0;
    loaded.delete(id);
    open.delete(id);
  }
  return { loaded, open };
}

function ancestors(loaded: ReadonlyMap<string, Branch>, id: string): ReadonlySet<string> {
  const parentOf = new Map([...loaded].flatMap(([parent, { children }]) => children.map((child) => [child.organizationId, parent] as const)));
  const path = new Set([id]);
  for (let at = parentOf.get(id); at !== undefined && !path.has(at); at = parentOf.get(at)) path.add(at);
  return path;
}
