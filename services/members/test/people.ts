import type { Receipt } from '@zhitong/catalogue';
import { z } from 'zod';
import type { TestCaller, TestCity } from '../../all/test-city.ts';

let serial = 0;

/** A synthetic person nobody has registered yet. */
export function somebody(name = '赵远航') {
  serial += 1;
  const number = String(serial).padStart(3, '0');
  return {
    name,
    citizenNumber: `00000019850607${number}0`,
    birthDate: '1985-06-07',
    phone: `10099${String(serial).padStart(6, '0')}`,
    address: '广东省深圳市某区某路1号',
  };
}

export interface Registered {
  readonly personId: string;
  readonly receipt: Receipt;
}

/** Registers a full member by the importer. */
export async function registerFull(city: TestCity, branchKey: string, person: ReturnType<typeof somebody> = somebody()): Promise<Registered> {
  const membership = { source: 'initialLoad', branchId: city.org(branchKey), kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
  const receipt = await city.asImporter('registerMember', { ...person, ...membership });
  return { personId: receipt.id, receipt };
}

const page = z.object({ items: z.array(z.looseObject({})), total: z.number() });
export const itemsOf = (value: unknown) => page.parse(value).items;

/** Branches that list the person, as each of their secretaries sees it. */
export async function homesOf(city: TestCity, personId: string, after: Receipt, branchKeys: readonly string[]): Promise<readonly string[]> {
  const lists = await Promise.all(
    branchKeys.map(async (key) => {
      const items = itemsOf(await city.as(key).query('listMembers', { branchId: city.org(key), limit: 100 }, { after: [after] }));
      return items.some((item) => item.personId === personId) ? [key] : [];
    }),
  );
  return lists.flat();
}

/** The code a call was refused with, `none` when it was not. */
export const refusalOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'none',
    (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
  );

export type { TestCaller };
