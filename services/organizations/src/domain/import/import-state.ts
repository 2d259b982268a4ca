import { sheetCodes, type ImportState, type SheetCode } from '@zhitong/catalogue';
import type { ImportEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/import_events.ts';
import { assertNever, type EventOf } from '@zhitong/kernel';

export type ImportEvent = EventOf<ImportEvents>;

/** What came of looking at rows. */
export interface Checked {
  readonly right: number;
  readonly known: number;
  readonly wrong: number;
}
/** What came of writing the right ones. */
export interface Written {
  readonly written: number;
  readonly known: number;
  readonly refused: number;
}

export interface ImportedFile {
  readonly importId: string;
  readonly organizationId: string;
  readonly sheet: SheetCode;
  readonly openedById: string;
  readonly grantId: string;
  readonly expiresAt: string;
  readonly state: ImportState;
  /** Who asked while rows were being written. */
  readonly cancelledById: string | null;
  /** Rows announced. */
  readonly rows: number;
  readonly taken: number;
  /** Rows by page, in the content store. */
  readonly pages: readonly string[];
  readonly checkedPages: number;
  readonly checked: Checked;
  readonly writtenPages: number;
  readonly written: Written;
  /** What was found when rows were checked, by page; absent where nothing was. */
  readonly checkFindings: Readonly<Record<number, string>>;
  readonly writeFindings: Readonly<Record<number, string>>;
}
/** Null before it was opened. */
export type Import = ImportedFile | null;

export const noneChecked: Checked = { right: 0, known: 0, wrong: 0 };
export const noneWritten: Written = { written: 0, known: 0, refused: 0 };

export const plusChecked = (a: Checked, b: Checked): Checked => ({ right: a.right + b.right, known: a.known + b.known, wrong: a.wrong + b.wrong });
export const plusWritten = (a: Written, b: Written): Written => ({
  written: a.written + b.written,
  known: a.known + b.known,
  refused: a.refused + b.refused,
});

const kept = (refs: Readonly<Record<number, string>>, page: number, ref: string | undefined) => (ref === undefined ? refs : { ...refs, [page]: ref });

export function evolve(file: Import, event: ImportEvent): Import {
  if (event.type === 'ImportOpened') {
    const { importId, organizationId, sheetCode, rows, openedById, grantId, expiresAt } = event.data;
    const counts = { taken: 0, pages: [], checkedPages: 0, checked: noneChecked, writtenPages: 0, written: noneWritten };
    const opened = { importId, organizationId, sheet: sheetCodes.parse(sheetCode), rows, openedById, grantId, expiresAt };
    return { ...opened, ...counts, state: 'receiving', cancelledById: null, checkFindings: {}, writeFindings: {} };
  }
  return file === null ? null : after(file, event);
}

function after(file: ImportedFile, { type, data }: Exclude<ImportEvent, { type: 'ImportOpened' }>): ImportedFile {
  switch (type) {
    case 'ImportRowsTaken':
      return { ...file, taken: file.taken + data.rows, pages: [...file.pages, data.rowsRef] };
    case 'ImportReceived':
      return { ...file, state: 'checking' };
    case 'ImportRowsChecked':
      return {
        ...file,
        checkedPages: data.page + 1,
        checked: plusChecked(file.checked, data),
        checkFindings: kept(file.checkFindings, data.page, data.findingsRef),
      };
    case 'ImportChecked':
      return { ...file, state: 'checked' };
    case 'ImportStarted':
      return { ...file, state: 'writing' };
    case 'ImportRowsWritten':
      return {
        ...file,
        writtenPages: data.page + 1,
        written: plusWritten(file.written, data),
        writeFindings: kept(file.writeFindings, data.page, data.findingsRef),
      };
    case 'ImportFinished':
      return { ...file, state: 'finished' };
    case 'ImportCancelAsked':
      return { ...file, state: 'cancelling', cancelledById: data.askedById };
    case 'ImportCancelled':
      return { ...file, state: 'cancelled' };
    case 'ImportExpired':
      return { ...file, state: 'expired' };
    default:
      return assertNever(type);
  }
}
