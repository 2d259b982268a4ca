import { fileRefused } from './file-refusal.ts';
import { openPackage, type Package } from './package-guard.ts';
import { dateOfSerial, dateStyles } from './serial-dates.ts';
import { walkXml } from './xml.ts';

/** A row as it stands in the file; `row` counts from 1. Empty cells are empty text. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Rows with something in them, the heading among them. */
export const mostRows = 10_001;
const mostColumns = 60;
const longestCell = 2000;
const lastRow = 1_048_576;

/** The rows of the first visible sheet. @throws {Rejected} what the file is refused for (SEC-31) */
export function readWorkbook(bytes: Uint8Array): readonly SheetRow[] {
  const opened = openPackage(bytes);
  const { path, from1904 } = firstSheet(opened);
  const optional = (name: string) => (opened.has(name) ? opened.text(name) : undefined);
  const shared = optional('xl/sharedStrings.xml');
  const styles = optional('xl/styles.xml');
  const words = shared === undefined ? [] : sharedTexts(shared);
  const dates = styles === undefined ? new Set<number>() : dateStyles(styles);
  return rowsOf(opened.text(path), (cell) => valueOf(cell, words, dates, from1904));
}

/** Where the first visible sheet stands. A workbook that refers to others is none of ours. */
function firstSheet(opened: Package): { readonly path: string; readonly from1904: boolean } {
  const targets = new Map<string, { readonly type: string; readonly target: string }>();
  if (!opened.has('xl/_rels/workbook.xml.rels')) throw fileRefused('broken');
  walkXml(opened.text('xl/_rels/workbook.xml.rels'), {
    open(name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) {
      if (name !== 'Relationship') return;
      if (mode === 'External' || /externalLink|oleObject/i.test(type)) throw fileRefused('externalLink');
      if (/macro|vba|dialogsheet/i.test(type)) throw fileRefused('macro');
      targets.set(id, { type, target });
    },
  });
  let first: string | undefined;
  let from1904 = false;
  walkXml(opened.text('xl/workbook.xml'), {
    open(name, { id, state = 'visible', date1904 }) {
      if (name === 'externalReference') throw fileRefused('externalLink');
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      if (name === 'sheet' && state === 'visible') first ??= id;
    },
  });
  const found = targets.get(first ?? '');
  if (!found?.type.endsWith('/worksheet')) throw fileRefused('noSheet');
  const path = found.target.startsWith('/') ? found.target.slice(1) : `xl/${found.target}`;
  if (!opened.has(path)) throw fileRefused('broken');
  return { path, from1904 };
}

/** Texts that cells refer to by their place; what is read aloud (`rPh`) is not said twice. */
function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let aloud = false;
  let inText = false;
  walkXml(xml, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 'rPh') aloud = true;
      inText = name === 't' && !aloud;
    },
    text(found) {
      if (inText) text += found;
    },
    close(name) {
      if (name === 't') inText = false;
      if (name === 'rPh') aloud = false;
      if (name === 'si') texts.push(text);
    },
  });
  return texts;
}

interface Cell {
  readonly type: string;
  readonly style: number;
  readonly text: string;
}

function rowsOf(xml: string, read: (cell: Cell) => string): readonly SheetRow[] {
  const rows: SheetRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let column = 0;
  let cell = { type: 'n', style: 0, text: '' };
  let inValue = false;
  const open = (name: string, { r, t = 'n', s = '0' }: Readonly<Record<string, string>>) => {
    if (name === 'row') {
      row = rowNumber(r, row);
      cells = [];
      column = 0;
    } else if (name === 'c') {
      column = columnNumber(r, column);
      cell = { type: t, style: Number(s), text: '' };
    } else if (name === 'f') throw fileRefused('formula', { row, column });
    inValue = name === 'v' || name === 't';
  };
  const close = (name: string) => {
    inValue = false;
    if (name === 'c') put(cells, column, read(cell), row);
    else if (name === 'row' && cells.some((text) => text !== '')) {
      if (rows.push({ row, cells }) > mostRows) throw fileRefused('tooManyRows', { most: mostRows - 1 });
    }
  };
  walkXml(xml, {
    open,
    close,
    text: (found) => {
      if (inValue) cell.text += found;
    },
  });
  return rows;
}

function put(cells: string[], column: number, text: string, row: number): void {
  if (text === '') return;
  if (column > mostColumns) throw fileRefused('tooManyColumns', { most: mostColumns });
  if (text.length > longestCell) throw fileRefused('cellTooLong', { row, column, most: longestCell });
  while (cells.length < column) cells.push('');
  cells[column - 1] = text;
}

function rowNumber(named: string | undefined, before: number): number {
  const row = named === undefined ? before + 1 : Number(named);
  if (!Number.isInteger(row) || row <= before || row > lastRow) throw fileRefused('broken');
  return row;
}

/** `C7` -> 3; without a name it follows the one before. */
function columnNumber(named: string | undefined, before: number): number {
  if (named === undefined) return before + 1;
  const letters = /^([A-Z]{1,3})\d+$/.exec(named)?.[1];
  if (letters === undefined) throw fileRefused('broken');
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  if (column <= before) throw fileRefused('broken');
  return column;
}

const withoutControls = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2028-\u202e\ufeff]+/g, ' ').trim();

function valueOf({ type, style, text }: Cell, shared: readonly string[], dates: ReadonlySet<number>, from1904: boolean): string {
  if (type === 's') {
    const word = shared[Number(text)];
    if (word === undefined) throw fileRefused('broken');
    return withoutControls(word);
  }
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return text.slice(0, 10);
  if (type === 'n' && text !== '') return dates.has(style) ? (dateOfSerial(Number(text), from1904) ?? text) : plainNumber(text);
  return withoutControls(text);
}

/** `12` instead of `1.2E1`; what no number is stays as it stands. */
const plainNumber = (text: string): string => (Number.isFinite(Number(text)) && Math.abs(Number(text)) < 1e15 ? String(Number(text)) : text);
