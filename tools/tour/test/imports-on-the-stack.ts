import { beforeAll, describe, expect, it } from '@jest/globals';
import { fileTypes } from '@zhitong/catalogue/file-routes.ts';
import type { ImportRow } from '@zhitong/catalogue/operations/imports.ts';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing/eventually.ts';
import { pagesOf, Person, type Receipt } from '@zhitong/tour/api.ts';
import writeExcelFile from 'write-excel-file/node';
import type { CityOnTheStack } from './canary/on-the-stack.ts';

const minutes = 60_000;
const rows = 1000;
const heading = ['单位名称', '登记组织', '台账类型', '员工人数', '正式党员', '数据日期'];

/** Somebody who brings units into the ledger of the own community. */
class Importer {
  #uploads = 0;
  constructor(
    readonly person: Person,
    readonly organizationId: string,
    private readonly file: Buffer,
  ) {}

  static async of(url: string, login: string): Promise<Importer> {
    const person = new Person(url, await obtainToken(url, login), login);
    const { grants } = await person.query<{ readonly grants: readonly { readonly organizationId: string }[] }>('/session');
    const organizationId = grants[0]?.organizationId ?? '';
    const units = Array.from({ length: rows }, (_, nth) => [
      `批次第${nth}号楼`,
      organizationId,
      '楼宇',
      '20',
      '0',
      addDays(shanghaiDate(new Date().toISOString()), -1),
    ]);
    const cells = [heading, ...units].map((row) => row.map((value) => ({ value, type: String })));
    return new Importer(person, organizationId, await writeExcelFile(cells).toBuffer());
  }

  /** The file, again and again: each time another import, checked to the end. */
  async checked(): Promise<ImportRow> {
    const { id } = await this.person.upload('/imports?sheet=units', this.file, fileTypes.xlsx, `imports/${this.#uploads++}`);
    return this.person.until<ImportRow>(`/imports/${id}`, ({ state }) => state === 'checked');
  }
  order(importId: string, what: 'start' | 'cancel'): Promise<Receipt> {
    return this.person.command(`/imports/${importId}/${what}`, {}, `imports/${importId}/${what}`);
  }
  seen(importId: string, enough: (row: ImportRow) => boolean): Promise<ImportRow> {
    return this.person.until<ImportRow>(`/imports/${importId}`, enough);
  }
  /** Units of the file in the ledger, once it shows so many: another list than the one of the imports, and each is read at its own pace. */
  async inLedger(expected: number): Promise<readonly string[]> {
    let names: readonly string[] = [];
    await eventually(async () => {
      const units = await pagesOf<{ readonly name: string }>(this.person, `/units?organizationId=${this.organizationId}`);
      names = units.map(({ name }) => name).filter((name) => name.startsWith('批次第'));
      expect(names.length).toBeGreaterThanOrEqual(expected);
    }, minutes);
    return names;
  }
}

/** Files whose rows are being written while the process that writes them dies. */
export function importsOnTheStack(cityOf: () => CityOnTheStack): void {
  describe('P31 imports on the distributed runtime', () => {
    let [here, there]: Importer[] = [];
    beforeAll(async () => {
      const { url } = cityOf().cluster;
      [here, there] = await Promise.all(['community-440308001002', 'community-440308001005'].map((login) => Importer.of(url, login)));
    });

    it(
      'REL-22 P31 killed between two pages, one file is written whole and one is cancelled by another process: each row once, both accounts exact; the same file adds nothing',
      async () => {
        if (here === undefined || there === undefined) throw new Error('Nobody imports');
        const [whole, cancelled] = await Promise.all([here.checked(), there.checked()]);
        expect([whole.right, cancelled.right]).toEqual([rows, rows]);
        await Promise.all([here.order(whole.importId, 'start'), there.order(cancelled.importId, 'start')]);
        const begun = await Promise.all([
          here.seen(whole.importId, ({ written }) => written > 0),
          there.seen(cancelled.importId, ({ written }) => written > 0),
        ]);
        expect(begun.map(({ state }) => state)).toEqual(['writing', 'writing']);
        await there.order(cancelled.importId, 'cancel');
        await cityOf().cluster.restart('organizations-1', 'SIGKILL');

        const finished = await here.seen(whole.importId, ({ state }) => state === 'finished');
        expect(finished).toMatchObject({ written: rows, alreadyIn: 0, refused: 0, left: 0 });
        const { written, left } = await there.seen(cancelled.importId, ({ state }) => state === 'cancelled');
        expect([written + left, left > 0]).toEqual([rows, true]);
        const [all, some] = await Promise.all([here.inLedger(rows), there.inLedger(written)]);
        expect([all.length, new Set(all).size, some.length, new Set(some).size]).toEqual([rows, rows, written, written]);
        expect(await here.checked()).toMatchObject({ right: 0, known: rows, wrong: 0 });
      },
      3 * minutes,
    );
  });
}
