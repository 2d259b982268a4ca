import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheets, type SheetCode } from '@zhitong/catalogue';
import * as imports from '@zhitong/catalogue/operations/imports.ts';
import { inboxCounts } from '@zhitong/catalogue/operations/inbox.ts';
import { listMembers } from '@zhitong/catalogue/operations/members.ts';
import * as coverage from '@zhitong/catalogue/operations/coverage.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import { portions } from '@zhitong/eventing';
import { eventually } from '@zhitong/testing';
import { unitIdOf } from '../src/domain/unit/unit.stream.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

type Cells = Readonly<Record<string, string>>;

let town: Town;
let [street, community, other]: TestCaller[] = [];
const who = (caller: TestCaller | undefined): TestCaller => {
  if (caller === undefined) throw new Error('The town has not begun');
  return caller;
};
beforeAll(async () => {
  town = await startTown();
  [street, community, other] = ['street-440308001', 'community-440308001002', 'community-440308001005'].map((login) => town.as(login));
}, 60_000);
afterAll(() => town.remove(), 20_000);

/** What the gateway sends once it has read a file; the heading is its first row. */
async function upload(caller: TestCaller, sheet: SheetCode, rows: readonly Cells[]): Promise<string> {
  const { organizationId } = caller;
  const { id: importId } = await town.act(caller, imports.openImport, { organizationId, sheet, rows: rows.length });
  const staged = rows.map((cells, nth) => ({ row: nth + 2, cells: sheets[sheet].columns.map(({ key }) => cells[key] ?? '') }));
  for (const [page, some] of [...portions(staged, imports.importPageRows)].entries())
    await town.act(caller, imports.takeImportRows, { importId, page, rows: [...some] });
  return importId;
}
const progress = (caller: TestCaller, importId: string) => town.ask(caller, imports.getImport, { importId });
async function reached(caller: TestCaller, importId: string, state: string) {
  await eventually(async () => (await progress(caller, importId)).state === state);
  return progress(caller, importId);
}
async function checked(caller: TestCaller, sheet: SheetCode, rows: readonly Cells[]): Promise<string> {
  const importId = await upload(caller, sheet, rows);
  await reached(caller, importId, 'checked');
  return importId;
}
const findings = async (caller: TestCaller, importId: string) =>
  (await town.ask(caller, imports.listImportFindings, { importId, limit: 200 })).items.map(({ row, column, value, kind, code }) => [
    row,
    column,
    value,
    kind,
    code,
  ]);

const body = (name: string, cells: Cells = {}): Cells => ({
  ...{ name, kind: '党总支', level: '基层', sector: '社区', lineParentId: who(street).organizationId },
  ...cells,
});
const unit = (nth: number, cells: Cells = {}): Cells => ({
  ...{ name: `第${nth}号楼`, organizationId: who(community).organizationId, ledger: '楼宇', staff: '20', fullMembers: '0', figuresOn: '2026年3月1日' },
  ...cells,
});
/** As the log has it. */
const isRegistered = async (name: string): Promise<boolean> =>
  (await town.recorded(`organizations.unit-${unitIdOf(who(community).organizationId, name)}`)).length > 0;

describe('P31 importing organizations', () => {
  const rows = () => [
    body('华强第一党总支'),
    body('华强第二党总支', { kind: 'General branch 党总支', placeParentId: '' }),
    body('华强第一党总支'),
    body('华强第三党总支', { kind: '党小组', level: '' }),
    body('华强第四党总支', { lineParentId: who(other).organizationId.replace('org_', 'org_x') }),
    body('华强党支部', { kind: '党支部' }),
    body('联'),
  ];

  it('P31 every row is checked before any is written: cell, value, reason and hint of each that is wrong', async () => {
    const before = (await town.recorded('organizations.tree-city')).length;
    const importId = await checked(who(street), 'organizations', rows());
    expect(await progress(who(street), importId)).toMatchObject({ rows: 7, checked: 7, right: 2, known: 0, wrong: 5, written: 0 });
    expect(await findings(who(street), importId)).toEqual([
      [4, 'name', '华强第一党总支', 'wrong', 'rowTwice'],
      [5, 'kind', '党小组', 'wrong', 'choice'],
      [5, 'level', '', 'wrong', 'missing'],
      [6, 'lineParentId', expect.stringContaining('org_x'), 'wrong', 'unknownOrganization'],
      [7, 'memberIds', '', 'wrong', 'TOO_FEW_FULL_MEMBERS'],
      [8, 'name', '联', 'wrong', 'tooShort'],
    ]);
    const { items } = await town.ask(who(street), imports.listImportFindings, { importId, limit: 1, kind: 'wrong' });
    expect(items[0]).toMatchObject({ heading: 'Name', reason: 'It is the same as row 2 of this file.', hint: expect.stringContaining('2 to 80 characters') });
    expect((await town.recorded('organizations.tree-city')).length).toBe(before);
  });

  it('P31 only the right rows are written, each as if its person had sent it; the same file again adds nothing', async () => {
    const first = await checked(who(street), 'organizations', rows());
    await town.act(who(street), imports.startImport, { importId: first });
    expect(await reached(who(street), first, 'finished')).toMatchObject({ right: 2, written: 2, alreadyIn: 0, refused: 0, left: 0 });
    const events = await town.recorded('organizations.tree-city');
    const proposed = events.filter(({ type, data }) => type === 'OrganizationProposed' && 'name' in data && String(data.name).startsWith('华强'));
    expect(proposed).toHaveLength(2);
    expect(new Set(proposed.map((event) => ('actorId' in event ? event.actorId : '')))).toEqual(new Set([who(street).personId]));

    const again = await checked(who(street), 'organizations', rows());
    expect(await progress(who(street), again)).toMatchObject({ right: 0, known: 2, wrong: 5 });
    expect((await findings(who(street), again))[0]).toEqual([2, 'name', '华强第一党总支', 'known', 'NAME_TAKEN']);
    expect(await refusal(town.act(who(street), imports.startImport, { importId: again }))).toBe('STATE_NOT_ALLOWED');
    expect((await town.recorded('organizations.tree-city')).length).toBe(events.length);
  });

  it('P31 what somebody else adds between check and writing is told apart, and so is what the rules refuse then', async () => {
    const importId = await checked(who(street), 'organizations', [
      body('福星党总支'),
      body('福保党总支', { kind: '临时党支部', endsOn: '2026-03-09', memberIds: '' }),
      body('福海党总支'),
    ]);
    const { organizationId } = who(street);
    const same = {
      name: '福海党总支',
      kind: 'generalBranch',
      level: 'base',
      sector: 'community',
      lineParentId: organizationId,
      placeParentId: organizationId,
    } as const;
    await town.act(who(street), tree.proposeOrganization, same);
    await town.act(who(street), imports.startImport, { importId });
    expect(await reached(who(street), importId, 'finished')).toMatchObject({ right: 2, written: 1, alreadyIn: 1 });
    expect((await findings(who(street), importId)).at(-1)).toEqual([4, 'name', '福海党总支', 'known', 'NAME_TAKEN']);
  });

  it('P31 ORG-01 a joint branch comes with its units, by name in the ledger of its place or by id; what is missing is found at the cell', async () => {
    const { organizationId } = who(community);
    const branchId = town.org('branch-440308001002');
    const { items } = await town.ask(who(community), listMembers, { branchId, kind: 'full', limit: 50 });
    const [a = '', b = '', c = '', d = ''] = items.map(({ personId }) => personId);
    const joint = (name: string, units: string, cells: Cells = {}) => body(name, { kind: '联合党支部', lineParentId: organizationId, units, ...cells });
    const importId = await checked(who(community), 'organizations', [
      joint('楼宇联合党支部', `华强大厦：${a}、${b}；unt_market：${c}`),
      joint('同一联合党支部', `华强大厦：${a}；华强大厦: ${b}, ${c}`),
      joint('无人联合党支部', `华强大厦：${a}、${b}；福田市场`),
      joint('有误联合党支部', `华强大厦：${a}、${b}；福田市场：张三`),
      joint('无单位联合党支部', '', { memberIds: `${a}、${b}、${c}` }),
      joint('不足联合党支部', `华强大厦：${a}；福田市场：${d}`),
    ]);
    expect(await findings(who(community), importId)).toEqual([
      [3, 'units', expect.any(String), 'wrong', 'TOO_FEW_UNITS'],
      [4, 'units', expect.stringMatching(/福田市场$/), 'wrong', 'units'],
      [5, 'units', expect.any(String), 'wrong', 'id'],
      [6, 'units', '', 'wrong', 'TOO_FEW_UNITS'],
      [7, 'memberIds', '', 'wrong', 'TOO_FEW_FULL_MEMBERS'],
    ]);
    await town.act(who(community), imports.startImport, { importId });
    await reached(who(community), importId, 'finished');
    const proposed = (await town.recorded('organizations.tree-city')).find(({ data }) => 'name' in data && data.name === '楼宇联合党支部');
    expect(proposed?.data).toMatchObject({ unitIds: [unitIdOf(organizationId, '华强大厦'), 'unt_market'], foundingMemberIds: [a, b, c] });
  });

  it('SEC-09 nobody else finds the import, and only who opened it sets it going', async () => {
    const importId = await checked(who(street), 'organizations', [body('华新党总支')]);
    expect(await refusal(progress(who(other), importId))).toBe('NOT_FOUND');
    expect(await refusal(town.act(who(other), imports.startImport, { importId }))).toBe('NOT_FOUND');
    expect(await refusal(town.act(who(other), imports.cancelImport, { importId }))).toBe('NOT_FOUND');
    await town.act(who(street), imports.cancelImport, { importId });
    expect(await progress(who(street), importId)).toMatchObject({ state: 'cancelled', left: 1, written: 0 });
  });
});

describe('P31 importing units of the ledger', () => {
  it('P31 a restart in the middle goes on with the rows under way, and each row is written once', async () => {
    const rows = Array.from({ length: 450 }, (_, nth) => unit(nth));
    const importId = await checked(who(community), 'units', rows);
    await town.act(who(community), imports.startImport, { importId });
    await eventually(async () => (await progress(who(community), importId)).written >= imports.importPageRows);
    await town.restart();
    await town.settle();
    expect(await reached(who(community), importId, 'finished')).toMatchObject({ right: 450, written: 450, refused: 0 });
    expect(
      (await town.recorded(`organizations.unit-${unitIdOf(who(community).organizationId, '第449号楼')}`)).filter(({ type }) => type === 'UnitRegistered'),
    ).toHaveLength(1);
    const again = await checked(who(community), 'units', rows);
    expect(await progress(who(community), again)).toMatchObject({ right: 0, known: 450, wrong: 0 });
  }, 60_000);

  it('P31 cancelled midway it writes the page in hand, whoever has it in hand, and leaves an exact account: so many are written, the others are not', async () => {
    const rows = Array.from({ length: 1600 }, (_, nth) => unit(nth + 1000));
    const importId = await checked(who(community), 'units', rows);
    await town.act(who(community), imports.startImport, { importId });
    await eventually(async () => (await progress(who(community), importId)).written > 0);
    await town.act(who(community), imports.cancelImport, { importId });
    const { written, left } = await reached(who(community), importId, 'cancelled');
    expect(written + left).toBe(1600);
    expect(left).toBeGreaterThan(0);
    expect(written % imports.importPageRows).toBe(0);
    const found = await Promise.all(rows.map(({ name = '' }) => isRegistered(name)));
    expect(found.filter((is) => is)).toHaveLength(written);
    const ledger = { limit: 1, organizationId: who(community).organizationId };
    await eventually(async () => (await town.ask(who(community), coverage.listUnits, ledger)).total === written + 450);
  }, 60_000);

  it('SEC-09 a row about the organization of another is as wrong as a row about none', async () => {
    const importId = await checked(who(community), 'units', [unit(5000), unit(5001, { organizationId: who(other).organizationId })]);
    expect(await findings(who(community), importId)).toEqual([[3, 'organizationId', who(other).organizationId, 'wrong', 'unknownOrganization']]);
  });

  it('SEC-22 P31 after 24 hours rows and findings are gone from the store, the import says so and leaves the tray of jobs', async () => {
    const { organizationId } = who(community);
    const jobs = async (person: TestCaller) => (await town.ask(person, inboxCounts, { organizationId })).jobs;
    const before = await jobs(who(community));
    const importId = await checked(who(community), 'units', [unit(6000, { ledger: '没有的' })]);
    const refs = (await town.recorded(`organizations.import-${importId}`)).flatMap(({ data }) =>
      Object.entries(data).flatMap(([key, ref]) => (key.endsWith('Ref') ? [String(ref)] : [])),
    );
    expect(refs).toHaveLength(2);
    expect([await jobs(who(community)), await jobs(who(street))]).toEqual([before + 1, 0]);
    const { documents } = town.service('organizations').runtime.adapters;
    expect((await documents.getMany('content_texts', refs)).size).toBe(2);
    town.clock.toDay(addDays(shanghaiDate(town.clock.now()), 2));
    await reached(who(community), importId, 'expired');
    expect(await jobs(who(community))).toBe(0);
    await eventually(async () => (await documents.getMany('content_texts', refs)).size === 0);
    expect(await findings(who(community), importId)).toEqual([]);
    expect((await town.recorded(`organizations.import-${importId}`)).slice(-2).map(({ type }) => type)).toEqual(['ImportCancelled', 'ImportExpired']);
  });
});
