import { isLive } from '@zhitong/catalogue';
import { organizationDirectory, organizationNames } from '@zhitong/catalogue/operations/access.ts';
import { answer, type OrganizationNode, type TreeView } from '@zhitong/platform';
import { pinyin } from 'pinyin-pro';

const mostFound = 20;

interface Spoken {
  readonly pinyin: string;
  readonly initials: string;
}

/** Kept as long as the node lives: a renamed organization is another node. */
const spoken = new WeakMap<OrganizationNode, Spoken>();

function spokenOf(node: OrganizationNode): Spoken {
  const known = spoken.get(node);
  if (known !== undefined) return known;
  const syllables = pinyin(node.name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((part) => part.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  const made = { pinyin: syllables.join(''), initials: syllables.map((part) => (/^\d/.test(part) ? part : part.slice(0, 1))).join('') };
  spoken.set(node, made);
  return made;
}

const latin = /^[a-z0-9 ]+$/i;

/** How well an organization answers to a text: 0 by its whole name, 1 by its beginning, 2 by a part; undefined not at all. */
function matchOf(node: OrganizationNode, text: string): number | undefined {
  if (!latin.test(text)) return rankOf(node.name, text);
  const typed = text.toLowerCase().replaceAll(' ', '');
  const { pinyin: sound, initials } = spokenOf(node);
  const ranks = [rankOf(node.name, text), rankOf(sound, typed), rankOf(initials, typed)].filter((rank) => rank !== undefined);
  return ranks.length === 0 ? undefined : Math.min(...ranks);
}

function rankOf(full: string, part: string): number | undefined {
  if (!full.includes(part)) return undefined;
  return full === part ? 0 : full.startsWith(part) ? 1 : 2;
}

interface Found {
  readonly node: OrganizationNode;
  readonly rank: number;
}

/** Best match first, then shorter names: the committee before its branches. */
const better = (a: Found, b: Found): number =>
  a.rank - b.rank || a.node.name.length - b.node.name.length || (a.node.organizationId < b.node.organizationId ? -1 : 1);

function found(tree: TreeView, text: string): readonly OrganizationNode[] {
  const hits: Found[] = [];
  for (const node of tree.nodes()) {
    const rank = isLive(node.state) ? matchOf(node, text) : undefined;
    if (rank !== undefined) hits.push({ node, rank });
  }
  return hits
    .sort(better)
    .slice(0, mostFound)
    .map(({ node }) => node);
}

const label = ({ organizationId, name, level }: OrganizationNode) => ({ organizationId, name, level });

/** Names are public, also of what was dissolved: old papers still speak of it. */
const names = answer(organizationNames, async ({ organizationIds }, { treeNow }) => {
  const nodes = [...new Set(organizationIds)].flatMap((id) => treeNow.node(id) ?? []);
  return { names: nodes.map(label) };
});

const directory = answer(organizationDirectory, async ({ text }, { treeNow }) => ({
  items: found(treeNow, text).map((node) => ({
    ...label(node),
    pathNames: treeNow
      .path(node.organizationId, 'line')
      .slice(0, -1)
      .flatMap((id) => treeNow.node(id)?.name ?? []),
  })),
}));

export const directoryQueries = [names, directory];
