import { walkXml } from './xml.ts';

/** Formats of dates that a workbook need not spell out (ECMA-376 18.8.30, with those of Chinese workbooks). */
const builtIn = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
/** What a format says outside of quotes, brackets and escapes. */
const saysDate = (format: string): boolean => /[ymd年月日]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''));

/** Which cell styles show a number as a date. */
export function dateStyles(styles: string): ReadonlySet<number> {
  const custom = new Map<number, string>();
  const found = new Set<number>();
  let inCells = false;
  let index = 0;
  walkXml(styles, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') custom.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name !== 'xf' || !inCells) return;
      const id = Number(numFmtId ?? 0);
      const format = custom.get(id);
      if (format === undefined ? builtIn(id) : saysDate(format)) found.add(index);
      index += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return found;
}

const dayMs = 86_400_000;
/** Day 0; the day 29 February 1900, which never was, stands between 59 and 61. */
const epochs = { from1900: Date.UTC(1899, 11, 30), from1904: Date.UTC(1904, 0, 1) };

/** `45292` -> `2024-01-01`; undefined where it is no day of 1900 to 9999. */
export function dateOfSerial(serial: number, from1904: boolean): string | undefined {
  const days = Math.floor(serial);
  if (!Number.isFinite(serial) || days < (from1904 ? 0 : 61)) return undefined;
  const at = new Date((from1904 ? epochs.from1904 : epochs.from1900) + days * dayMs);
  return Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 ? undefined : at.toISOString().slice(0, 10);
}
