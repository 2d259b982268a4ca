import type { Language } from '@zhitong/kernel';
import type { FieldFault } from '../field-sentences.ts';
import type { CommandOperation } from '../operation.ts';
import type { Right } from '../rights.ts';

export type Bilingual = readonly [zh: string, en: string];
export const inLanguage = ([zh, en]: Bilingual, language: Language): string => (language === 'zh' ? zh : en);
/** What codes are called, in the order in which they are offered. */
export type CodeWords = Readonly<Record<string, Bilingual>>;

/** How a cell is read. Codes may be written as their word in either language or as themselves. */
export type Cell =
  | { readonly kind: 'text' }
  /** `2026-03-01`, `2026/3/1`, `2026.3.1`, `2026年3月1日`. */
  | { readonly kind: 'date' }
  | { readonly kind: 'count' }
  /** Yuan with two decimals at most; read as fen. */
  | { readonly kind: 'yuan' }
  | { readonly kind: 'choice'; readonly words: CodeWords }
  | { readonly kind: 'choices'; readonly words: CodeWords }
  /** By id, or by a name that only one organization in reach has. */
  | { readonly kind: 'organization' }
  /** Ids of persons. */
  | { readonly kind: 'persons' }
  /**
   * Units with ids of persons of each, `Huaqiang Tower: per_1, per_2; Futian Market: per_3`: by id, or by the name in the ledger of the
   * organization that the first of some earlier columns names.
   */
  | { readonly kind: 'units'; readonly keptBy: readonly string[] };

export interface Column {
  /** The field of the command it fills. */
  readonly key: string;
  readonly heading: Bilingual;
  readonly required: boolean;
  readonly cell: Cell;
  readonly hint: Bilingual;
  readonly example: string;
}

/** A kind of file to import: its columns, and the use case that each row is sent to as a person would send it. */
export interface Sheet {
  readonly title: Bilingual;
  readonly operation: CommandOperation;
  /** Of the use case: who may not do it once imports none. */
  readonly right: Right;
  readonly columns: readonly Column[];
  /** Columns by which two rows of a file are the same. */
  readonly identity: readonly string[];
  /** Refusals that say that the row is in already. */
  readonly known: readonly string[];
  /** Which column a refusal of the rules is about. */
  readonly concerns: Readonly<Record<string, string>>;
  /** Completes the input once the cells are read. */
  readonly complete?: (input: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** What is wrong with a cell. */
export interface CellFault {
  readonly column: string;
  readonly fault: FieldFault;
}

/** What a cell may mean where the file is read. */
export interface Finder {
  organizations(idOrName: string): readonly string[];
  /** The unit of that name in the ledger of an organization. */
  unitOf(organizationId: string, name: string): string;
}

type Read = { readonly value: unknown } | { readonly fault: FieldFault };
const wrong = (fault: FieldFault): Read => ({ fault });
const listed = (text: string): readonly string[] => text.split(/[\s,，、;；]+/).filter((part) => part !== '');
const sameWord = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function codeOf(text: string, words: CodeWords): string | undefined {
  const said = sameWord(text);
  return Object.entries(words).find(([code, names]) => [code, ...names].some((name) => sameWord(name) === said))?.[0];
}

function dateIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? [];
  return year === '' ? undefined : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function fenIn(text: string): number | undefined {
  const [, yuan = '', fen = ''] = /^(\d{1,13})(?:\.(\d{1,2}))?$/.exec(text.replace(/[¥￥,，]/g, '')) ?? [];
  return yuan === '' ? undefined : Number(yuan) * 100 + Number(fen.padEnd(2, '0'));
}

interface Unit {
  readonly unitId: string;
  readonly memberIds: readonly string[];
}
/** A unit that is named twice is one. Nothing where one of them is without name or members. */
function unitsIn(text: string, unitId: (idOrName: string) => string): readonly Unit[] | undefined {
  const units = new Map<string, readonly string[]>();
  for (const part of text.split(/[;；\n]+/).filter((each) => each.trim() !== '')) {
    const [, name = '', members = ''] = /^([^:：]+)[:：](.*)$/s.exec(part) ?? [];
    const memberIds = listed(members);
    if (name.trim() === '' || memberIds.length === 0) return undefined;
    const id = unitId(name.normalize('NFKC').trim());
    units.set(id, [...(units.get(id) ?? []), ...memberIds]);
  }
  return [...units].map(([id, memberIds]) => ({ unitId: id, memberIds }));
}

function readCell(cell: Cell, text: string, find: Finder, before: Readonly<Record<string, unknown>>): Read {
  const orWrong = (value: unknown, fault: FieldFault): Read => (value === undefined ? wrong(fault) : { value });
  switch (cell.kind) {
    case 'text':
      return { value: text };
    case 'date':
      return orWrong(dateIn(text), 'date');
    case 'count':
      return /^\d{1,9}$/.test(text) ? { value: Number(text) } : wrong('wholeNumber');
    case 'yuan':
      return orWrong(fenIn(text), 'number');
    case 'choice':
      return orWrong(codeOf(text, cell.words), 'choice');
    case 'choices': {
      const codes = listed(text).map((part) => codeOf(part, cell.words));
      return codes.includes(undefined) ? wrong('choice') : { value: codes };
    }
    case 'persons':
      return { value: listed(text) };
    case 'organization': {
      const [found, second] = find.organizations(text.normalize('NFKC').trim());
      return second === undefined ? orWrong(found, 'unknownOrganization') : wrong('ambiguousOrganization');
    }
    case 'units': {
      const keeper = cell.keptBy.map((key) => before[key]).find((value) => typeof value === 'string') ?? '';
      return orWrong(
        unitsIn(text, (idOrName) => (idOrName.startsWith('unt_') ? idOrName : find.unitOf(keeper, idOrName))),
        'units',
      );
    }
  }
}

/** The input a row stands for, or what is wrong with its cells. `cells` are in the order of the columns. */
export function readRow(
  { columns, complete }: Sheet,
  cells: readonly string[],
  find: Finder,
): { readonly input: Readonly<Record<string, unknown>> } | { readonly faults: readonly CellFault[] } {
  const input: Record<string, unknown> = {};
  const faults: CellFault[] = [];
  for (const [nth, { key, cell, required }] of columns.entries()) {
    const text = cells[nth] ?? '';
    const read: Read = text !== '' ? readCell(cell, text, find, input) : required ? wrong('missing') : { value: undefined };
    if ('fault' in read) faults.push({ column: key, fault: read.fault });
    else if (read.value !== undefined) input[key] = read.value;
  }
  return faults.length > 0 ? { faults } : { input: complete?.(input) ?? input };
}

/** What two rows of a file are the same by. */
export const rowIdentity = ({ columns, identity }: Sheet, cells: readonly string[]): string =>
  JSON.stringify(identity.map((key) => sameWord(cells[columns.findIndex((column) => column.key === key)] ?? '')));

/** Where each column stands in a heading row; those not found are named. Headings may be in either language. */
export function columnPlaces({ columns }: Sheet, heading: readonly string[]): { readonly places: readonly number[]; readonly missing: readonly Column[] } {
  const said = heading.map((text) => sameWord(text.replace(/[*＊]/g, '')));
  const places = columns.map(({ heading: names, key }) => said.findIndex((text) => [key, ...names].some((name) => sameWord(name) === text)));
  return { places, missing: columns.filter(({ required }, nth) => required && places[nth] === -1) };
}
