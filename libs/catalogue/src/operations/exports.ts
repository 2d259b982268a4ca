import { z } from 'zod';
import { listCodes } from '../codes-files.ts';
import { says } from '../field-sentences.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, exportId } = fields;
const list = z.enum(listCodes.values);
const own = { context, right: 'organization.read', reach: 'own' } as const;

/** A filter of the list, as its address has it. */
const filter = z.strictObject({ name: z.string().regex(/^[a-zA-Z]{1,40}$/, says('code')), value: z.string().min(1).max(100) });

export const requestExport = defineCommand({
  ...own,
  name: 'requestExport',
  path: '/exports',
  summary: 'Asks for a list as a file: which columns, by which filters, what for. It may be downloaded for a day, by the same person.',
  input: z.strictObject({
    organizationId,
    list,
    columns: z.array(fields.code).min(1).max(40),
    filters: z.array(filter).max(20).default([]),
    purpose: fields.reason,
  }),
});

export const takeExport = defineCommand({
  ...own,
  name: 'takeExport',
  path: '/internal/exports/{exportId}/take',
  summary: 'Puts a download on record before it begins; what is expired or of somebody else does not exist.',
  sealed: true,
  input: z.strictObject({ exportId }),
});

const exportRow = z
  .object({
    exportId: z.string(),
    list,
    columns: z.array(z.string()),
    purpose: z.string(),
    requestedById: z.string(),
    requestedAt: z.string(),
    expiresAt: z.string(),
    expired: z.boolean(),
    downloads: z.int(),
    /** The newest ones, newest first. */
    downloaded: z.array(z.object({ byId: z.string(), at: z.string() })),
  })
  .meta({ id: 'ExportRow' });

export const listExports = defineQuery({
  ...own,
  name: 'listExports',
  path: '/exports',
  summary: 'What an organization has exported, with purpose and downloads, newest first.',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(exportRow),
});

export const exportQuestion = defineQuery({
  ...own,
  name: 'exportQuestion',
  path: '/internal/exports/{exportId}',
  summary: 'What an export asks its list.',
  input: z.strictObject({ exportId }),
  output: z.object({ list, columns: z.array(z.string()), filters: z.array(filter), purpose: z.string(), expiresAt: z.string() }).meta({ id: 'ExportQuestion' }),
});
