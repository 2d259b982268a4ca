import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { DateInput } from '../../ui/dates/DateInput.tsx';
import { number, plainDate, today } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { Loading } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { shareOf } from './AttendanceShare.tsx';

/** how many took part when branches met, from one day until another, and the branches behind the figure. */
export default function AttendancePage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('from', 'asOf');
  const asked = { organizationId, view, ...values };
  const query = useRead('attendanceReport', asked);
  const list = useList('attendanceReportRows', asked);
  const columns: readonly Column<Row<'attendanceReportRows'>>[] = [
    { key: 'organization', title: t('meetings.organization'), fixed: true, render: (row) => <OrganizationName id={row.organizationId} /> },
    { key: 'meetings', title: t('meetings.branchMeetings'), width: 8, align: 'end', render: (row) => number(row.meetings) },
    { key: 'attended', title: t('meetings.attended'), width: 8, align: 'end', render: ({ attended }) => number(attended) },
    { key: 'members', title: t('meetings.called'), width: 8, align: 'end', render: ({ members }) => number(members) },
    { key: 'share', title: t('meetings.attendanceShare'), width: 8, align: 'end', render: shareOf },
  ];
  return (
    <Page title={t('meetings.attendanceShare')} path={[{ label: t('meetings.quota'), to: address('/quota') }]}>
      <div className="stack">
        <p className="quiet">{t('meetings.attendanceHint')}</p>
        <Loading of={query} lines={1}>
          {(report) => (
            <p>
              {t('meetings.span', { from: plainDate(report.from), asOf: plainDate(report.asOf) })} <strong>{shareOf(report)}</strong>{' '}
              {t('meetings.took', report)}
            </p>
          )}
        </Loading>
        <DataTable
          id="attendance"
          caption={t('meetings.attendanceShare')}
          list={list}
          columns={columns}
          rowKey={(row) => row.organizationId}
          filtered={filtered}
          onClearFilters={clear}
          filters={(['from', 'asOf'] as const).map((field) => (
            <label key={field}>
              {t(`meetings.days.${field}`)}
              <DateInput value={values[field] ?? ''} max={today()} onChange={(day) => set({ [field]: day })} />
            </label>
          ))}
        />
      </div>
    </Page>
  );
}
