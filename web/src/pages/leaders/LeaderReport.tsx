import { codeList } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useRead } from '../../api/reading.ts';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { number, plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Tag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';

export const counted = codeList('leaders', 'met', 'open');
type Counted = (typeof counted.values)[number];

/** of the leaders listed for six months of the year those who have done enough. */
export function LeaderFigures() {
  const { t } = useTranslation();
  const address = useAddress();
  const report = useRead('leaderReport', useSubtree());
  const to = (figure: Counted) => address('/leaders', { 'f.figure': figure });
  return (
    <Panel title={t('leaders.report.title')}>
      <Loading of={report} lines={2}>
        {({ leaders, met }) => (
          <div className="figures">
            <Figure label={t('leaders.report.leaders')} value={leaders} to={to('leaders')} definition={t('leaders.report.definition')} />
            <Figure label={t('leaders.report.met')} value={met} to={to('met')} />
            <Figure label={t('leaders.report.open')} value={leaders - met} to={to('open')} tone="warn" />
          </div>
        )}
      </Loading>
    </Panel>
  );
}

/** The leaders one of the figures counts. */
export function LeadersOf() {
  const { t } = useTranslation();
  const { values, clear } = useFilters('figure');
  const figure = codeIn(counted, values.figure) ?? 'leaders';
  const list = useList('leaderReportRows', {
    ...useSubtree(),
    ...(figure === 'leaders' ? {} : { met: figure === 'met' ? ('true' as const) : ('false' as const) }),
  });
  const name = usePersonNames(list.rows?.map(({ personId }) => personId) ?? []);
  const columns: readonly Column<Row<'leaderReportRows'>>[] = [
    { key: 'person', title: t('leaders.person'), fixed: true, render: ({ personId }) => name(personId) ?? '…' },
    { key: 'keeper', title: t('leaders.report.keeper'), render: ({ organizationId }) => <OrganizationName id={organizationId} /> },
    { key: 'attended', title: t('leaders.attended'), width: 6, align: 'end', render: ({ attended }) => number(attended) },
    { key: 'lectures', title: t('leaders.lectures'), width: 6, align: 'end', render: ({ lectures }) => number(lectures) },
    {
      key: 'state',
      title: t('leaders.state'),
      width: 10,
      render: ({ met }) => (
        <Tag tone={met ? 'ok' : 'neutral'} icon={met ? 'check' : 'clock'}>
          {t(met ? 'leaders.report.met' : 'leaders.report.open')}
        </Tag>
      ),
    },
    { key: 'listedOn', title: t('leaders.listedOn'), width: 9, render: ({ listedOn }) => plainDate(listedOn) },
  ];
  return (
    <DataTable
      id="leader-report"
      caption={t(`leaders.report.${figure}`)}
      list={list}
      columns={columns}
      rowKey={({ personId }) => personId}
      filtered
      onClearFilters={clear}
    />
  );
}
