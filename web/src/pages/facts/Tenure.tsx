import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { useOrganizationColumn } from './organization-column.tsx';

const tab = { tab: 'tenure' } as const;

/** secretaries of communities in office, and whose six years are full. */
export function Tenure() {
  const { t } = useTranslation();
  const address = useAddress();
  const { values, clear, filtered } = useFilters('reached');
  const then = useSubtree();
  const report = useRead('tenureReport', then);
  const list = useList('tenureReportRows', { ...then, ...(values.reached === 'true' ? { reached: 'true' as const } : {}) });
  return (
    <div className="stack">
      <Panel title={t('facts.tenure.title')}>
        <Loading of={report} lines={2}>
          {({ secretaries, reached }) => (
            <div className="figures">
              <Figure label={t('facts.tenure.secretaries')} value={secretaries} to={address('/facts', tab)} />
              <Figure
                label={t('facts.tenure.reached')}
                value={reached}
                to={address('/facts', { ...tab, 'f.reached': 'true' })}
                definition={t('facts.tenure.definition')}
              />
            </div>
          )}
        </Loading>
      </Panel>
      <div className="table-frame">
        <Watermark />
        <DataTable
          id="tenure"
          caption={t('facts.tenure.title')}
          list={list}
          columns={useColumns(list.rows ?? [])}
          rowKey={({ organizationId: id }) => id}
          filtered={filtered}
          onClearFilters={clear}
        />
      </div>
    </div>
  );
}

function useColumns(rows: readonly Row<'tenureReportRows'>[]): readonly Column<Row<'tenureReportRows'>>[] {
  const { t } = useTranslation();
  const organization = useOrganizationColumn<Row<'tenureReportRows'>>(({ organizationName }) => organizationName, 'posts');
  const name = usePersonNames(rows.map(({ personId }) => personId));
  return [
    organization,
    { key: 'person', title: t('facts.tenure.secretary'), render: ({ personId }) => name(personId) ?? '…' },
    { key: 'since', title: t('facts.tenure.sinceOn'), width: 9, render: ({ sinceOn }) => plainDate(sinceOn) },
    { key: 'full', title: t('facts.tenure.fullOn'), width: 9, render: ({ fullOn }) => plainDate(fullOn) },
    { key: 'reached', title: t('facts.tenure.reachedOn'), width: 9, render: ({ reachedOn }) => plainDate(reachedOn) },
  ];
}
