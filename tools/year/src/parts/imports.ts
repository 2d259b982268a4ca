import { addDays } from '@zhitong/kernel';
import { randomOf } from '@zhitong/seed/random.ts';
import { fileTypes } from '@zhitong/catalogue/file-routes.ts';
import writeExcelFile from 'write-excel-file/node';
import type { District } from '../district.ts';
import type { Act, Check, Part } from '../part.ts';
import { dueFrom, ledgersOf, line, type Ledger, type UnitYear } from './coverage.ts';

/** A file of units for the ledger of a community: some rows are right, one is not; then the same file again. */
export interface Import {
  readonly ledger: Ledger;
  readonly on: string;
  /** Full members of each unit. */
  readonly fullMembers: readonly number[];
}

const heading = ['单位名称', '登记组织', '台账类型', '员工人数', '正式党员', '数据日期'];
const nameOf = (nth: number): string => `导入示例单位${nth}`;

export function planImports(district: District, year: number, seed: number): readonly Import[] {
  return ledgersOf(district).map((ledger) => {
    const random = randomOf(seed, `import/${ledger.keeper.organizationId}`);
    const fullMembers = Array.from({ length: random.between(2, 4) }, () => random.between(dueFrom - 2, dueFrom + 1));
    return { ledger, on: `${year}-${random.pick(['03', '05', '08'])}-${random.between(10, 25)}`, fullMembers };
  });
}

/** What the ledgers have of it from the day on which the rows are written. */
export const importedUnits = (imports: readonly Import[]): readonly UnitYear[] =>
  imports.flatMap(({ ledger: { keeper }, on, fullMembers }) =>
    fullMembers.map((full) => ({
      keeper,
      acts: [],
      lines: [line(on, { state: full >= dueFrom ? 'dueForOrganization' : 'found', workCovered: false })],
    })),
  );

function fileOf({ ledger: { keeper }, on, fullMembers }: Import): Promise<Buffer> {
  const units = fullMembers.map((full, nth) => [nameOf(nth), keeper.organizationId, '楼宇', '20', String(full), on]);
  const wrong = ['未填员工人数的单位', keeper.organizationId, '楼宇', '', '0', on];
  return writeExcelFile([heading, ...units, wrong].map((row) => row.map((value) => ({ value, type: String })))).toBuffer();
}

function ofOne(planned: Import): Part {
  const { ledger, on, fullMembers } = planned;
  const { officer, keeper } = ledger;
  const [first, second] = [{ id: '' }, { id: '' }];
  const key = `import/${keeper.organizationId}`;
  const take = async (file: { id: string }, nth: string) => {
    const sent = await officer.upload('/imports?sheet=units', await fileOf(planned), fileTypes.xlsx, `${key}/${nth}`);
    file.id = sent.id;
    await officer.until<{ readonly state: string }>(`/imports/${sent.id}`, ({ state }) => state === 'checked');
  };
  // A day later nothing is kept of a file.
  const takeAndWrite = async () => {
    await take(first, 'first');
    await officer.command(`/imports/${first.id}/start`, {}, key);
    await officer.until<{ readonly state: string }>(`/imports/${first.id}`, ({ state }) => state === 'finished');
  };
  const all = fullMembers.length;
  const account = (date: string, file: { readonly id: string }, expected: object): Check => ({
    on: date,
    who: officer,
    get path() {
      return `/imports/${file.id}`;
    },
    expected: { rows: all + 1, wrong: 1, refused: 0, left: 0, ...expected },
  });
  const acts: readonly Act[] = [
    { on, what: 'a file is taken in and its right rows are written', run: takeAndWrite },
    { on: addDays(on, 1), what: 'the same file is taken in again', run: () => take(second, 'again') },
  ];
  return {
    acts,
    checks: [
      account(on, first, { state: 'finished', right: all, known: 0, written: all, alreadyIn: 0 }),
      account(addDays(on, 1), second, { state: 'checked', right: 0, known: all, written: 0, alreadyIn: 0 }),
    ],
  };
}

/** P31: each row once, whatever is sent again. */
export function importsPart(imports: readonly Import[]): Part {
  const parts = imports.map(ofOne);
  return { acts: parts.flatMap(({ acts }) => acts), checks: parts.flatMap(({ checks }) => checks) };
}
