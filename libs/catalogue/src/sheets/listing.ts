import type { Language } from '@zhitong/kernel';
import type { z } from 'zod';
import type { QueryOperation } from '../operation.ts';
import { inLanguage, type Bilingual, type CodeWords } from './sheet.ts';

/** What a column of a row says, in a language. */
export interface Saying {
  /** What a code is called. */
  word(words: CodeWords, code: string): string;
  /** What an organization is called; empty for none. */
  organization(organizationId: string | null): string;
  yes(is: boolean): string;
}
interface ListColumn<Row> {
  readonly code: string;
  readonly heading: Bilingual;
  /** In characters. */
  readonly width: number;
  readonly say: (row: Row, saying: Saying) => string | number;
}

type Cells = readonly (string | number)[];

/** A list that may be taken out as a file: its question, and what its columns say. */
export interface Listing {
  readonly title: Bilingual;
  readonly operation: QueryOperation;
  readonly columns: readonly Omit<ListColumn<never>, 'say'>[];
  /** One page of the answer. @throws {z.ZodError} when it is no answer to the question. */
  read(answer: unknown): {
    readonly next: string | undefined;
    readonly organizationIds: readonly string[];
    cells(codes: readonly string[], saying: Saying): readonly Cells[];
  };
}

type PageOf<Row> = z.ZodType<{ readonly items: readonly Row[]; readonly next?: string | undefined }>;

export const listing = <Input extends z.ZodObject, Row>(
  title: Bilingual,
  operation: QueryOperation<Input, PageOf<Row>>,
  columns: readonly ListColumn<Row>[],
  organizationIdsOf: (row: Row) => readonly (string | null)[] = () => [],
): Listing => ({
  title,
  operation,
  columns,
  read(answer) {
    const { items, next } = operation.output.parse(answer);
    return {
      next,
      organizationIds: items.flatMap(organizationIdsOf).filter((id) => id !== null),
      cells: (codes, saying) => items.map((row) => columns.filter(({ code }) => codes.includes(code)).map(({ say }) => say(row, saying))),
    };
  },
});

const answers = { yes: ['是', 'Yes'], no: ['否', 'No'] } as const satisfies CodeWords;

export const sayingIn = (language: Language, names: ReadonlyMap<string, string>): Saying => ({
  word: (words, code) => inLanguage(words[code] ?? [code, code], language),
  organization: (id) => (id === null ? '' : (names.get(id) ?? id)),
  yes: (is) => inLanguage(answers[is ? 'yes' : 'no'], language),
});
