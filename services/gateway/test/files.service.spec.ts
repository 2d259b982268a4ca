import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sheets } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { readWorkbook } from '../src/sheets/workbook.ts';
import { inline, packed, row, sheet } from '../src/sheets/workbooks.samples.ts';
import { writeWorkbook } from '../src/sheets/written-workbook.ts';
import type { Browser } from './browser.ts';
import { GatewayUnderTest } from './gateway-under-test.ts';
import { at } from './json.ts';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const headings = sheets.units.columns.map(({ heading: [zh] }) => zh);
const unit = (name: string) => [name, '福田社区', '楼宇', '20', '0', '', '', '2026-03-01'];
const workbook = (rows: readonly (readonly string[])[], heading: readonly string[] = headings) =>
  writeWorkbook([{ name: '数据', heading, rows, widths: heading.map(() => 20) }]);
const read = async (answer: Response) => readWorkbook(new Uint8Array(await answer.arrayBuffer())).map(({ cells }) => cells);

describe('files at the gateway', () => {
  const gateway = new GatewayUnderTest();
  let browser: Browser;
  beforeAll(async () => {
    await gateway.start();
    browser = await gateway.loggedIn();
    gateway.services.answers.set('openImport', () => ({
      value: { id: 'imp_1', stream: 'organizations.import-imp_1', version: 1, warnings: [] },
      stale: false,
    }));
    gateway.services.answers.set('takeImportRows', ({ input }) => ({
      value: { id: 'imp_1', stream: 'organizations.import-imp_1', version: 2 + Number(at(input, 'page')), warnings: [] },
      stale: false,
      recordedAt: '2026-03-02T01:00:00.000Z',
    }));
  });
  afterAll(() => gateway.stop());
  /** The bucket of uploads refills. */
  beforeEach(() => {
    gateway.ahead += 60_000;
  });

  async function upload(body: Uint8Array, headers: Readonly<Record<string, string>> = {}, query = 'sheet=units') {
    const own = { cookie: browser.cookie, origin: gateway.url, 'content-type': type, 'idempotency-key': crypto.randomUUID(), 'accept-language': 'zh' };
    return fetch(`${gateway.url}/api/v1/imports?${query}`, { method: 'POST', headers: { ...own, ...headers }, body: Buffer.from(body) });
  }
  async function refused(answer: Response): Promise<readonly unknown[]> {
    const problem: unknown = await answer.json();
    return [answer.status, at(problem, 'code'), at(at(problem, 'details') ?? {}, 'reason')];
  }
  const asked = (operation: string) => gateway.services.of(operation).map(({ input }) => input);

  it('P31 hands on the rows of a workbook, in messages of two hundred, by whatever order and language its columns have', async () => {
    const mixed = [...headings].reverse().map((name, nth) => (nth === 0 ? 'Figures of *' : name));
    const rows = Array.from({ length: 201 }, (_, nth) => unit(`第${nth}号楼`).reverse());
    const answer = await upload(await workbook(rows, mixed), { 'idempotency-key': 'upload-0001' });
    expect([answer.status, at(await answer.json(), 'id')]).toEqual([200, 'imp_1']);
    expect(answer.headers.get('zhitong-position')).toBe('organizations.import-imp_1@3@1772413200000');
    expect(asked('openImport').at(-1)).toEqual({ organizationId: 'org_1', sheet: 'units', rows: 201 });
    const messages = gateway.services.of('takeImportRows').slice(-2);
    expect(messages.map(({ outgoing }) => outgoing.idempotencyKey)).toEqual(['upload-0001.0', 'upload-0001.1']);
    expect(at(messages[1]?.input, 'rows')).toEqual([{ row: 202, cells: unit('第200号楼') }]);
  });

  it('SEC-31 refuses what is no workbook, is too large, acts, or lacks its columns, before any service hears of it', async () => {
    const before = gateway.services.of('openImport').length;
    const formula = packed({ 'xl/worksheets/sheet1.xml': sheet(row(1, '<c r="A1"><f>1</f></c>')) });
    expect(await refused(await upload(Buffer.from('名称,类别')))).toEqual([415, 'FILE_TYPE', undefined]);
    expect(await refused(await upload(new Uint8Array(10 * 1024 * 1024 + 1)))).toEqual([413, 'FILE_TOO_LARGE', undefined]);
    expect(await refused(await upload(formula))).toEqual([422, 'FILE_REFUSED', 'formula']);
    expect(await refused(await upload(packed({ 'xl/vbaProject.bin': 'x' })))).toEqual([422, 'FILE_REFUSED', 'macro']);
    expect(await refused(await upload(await workbook([unit('楼')], headings.slice(1))))).toEqual([422, 'FILE_REFUSED', 'noColumns']);
    expect(await refused(await upload(await workbook([])))).toEqual([422, 'FILE_REFUSED', 'noRows']);
    expect(await refused(await upload(packed(), {}, 'sheet=members'))).toEqual([400, 'VALIDATION_FAILED', undefined]);
    expect(gateway.services.of('openImport')).toHaveLength(before);
  });

  it('SEC-05 takes a file from its own origin, at its own address and from whom it knows', async () => {
    const file = await workbook([unit('楼')]);
    expect(await refused(await upload(file, { origin: 'https://elsewhere.example' }))).toEqual([403, 'ORIGIN_REFUSED', undefined]);
    expect(await refused(await upload(file, { 'content-type': 'application/octet-stream' }))).toEqual([403, 'ORIGIN_REFUSED', undefined]);
    expect(await refused(await upload(file, { cookie: '' }))).toEqual([401, 'UNAUTHENTICATED', undefined]);
    expect((await browser.send('/api/v1/directives', { method: 'POST', headers: { origin: gateway.url, 'content-type': type } })).status).toBe(403);
  });

  it('SEC-29 reads twenty files of a session in a row, then asks to wait', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => upload(Buffer.from('x'))));
    const limited = answers.filter(({ status }) => status === 429).length;
    expect(limited).toBeGreaterThan(0);
    expect(limited).toBeLessThanOrEqual(10);
  });

  it('P31 gives a template with the headings and how to fill in each, in either language', async () => {
    for (const [language, nth] of [
      ['zh', 0],
      ['en', 1],
    ] as const) {
      const answer = await browser.send('/api/v1/import-templates/organizations', { headers: { 'accept-language': language } });
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      const [heading] = await read(answer);
      expect(heading?.map((name) => name.replace(' *', ''))).toEqual(sheets.organizations.columns.map((column) => column.heading[nth]));
    }
    expect((await browser.send('/api/v1/import-templates/members')).status).toBe(400);
  });

  it('P31 SEC-32 gives every finding as a file, page after page, with no cell that a spreadsheet would take for a formula', async () => {
    const values = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '  =1', '平安'];
    const finding = (value: string, nth: number) => ({
      row: nth + 2,
      column: 'name',
      heading: '单位名称',
      value,
      kind: 'wrong',
      code: 'other',
      reason: '填写有误。',
      hint: '改',
    });
    gateway.services.answers.set('listImportFindings', ({ input }) => {
      const first = at(input, 'cursor') === undefined;
      const items = values.map(finding).slice(first ? 0 : 4, first ? 4 : undefined);
      return { value: { items, total: values.length, totalMore: false, lagSeconds: 0, ...(first ? { next: 'c' } : {}) }, stale: false };
    });
    const [heading, ...rows] = await read(await browser.send('/api/v1/imports/imp_1/errors', { headers: { 'accept-language': 'zh' } }));
    expect(heading).toEqual(['行号', '列', '原值', '原因', '怎样修改']);
    expect(rows.map(([, , value]) => value)).toEqual(["'=1+1", "'+1", "'-1", "'@SUM(A1)", "' x", "'  =1", '平安']);
    gateway.services.answers.set('listImportFindings', () => {
      throw new Rejected('NOT_FOUND', 'There is no such import.');
    });
    expect((await browser.send('/api/v1/imports/imp_2/errors')).status).toBe(404);
  });

  it('P10 gives the terms of the calendar as a calendar, a day each, known by the term whatever its name says', async () => {
    const term = (organizationId: string, organizationName: string, dueOn: string, first = false) => ({
      ...{ organizationId, organizationName, kind: 'committee', level: 'base', state: first ? 'awaitingFirst' : 'running', dueOn },
      ...{ startsOn: first ? null : '2023-03-02', years: 3, shiftedFromOn: null, shiftRequest: null, remindedDaysBefore: null, fewerSeatsReason: null },
      ...{ confirmed: null, election: null, past: [] },
    });
    const terms = [term('org_1', '园区党委', '2026-03-01'), term('org_2', 'A;B,C\r\nEND:VEVENT', '2026-12-31'), term('org_3', '新党委', '2027-01-31', true)];
    gateway.services.answers.set('termCalendar', () => ({
      value: { months: ['2026-03', '2027-02'].map((month) => ({ month, ending: 1 })), dueSoon: 0, overdue: 0, awaitingFirst: 1, lagSeconds: 0 },
      stale: false,
    }));
    gateway.services.answers.set('listTerms', () => ({ value: { items: terms, total: 3, totalMore: false, lagSeconds: 0 }, stale: false }));
    const answer = await browser.send('/api/v1/organizations/org_1/term-calendar.ics?view=place', { headers: { 'accept-language': 'zh' } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(asked('listTerms').at(-1)).toMatchObject({ organizationId: 'org_1', view: 'place', dueFrom: '2026-03-01', dueUntil: '2027-02-28' });
    const lines = (await answer.text()).split('\r\n');
    const of = (field: string) => lines.flatMap((line) => (line.startsWith(field) ? [line.slice(field.length)] : []));
    expect(of('DTSTART;VALUE=DATE:')).toEqual(['20260301', '20261231', '20270131']);
    expect(of('UID:')).toEqual(['org_1.2023-03-02@zhitong', 'org_2.2023-03-02@zhitong', 'org_3.first@zhitong']);
    expect(of('SUMMARY:')).toEqual(['任期届满：园区党委', String.raw`任期届满：A\;B\,C\nEND:VEVENT`, '应完成首次选举：新党委']);
    expect((await browser.send('/api/v1/organizations/nobody/term-calendar.ics')).status).toBe(400);
  });

  it('SEC-31 a cell is text, whatever it says', async () => {
    await upload(
      packed({
        'xl/worksheets/sheet1.xml': sheet(
          row(1, headings.map((name, nth) => inline(name, `${String.fromCharCode(65 + nth)}1`)).join('')) + row(2, inline('&lt;b&gt;=1', 'A2')),
        ),
      }),
    );
    expect(at(at(at(gateway.services.of('takeImportRows').at(-1)?.input, 'rows'), '0'), 'cells')).toEqual(['<b>=1', '', '', '', '', '', '', '']);
  });

  it('P32 SEC-32 a list goes out whole, by the rights of the moment, with who, when and what for above it, once the download is on record', async () => {
    const answers = gateway.services.answers;
    const order: string[] = [];
    const unit = { unitId: 'unt_1', organizationId: 'org_1', organizationName: '福田社区', ledger: 'building', state: 'covered', staff: 20, fullMembers: 3 };
    const none = { stale: false, threshold: null, dueSinceOn: null, coveringOrgId: null, coveringOrgName: null, liaisonId: null, liaisonUntilOn: null };
    const rest = {
      exemptUntilOn: null,
      exemptionReason: null,
      firstSecretaryId: null,
      orgCoverage: null,
      revenueFen: 123_456,
      flags: [],
      figuresOn: '2026-03-01',
      version: 1,
    };
    const row = (name: string) => ({ ...unit, ...none, ...rest, name, ownRequired: false, overdue: false, workCovered: true });
    answers.set('takeExport', () => {
      order.push('takeExport');
      return { value: { id: 'exp_1', stream: 'organizations.export-exp_1', version: 2, warnings: [] }, stale: false, recordedAt: '2026-03-02T01:00:00.000Z' };
    });
    answers.set('exportQuestion', () => ({
      value: {
        list: 'units',
        columns: ['name', 'ledger', 'state', 'revenue', 'work'],
        filters: [{ name: 'ledger', value: 'building' }],
        purpose: '年度排查',
        expiresAt: '2026-03-03T01:00:00.000Z',
      },
      stale: false,
    }));
    answers.set('listUnits', ({ input }) => {
      order.push('listUnits');
      const first = at(input, 'cursor') === undefined;
      const items = first ? [row('=HYPERLINK("http://192.0.2.1")'), row('甲')] : [row('乙')];
      return { value: { items, total: 3, totalMore: false, lagSeconds: 0, ...(first ? { next: 'c' } : {}) }, stale: false };
    });
    gateway.services.names.set('per_wang', '王小明');
    const answer = await browser.send('/api/v1/exports/exp_1/file', { headers: { 'accept-language': 'zh' } });
    expect(await read(answer)).toEqual([
      ['王小明（组织 org_1）于 2026-03-02 09:00 导出，编号 exp_1，共 3 条'],
      ['用途：年度排查。仅限此用途，不得外传。'],
      ['单位名称', '台账类型', '状态', '年营业收入（元）', '工作覆盖'],
      ['\'=HYPERLINK("http://192.0.2.1")', '楼宇', '已覆盖', '1234.56', '是'],
      ['甲', '楼宇', '已覆盖', '1234.56', '是'],
      ['乙', '楼宇', '已覆盖', '1234.56', '是'],
    ]);
    expect(order).toEqual(['takeExport', 'listUnits', 'listUnits']);
    expect(asked('listUnits').at(-1)).toEqual({ ledger: 'building', limit: 200, cursor: 'c' });
    answers.set('takeExport', () => {
      throw new Rejected('NOT_FOUND', 'There is no such export.');
    });
    expect((await browser.send('/api/v1/exports/exp_2/file')).status).toBe(404);
    expect(order).toHaveLength(3);
  });
});
