import { organizationDirectory as directoryOperation, organizationNames as namesOperation } from '@zhitong/catalogue/operations/access.ts';
import { answer, type Kit, type OrganizationNode } from '@zhitong/platform';
import { organizationList } from '../projections/organization-list.projection.ts';

const most = 20;
const named = ({ organizationId, name, level }: OrganizationNode) => ({ organizationId, name, level });

const organizationNames = answer(namesOperation, async ({ organizationIds }, { treeNow }) => ({
  names: organizationIds.flatMap((organizationId) => {
    const node = treeNow.node(organizationId);
    return node === undefined ? [] : [named(node)];
  }),
}));

/** Upper levels first: who looks for a name mostly means the one that leads a place. */
const rank: Readonly<Record<OrganizationNode['level'], number>> = { city: 0, district: 1, street: 2, community: 3, base: 4 };

const organizationDirectory = answer(directoryOperation, async ({ text }, kit) => {
  const byInitials = /^[a-z]+$/i.test(text) ? await withInitials(kit, text.toLowerCase()) : [];
  const byName = [...kit.treeNow.nodes()].filter(({ name, state }) => state === 'active' && name.includes(text));
  const found = new Map([...byName, ...byInitials].map((node) => [node.organizationId, node]));
  const best = [...found.values()].sort((a, b) => rank[a.level] - rank[b.level] || a.name.length - b.name.length).slice(0, most);
  return { items: best.map((node) => ({ ...named(node), pathNames: pathNames(kit, node) })) };
});

async function withInitials(kit: Kit, initials: string): Promise<readonly OrganizationNode[]> {
  const rows = await kit.rows(organizationList).query({ where: [{ field: 'initials', prefix: initials }], limit: 200 });
  return rows.items.flatMap(({ organizationId }) => kit.treeNow.node(organizationId) ?? []).filter(({ state }) => state === 'active');
}

const pathNames = ({ treeNow }: Kit, { organizationId }: OrganizationNode): string[] =>
  treeNow
    .path(organizationId, 'line')
    .slice(0, -1)
    .flatMap((id) => treeNow.node(id)?.name ?? []);

export const directoryQueries = [organizationNames, organizationDirectory];
