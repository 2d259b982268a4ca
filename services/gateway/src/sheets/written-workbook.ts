import writeExcelFile, { type SheetData } from 'write-excel-file/node';

export interface WrittenSheet {
  readonly name: string;
  /** Rows above the table: who took it out, when, what for. */
  readonly above?: readonly string[];
  readonly heading: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
}

/** SEC-32: a text that a spreadsheet might take for a formula, also after it was saved as something else, begins with an apostrophe. */
const neutralised = (text: string): string => (/^\s*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text);

const cellOf = (value: string | number) => (typeof value === 'number' ? value : value === '' ? null : { value: neutralised(value), type: String });

function dataOf({ above = [], heading, rows }: WrittenSheet): SheetData {
  return [
    ...above.map((line) => [{ ...{ value: neutralised(line), type: String }, textColor: '#595959' as const }]),
    heading.map((value) => ({ value: neutralised(value), type: String, fontWeight: 'bold' as const, backgroundColor: '#f0f0f0' as const })),
    ...rows.map((row) => row.map(cellOf)),
  ];
}

/** A workbook of values only. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  const made = sheets.map((sheet) => ({
    data: dataOf(sheet),
    sheet: sheet.name,
    columns: sheet.widths.map((width) => ({ width })),
    stickyRowsCount: (sheet.above?.length ?? 0) + 1,
  }));
  return new Uint8Array(await writeExcelFile(made).toBuffer());
}
