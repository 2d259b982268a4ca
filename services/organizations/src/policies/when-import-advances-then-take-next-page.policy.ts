import { rowIdentity, sheets, type FindOrganizations, type Sheet } from '@zhitong/catalogue';
import { definePolicy, inLanes, intend, when, type Intent, type Recorded, type RecordedEvent } from '@zhitong/eventing';
import { commandIdOf, type ActOutcome, type PolicyEnv } from '@zhitong/platform';
import { openFindings, openRows, type Finding, type StagedRow } from '../application/import-findings.ts';
import { findingOf, finderIn, firstRows, inputOf, refusalOf } from '../application/import-rows.ts';
import type { ImportedFile, ImportEvent } from '../domain/import/import-state.ts';
import { importStream } from '../domain/import/import.stream.ts';

/** Rows of one page that are on their way together. */
const atOnce = 16;
/** Whether somebody has cancelled meanwhile is asked once in so many rows. */
const lookEvery = 25;

/** What a page of a file is worked with. */
interface Work {
  readonly file: ImportedFile;
  readonly sheet: Sheet;
  readonly find: FindOrganizations;
  readonly env: PolicyEnv;
  readonly cause: RecordedEvent;
}
type Result = 'done' | 'left' | readonly Finding[];

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

/** Once it is cancelled nothing more is written; what was written before a restart still counts. */
async function writeRow(work: Work, row: StagedRow, cancelled: () => boolean): Promise<Result> {
  const { sheet, find, env } = work;
  const read = inputOf(sheet, row, find);
  if ('findings' in read) return cancelled() ? 'left' : read.findings.map((finding) => ({ ...finding, kind: 'refused' as const }));
  const act = actOf(work, row, read.input);
  if (!cancelled()) return foundIn(work, row, await env.acting.perform(act), 'refused');
  const outcome = await env.acting.rehearse(act);
  return 'repeated' in outcome && outcome.repeated ? 'done' : 'left';
}

async function resultsOf(rows: readonly StagedRow[], work: (row: StagedRow, nth: number) => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  const queues = rows.map((row, nth) => [{ row, nth }]);
  await inLanes(queues, atOnce, async ({ row, nth }) => {
    results[nth] = await work(row, nth);
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
  let cancelled = file.state === 'cancelling';
  const results = await resultsOf(rows, async (row, nth) => {
    if (!cancelled && nth % lookEvery === 0) cancelled = (await env.peek(importStream, file.importId)).state?.state !== 'writing';
    return writeRow(work, row, () => cancelled);
  });
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
    when<ImportEvent>(
      'organizations',
      'import',
    )<PolicyEnv>({ ImportReceived: advance, ImportRowsChecked: advance, ImportStarted: advance, ImportRowsWritten: advance }),
  ],
  expects: [],
});
