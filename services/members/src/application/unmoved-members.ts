import { unmovedMembers } from '@zhitong/catalogue/operations/members.ts';
import { addHours, startOfDay } from '@zhitong/kernel';
import { answer, type Kit, type UseCase } from '@zhitong/platform';
import { mergeList } from '../projections/merge-list.projection.ts';
import { branchesBelow, walkBranches } from './scoped-members.ts';

/** A merge or split moves its members within minutes; who is left after a day needs a person. */
const graceHours = 24;
const leaving: ReadonlySet<string> = new Set(['merging', 'underReview']);

async function lateMerges(kit: Kit, organizationId: string) {
  const merging = branchesBelow(kit, organizationId).filter((id) => leaving.has(kit.treeNow.node(id)?.state ?? ''));
  const merges = await kit.rows(mergeList).getMany(merging);
  return new Map([...merges].filter(([, { effectiveOn }]) => addHours(startOfDay(effectiveOn), graceHours) <= kit.call.now));
}

export const unmovedUseCases: readonly UseCase[] = [
  answer(unmovedMembers, async ({ organizationId, limit, cursor }, kit) => {
    await kit.allow({ organizationId });
    const late = await lateMerges(kit, organizationId);
    const staying = (rows: Parameters<Parameters<typeof walkBranches>[5]>[0]) => Promise.resolve(rows.filter(({ state }) => state !== 'ended'));
    const page = await walkBranches(kit, [...late.keys()].sort(), [], limit, cursor, staying);
    const items = page.items.flatMap(({ personId, branchId = '' }) => {
      const merge = late.get(branchId);
      return merge === undefined ? [] : [{ personId, branchId, survivorId: merge.survivorId, effectiveOn: merge.effectiveOn }];
    });
    const more = page.next !== undefined;
    return { items, total: items.length, totalMore: more, lagSeconds: kit.rows(mergeList).lagSeconds(), ...(more ? { next: page.next } : {}) };
  }),
];
