import type { Language } from '@zhitong/kernel';
import { columnPlaces, inLanguage, type Sheet } from '@zhitong/catalogue';
import { importPageRows } from '@zhitong/catalogue/operations/imports.ts';
import { fileRefused } from '../sheets/file-refusal.ts';
import type { SheetRow } from '../sheets/workbook.ts';

/** What goes over in one message, characters of cells: well below its limit of four megabytes. */
const pageText = 400_000;

/** The rows below the heading with their cells in the order of the columns. @throws {Rejected} `FILE_REFUSED` without the columns or a row. */
export function staged(sheet: Sheet, [heading, ...rows]: readonly SheetRow[], language: Language): readonly SheetRow[] {
  const { places, missing } = columnPlaces(sheet, heading?.cells ?? []);
  if (missing.length > 0) throw fileRefused('noColumns', { columns: missing.map(({ heading: names }) => inLanguage(names, language)) });
  const found = rows
    .map(({ row, cells }) => ({ row, cells: places.map((place) => cells[place] ?? '') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (found.length === 0) throw fileRefused('noRows');
  return found;
}

/** Portions of rows that fit into a message. */
export function messagesOf(rows: readonly SheetRow[]): readonly (readonly SheetRow[])[] {
  const messages: SheetRow[][] = [];
  let text = 0;
  for (const row of rows) {
    const length = row.cells.reduce((sum, cell) => sum + cell.length, 0);
    const last = messages.at(-1);
    if (last === undefined || last.length >= importPageRows || text + length > pageText) {
      messages.push([row]);
      text = length;
    } else {
      last.push(row);
      text += length;
    }
  }
  return messages;
}
