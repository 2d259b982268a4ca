import { memberNames, resolvePersonBySearch } from '@zhitong/catalogue/operations/members.ts';
import { answer, type Kit, type UseCase } from '@zhitong/platform';
import { memberList, type MemberListRow } from '../projections/member-list.projection.ts';
import { erasedName, maskName } from '../vault/masking.ts';
import type { Vault } from '../vault/vault.ts';
import { caller, holds, isListed, type Listed } from './persons.ts';

const isCitizenNumber = (text: string) => /^\d{17}[\dX]$/.test(text);

/** Candidates for a search: an exact citizen number is a look at that person, names are not. */
async function* candidates(vault: Vault, kit: Kit, text: string): AsyncIterable<readonly string[]> {
  if (!isCitizenNumber(text)) {
    yield* vault.search.pages(text);
    return;
  }
  const personId = await vault.findByCitizenNumber(text);
  yield personId === undefined ? [] : [personId];
}

/** In the audit, and for the person to read (SEC-23). */
async function noteExactSearch(vault: Vault, kit: Kit, personId: string): Promise<void> {
  const { personId: byPersonId, organizationId } = caller(kit);
  await kit.audit({ personIds: [personId], fields: ['citizenNumber'], purpose: 'exactSearch' });
  const look = { personId, at: kit.call.now, byPersonId, byOrganizationId: organizationId, fields: ['citizenNumber'], reason: 'exactSearch' };
  await vault.look(kit.newId('lok'), look);
}

/** At home inside the caller's scope, or attached to a branch in it (ORG-11). */
const isInside = (kit: Kit, { branchId, member }: MemberListRow): boolean =>
  [branchId, ...member.attachments.map((attachment) => attachment.branchId)].some((id) => id !== undefined && kit.mayRead(id));

export const nameQueries = (vault: Vault): readonly UseCase[] => [
  answer(memberNames, async ({ personIds }, kit) => {
    await kit.allow({ personId: caller(kit).personId });
    const [known, rows, reads] = await Promise.all([vault.names(personIds), kit.rows(memberList).getMany(personIds), holds(kit, 'member.read')]);
    const inside = (personId: string) => {
      const row = rows.get(personId);
      return personId === caller(kit).personId || (reads && row !== undefined && isInside(kit, row));
    };
    return {
      names: [...known].map(([personId, name]) => {
        const masked = name !== erasedName && !inside(personId);
        return { personId, name: masked ? maskName(name) : name, masked };
      }),
    };
  }),
  answer(resolvePersonBySearch, async ({ text, limit }, kit) => {
    await kit.allow({ organizationId: caller(kit).organizationId });
    const found: Listed[] = [];
    for await (const ids of candidates(vault, kit, text)) {
      const rows = await kit.rows(memberList).getMany(ids);
      found.push(...[...rows.values()].filter(isListed).filter((row) => row.state !== 'ended' && isInside(kit, row)));
      if (found.length > limit) break;
    }
    const items = found.slice(0, limit);
    if (isCitizenNumber(text)) for (const { personId } of items) await noteExactSearch(vault, kit, personId);
    const known = await vault.names(items.map(({ personId }) => personId));
    return { items: items.map(({ personId, branchId }) => ({ personId, branchId, name: known.get(personId) ?? erasedName })), more: found.length > limit };
  }),
];
