import { listCodes, type ListCode } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put } from '@zhitong/eventing';
import type { ExportEvent } from '../domain/export/export.decider.ts';

export interface ExportListRow {
  readonly exportId: string;
  readonly organizationId: string;
  readonly list: ListCode;
  readonly columns: readonly string[];
  readonly purposeRef: string;
  readonly requestedById: string;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly downloads: number;
  readonly downloaded: readonly { readonly byId: string; readonly at: string }[];
}

/** Of the downloads of an export so many are shown. */
const shownDownloads = 20;

/** One row per export, with who took it out and when. */
export const exportList = defineProjection<ExportListRow>({
  name: 'export-list',
  version: 1,
  indexes: [['organizationId', 'requestedAt']],
  sources: [
    from<ExportEvent>(aggregates.organizations.export)<ExportListRow>({
      ExportRequested: ({ occurredAt, data: { exportId, organizationId, listCode, columnCodes, purposeRef, requestedById, expiresAt } }) => {
        const asked = { exportId, organizationId, list: listCodes.parse(listCode), columns: columnCodes, purposeRef, requestedById, expiresAt };
        return put(exportId, { ...asked, requestedAt: occurredAt, downloads: 0, downloaded: [] });
      },
      ExportDownloaded: ({ data: { exportId, downloadedById: byId, downloadedAt: at } }) =>
        amend(exportId, (row) => ({ ...row, downloads: row.downloads + 1, downloaded: [{ byId, at }, ...row.downloaded].slice(0, shownDownloads) })),
    }),
  ],
  announce: ({ organizationId }) => [`exports:${organizationId}`],
});
