import * as operations from '@zhitong/catalogue/operations/imports.ts';
import { ensure, Rejected } from '@zhitong/kernel';
import { answer, listed, useCase, type Kit } from '@zhitong/platform';
import { openedFile, type ImportCommand } from '../domain/import/import.decider.ts';
import type { ImportedFile } from '../domain/import/import-state.ts';
import { importStream } from '../domain/import/import.stream.ts';
import { importList, type ImportListRow } from '../projections/import-list.projection.ts';
import { actorOf } from './actor.ts';
import { inWords, isKind, openFindings } from './import-findings.ts';
import { pageInMemory } from './organization-rows.ts';

const change = (kit: Kit, importId: string, command: ImportCommand) => kit.handle(importStream, importId, command, { receiptId: importId });

/** The import, once the caller was found to act for its organization. */
async function allowedFile(kit: Kit, importId: string): Promise<ImportedFile> {
  const { state } = await kit.peek(importStream, importId);
  await kit.allow({ organizationId: state?.organizationId ?? importId });
  return openedFile(state);
}

/** Rows are written by the rights of the one who opened it: nobody else puts rows in or sets it going. */
async function ownFile(kit: Kit, importId: string): Promise<ImportedFile> {
  const file = await allowedFile(kit, importId);
  ensure(file.openedById === actorOf(kit).id, 'FORBIDDEN_ROLE', 'Only the person who opened the import may do this.');
  return file;
}

const openImport = useCase(operations.openImport, async ({ organizationId, sheet, rows }, kit) => {
  await kit.allow({ organizationId });
  const { subject, now: at } = kit.call;
  if (subject.kind !== 'person') throw new Rejected('FORBIDDEN_ROLE', 'Only a person imports.');
  const importId = kit.newId('imp');
  return change(kit, importId, { type: 'Open', importId, organizationId, sheet, rows, byId: subject.personId, grantId: subject.grantId, at });
});

const takeImportRows = useCase(operations.takeImportRows, async ({ importId, page, rows }, kit) => {
  const { organizationId } = await ownFile(kit, importId);
  const command = (rowsRef: string): ImportCommand => ({ type: 'TakeRows', page, rows: rows.length, rowsRef });
  await kit.rehearse(importStream, importId, command('txt_rehearsed'));
  return change(kit, importId, command(await kit.content.seal({ organizationId }, 'rows', JSON.stringify(rows))));
});

const startImport = useCase(operations.startImport, async ({ importId }, kit) => {
  await ownFile(kit, importId);
  return change(kit, importId, { type: 'Start', byId: actorOf(kit).id });
});

const cancelImport = useCase(operations.cancelImport, async ({ importId }, kit) => {
  await allowedFile(kit, importId);
  return change(kit, importId, { type: 'Cancel', byId: actorOf(kit).id });
});

function shown({ checkFindings: _checked, writeFindings: _written, ...row }: ImportListRow) {
  return row;
}

const listImports = answer(operations.listImports, async ({ organizationId, limit, cursor }, kit) => {
  await kit.allow({ organizationId });
  const where = [{ field: 'organizationId', eq: organizationId }];
  const page = await listed(kit.rows(importList), { where, orderBy: { field: 'openedAt', direction: 'desc' }, limit, cursor });
  return { ...page, items: page.items.map(({ $key: _key, ...row }) => ({ ...shown(row), lagSeconds: page.lagSeconds })) };
});

/** Own imports for an organization of which the rows are still kept; of its newest, a person has no more at a time. */
export async function importsKept(kit: Kit, organizationId: string): Promise<number> {
  const where = [{ field: 'organizationId', eq: organizationId }];
  const { items } = await kit.rows(importList).query({ where, orderBy: { field: 'openedAt', direction: 'desc' }, limit: 20 });
  return items.filter(({ openedById, expiresAt }) => openedById === actorOf(kit).id && expiresAt > kit.call.now).length;
}

async function allowedRow(kit: Kit, importId: string): Promise<ImportListRow> {
  const row = await kit.rows(importList).get(importId);
  await kit.allow({ organizationId: row?.organizationId ?? importId });
  if (!row) throw new Rejected('NOT_FOUND', 'There is no such import.');
  return row;
}

const getImport = answer(operations.getImport, async ({ importId }, kit) => {
  const row = await allowedRow(kit, importId);
  return { ...shown(row), lagSeconds: kit.rows(importList).lagSeconds() };
});

const listImportFindings = answer(operations.listImportFindings, async ({ importId, kind, limit, cursor }, kit) => {
  const { sheet, checkFindings, writeFindings } = await allowedRow(kit, importId);
  const found = await openFindings(kit.content, [...checkFindings, ...writeFindings]);
  const numbered = found
    .filter(isKind(kind))
    .map((finding) => inWords(sheet, finding, kit.call.language))
    .sort((a, b) => a.row - b.row);
  const { page, ...rest } = pageInMemory(numbered, ({ row, column, kind: of }) => `${row}.${column ?? ''}.${of}`, limit, cursor);
  return { items: [...page], ...rest, lagSeconds: kit.rows(importList).lagSeconds() };
});

/** Import of organizations and of the units of the ledger (P31): the sheet says what each row is sent to. */
export const importUseCases = [openImport, takeImportRows, startImport, cancelImport, listImports, getImport, listImportFindings];
