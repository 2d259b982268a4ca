import { rowIdentity, sheets, type Finder, type Sheet } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, inLanes, intend, when, type Intent, type Recorded, type RecordedEvent } from '@zhitong/eventing';
import { commandIdOf, type ActOutcome, type PolicyEnv } from '@zhitong/platform';
import { openFindings, openRows, type Finding, type StagedRow } from '../application/import-findings.ts';
import { findingOf, finderIn, firstRows, inputOf, refusalOf } from '../application/import-rows.ts';
import type { ImportedFile, ImportEvent } from '../domain/import/import-state.ts';
import { importStream } from '../domain/import/import.stream.ts';

/** Rows of one page that are on their way together. */
const atOnce = 16;

/** What a page of a file is worked with. */
interface Work {
  readonly file: ImportedFile;
  readonly sheet: Sheet;
  readonly find: Finder;
  readonly env: PolicyEnv;
  readonly cause: RecordedEvent;
}
type Result = 'done' | readonly Finding[];

const actorOf = ({ openedById: personId, grantId, organizationId }: ImportedFile) => ({ personId, grantId, organizationId });

async function workOn(file: ImportedFile, cause: RecordedEvent, env: PolicyEnv): Promise<Work> {
  return { file, env, cause, sheet: sheets[file.sheet], find: finderIn(await env.acting.reach(actorOf(file))) };
}

/** A row as the act of its person; the same row of the same import is the same command after any restart. */
const actOf = ({ file, sheet, cause }: Work, row: StagedRow, input: unknown) => ({
  operation: sheet.operation.name,
  input,
  by: actorOf(file),
  commandId: commandIdOf('import', file.importId, String(row.row)),
  cause,
});

const foundIn = (work: Work, row: StagedRow, outcome: ActOutcome, kind: 'wrong' | 'refused'): Result =>
  'refused' in outcome ? [refusalOf(work.sheet, row, outcome.refused.code, kind)] : 'done';

async function checkRow(work: Work, row: StagedRow, first: ReadonlyMap<string, number>): Promise<Result> {
  const { sheet, find, env } = work;
  const same = first.get(rowIdentity(sheet, row.cells)) ?? row.row;
  if (same !== row.row) return [findingOf(sheet, row, 'wrong', sheet.identity[0] ?? null, 'rowTwice', String(same))];
  const read = inputOf(sheet, row, find);
  if ('findings' in read) return read.findings;
  return foundIn(work, row, await env.acting.rehearse(actOf(work, row, read.input)), 'wrong');
}

async function writeRow(work: Work, row: StagedRow): Promise<Result> {
  const { sheet, find, env } = work;
  const read = inputOf(sheet, row, find);
  if ('findings' in read) return read.findings.map((finding) => ({ ...finding, kind: 'refused' as const }));
  return foundIn(work, row, await env.acting.perform(actOf(work, row, read.input)), 'refused');
}

async function resultsOf(rows: readonly StagedRow[], work: (row: StagedRow) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queues = rows.map((row, nth) => [{ row, nth }]);
  await inLanes(queues, atOnce, async ({ row, nth }) => {
    results[nth] = await work(row);
  });
  return results;
}

/** Findings beside the file, under a name of their own: a page that is done again leaves one paper. */
async function kept({ file, env }: Work, name: string, results: readonly Result[]): Promise<string | undefined> {
  const findings = results.flatMap((result) => (typeof result === 'string' ? [] : result));
  if (findings.length === 0) return undefined;
  return env.content.keep({ organizationId: file.organizationId }, `${file.importId}/${name}`, JSON.stringify(findings));
}

const countOf = (results: readonly Result[], kind?: Finding['kind']): number =>
  results.filter((result) => (kind === undefined ? result === 'done' : typeof result !== 'string' && result.some((finding) => finding.kind === kind))).length;

async function checkPage(work: Work): Promise<Intent> {
  const { file, env } = work;
  const page = file.checkedPages;
  const content = env.content.forCall(file.importId);
  const before = await openRows(content, file.pages.slice(0, page));
  const rows = await openRows(content, file.pages.slice(page, page + 1));
  const first = firstRows(work.sheet, [...before, ...rows]);
  const results = await resultsOf(rows, (row) => checkRow(work, row, first));
  const findingsRef = await kept(work, `checked/${page}`, results);
  const counts = { right: countOf(results), known: countOf(results, 'known'), wrong: countOf(results, 'wrong') };
  return intend(importStream, file.importId, { type: 'NoteChecked', page, ...counts, findingsRef });
}

/**
 * The page under way is written whole, also once somebody has cancelled: two processes may have it in hand, one that was thought dead among
 * them, and what either of them left out the other might still write, behind the account.
 */
async function writePage(work: Work): Promise<Intent> {
  const { file, env } = work;
  const page = file.writtenPages;
  const content = env.content.forCall(file.importId);
  const findings = await openFindings(
    content,
    [file.checkFindings[page]].flatMap((ref) => ref ?? []),
  );
  const found = new Set(findings.map(({ row }) => row));
  const rows = (await openRows(content, file.pages.slice(page, page + 1))).filter(({ row }) => !found.has(row));
  const results = await resultsOf(rows, (row) => writeRow(work, row));
  const findingsRef = await kept(work, `written/${page}`, results);
  const counts = { written: countOf(results), known: countOf(results, 'known'), refused: countOf(results, 'refused') };
  return intend(importStream, file.importId, { type: 'NoteWritten', page, ...counts, findingsRef });
}

type Advance = Recorded<ImportEvent, 'ImportReceived' | 'ImportRowsChecked' | 'ImportStarted' | 'ImportRowsWritten'>;

/** One page an event; a stale event finds the page behind it done. */
async function advance(event: Advance, env: PolicyEnv): Promise<readonly Intent[]> {
  const { state: file } = await env.peek(importStream, event.data.importId);
  if (file === null) return [];
  const page = 'page' in event.data ? event.data.page + 1 : 0;
  const checks = event.type === 'ImportReceived' || event.type === 'ImportRowsChecked';
  if (checks) return file.state === 'checking' && page === file.checkedPages ? [await checkPage(await workOn(file, event, env))] : [];
  const writes = file.state === 'writing' || file.state === 'cancelling';
  return writes && page === file.writtenPages ? [await writePage(await workOn(file, event, env))] : [];
}

/**
 * 0.8: a file is checked, and then written, a page of rows at a time: each row is the act of the person who opened the import, with a
 * command id of its own, and each page ends in an event from which the next one follows. A restart begins at the page that was under way.
 */
export const whenImportAdvancesThenTakeNextPage = definePolicy<PolicyEnv>({
  name: 'when-import-advances-then-take-next-page',
  startFrom: 'beginning',
  sources: [
    when<ImportEvent>(aggregates.organizations.import)<PolicyEnv>({
      ImportReceived: advance,
      ImportRowsChecked: advance,
      ImportStarted: advance,
      ImportRowsWritten: advance,
    }),
  ],
  expects: [],
});
