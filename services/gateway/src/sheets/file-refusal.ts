import { codeList, Rejected, type CodeOf, type Details } from '@zhitong/kernel';

/** Why a file is not read. */
export const fileFaults = codeList(
  'broken',
  'encrypted',
  'suspectName',
  'tooManyParts',
  'unpacksTooLarge',
  'macro',
  'externalLink',
  'embedded',
  'doctype',
  'formula',
  'noSheet',
  'noColumns',
  'noRows',
  'tooManyRows',
  'tooManyColumns',
  'cellTooLong',
  'tooMuch',
);
export type FileFault = CodeOf<typeof fileFaults>;

const sentences: Readonly<Record<FileFault, string>> = {
  broken: 'The file is damaged.',
  encrypted: 'The file is protected by a password.',
  suspectName: 'The file names a part outside of itself, or the same part twice.',
  tooManyParts: 'The file consists of too many parts.',
  unpacksTooLarge: 'The file unpacks to more than is read.',
  macro: 'The file holds macros.',
  externalLink: 'The file takes data from elsewhere.',
  embedded: 'The file holds another document or a program.',
  doctype: 'The file declares a document type.',
  formula: 'A cell holds a formula; only values are read.',
  noSheet: 'The file has no visible sheet.',
  noColumns: 'The heading lacks columns that must be there.',
  noRows: 'Below the heading there is no row.',
  tooManyRows: 'The sheet has too many rows.',
  tooManyColumns: 'The sheet has too many columns.',
  cellTooLong: 'A cell holds more text than is read.',
  tooMuch: 'Reading the file took too long or too much memory.',
};

/** SEC-31. `reason` says why in a word that the console translates. */
export const fileRefused = (reason: FileFault, details: Details = {}): Rejected => new Rejected('FILE_REFUSED', sentences[reason], { reason, ...details });

/** SEC-31, bytes. */
export const largestFile = 10 * 1024 * 1024;
export const fileTooLarge = (): Rejected => new Rejected('FILE_TOO_LARGE', 'A file has ten megabytes at most.', { most: largestFile });

export const noWorkbook = (): Rejected => new Rejected('FILE_TYPE', 'Only workbooks of the type .xlsx are read.');
