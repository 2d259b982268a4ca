import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate, today } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';

type Worker = Row<'workerReportRows'>;
const figures = codeList('workers', 'lead', 'principal', 'assistant', 'ungraded');
const changes = ['workerReport', 'workerReportRows'] as const;

/** ORG-29: full-time workers of communities by class, and the list behind each figure. */
export function Workers() {
  const { t } = useTranslation();
  const address = useAddress();
  const { values, clear, filtered } = useFilters('figure');
  const then = useSubtree();
  const report = useRead('workerReport', then);
  const figure = codeIn(figures, values.figure) ?? 'workers';
  const list = useList('workerReportRows', { ...then, figure });
  return (
    <div className="stack">
      <Panel title={t('facts.workers.title')}>
        <Loading of={report} lines={2}>
          {(answer) => (
            <div className="figures">
              {figures.values.map((one) => (
                <Figure
                  key={one}
                  label={t(`facts.workers.${one}`)}
                  value={answer[one]}
                  to={address('/facts', { tab: 'workers', 'f.figure': one })}
                  tone={one === 'ungraded' ? 'warn' : 'plain'}
                />
              ))}
            </div>
          )}
        </Loading>
        <p className="quiet">{t('facts.workers.hint')}</p>
      </Panel>
      <div className="table-frame">
        <Watermark />
        <DataTable
          id="workers"
          caption={t(`facts.workers.${figure}`)}
          list={list}
          columns={useColumns(list.rows ?? [])}
          rowKey={({ postId }) => postId}
          filtered={filtered}
          onClearFilters={clear}
        />
      </div>
    </div>
  );
}

function useColumns(rows: readonly Worker[]): readonly Column<Worker>[] {
  const { t } = useTranslation();
  const address = useAddress();
  const name = usePersonNames(rows.map(({ personId }) => personId));
  return [
    {
      key: 'organization',
      title: t('facts.organization'),
      fixed: true,
      render: ({ organizationId, organizationName }) => <Link to={address(`/orgs/${organizationId}`, { tab: 'posts' })}>{organizationName}</Link>,
    },
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
