import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { number } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { useOrganizationColumn } from './organization-column.tsx';

const tab = { tab: 'partTime' } as const;
const answers = codeList('true', 'false');

/** communities with a part-time member, and those without one. */
export function PartTime() {
  const { t } = useTranslation();
  const address = useAddress();
  const { values, clear, filtered } = useFilters('staffed');
  const then = useSubtree();
  const report = useRead('partTimeReport', then);
  const list = useList('partTimeReportRows', { ...then, staffed: codeIn(answers, values.staffed) });
  return (
    <div className="stack">
      <Panel title={t('facts.partTime.title')}>
        <Loading of={report} lines={2}>
          {({ communities, staffed }) => (
            <div className="figures">
              <Figure label={t('facts.partTime.communities')} value={communities} to={address('/facts', tab)} />
              <Figure label={t('facts.partTime.staffed')} value={staffed} to={address('/facts', { ...tab, 'f.staffed': 'true' })} />
              <Figure
                label={t('facts.partTime.without')}
                value={communities - staffed}
                to={address('/facts', { ...tab, 'f.staffed': 'false' })}
                definition={t('facts.partTime.definition')}
                tone="warn"
              />
            </div>
          )}
        </Loading>
      </Panel>
      <DataTable
        id="part-time"
        caption={t('facts.partTime.title')}
        list={list}
        columns={useColumns()}
        rowKey={({ organizationId: id }) => id}
        filtered={filtered}
        onClearFilters={clear}
      />
    </div>
  );
}

function useColumns(): readonly Column<Row<'partTimeReportRows'>>[] {
  const { t } = useTranslation();
  const organization = useOrganizationColumn<Row<'partTimeReportRows'>>(({ organizationName }) => organizationName, 'posts');
  return [
    organization,
    { key: 'members', title: t('facts.partTime.members'), width: 8, align: 'end', render: ({ partTimeMembers }) => number(partTimeMembers) },
    {
      key: 'warning',
      title: t('facts.partTime.warning'),
      width: 14,
      render: ({ warning }) =>
        warning === null ? (
          '—'
        ) : (
          <Tag tone="warn" icon="warning">
            {t(`warn.${warning}`)}
          </Tag>
        ),
    },
  ];
}
