import { boundOf, faultOf, isFieldFault, readRow, rowIdentity, type Finder, type Sheet } from '@zhitong/catalogue';
import type { TreeView } from '@zhitong/platform';
import { unitIdOf } from '../domain/unit/unit.stream.ts';
import type { Finding, StagedRow } from './import-findings.ts';

interface Reach {
  readonly tree: TreeView;
  mayRead(organizationId: string): boolean;
}

/** Organizations in reach by id or by name; those that are no more are not meant. Units as their ledger calls them. */
export function finderIn({ tree, mayRead }: Reach): Finder {
  const byName = new Map<string, string[]>();
  for (const { organizationId, name, state } of tree.nodes()) {
    if (state === 'refused' || state === 'dissolved' || !mayRead(organizationId)) continue;
    const key = name.normalize('NFKC');
    byName.set(key, [...(byName.get(key) ?? []), organizationId]);
  }
  const organizations = (idOrName: string) => (tree.node(idOrName) !== undefined ? (mayRead(idOrName) ? [idOrName] : []) : (byName.get(idOrName) ?? []));
  return { organizations, unitOf: unitIdOf };
}

const cellOf = ({ columns }: Sheet, { cells }: StagedRow, column: string | null): string => cells[columns.findIndex(({ key }) => key === column)] ?? '';

export const findingOf = (sheet: Sheet, row: StagedRow, kind: Finding['kind'], column: string | null, code: string, bound?: string): Finding => ({
  row: row.row,
  column,
  value: cellOf(sheet, row, column),
  kind,
  code,
  ...(bound === undefined ? {} : { bound }),
});

/** The input of the use case a row stands for, or every cell that is not as it must be. */
export function inputOf(
  sheet: Sheet,
  row: StagedRow,
  find: Finder,
): { readonly input: Readonly<Record<string, unknown>> } | { readonly findings: readonly Finding[] } {
  const read = readRow(sheet, row.cells, find);
  if ('faults' in read) return { findings: read.faults.map(({ column, fault }) => findingOf(sheet, row, 'wrong', column, fault)) };
  const checked = sheet.operation.input.safeParse(read.input, { error: faultOf });
  if (checked.success) return { input: checked.data };
  const findings = checked.error.issues.map((issue) => {
    const column = String(issue.path[0] ?? '');
    return findingOf(sheet, row, 'wrong', column, isFieldFault(issue.message) ? issue.message : 'other', boundOf(issue));
  });
  return { findings };
}

/** A refusal of the rules, at the cell it is about. Rows that are in already are no fault. */
export const refusalOf = (sheet: Sheet, row: StagedRow, code: string, otherwise: Finding['kind']): Finding =>
  findingOf(sheet, row, sheet.known.includes(code) ? 'known' : otherwise, sheet.concerns[code] ?? null, code);

/** The first row of the file that says the same, by what rows are the same by. */
export function firstRows(sheet: Sheet, rows: readonly StagedRow[]): ReadonlyMap<string, number> {
  const first = new Map<string, number>();
  for (const { row, cells } of rows) {
    const identity = rowIdentity(sheet, cells);
    if (!first.has(identity)) first.set(identity, row);
  }
  return first;
}
