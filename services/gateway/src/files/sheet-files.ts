import type { Sheet } from '@zhitong/catalogue';
import type { Output } from './asking.ts';
import type { WrittenSheet } from '../sheets/written-workbook.ts';

type Language = 'zh' | 'en';
type Finding = Output<'listImportFindings'>['items'][number];

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
  const nth = language === 'zh' ? 0 : 1;
  const heading = columns.map(({ heading: names, required }) => `${names[nth]}${required ? ' *' : ''}`);
  const explained = columns.map(({ heading: names, required, hint, example }) => [names[nth], required ? say.yes : say.no, hint[nth], example]);
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
