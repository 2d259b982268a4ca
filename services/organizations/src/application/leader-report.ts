import * as operations from '@zhitong/catalogue/operations/leaders.ts';
import { allRows, portions } from '@zhitong/eventing';
import { answer, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { listedLongEnough, spellsAt, type LeaderSpell } from '../domain/leader/leader-spells.ts';
import { leaderLifeId } from '../domain/leader/leader.stream.ts';
import { leaderCounts, leaderYears } from '../projections/leader-list.projection.ts';
import { leaderSpells } from '../projections/leader-spells.projection.ts';
import { leaderNeeds } from './leader-needs.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

type Asked = Pick<z.output<typeof operations.leaderReport.input>, 'organizationId' | 'view'>;
interface Listed {
  readonly personId: string;
  /** Whose list it is; of several in a year the last one. */
  readonly organizationId: string;
  readonly listedOn: string;
}

const spellRows = (kit: Kit, field: 'organizationId' | 'personId', ids: readonly string[]) =>
  allRows((start) => kit.rows(leaderSpells).query({ where: [{ field, in: ids }], limit: 1000, ...start }));

/** Times on lists by person, of all who were ever on one of some lists. */
async function spellsOf(kit: Kit, keeperIds: readonly string[]): Promise<ReadonlyMap<string, readonly LeaderSpell[]>> {
  const ids = new Set<string>();
  for (const some of portions(keeperIds, chunk)) for (const { personId } of await spellRows(kit, 'organizationId', some)) ids.add(personId);
  const found = new Map<string, readonly LeaderSpell[]>();
  for (const some of portions([...ids].sort(), chunk))
    for (const { personId, spells } of await spellRows(kit, 'personId', some)) found.set(personId, [...(found.get(personId) ?? []), ...spells]);
  return found;
}

/** Leaders of the lists kept in a subtree who were on one for six months of the year at least. */
async function leadersIn(kit: Kit, { organizationId, view }: Asked, moment: Moment): Promise<readonly Listed[]> {
  const below = await subtreeAsOf(kit, organizationId, view, moment);
  const keepers = new Set(below.filter(({ level }) => level === 'city' || level === 'district').map(idOf));
  const year = moment.asOf.slice(0, 4);
  return [...(await spellsOf(kit, [...keepers]))].flatMap(([personId, spells]) => {
    const known = spellsAt(spells, moment);
    const last = known.at(-1);
    if (last === undefined || !keepers.has(last.organizationId) || !listedLongEnough(known, year)) return [];
    return [{ personId, organizationId: last.organizationId, listedOn: last.listedOn }];
  });
}

async function livesIn(kit: Kit, asked: Asked, moment: Moment) {
  const year = moment.asOf.slice(0, 4);
  const found = [];
  for (const some of portions(await leadersIn(kit, asked, moment), chunk)) {
    const years = await kit.rows(leaderYears).getMany(some.map(({ personId }) => leaderLifeId(personId, year)));
    for (const leader of some) {
      const counts = leaderCounts(years.get(leaderLifeId(leader.personId, year))?.occasions ?? {}, moment);
      const needs = leaderNeeds(kit, year, leader.organizationId);
      found.push({ ...leader, ...counts, met: counts.attended >= needs.attend && counts.lectures >= needs.lecture });
    }
  }
  return found;
}

const lag = (kit: Kit): number => Math.max(kit.rows(leaderSpells).lagSeconds(), kit.rows(leaderYears).lagSeconds());

const leaderReport = answer(operations.leaderReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const lives = await livesIn(kit, asked, moment);
  return {
    year: moment.asOf.slice(0, 4),
    asOf: moment.asOf,
    leaders: lives.length,
    met: lives.filter(({ met }) => met).length,
    lagSeconds: lag(kit),
  };
});

const leaderReportRows = answer(operations.leaderReportRows, async ({ met, limit, cursor, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const lives = (await livesIn(kit, asked, momentOf(kit, asked))).filter((life) => met === undefined || life.met === (met === 'true'));
  const { page, ...rest } = pageInMemory(lives, ({ personId }) => personId, limit, cursor);
  return { items: page, ...rest, lagSeconds: lag(kit) };
});

export const leaderReports = [leaderReport, leaderReportRows];
