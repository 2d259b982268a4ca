import * as operations from '@zhitong/catalogue/operations/coverage.ts';
import { unitLedgers } from '@zhitong/catalogue';
import { eachRow, portions } from '@zhitong/eventing';
import { answer, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { unitList, type UnitListRow, type UnitSpell } from '../projections/unit-list.projection.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

type Asked = Pick<z.output<typeof operations.coverageReport.input>, 'organizationId' | 'view'>;
type Figure = z.output<typeof operations.coverageReportRows.input>['figure'];
interface Stood extends UnitSpell, Pick<UnitListRow, 'unitId' | 'organizationId' | 'name'> {}

/** Of what was on record by then, the last that had begun. */
const spellOn = ({ spells }: UnitListRow, { asOf, knownAt }: Moment) => spells.findLast(({ fromOn, recordedAt }) => fromOn <= asOf && recordedAt <= knownAt);

/** How each unit in the ledgers of a subtree stood then. */
async function unitsOn(kit: Kit, { organizationId, view }: Asked, moment: Moment): Promise<readonly Stood[]> {
  const keepers = await subtreeAsOf(kit, organizationId, view, moment);
  const found: Stood[] = [];
  for (const ids of portions(keepers.map(idOf), chunk)) {
    const where = [{ field: 'organizationId', in: ids }];
    for await (const row of eachRow((start) => kit.rows(unitList).query({ where, limit: 1000, ...start }))) {
      const spell = spellOn(row, moment);
      if (spell !== undefined) found.push({ unitId: row.unitId, organizationId: row.organizationId, name: row.name, ...spell });
    }
  }
  return found;
}

/** covered as the threshold asks for, of what is due or covered. R-02: party work, of what is not exempt. */
const counts: Readonly<Record<Figure, (unit: Stood) => boolean>> = {
  covered: ({ state }) => state === 'covered',
  due: ({ state }) => state === 'covered' || state === 'dueForOrganization',
  worked: ({ state, workCovered }) => state !== 'exempt' && workCovered,
  live: ({ state }) => state !== 'exempt',
  /** ORG-34. */
  associations: ({ ledger }) => ledger === 'industryAssociation',
  led: ({ ledger, led }) => ledger === 'industryAssociation' && led,
};

const coverageReport = answer(operations.coverageReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const units = await unitsOn(kit, asked, moment);
  const count = (figure: Figure, of: readonly Stood[] = units) => of.filter(counts[figure]).length;
  const [covered, due, worked, live] = [count('covered'), count('due'), count('worked'), count('live')];
  return {
    asOf: moment.asOf,
    ledgers: unitLedgers.values.map((ledger) => {
      const own = units.filter((unit) => unit.ledger === ledger);
      return { ledger, covered: count('covered', own), due: count('due', own) };
    }),
    covered,
    due,
    worked,
    live,
    associations: count('associations'),
    led: count('led'),
    full: covered === due && worked === live,
    lagSeconds: kit.rows(unitList).lagSeconds(),
  };
});

const coverageReportRows = answer(operations.coverageReportRows, async ({ limit, cursor, figure, ledger, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const units = await unitsOn(kit, asked, momentOf(kit, asked));
  const chosen = units.filter((unit) => counts[figure](unit) && (ledger ?? unit.ledger) === unit.ledger);
  const { page, ...rest } = pageInMemory(chosen, ({ unitId }) => unitId, limit, cursor);
  const items = page.map(({ fromOn: _from, recordedAt: _recorded, led: _led, ...row }) => row);
  return { items, ...rest, lagSeconds: kit.rows(unitList).lagSeconds() };
});

export const coverageReports = [coverageReport, coverageReportRows];
