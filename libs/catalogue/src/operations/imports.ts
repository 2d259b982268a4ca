import { z } from 'zod';
import { findingKinds, importStates, sheetCodes } from '../codes-files.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, importId } = fields;
const sheet = z.enum(sheetCodes.values);
/** The rights of the use case of each row are asked row by row. */
const own = { context, right: 'organization.propose', reach: 'own' } as const;

/** Rows of one file. */
export const mostImportRows = 10_000;
/** Rows that go over together. */
export const importPageRows = 200;

export const openImport = defineCommand({
  ...own,
  name: 'openImport',
  path: '/internal/imports',
  summary: 'Opens an import for the rows of a file that the gateway has read.',
  input: z.strictObject({ organizationId, sheet, rows: z.int().min(1).max(mostImportRows) }),
});

export const takeImportRows = defineCommand({
  ...own,
  name: 'takeImportRows',
  path: '/internal/imports/{importId}/rows',
  summary: 'Takes in the next rows of an import; with the last ones the check begins.',
  input: z.strictObject({
    importId,
    page: z.int().min(0).max(mostImportRows),
    /** Cells in the order of the columns of the sheet; `row` as in the file. */
    rows: z
      .array(z.strictObject({ row: z.int().min(1), cells: z.array(z.string().max(2000)).max(60) }))
      .min(1)
      .max(importPageRows),
  }),
});

export const startImport = defineCommand({
  ...own,
  name: 'startImport',
  path: '/imports/{importId}/start',
  summary: 'Writes the rows that were found right, and only those; each as if it had been sent by hand.',
  input: z.strictObject({ importId }),
});

export const cancelImport = defineCommand({
  ...own,
  name: 'cancelImport',
  path: '/imports/{importId}/cancel',
  summary: 'Ends an import; what is written stays, the rest is not written.',
  input: z.strictObject({ importId }),
});

const count = z.int();
export const importRow = z
  .object({
    importId: z.string(),
    organizationId: z.string(),
    sheet,
    state: z.enum(importStates.values),
    openedById: z.string(),
    openedAt: z.string(),
    /** The rows of the file and what was found are kept until then. */
    expiresAt: z.string(),
    rows: count,
    /** Rows looked at so far, and of those: to be written, in already, wrong. */
    checked: count,
    right: count,
    known: count,
    wrong: count,
    /** Of the right ones: written, found to be in already, refused; and what a cancelled import has left unwritten. */
    written: count,
    alreadyIn: count,
    refused: count,
    left: count,
    lagSeconds: z.number(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.infer<typeof importRow>;

export const listImports = defineQuery({
  ...own,
  name: 'listImports',
  path: '/imports',
  summary: 'Imports of an organization, newest first.',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(importRow),
});

export const getImport = defineQuery({
  ...own,
  name: 'getImport',
  path: '/imports/{importId}',
  summary: 'One import: how far it is and what came of it.',
  input: z.strictObject({ importId }),
  output: importRow,
});

export const listImportFindings = defineQuery({
  ...own,
  name: 'listImportFindings',
  path: '/imports/{importId}/findings',
  summary: 'Rows that are not written, in the order of the file: cell, value, reason and how to mend it.',
  input: z.strictObject({ ...paging, importId, kind: z.enum(findingKinds.values).optional() }),
  output: pageOf(
    z
      .object({
        row: z.int(),
        /** Key of the column; null where it is about the row. */
        column: z.string().nullable(),
        heading: z.string(),
        value: z.string(),
        kind: z.enum(findingKinds.values),
        /** Of a refusal of the rules or of a field. */
        code: z.string(),
        reason: z.string(),
        hint: z.string(),
      })
      .meta({ id: 'ImportFinding' }),
  ),
});
