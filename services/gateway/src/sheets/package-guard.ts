import { isUtf8 } from 'node:buffer';
import { Rejected } from '@zhitong/kernel';
import { unzipSync } from 'fflate';
import { fileRefused, fileTooLarge, largestFile, noWorkbook, type FileFault } from './file-refusal.ts';

/** SEC-31, bytes. */
const largestUnpacked = 200 * 1024 * 1024;
const highestRatio = 100;
/** Below this a part is harmless however well it packs. */
const smallPart = 64 * 1024;
const mostParts = 1000;

interface Part {
  readonly name: string;
  /** As the directory of the package declares it: no more is ever unpacked. */
  readonly size: number;
}

/** A workbook whose parts may be opened one by one; what nobody asks for stays packed. */
export interface Package {
  has(name: string): boolean;
  /** The text of a part of XML. @throws {Rejected} `FILE_REFUSED` when it is none, or declares a document type. */
  text(name: string): string;
}

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
/** Of documents before 2007, and of workbooks protected by a password. */
const isCompound = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le');

/** Parts that act or fetch, by where they stand in a workbook. */
const forbidden: readonly (readonly [FileFault, RegExp])[] = [
  ['macro', /(^|\/)vba[^/]*\.bin$|\/(macrosheets|dialogsheets)\/|\/vbaProjectSignature/i],
  ['externalLink', /\/externalLinks?\/|\/connections\.xml$|\/queryTables\/|\/webExtensions\//i],
  ['embedded', /\/(embeddings|activeX|ctrlProps)\/|(^|\/)customUI\/|\.(zip|exe|dll|js|vbs|ps1|bat|cmd|hta|jar|lnk|msi|scr)$/i],
];

const suspect = /^[/\\]|^[a-z]:|\\|(^|\/)\.\.(\/|$)|[\u0000-\u001f\u007f]/i;

/**
 * Reads the directory of a workbook, and refuses it before anything is unpacked (SEC-31).
 * @throws {Rejected} `FILE_TOO_LARGE`, `FILE_TYPE`, `FILE_REFUSED`
 */
export function openPackage(bytes: Uint8Array): Package {
  if (bytes.length > largestFile) throw fileTooLarge();
  if (isCompound(bytes) && Buffer.from(bytes).includes(encryptedPackage)) throw fileRefused('encrypted');
  if (!isZip(bytes)) throw noWorkbook();
  const names = new Set(partsOf(bytes).map(({ name }) => name));
  const opened: Package = { has: (name) => names.has(name), text: (name) => textOf(bytes, name) };
  if (!opened.has('[Content_Types].xml') || !opened.has('xl/workbook.xml')) throw noWorkbook();
  if (/macroEnabled|vbaProject/i.test(opened.text('[Content_Types].xml'))) throw fileRefused('macro');
  return opened;
}

/** What the directory names, checked; nothing is unpacked. */
function partsOf(bytes: Uint8Array): readonly Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>();
  let unpacked = 0;
  unpack(bytes, ({ name, size: packed, originalSize, compression }) => {
    if (compression !== 0 && compression !== 8) throw fileRefused('broken');
    if (suspect.test(name) || seen.has(name.toLowerCase())) throw fileRefused('suspectName');
    for (const [reason, pattern] of forbidden) if (pattern.test(name)) throw fileRefused(reason);
    seen.add(name.toLowerCase());
    const size = Math.max(packed, originalSize);
    unpacked += size;
    if (unpacked > largestUnpacked || (size > smallPart && size > packed * highestRatio)) throw fileRefused('unpacksTooLarge');
    if (parts.push({ name, size }) > mostParts) throw fileRefused('tooManyParts');
    return false;
  });
  return parts;
}

type Filter = NonNullable<NonNullable<Parameters<typeof unzipSync>[1]>['filter']>;

function unpack(bytes: Uint8Array, filter: Filter): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof Rejected ? error : fileRefused('broken');
  }
}

function textOf(bytes: Uint8Array, part: string): string {
  const found = unpack(bytes, ({ name }) => name === part)[part];
  if (!found) throw fileRefused('broken');
  if (!isUtf8(found)) throw fileRefused('broken');
  const text = new TextDecoder().decode(found);
  if (text.includes('\0') || text.includes('\uFFFE')) throw fileRefused('broken');
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(text)) throw fileRefused('doctype');
  return text;
}
