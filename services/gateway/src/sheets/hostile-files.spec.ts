import { describe, expect, it } from '@jest/globals';
import { Rejected } from '@zhitong/kernel';
import { strToU8, zipSync } from 'fflate';
import writeWorkbook from 'write-excel-file/node';
import { fileFaults, largestFile, type FileFault } from './file-refusal.ts';
import { mostRows, readWorkbook } from './workbook.ts';
import { Workbooks } from './workbooks.ts';
import { inline, oneSheet, packed, relation, relations, renamed, row, sheet, toSheet, withDirectory, workbook } from './workbooks.samples.ts';

const mega = 1024 * 1024;
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
const sheetOf = (rows: string) => packed({ 'xl/worksheets/sheet1.xml': sheet(rows) });
const cellOf = (inside: string) => sheetOf(row(1, inside));
const doctype = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
const external = ' TargetMode="External"';
const compound = (text: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512), Buffer.from(text, 'utf16le')]);
const noise = (bytes: number) => Uint8Array.from({ length: bytes }, (_, at) => (at * 2_654_435_761) >>> 13);

/** SEC-31: what somebody may send, and what it is refused for; without a reason it is no workbook at all. */
const hostile: readonly (readonly [string, Uint8Array, FileFault | 'FILE_TYPE' | 'FILE_TOO_LARGE'])[] = [
  ['nothing at all', new Uint8Array(), 'FILE_TYPE'],
  ['text with commas', strToU8('名称,类别\n第一支部,党支部'), 'FILE_TYPE'],
  ['a page', strToU8('<html><script>alert(1)</script></html>'), 'FILE_TYPE'],
  ['a program', strToU8('MZ\u0090\u0000'), 'FILE_TYPE'],
  ['a workbook of before 2007', compound('Workbook'), 'FILE_TYPE'],
  ['a workbook with a password', compound('EncryptedPackage'), 'encrypted'],
  ['more than ten megabytes', new Uint8Array(largestFile + 1).fill(0x50), 'FILE_TOO_LARGE'],
  ['a package that is no document', zipSync({ 'readme.txt': strToU8('x') }), 'FILE_TYPE'],
  ['a text document', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }), 'FILE_TYPE'],
  ['a binary workbook', packed({ 'xl/workbook.xml': undefined, 'xl/workbook.bin': noise(64) }), 'FILE_TYPE'],
  ['the first half of a workbook', packed().slice(0, 300), 'broken'],
  ['a workbook whose directory is gone', packed().slice(0, -60), 'broken'],
  ['only the first bytes of a package', Uint8Array.of(0x50, 0x4b, 0x03, 0x04), 'broken'],
  ['bytes that do not unpack', withDirectory(packed(), (view, at) => view.setUint32(at + 20, 3, true)), 'broken'],
  ['a packing that nobody knows', withDirectory(packed(), (view, at) => view.setUint16(at + 10, 12, true)), 'broken'],
  ['a macro', packed({ 'xl/vbaProject.bin': noise(64) }), 'macro'],
  ['a macro with another name of its case', packed({ 'xl/VBAProject.BIN': noise(64) }), 'macro'],
  [
    'a workbook that only says it has macros',
    packed({ '[Content_Types].xml': '<Types><Override ContentType="x.sheet.macroEnabled.main+xml"/></Types>' }),
    'macro',
  ],
  ['macros of 1992', packed({ 'xl/macrosheets/sheet1.xml': sheet('') }), 'macro'],
  ['a sheet of macros', packed({ 'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'xlMacrosheet', 'worksheets/sheet1.xml')) }), 'macro'],
  ['a dialog', packed({ 'xl/dialogsheets/sheet1.xml': sheet('') }), 'macro'],
  ['another workbook as a source', packed({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' }), 'externalLink'],
  [
    'a relation to elsewhere',
    packed({ 'xl/_rels/workbook.xml.rels': relations(toSheet, relation('rId2', 'x', 'http://192.0.2.1/', external)) }),
    'externalLink',
  ],
  ['a relation to another workbook', packed({ 'xl/_rels/workbook.xml.rels': relations(toSheet, relation('rId2', 'externalLink', 'a.xml')) }), 'externalLink'],
  [
    'a reference to another workbook',
    packed({ 'xl/workbook.xml': workbook(`${oneSheet}<externalReferences><externalReference r:id="rId9"/></externalReferences>`) }),
    'externalLink',
  ],
  ['a question to a database', packed({ 'xl/connections.xml': '<connections/>' }), 'externalLink'],
  ['a table from the web', packed({ 'xl/queryTables/queryTable1.xml': '<queryTable/>' }), 'externalLink'],
  ['an embedded document', packed({ 'xl/embeddings/oleObject1.bin': noise(64) }), 'embedded'],
  ['a control', packed({ 'xl/activeX/activeX1.xml': '<ax/>' }), 'embedded'],
  ['a menu of its own', packed({ 'customUI/customUI.xml': '<customUI onLoad="x"/>' }), 'embedded'],
  ['a package in the package', packed({ 'xl/media/a.zip': packed() }), 'embedded'],
  ['a program in the package', packed({ 'docProps/setup.exe': noise(64) }), 'embedded'],
  [
    'a document type in the sheet',
    packed({ 'xl/worksheets/sheet1.xml': `${doctype}<worksheet><sheetData>${row(1, inline('&b;'))}</sheetData></worksheet>` }),
    'doctype',
  ],
  ['a document type in the workbook', packed({ 'xl/workbook.xml': `<!DOCTYPE x SYSTEM "file:///etc/passwd">${workbook(oneSheet)}` }), 'doctype'],
  ['a document type in the texts', packed({ 'xl/sharedStrings.xml': `${doctype}<sst><si><t>&b;</t></si></sst>` }), 'doctype'],
  ['a document type in the relations', packed({ 'xl/_rels/workbook.xml.rels': `${doctype}${relations(toSheet)}` }), 'doctype'],
  ['a document type in the styles', packed({ 'xl/styles.xml': `${doctype}<styleSheet/>` }), 'doctype'],
  ['a document type in another encoding', packed({ 'xl/worksheets/sheet1.xml': utf16(`${doctype}<worksheet/>`) }), 'broken'],
  ['bytes that are no text', packed({ 'xl/worksheets/sheet1.xml': Uint8Array.of(0x3c, 0xc3, 0x28) }), 'broken'],
  ['a sheet that ends in the middle', packed({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"' }), 'broken'],
  ['texts that do not close', packed({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData></row></sheetData>' }), 'broken'],
  ['a part that packs a thousandfold', packed({ 'xl/media/image1.png': new Uint8Array(4 * mega) }), 'unpacksTooLarge'],
  ['a sheet that packs a thousandfold', sheetOf(' '.repeat(4 * mega)), 'unpacksTooLarge'],
  ['parts of 400 megabytes by their own words', withDirectory(packed(), (view, at) => view.setUint32(at + 24, 100 * mega, true)), 'unpacksTooLarge'],
  ['a part of four gigabytes by its own words', withDirectory(packed(), (view, at) => view.setUint32(at + 24, 0xfffffff0, true)), 'unpacksTooLarge'],
  ['a part that says it is smaller than it is', withDirectory(packed(), (view, at) => view.setUint32(at + 24, 40, true)), 'broken'],
  ['a part above the package', packed({ '../../etc/cron.d/x': 'x' }), 'suspectName'],
  ['a part from the root', packed({ '/etc/passwd': 'x' }), 'suspectName'],
  ['a part of another system', packed({ 'xl\\..\\..\\x.xml': 'x' }), 'suspectName'],
  ['a part on a drive', packed({ 'C:/x.xml': 'x' }), 'suspectName'],
  ['a part with a bare line break', packed({ 'xl/a\nb.xml': 'x' }), 'suspectName'],
  ['the same part twice', renamed(packed({ 'xl/worksheets/sheet2.xml': sheet('') }), 'sheet2.xml', 'sheet1.xml'), 'suspectName'],
  ['two parts that differ by case', packed({ 'xl/WORKBOOK.xml': workbook(oneSheet) }), 'suspectName'],
  ['a thousand and one parts', packed(Object.fromEntries(Array.from({ length: 1001 }, (_, nth) => [`xl/media/${nth}.png`, 'x']))), 'tooManyParts'],
  ['a formula', cellOf('<c r="A1"><f>1+1</f><v>2</v></c>'), 'formula'],
  ['a formula that calls', cellOf('<c r="A1" t="str"><f>cmd|"/c calc"!A0</f></c>'), 'formula'],
  ['a formula for many cells', cellOf('<c r="A1"><f t="shared" ref="A1:A9" si="0"/></c>'), 'formula'],
  [
    'a formula under another prefix',
    packed({
      'xl/worksheets/sheet1.xml': '<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1"><x:f>1</x:f></x:c></x:row></x:sheetData></x:worksheet>',
    }),
    'formula',
  ],
  ['a formula hidden in a comment of nothing', cellOf('<c r="A1"><!-- --><f>1</f></c>'), 'formula'],
  ['no sheet', packed({ 'xl/workbook.xml': workbook('<sheets/>') }), 'noSheet'],
  ['only hidden sheets', packed({ 'xl/workbook.xml': workbook('<sheets><sheet name="一" sheetId="1" state="veryHidden" r:id="rId1"/></sheets>') }), 'noSheet'],
  ['a chart instead of a sheet', packed({ 'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'chartsheet', 'worksheets/sheet1.xml')) }), 'noSheet'],
  ['a sheet that is not there', packed({ 'xl/worksheets/sheet1.xml': undefined }), 'broken'],
  ['a sheet above the package', packed({ 'xl/_rels/workbook.xml.rels': relations(relation('rId1', 'worksheet', '../../secret.xml')) }), 'broken'],
  ['no relations', packed({ 'xl/_rels/workbook.xml.rels': undefined }), 'broken'],
  ['a row too many', sheetOf(Array.from({ length: mostRows + 1 }, (_, nth) => row(nth + 1, inline(String(nth), `A${nth + 1}`))).join('')), 'tooManyRows'],
  ['a column too many', cellOf(inline('x', 'BI1')), 'tooManyColumns'],
  ['a cell with a book in it', cellOf(inline('阅'.repeat(2001))), 'cellTooLong'],
  ['rows in any order', sheetOf(row(2, inline('x', 'A2')) + row(1, inline('x'))), 'broken'],
  ['a row that no sheet has', sheetOf(row(99_999_999, inline('x'))), 'broken'],
  ['cells in any order', cellOf(inline('x', 'B1') + inline('x', 'A1')), 'broken'],
  ['a cell without a place', cellOf(inline('x', '__proto__')), 'broken'],
  ['a text that is not there', cellOf('<c r="A1" t="s"><v>7</v></c>'), 'broken'],
  ['a text before the first', cellOf('<c r="A1" t="s"><v>-1</v></c>'), 'broken'],
  ['a text by the name of a method', cellOf('<c r="A1" t="s"><v>constructor</v></c>'), 'broken'],
];

function refusalOf(bytes: Uint8Array): string {
  try {
    return `read: ${JSON.stringify(readWorkbook(bytes))}`;
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return error.code === 'FILE_REFUSED' ? String(error.details['reason']) : error.code;
  }
}

describe('SEC-31 hostile workbooks', () => {
  it('SEC-31 are forty and more, and try everything a file is refused for', () => {
    expect(hostile.length).toBeGreaterThanOrEqual(40);
    const tried = new Set<string>(hostile.map(([, , reason]) => reason));
    expect(fileFaults.values.filter((fault) => !tried.has(fault))).toEqual(['noColumns', 'noRows', 'tooMuch']);
  });
  it.each(hostile)('SEC-31 %s is refused', (_what, bytes, expected) => {
    expect(refusalOf(bytes)).toBe(expected);
  });
});

describe('SEC-31 workbooks', () => {
  const read = (rows: string, changed = {}) => readWorkbook(packed({ 'xl/worksheets/sheet1.xml': sheet(rows), ...changed }));

  it('SEC-31 as others write them are read', async () => {
    const header = [{ value: '名称', fontWeight: 'bold' as const }, { value: '人数' }, { value: '日期' }];
    const at = { type: Date, value: new Date(Date.UTC(2026, 2, 1)), format: 'yyyy-mm-dd' };
    const file = await writeWorkbook([header, ['第一党支部 & <二>', 12, at], [null, null, null], ['三', null, null]]).toBuffer();
    expect(await new Workbooks().read(() => Promise.resolve(file))).toEqual([
      { row: 1, cells: ['名称', '人数', '日期'] },
      { row: 2, cells: ['第一党支部 & <二>', '12', '2026-03-01'] },
      { row: 4, cells: ['三'] },
    ]);
  });
  it('SEC-31 may hold exactly as many rows as are read', () => {
    const rows = Array.from({ length: mostRows }, (_, nth) => row(nth + 1, inline(String(nth), `A${nth + 1}`)));
    expect(read(rows.join(''))).toHaveLength(mostRows);
  });
  it('SEC-31 have texts, rich texts, numbers, answers and dates of either beginning', () => {
    const shared = '<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t xml:space="preserve"> 丙</t></r><rPh sb="0" eb="1"><t>bing</t></rPh></si></sst>';
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="0&quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>';
    const cells =
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1.5E2</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" s="1"><v>45292</v></c><c r="F1" s="2"><v>45292.75</v></c><c r="G1" s="3"><v>45292</v></c><c r="I1" t="e"><v>#N/A</v></c>';
    const parts = { 'xl/sharedStrings.xml': shared, 'xl/styles.xml': styles };
    expect(read(row(3, cells.replaceAll('1"', '3"').replaceAll('s="3"><v>45292</v></c><c r="F', 's="1"><v>45292</v></c><c r="F')), parts)[0]?.row).toBe(3);
    expect(read(row(1, cells), parts)).toEqual([{ row: 1, cells: ['甲', '乙 丙', '150', 'TRUE', '2024-01-01', '2024-01-01', '45292', '', '#N/A'] }]);
    const from1904 = { ...parts, 'xl/workbook.xml': workbook(`<workbookPr date1904="1"/>${oneSheet}`) };
    expect(read(row(1, '<c r="A1" s="1"><v>43830</v></c>'), from1904)).toEqual([{ row: 1, cells: ['2024-01-01'] }]);
  });
  it('SEC-31 show what cannot be seen as a space', () => {
    expect(read(row(1, inline('第一\u202e支部&#10;二\u200b')))).toEqual([{ row: 1, cells: ['第一 支部 二'] }]);
  });
  it('SEC-31 are read from the first sheet that can be seen', () => {
    const sheets = '<sheets><sheet name="说明" sheetId="1" state="hidden" r:id="rId2"/><sheet name="数据" sheetId="2" r:id="rId1"/></sheets>';
    const file = packed({
      'xl/workbook.xml': workbook(sheets),
      'xl/_rels/workbook.xml.rels': relations(toSheet, relation('rId2', 'worksheet', 'worksheets/other.xml')),
    });
    expect(readWorkbook(file)).toEqual([{ row: 1, cells: ['名称'] }]);
  });
});

describe('SEC-31 the thread of a file', () => {
  it('SEC-31 ends with the time a file may take', async () => {
    const reader = new Workbooks({ ms: 0, memoryMb: 300, atOnce: 1 });
    await expect(reader.read(() => Promise.resolve(packed()))).rejects.toMatchObject({ code: 'FILE_REFUSED', details: { reason: 'tooMuch' } });
  });
  it('SEC-31 ends with the memory a file may take, and the next one is read', async () => {
    const rows = Array.from({ length: 4000 }, (_, nth) =>
      row(nth + 1, Array.from({ length: 26 }, (_, at) => inline(`${nth}·${at}`.repeat(20), `${String.fromCharCode(65 + at)}${nth + 1}`)).join('')),
    );
    const small = new Workbooks({ ms: 60_000, memoryMb: 12, atOnce: 1 });
    await expect(small.read(() => Promise.resolve(packed({ 'xl/worksheets/sheet1.xml': sheet(rows.join('')) })))).rejects.toMatchObject({
      details: { reason: 'tooMuch' },
    });
    await expect(new Workbooks().read(() => Promise.resolve(packed()))).resolves.toEqual([{ row: 1, cells: ['名称'] }]);
  });
  it('SEC-31 is not one of many: what comes while others are read is asked to come again', async () => {
    const reader = new Workbooks({ ms: 60_000, memoryMb: 300, atOnce: 1 });
    const first = reader.read(() => Promise.resolve(packed()));
    await expect(reader.read(() => Promise.resolve(packed()))).rejects.toMatchObject({ code: 'OVERLOADED' });
    await expect(first).resolves.toHaveLength(1);
    await expect(reader.read(() => Promise.resolve(packed()))).resolves.toHaveLength(1);
  });
});
