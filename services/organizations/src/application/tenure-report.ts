import * as operations from '@zhitong/catalogue/operations/tenure.ts';
import { portions } from '@zhitong/eventing';
import { answer, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { countIn, spellsOn } from '../domain/tenure/tenure-count.ts';
import { postList } from '../projections/post-list.projection.ts';
import { tenureList, type TenureRow } from '../projections/tenure-list.projection.ts';
import { postsAt } from './committee.ts';
import { communitiesThen } from './communities.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { chunk } from './tree-as-of.ts';

type Asked = Pick<z.output<typeof operations.tenureReport.input>, 'organizationId' | 'view'>;

/** The count somebody was in at the end of that day; of the posts known today. */
function countThen(row: TenureRow | undefined, { asOf, knownAt }: Moment) {
  const count = countIn(spellsOn(row?.tenure.spells ?? [], asOf));
  if (count === null) return null;
  const { sinceOn, fullOn } = count;
  const found = row?.reached.find((one) => one.sinceOn === sinceOn && one.reachedOn <= asOf && one.recordedAt <= knownAt);
  return { sinceOn, fullOn, reachedOn: found?.reachedOn ?? null };
}

/** Secretaries of the communities of a subtree then, each with the count of that day. */
async function tenuresIn(kit: Kit, asked: Asked, moment: Moment) {
  const communities = await communitiesThen(kit, asked, moment);
  const names = new Map(communities.map((row) => [row.organizationId, row.name]));
  const found = [];
  for (const ids of portions(communities.map(idOf), chunk)) {
    const secretaries = await postsAt(kit, ids, moment, 'secretary');
    const tenures = await kit.rows(tenureList).getMany(secretaries.map(({ personId }) => personId));
    for (const { organizationId: id, personId } of secretaries) {
      const count = countThen(tenures.get(personId), moment);
      if (count !== null) found.push({ organizationId: id, organizationName: names.get(id) ?? id, personId, ...count });
    }
  }
  return found;
}

const lag = (kit: Kit): number => Math.max(kit.rows(tenureList).lagSeconds(), kit.rows(postList).lagSeconds());

const tenureReport = answer(operations.tenureReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const all = await tenuresIn(kit, asked, moment);
  return { asOf: moment.asOf, secretaries: all.length, reached: all.filter(({ reachedOn }) => reachedOn !== null).length, lagSeconds: lag(kit) };
});

const tenureReportRows = answer(operations.tenureReportRows, async ({ limit, cursor, reached, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const all = await tenuresIn(kit, asked, momentOf(kit, asked));
  const { page, ...rest } = pageInMemory(
    all.filter(({ reachedOn }) => reached !== 'true' || reachedOn !== null),
    idOf,
    limit,
    cursor,
  );
  return { items: page, ...rest, lagSeconds: lag(kit) };
});

export const tenureReports = [tenureReport, tenureReportRows];
