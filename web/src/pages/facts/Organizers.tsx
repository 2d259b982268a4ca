import { organizerGrades, organizerResults } from '@zhitong/catalogue/codes-organizations.ts';
import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import type { CommandName, Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useSubtree } from '../../shell/scope.ts';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import { plainDate, today } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import type { Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { FigureList, useFigure } from './FigureList.tsx';
import { useOrganizationColumn } from './organization-column.tsx';

type Organizer = Row<'organizerReportRows'>;
const figures = codeList('organizers', 'unsent', 'untrained', 'unreviewed');
const changes = ['organizerReport', 'organizerReportRows'] as const;
const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>) => <CommandButton small act={{ ...act, changes }} />;

/** ORG-29: organizers, where they are sent, and who lacks training or a review. */
export function Organizers() {
  const { t } = useTranslation();
  const then = useSubtree();
  const figure = useFigure(figures);
  const list = useList('organizerReportRows', { ...then, figure });
  return (
    <FigureList
      tab="organizers"
      title={t('facts.organizers.title')}
      hint={t('facts.organizers.hint')}
      figures={figures.values.map((code) => ({ code, label: t(`facts.organizers.${code}`), tone: code === 'organizers' ? 'plain' : 'warn' }))}
      chosen={figure}
      report={useRead('organizerReport', then)}
      list={list}
      columns={useColumns(list.rows ?? [])}
    />
  );
}

function useColumns(rows: readonly Organizer[]): readonly Column<Organizer>[] {
  const { t } = useTranslation();
  const organization = useOrganizationColumn<Organizer>(({ organizationName }) => organizationName, 'posts');
  const name = usePersonNames(rows.map(({ personId }) => personId));
  const review = ({ reviewedYear: year, result }: Organizer) =>
    year === null || result === null ? '—' : t('facts.organizers.resultOf', { year, result: t(`facts.organizers.results.${result}`) });
  return [
    organization,
    { key: 'person', title: t('facts.organizers.person'), render: ({ personId }) => name(personId) ?? '…' },
    { key: 'sentTo', title: t('facts.organizers.sentTo'), render: ({ sentToId }) => (sentToId === null ? '—' : <OrganizationName id={sentToId} />) },
    { key: 'grade', title: t('facts.organizers.grade'), width: 7, render: ({ grade }) => (grade === null ? '—' : t(`facts.organizers.grades.${grade}`)) },
    { key: 'sentOn', title: t('facts.organizers.sentOn'), width: 9, render: ({ sentOn }) => plainDate(sentOn) },
    { key: 'trainedOn', title: t('facts.organizers.trainedOn'), width: 9, render: ({ trainedOn }) => plainDate(trainedOn) },
    { key: 'result', title: t('facts.organizers.result'), width: 9, render: review },
    { key: 'acts', title: '', width: 21, render: (row) => <Acts organizer={row} /> },
  ];
}

function Acts({ organizer: { postId, organizationId } }: { readonly organizer: Organizer }) {
  const { t } = useTranslation();
  const post = { postId, organizationId };
  const reason = { name: 'reason', kind: 'text', label: t('facts.workers.reason') } as const;
  const grades = organizerGrades.values.map((value) => ({ value, label: t(`facts.organizers.grades.${value}`) }));
  const results = organizerResults.values.map((value) => ({ value, label: t(`facts.organizers.results.${value}`) }));
  return (
    <span className="row">
      {button({
        command: 'sendOrganizer',
        label: t('facts.organizers.act.send'),
        initial: { sentOn: today() },
        fields: [
          { name: 'sentToId', kind: 'organization', label: t('facts.organizers.sentTo'), required: true },
          { name: 'grade', kind: 'choice', options: grades, label: t('facts.organizers.grade'), required: true },
          { name: 'sentOn', kind: 'date', label: t('facts.organizers.sentOn'), required: true },
          reason,
        ],
        input: (values) => ({
          ...{ ...post, sentToId: values.text('sentToId'), grade: values.code(organizerGrades, 'grade') },
          ...{ sentOn: values.text('sentOn'), reason: values.optional('reason') },
        }),
      })}
      {button({
        command: 'trainOrganizer',
        label: t('facts.organizers.act.train'),
        initial: { trainedOn: today() },
        fields: [{ name: 'trainedOn', kind: 'date', label: t('facts.organizers.trainedOn'), required: true }, reason],
        input: (values) => ({ ...post, trainedOn: values.text('trainedOn'), reason: values.optional('reason') }),
      })}
      {button({
        command: 'reviewOrganizer',
        label: t('facts.organizers.act.review'),
        initial: { year: String(Number(today().slice(0, 4)) - 1) },
        fields: [
          { name: 'year', kind: 'number', label: t('facts.organizers.year'), required: true },
          { name: 'result', kind: 'choice', options: results, label: t('facts.organizers.result'), required: true },
        ],
        input: (values) => ({ ...post, year: values.text('year'), result: values.code(organizerResults, 'result') }),
      })}
    </span>
  );
}
