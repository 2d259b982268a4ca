import { eachRow, portions } from '@zhitong/eventing';
import * as operations from '@zhitong/catalogue/operations/structure.ts';
import { isBranchKind, levels, organizationKinds, sectors, type Sector } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { answer, endOfTime, momentOf, type Kit, type Moment } from '@zhitong/platform';
import type { z } from 'zod';
import { acted, officerSpells } from '../projections/officer-spells.projection.ts';
import { organizationValidity, type OrganizationValidityRow } from '../projections/organization-validity.projection.ts';
import { sizeBandList } from '../projections/size-bands.projection.ts';
import { idOf, pageInMemory } from './organization-rows.ts';
import { today } from './actor.ts';
import { chunk, subtreeAsOf } from './tree-as-of.ts';

type Counted = OrganizationValidityRow & { readonly sector: Sector };
type Asked = z.output<typeof operations.structureReport.input>;

const isBanded = ({ kind }: Counted): boolean => isBranchKind(kind) || kind === 'generalBranch';

const isNow = (kit: Kit, { asOf, knownAt }: Moment): boolean => asOf === today(kit) && knownAt === endOfTime;

/** Which were live, the sector of each beside it: that never changes. */
async function liveOnes(kit: Kit, { organizationId, view }: Pick<Asked, 'organizationId' | 'view'>, moment: Moment): Promise<readonly Counted[]> {
  const rows = await subtreeAsOf(kit, organizationId, view, moment);
  return rows.map((row) => ({ ...row, sector: kit.treeNow.node(row.organizationId)?.sector ?? 'other' }));
}

async function withOfficer(kit: Kit, rows: readonly Counted[], { asOf, knownAt }: Moment): Promise<readonly Counted[]> {
  const found = new Set<string>();
  for (const ids of portions(rows.map(idOf), chunk)) {
    const where = [
      { field: 'organizationId', in: ids },
      { field: 'fromOn', lte: asOf },
    ];
    const query = { where, orderBy: { field: 'fromOn', direction: 'asc' }, limit: 1000 } as const;
    for await (const row of eachRow((start) => kit.rows(officerSpells).query({ ...query, ...start })))
      if (acted(row, asOf, knownAt)) found.add(row.organizationId);
  }
  return rows.filter(({ organizationId }) => found.has(organizationId));
}

async function outsideBands(kit: Kit, rows: readonly Counted[]): Promise<readonly Counted[]> {
  const found = new Set<string>();
  for (const ids of portions(rows.filter(isBanded).map(idOf), chunk))
    for (const [id, { outside }] of await kit.rows(sizeBandList).getMany(ids)) if (outside.length > 0) found.add(id);
  return rows.filter(({ organizationId }) => found.has(organizationId));
}

const lag = (kit: Kit): number =>
  Math.max(kit.rows(organizationValidity).lagSeconds(), kit.rows(officerSpells).lagSeconds(), kit.rows(sizeBandList).lagSeconds());

const structureReport = answer(operations.structureReport, async (asked, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  const rows = await liveOnes(kit, asked, moment);
  const counted = (field: 'kind' | 'level' | 'sector', value: string) => rows.filter((row) => row[field] === value).length;
  return {
    asOf: moment.asOf,
    live: rows.length,
    withOfficer: (await withOfficer(kit, rows, moment)).length,
    kinds: organizationKinds.values.map((kind) => ({ kind, count: counted('kind', kind) })),
    levels: levels.values.map((level) => ({ level, count: counted('level', level) })),
    sectors: sectors.values.map((sector) => ({ sector, count: counted('sector', sector) })),
    banded: rows.filter(isBanded).length,
    outsideBands: isNow(kit, moment) ? (await outsideBands(kit, rows)).length : null,
    lagSeconds: lag(kit),
  };
});

const structureReportRows = answer(operations.structureReportRows, async ({ limit, cursor, kind, level, sector, ...asked }, kit) => {
  await kit.allow({ organizationId: asked.organizationId });
  const moment = momentOf(kit, asked);
  if (asked.outsideBands === 'true' && !isNow(kit, moment))
    throw new Rejected('VALIDATION_FAILED', 'Size bands are known for the present only.', { field: 'asOf' });
  const all = await liveOnes(kit, asked, moment);
  const chosen = all.filter((row) => (kind ?? row.kind) === row.kind && (level ?? row.level) === row.level && (sector ?? row.sector) === row.sector);
  const officed = asked.withOfficer === 'true' ? await withOfficer(kit, chosen, moment) : chosen;
  const rows = asked.outsideBands === 'true' ? await outsideBands(kit, officed) : officed;
  const { page, ...rest } = pageInMemory(rows, idOf, limit, cursor);
  const items = page.map((row) => ({
    organizationId: row.organizationId,
    name: row.name,
    kind: row.kind,
    level: row.level,
    sector: row.sector,
    state: row.state,
    fromOn: row.fromOn,
  }));
  return { items, ...rest, lagSeconds: lag(kit) };
});

export const structureReports = [structureReport, structureReportRows];
