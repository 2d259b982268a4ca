import type { SheetCode } from '@zhitong/catalogue';
import { addHours, assertNever, ensure, Rejected, type Decider } from '@zhitong/kernel';
import { evolve, plusChecked, plusWritten, type Checked, type Import, type ImportedFile, type ImportEvent, type Written } from './import-state.ts';

/** SEC-22: rows and findings are kept so long. */
export const keptHours = 24;

interface About {
  readonly at: string;
}
export interface OpenImport extends About {
  readonly type: 'Open';
  readonly importId: string;
  readonly organizationId: string;
  readonly sheet: SheetCode;
  readonly rows: number;
  readonly byId: string;
  readonly grantId: string;
}
export interface TakeRows {
  readonly type: 'TakeRows';
  readonly page: number;
  readonly rows: number;
  readonly rowsRef: string;
}
/** What one page came to. */
export interface NoteChecked extends Checked {
  readonly type: 'NoteChecked';
  readonly page: number;
  readonly findingsRef: string | undefined;
}
export interface NoteWritten extends Written {
  readonly type: 'NoteWritten';
  readonly page: number;
  readonly findingsRef: string | undefined;
}
export type ImportCommand =
  | OpenImport
  | TakeRows
  | NoteChecked
  | NoteWritten
  | { readonly type: 'Start'; readonly byId: string }
  | { readonly type: 'Cancel'; readonly byId: string }
  | (About & { readonly type: 'Expire' });

/** @throws {Rejected} `NOT_FOUND` */
export function openedFile(file: Import): ImportedFile {
  if (file === null) throw new Rejected('NOT_FOUND', 'There is no such import.');
  return file;
}

const notNow = (file: ImportedFile, sentence: string): Rejected => new Rejected('STATE_NOT_ALLOWED', sentence, { state: file.state });

function open(file: Import, { importId, organizationId, sheet, rows, byId, grantId, at }: OpenImport): readonly ImportEvent[] {
  if (file !== null) return [];
  const data = { importId, organizationId, sheetCode: sheet, rows, openedById: byId, grantId, expiresAt: addHours(at, keptHours) };
  return [{ type: 'ImportOpened', data }];
}

function take(file: ImportedFile, { page, rows, rowsRef }: TakeRows): readonly ImportEvent[] {
  const { importId, state, pages, taken } = file;
  if (state !== 'receiving') throw notNow(file, 'The rows of this import are complete.');
  if (page < pages.length) return [];
  ensure(page === pages.length, 'STATE_NOT_ALLOWED', 'Rows before these are missing.', { expected: pages.length });
  ensure(taken + rows <= file.rows, 'STATE_NOT_ALLOWED', 'These are more rows than were announced.', { announced: file.rows });
  const received: ImportEvent = { type: 'ImportReceived', data: { importId, pages: page + 1 } };
  return [{ type: 'ImportRowsTaken', data: { importId, page, rows, rowsRef } }, ...(taken + rows === file.rows ? [received] : [])];
}

function noteChecked(file: ImportedFile, { page, findingsRef, ...note }: NoteChecked): readonly ImportEvent[] {
  const { importId, state, checkedPages, pages } = file;
  if (state !== 'checking' || page !== checkedPages) return [];
  const counts = { right: note.right, known: note.known, wrong: note.wrong };
  const noted: ImportEvent = { type: 'ImportRowsChecked', data: { importId, page, ...counts, findingsRef } };
  return page + 1 < pages.length ? [noted] : [noted, { type: 'ImportChecked', data: { importId, ...plusChecked(file.checked, counts) } }];
}

function start(file: ImportedFile, byId: string): readonly ImportEvent[] {
  const { importId, state, checked } = file;
  if (state === 'writing' || state === 'finished') return [];
  if (state !== 'checked') throw notNow(file, 'Only an import whose rows are checked can be written.');
  ensure(checked.right > 0, 'STATE_NOT_ALLOWED', 'No row is right and not in already.', { right: 0 });
  return [{ type: 'ImportStarted', data: { importId, startedById: byId } }];
}

function noteWritten(file: ImportedFile, { page, findingsRef, ...note }: NoteWritten): readonly ImportEvent[] {
  const { importId, organizationId, sheet, state, writtenPages, pages } = file;
  if ((state !== 'writing' && state !== 'cancelling') || page !== writtenPages) return [];
  const counts = { written: note.written, known: note.known, refused: note.refused };
  const noted: ImportEvent = { type: 'ImportRowsWritten', data: { importId, page, ...counts, findingsRef } };
  const sum = plusWritten(file.written, counts);
  if (state === 'cancelling') return [noted, cancelled(file, file.cancelledById ?? file.openedById, sum)];
  if (page + 1 < pages.length) return [noted];
  return [noted, { type: 'ImportFinished', data: { importId, organizationId, sheetCode: sheet, ...sum } }];
}

function cancelled({ importId, organizationId, sheet, checked }: ImportedFile, byId: string, sum: Written): ImportEvent {
  const left = checked.right - sum.written - sum.known - sum.refused;
  return { type: 'ImportCancelled', data: { importId, organizationId, sheetCode: sheet, cancelledById: byId, ...sum, left } };
}

function cancel(file: ImportedFile, byId: string): readonly ImportEvent[] {
  switch (file.state) {
    case 'writing':
      return [{ type: 'ImportCancelAsked', data: { importId: file.importId, askedById: byId } }];
    case 'receiving':
    case 'checking':
    case 'checked':
      return [cancelled(file, byId, file.written)];
    case 'cancelling':
    case 'cancelled':
      return [];
    default:
      throw notNow(file, 'This import is over.');
  }
}

const openStates: ReadonlySet<string> = new Set(['receiving', 'checking', 'checked', 'writing', 'cancelling']);

function expire(file: ImportedFile, at: string): readonly ImportEvent[] {
  if (file.state === 'expired' || at < file.expiresAt) return [];
  const expired: ImportEvent = { type: 'ImportExpired', data: { importId: file.importId, expiredAt: at } };
  return openStates.has(file.state) ? [cancelled(file, 'system:import-expiry', file.written), expired] : [expired];
}

/** One file that is imported: no row is written before all are checked, and what is written stays. */
export const importDecider: Decider<Import, ImportCommand, ImportEvent> = {
  initial: null,
  evolve,
  decide(state, command) {
    if (command.type === 'Open') return open(state, command);
    const file = openedFile(state);
    switch (command.type) {
      case 'TakeRows':
        return take(file, command);
      case 'NoteChecked':
        return noteChecked(file, command);
      case 'Start':
        return start(file, command.byId);
      case 'NoteWritten':
        return noteWritten(file, command);
      case 'Cancel':
        return cancel(file, command.byId);
      case 'Expire':
        return expire(file, command.at);
      default:
        return assertNever(command);
    }
  },
};
