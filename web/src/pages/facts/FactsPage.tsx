import { enterpriseClasses } from '@zhitong/catalogue/codes-organizations.ts';
import { codeList } from '@zhitong/kernel';
import { Select, Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useSubtree } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { FactFigures, SeatFigures } from './FactFigures.tsx';
import { Organizers } from './Organizers.tsx';
import { PartTime } from './PartTime.tsx';
import { Oversight } from './Oversight.tsx';
import { Staffing } from './Staffing.tsx';
import { Tenure } from './Tenure.tsx';
import { Workers } from './Workers.tsx';
import { useOrganizationColumn } from './organization-column.tsx';

const figures = codeList('streetsReviewed', 'streets', 'enterprises', 'submitted', 'adopted', 'pilots');

/** P07: what is on record about the organizations of a scope, now or on a day. */
export default function FactsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const [params, setParams] = useSearchParams();
  const tabs = [
    { key: 'records', label: t('facts.tabs.records'), children: <Records /> },
    { key: 'staffing', label: t('facts.tabs.staffing'), children: <Staffing /> },
    { key: 'partTime', label: t('facts.tabs.partTime'), children: <PartTime /> },
    { key: 'tenure', label: t('facts.tabs.tenure'), children: <Tenure /> },
    ...(can('post.change')
      ? [
          { key: 'workers', label: t('facts.tabs.workers'), children: <Workers /> },
          { key: 'organizers', label: t('facts.tabs.organizers'), children: <Organizers /> },
          { key: 'oversight', label: t('facts.tabs.oversight'), children: <Oversight /> },
        ]
      : []),
  ];
  return (
    <Page title={t('facts.title')}>
      <Tabs activeKey={params.get('tab') ?? 'records'} items={tabs} destroyOnHidden onChange={(tab) => setParams((before) => otherTab(before, tab))} />
    </Page>
  );
}

/** The filters of one tab say nothing in another. */
const otherTab = (before: URLSearchParams, tab: string): URLSearchParams =>
  new URLSearchParams([...[...before].filter(([name]) => !name.startsWith('f.') && name !== 'tab'), ['tab', tab]]);

function Records() {
  const { t } = useTranslation();
  const { values, set, clear, filtered } = useFilters('figure', 'class');
  const then = useSubtree();
  const report = useRead('factReport', then);
  const figure = codeIn(figures, values.figure) ?? 'streets';
  const list = useList('factReportRows', { ...then, figure, enterpriseClass: codeIn(enterpriseClasses, values.class) });
  return (
    <div className="stack">
      <Panel title={t('facts.figures')}>
        <Loading of={report} lines={4}>
          {(answer) => <FactFigures of={answer} />}
        </Loading>
      </Panel>
      <Panel title={t('facts.seats')}>
        <Loading of={report} lines={2}>
          {(answer) => <SeatFigures of={answer} />}
        </Loading>
      </Panel>
      <DataTable
        id="facts"
        caption={t(`facts.${figure}`)}
        list={list}
        columns={useColumns()}
        rowKey={({ organizationId: id }) => id}
        filtered={filtered}
        onClearFilters={clear}
        filters={
          <label>
            {t('facts.figure')}
            <Select
              value={figure}
              onChange={(chosen: string) => set({ figure: chosen, class: undefined })}
              options={figures.values.map((value) => ({ value, label: t(`facts.${value}`) }))}
            />
          </label>
        }
      />
    </div>
  );
}

function useColumns(): readonly Column<Row<'factReportRows'>>[] {
  const { t } = useTranslation();
  const organization = useOrganizationColumn<Row<'factReportRows'>>(({ name }) => name, 'attributes');
  return [
    organization,
    { key: 'level', title: t('orgs.columns.level'), width: 7, render: ({ level }) => <Word set="level" code={level} /> },
    { key: 'sector', title: t('orgs.columns.sector'), width: 8, render: ({ sector }) => <Word set="sector" code={sector} /> },
    {
      key: 'class',
      title: t('facts.enterpriseClass'),
      render: ({ enterpriseClass }) => (enterpriseClass === null ? '—' : t(`facts.classes.${enterpriseClass}`)),
    },
    {
      key: 'charter',
      title: t('facts.charter'),
      width: 8,
      render: ({ partyInCharter }) => (partyInCharter === null ? '—' : t(`facts.charters.${partyInCharter}`)),
    },
    { key: 'adopted', title: t('facts.charterAdoptedOn'), width: 9, render: ({ charterAdoptedOn }) => plainDate(charterAdoptedOn) },
    { key: 'outcome', title: t('facts.outcome'), width: 8, render: ({ outcome }) => (outcome === null ? '—' : t(`facts.outcomes.${outcome}`)) },
    { key: 'reviewed', title: t('facts.reviewedOn'), width: 9, render: ({ reviewedOn }) => plainDate(reviewedOn) },
  ];
}
