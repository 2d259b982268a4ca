import { meetingKinds } from '@zhitong/catalogue/codes-meetings.ts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output, Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useScope } from '../../shell/scope.ts';
import { number, plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { OrganizationName } from '../../ui/names.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { useSentence } from '../../ui/words.ts';
import { AttendanceShare } from './AttendanceShare.tsx';
import { BranchLeaders } from './BranchLeaders.tsx';
import { QuotaMatrix } from './QuotaMatrix.tsx';
import { QuotaMonths } from './QuotaMonths.tsx';
import { useOptions } from './words.tsx';

type Quotas = Output<'meetingQuotas'>;

/** P12: what was owed of each kind of meeting and what was held, by what is below; of a branch month by month. */
export default function QuotaPage() {
  const { t } = useTranslation();
  const { organizationId, view } = useScope().scope;
  const query = useRead('meetingQuotas', { organizationId, view });
  return (
    <Page title={t('meetings.quota')}>
      <Loading of={query} lines={8}>
        {(quotas) => (
          <div className="stack">
            <p className="quiet">{t('meetings.quotaHint')}</p>
            <Shares quotas={quotas} />
            <QuotaMatrix of={quotas} scopeId={organizationId} />
            {quotas.cells.length === 0 ? null : (
              <>
                <QuotaMonths of={quotas} organizationId={organizationId} />
                <BranchLeaders organizationId={organizationId} />
              </>
            )}
            <Closed year={quotas.year} />
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Shares({ quotas: { threeMeetings, firstItem, organizations, year } }: { quotas: Quotas }) {
  const { t } = useTranslation();
  return (
    <Panel title={year}>
      <dl className="facts">
        <div>
          <dt>{t('meetings.three')}</dt>
          <dd>{t('meetings.met', threeMeetings)}</dd>
        </div>
        <div>
          <dt>{t('meetings.firstItem')}</dt>
          <dd>{t('meetings.firstItems', firstItem)}</dd>
        </div>
        <AttendanceShare />
      </dl>
      <p>{t('meetings.complete', organizations)}</p>
    </Panel>
  );
}

/** What a figure counts: the closed quotas of a kind, those that were missed or those that were met. */
function Closed({ year }: { year: string }) {
  const { t } = useTranslation();
  const options = useOptions();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('kind', 'state');
  const kind = codeIn(meetingKinds, values.kind) ?? 'memberMeeting';
  const met = values.state === 'met';
  const list = useList('listQuotas', { organizationId, view, kind, year, missed: met ? 'false' : 'true' });
  return (
    <DataTable
      id="quotas"
      caption={t(met ? 'meetings.metOnes' : 'meetings.missed')}
      list={list}
      columns={useColumns()}
      rowKey={(row) => `${row.organizationId}${row.period}${row.groupId ?? ''}`}
      filtered={filtered}
      onClearFilters={clear}
      filters={
        <>
          <label>
            {t('meetings.kind')}
            <Select value={kind} onChange={(chosen: string) => set({ kind: chosen })} options={[...options('kinds', meetingKinds.values)]} />
          </label>
          <label>
            {t('meetings.state')}
            <Select
              value={met ? 'met' : 'missed'}
              onChange={(chosen: string) => set({ state: chosen === 'met' ? chosen : undefined })}
              options={[...options('cells', ['missed', 'met'])]}
            />
          </label>
        </>
      }
    />
  );
}

function useColumns(): readonly Column<Row<'listQuotas'>>[] {
  const { t } = useTranslation();
  const sentence = useSentence();
  return [
    { key: 'organization', title: t('meetings.organization'), fixed: true, render: (row) => <OrganizationName id={row.organizationId} /> },
    { key: 'kind', title: t('meetings.kind'), render: (row) => sentence('meetings.kinds', row.kind) },
    { key: 'period', title: t('meetings.period'), width: 8, render: ({ period }) => period },
    { key: 'held', title: t('meetings.states.held'), width: 6, align: 'end', render: ({ held }) => number(held) },
    { key: 'closedOn', title: t('meetings.date'), width: 8, render: ({ closedOn }) => plainDate(closedOn) },
  ];
}
