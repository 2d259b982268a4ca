import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useSubtree } from '../../shell/scope.ts';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate, today } from '../../ui/formats.ts';
import type { Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { FigureList, useFigure } from './FigureList.tsx';
import { useOrganizationColumn } from './organization-column.tsx';

type Worker = Row<'workerReportRows'>;
const figures = codeList('workers', 'lead', 'principal', 'assistant', 'ungraded');
const changes = ['workerReport', 'workerReportRows'] as const;

/** ORG-29: full-time workers of communities by class, and the list behind each figure. */
export function Workers() {
  const { t } = useTranslation();
  const then = useSubtree();
  const figure = useFigure(figures);
  const list = useList('workerReportRows', { ...then, figure });
  return (
    <FigureList
      tab="workers"
      title={t('facts.workers.title')}
      hint={t('facts.workers.hint')}
      figures={figures.values.map((code) => ({ code, label: t(`facts.workers.${code}`), tone: code === 'ungraded' ? 'warn' : 'plain' }))}
      chosen={figure}
      report={useRead('workerReport', then)}
      list={list}
      columns={useColumns(list.rows ?? [])}
    />
  );
}

function useColumns(rows: readonly Worker[]): readonly Column<Worker>[] {
  const { t } = useTranslation();
  const organization = useOrganizationColumn<Worker>(({ organizationName }) => organizationName, 'posts');
  const name = usePersonNames(rows.map(({ personId }) => personId));
  return [
    organization,
    { key: 'person', title: t('facts.workers.person'), render: ({ personId }) => name(personId) ?? '…' },
    { key: 'class', title: t('facts.workers.class'), width: 7, render: (row) => (row.class === null ? '—' : t(`facts.workers.${row.class}`)) },
    { key: 'grade', title: t('facts.workers.grade'), width: 5, align: 'end', render: ({ grade }) => number(grade) },
    { key: 'gradedOn', title: t('facts.workers.gradedOn'), width: 9, render: ({ gradedOn }) => plainDate(gradedOn) },
    { key: 'reviewedOn', title: t('facts.workers.reviewedOn'), width: 9, render: ({ reviewedOn }) => plainDate(reviewedOn) },
    { key: 'fromOn', title: t('facts.workers.fromOn'), width: 9, render: ({ fromOn }) => plainDate(fromOn) },
    { key: 'acts', title: '', width: 8, render: (row) => (row.grade === null ? <Place worker={row} /> : <Grade worker={row} />) },
  ];
}

function Place({ worker: { postId, organizationId, fromOn } }: { readonly worker: Worker }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      small
      act={{
        command: 'placeWorker',
        label: t('facts.workers.act.place'),
        changes,
        initial: { fromOn },
        fields: [
          { name: 'reviewPassed', kind: 'switch', label: t('facts.workers.reviewPassed') },
          { name: 'reviewedOn', kind: 'date', label: t('facts.workers.reviewedOn'), required: true },
          { name: 'grade', kind: 'number', label: t('facts.workers.grade'), required: true },
          { name: 'fromOn', kind: 'date', label: t('facts.workers.gradedOn'), required: true },
          { name: 'reason', kind: 'text', label: t('facts.workers.reason') },
        ],
        input: (values) => ({
          ...{ postId, organizationId, reviewPassed: values.flag('reviewPassed'), reviewedOn: values.text('reviewedOn') },
          ...{ grade: values.count('grade'), fromOn: values.text('fromOn'), reason: values.optional('reason') },
        }),
      }}
    />
  );
}

function Grade({ worker: { postId, organizationId } }: { readonly worker: Worker }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      small
      act={{
        command: 'gradeWorker',
        label: t('facts.workers.act.grade'),
        changes,
        initial: { fromOn: today() },
        fields: [
          { name: 'grade', kind: 'number', label: t('facts.workers.grade'), required: true },
          { name: 'fromOn', kind: 'date', label: t('facts.workers.gradedOn'), required: true },
          { name: 'reason', kind: 'text', label: t('facts.workers.reason') },
        ],
        input: (values) => ({ postId, organizationId, grade: values.count('grade'), fromOn: values.text('fromOn'), reason: values.optional('reason') }),
      }}
    />
  );
}
