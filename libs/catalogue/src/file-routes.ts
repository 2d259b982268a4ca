import { z } from 'zod';
import { sheetCodes } from './codes-files.ts';
import { fields } from './fields.ts';
import type { Context, Reach } from './operation.ts';
import { listImportFindings, openImport } from './operations/imports.ts';
import { takeExport } from './operations/exports.ts';
import { termCalendar } from './operations/terms.ts';
import type { Right } from './rights.ts';

/** What files are, as they travel. */
export const fileTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ics: 'text/calendar; charset=utf-8',
} as const;
export type FileFormat = keyof typeof fileTypes;

/** A file that the gateway takes in or gives out: a route of its own, by the right of the use case behind it. */
export interface FileRoute<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly context: Context;
  /** `in`: POST, the file is the body, a receipt the answer. `out`: GET, the file is the answer. */
  readonly direction: 'in' | 'out';
  readonly format: FileFormat;
  /** Below `/api/v1`, path parameters in braces; other fields are query parameters. */
  readonly path: string;
  readonly summary: string;
  readonly right: Right | 'none';
  readonly reach: Reach;
  readonly input: Input;
}

const file = <Input extends z.ZodObject>(route: FileRoute<Input>): FileRoute<Input> => route;
const behind = ({ context, right, reach }: Pick<FileRoute, 'context' | 'right' | 'reach'>) => ({ context, right, reach });
const sheet = z.strictObject({ sheet: z.enum(sheetCodes.values) });

export const importFile = file({
  ...behind(openImport),
  name: 'importFile',
  direction: 'in',
  format: 'xlsx',
  path: '/imports',
  summary: 'Takes in a file for the organization acted for: every row is checked, none is written before `startImport`.',
  input: sheet,
});

export const importTemplate = file({
  context: 'organizations',
  right: 'none',
  reach: 'anyone',
  name: 'importTemplate',
  direction: 'out',
  format: 'xlsx',
  path: '/import-templates/{sheet}',
  summary: 'An empty file to fill in, with a sheet that explains each column, in the language asked for.',
  input: sheet,
});

export const importFindingsFile = file({
  ...behind(listImportFindings),
  name: 'importFindingsFile',
  direction: 'out',
  format: 'xlsx',
  path: '/imports/{importId}/errors',
  summary: 'Every finding of an import: row, column, value, reason, and how to mend it.',
  input: z.strictObject({ importId: fields.importId }),
});

export const exportFile = file({
  ...behind(takeExport),
  name: 'exportFile',
  direction: 'out',
  format: 'xlsx',
  path: '/exports/{exportId}/file',
  summary: 'The list of an export as it is now, under a line that says who took it out and what for; each download is on record.',
  input: z.strictObject({ exportId: fields.exportId }),
});

export const termCalendarFile = file({
  ...behind(termCalendar),
  name: 'termCalendarFile',
  direction: 'out',
  format: 'ics',
  path: '/organizations/{organizationId}/term-calendar.ics',
  summary: 'The terms that end in the next twelve months, for the calendar that people keep (RFC 5545).',
  input: termCalendar.input,
});

/** All of them, as the API document describes them. */
export const fileRoutes: readonly FileRoute[] = [importFile, importTemplate, importFindingsFile, exportFile, termCalendarFile];
