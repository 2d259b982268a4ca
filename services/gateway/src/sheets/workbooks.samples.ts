import { strToU8, zipSync } from 'fflate';

type Parts = Readonly<Record<string, string | Uint8Array>>;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export const relation = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type.includes(':') ? type : `${office}/${type}`}" Target="${target}"${mode}/>`;
export const relations = (...found: readonly string[]): string => `${head}<Relationships>${found.join('')}</Relationships>`;
export const workbook = (inside: string): string => `${head}<workbook xmlns="${main}" xmlns:r="${office}">${inside}</workbook>`;
export const sheet = (rows: string): string => `${head}<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
export const inline = (text: string, ref = 'A1'): string => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const row = (number: number, cells: string): string => `<row r="${number}">${cells}</row>`;

export const oneSheet = '<sheets><sheet name="一" sheetId="1" r:id="rId1"/></sheets>';
export const toSheet = relation('rId1', 'worksheet', 'worksheets/sheet1.xml');

/** The least that is a workbook: one sheet with one cell. */
export const plain: Parts = {
  '[Content_Types].xml': `${head}<Types/>`,
  'xl/workbook.xml': workbook(oneSheet),
  'xl/_rels/workbook.xml.rels': relations(toSheet),
  'xl/worksheets/sheet1.xml': sheet(row(1, inline('名称'))),
};

/** A workbook of these parts; `undefined` leaves one out. */
export function packed(changed: Readonly<Record<string, string | Uint8Array | undefined>> = {}): Uint8Array {
  const parts = Object.entries({ ...plain, ...changed }).flatMap(([name, content]) =>
    content === undefined ? [] : [[name, typeof content === 'string' ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(parts));
}

const directoryEntry = 0x02014b50;

/** The same package with its directory, which is what is believed, written over: field at `offset` of each entry. */
export function withDirectory(bytes: Uint8Array, write: (view: DataView, at: number, nth: number) => void): Uint8Array {
  const changed = bytes.slice();
  const view = new DataView(changed.buffer);
  let nth = 0;
  for (let at = 0; at + 46 < changed.length; at += 1) if (view.getUint32(at, true) === directoryEntry) write(view, at, nth++);
  return changed;
}

/** Replaces a name wherever it stands, by one of the same length. */
export function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const changed = Buffer.from(bytes);
  for (let at = changed.indexOf(from); at >= 0; at = changed.indexOf(from, at + 1)) changed.write(to, at);
  return changed;
}
