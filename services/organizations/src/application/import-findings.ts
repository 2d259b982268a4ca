import { fieldSentenceOf, inLanguage, isFieldFault, sentenceOf, sheets, type FindingKind, type SheetCode } from '@zhitong/catalogue';
import type { Language } from '@zhitong/kernel';
import type { Content } from '@zhitong/platform';
import { z } from 'zod';

/** A row as the gateway has read it, cells in the order of the columns. */
const stagedRows = z.array(z.object({ row: z.int(), cells: z.array(z.string()) }));
export type StagedRow = z.infer<typeof stagedRows>[number];

const findings = z.array(
  z.object({
    row: z.int(),
    /** Key of the column; null where it is about the row. */
    column: z.string().nullable(),
    value: z.string(),
    kind: z.enum(['wrong', 'known', 'refused']),
    /** Of a field or of the rules. */
    code: z.string(),
    /** The limit a fault speaks of. */
    bound: z.string().optional(),
  }),
);
/** Why a row is not written. */
export type Finding = z.infer<typeof findings>[number];

/** What was put away as text; nothing once it has expired. */
const opened =
  <Row>(schema: z.ZodType<Row[]>) =>
  async (content: Pick<Content, 'openMany'>, refs: readonly string[]): Promise<readonly Row[]> => {
    const texts = await content.openMany(refs);
    return refs.flatMap((ref) => schema.parse(JSON.parse(texts.get(ref) ?? '[]')));
  };
export const openRows = opened(stagedRows);
export const openFindings = opened(findings);

const wholeRow = { heading: ['', ''], hint: ['', ''] } as const;

/** A finding in words: where, what stands there, why it is not written, how to mend it. */
export function inWords(sheetCode: SheetCode, { column, code, bound, ...finding }: Finding, language: Language) {
  const { heading, hint } = sheets[sheetCode].columns.find(({ key }) => key === column) ?? wholeRow;
  const reason = isFieldFault(code) ? fieldSentenceOf(code, language, bound) : (sentenceOf(code, language) ?? code);
  return { ...finding, column, code, heading: inLanguage(heading, language), reason, hint: finding.kind === 'known' ? '' : inLanguage(hint, language) };
}

export const isKind = (kind: FindingKind | undefined) => (finding: Finding) => kind === undefined || finding.kind === kind;
