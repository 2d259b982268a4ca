import type { ImportState, SheetCode } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, type Recorded } from '@zhitong/eventing';
import { evolve, type Import, type ImportedFile, type ImportEvent } from '../domain/import/import-state.ts';

export interface ImportListRow {
  readonly importId: string;
  readonly organizationId: string;
  readonly sheet: SheetCode;
  readonly state: ImportState;
  readonly openedById: string;
  readonly openedAt: string;
  readonly expiresAt: string;
  readonly rows: number;
  readonly checked: number;
  readonly right: number;
  readonly known: number;
  readonly wrong: number;
  readonly written: number;
  readonly alreadyIn: number;
  readonly refused: number;
  readonly left: number;
  /** What was found, in the content store, by page. */
  readonly checkFindings: readonly string[];
  readonly writeFindings: readonly string[];
}

interface Kept extends ImportListRow {
  readonly file: ImportedFile;
}

function after(row: Kept | null, event: Recorded<ImportEvent>): Kept | null {
  const file: Import = evolve(row?.file ?? null, event);
  if (file === null) return null;
  const { importId, organizationId, sheet, state, openedById, expiresAt, rows, checked, written } = file;
  const identity = { importId, organizationId, sheet, openedById, expiresAt, openedAt: row?.openedAt ?? event.occurredAt };
  const done = { written: written.written, alreadyIn: written.known, refused: written.refused };
  const expired = state === 'expired';
  return {
    ...identity,
    ...checked,
    ...done,
    file,
    state,
    rows,
    checked: checked.right + checked.known + checked.wrong,
    left: event.type === 'ImportCancelled' ? event.data.left : (row?.left ?? 0),
    checkFindings: expired ? [] : Object.values(file.checkFindings),
    writeFindings: expired ? [] : Object.values(file.writeFindings),
  };
}

/** One row per import. */
export const importList = defineProjection<Kept>({
  name: 'import-list',
  version: 1,
  indexes: [['organizationId', 'openedAt']],
  sources: [fromEvery<ImportEvent>(aggregates.organizations.import)((event) => ({ key: event.data.importId, fold: (row) => after(row, event) }))],
  announce: ({ importId }) => [`import:${importId}`],
});
