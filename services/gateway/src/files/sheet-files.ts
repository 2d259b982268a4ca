import { inLanguage, type Sheet } from '@zhitong/catalogue';
import type { listImportFindings } from '@zhitong/catalogue/operations/imports.ts';
import type { Language } from '@zhitong/kernel';
import type { z } from 'zod';
import type { WrittenSheet } from '../sheets/written-workbook.ts';

type Finding = z.output<typeof listImportFindings.output>['items'][number];

const words = {
  zh: {
    data: '数据',
    notes: '填写说明',
    findings: '问题清单',
    column: '列',
    required: '必填',
    yes: '是',
    no: '否',
    hint: '怎样填写',
    example: '示例',
    row: '行号',
    value: '原值',
    reason: '原因',
    mend: '怎样修改',
  },
  en: {
    data: 'Data',
    notes: 'How to fill it in',
    findings: 'Findings',
    column: 'Column',
    required: 'Required',
    yes: 'Yes',
    no: 'No',
    hint: 'How to fill it in',
    example: 'Example',
    row: 'Row',
    value: 'Value',
    reason: 'Reason',
    mend: 'How to mend it',
  },
} as const;

/** An empty file with the headings, and a sheet that explains each. */
export function templateOf({ columns }: Sheet, language: Language): readonly WrittenSheet[] {
  const say = words[language];
  const heading = columns.map(({ heading: names, required }) => `${inLanguage(names, language)}${required ? ' *' : ''}`);
  const explained = columns.map(({ heading: names, required, hint, example }) => [
    inLanguage(names, language),
    required ? say.yes : say.no,
    inLanguage(hint, language),
    example,
  ]);
  return [
    { name: say.data, heading, rows: [], widths: columns.map(() => 20) },
    { name: say.notes, heading: [say.column, say.required, say.hint, say.example], rows: explained, widths: [22, 8, 80, 26] },
  ];
}

/** Every finding of an import, as a file to mend the rows by. */
export function findingsFile(findings: readonly Finding[], language: Language): readonly WrittenSheet[] {
  const say = words[language];
  const rows = findings.map(({ row, heading, value, reason, hint }) => [row, heading, value, reason, hint]);
  return [{ name: say.findings, heading: [say.row, say.column, say.value, say.reason, say.mend], rows, widths: [8, 22, 30, 44, 80] }];
}

export interface TakenOut {
  readonly name: string;
  /** The organization acted for. */
  readonly post: string;
  readonly at: string;
  readonly exportId: string;
  readonly purpose: string;
  readonly rows: number;
}

/** Who has taken a list out, under which post, when and what for: it stands above the rows of every copy. */
export function watermarkOf({ name, post, at, exportId, purpose, rows }: TakenOut, language: Language): readonly string[] {
  const when = shanghaiMinute(at);
  return language === 'zh'
    ? [`${name}（${post}）于 ${when} 导出，编号 ${exportId}，共 ${rows} 条`, `用途：${purpose}。仅限此用途，不得外传。`]
    : [`Taken out by ${name} (${post}) at ${when}, ${exportId}, ${rows} rows`, `Purpose: ${purpose}. For this purpose only; not to be passed on.`];
}

/** `2026-03-02 09:00` in Shanghai. */
const shanghaiMinute = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
