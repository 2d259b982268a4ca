import { termStates } from '@zhitong/catalogue/codes-organizations.ts';
import { lastDayOf } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Output, Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope, useSubtree } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { stepOf } from '../cockpit/metrics.ts';
import { changes } from './changes.ts';
import { TermFigures, termFigures, TermsOf } from './TermReport.tsx';

const lastDays = (month: string) => ({ dueFrom: `${month}-01`, dueUntil: lastDayOf(month) });

/** P10: which terms end when, who is overdue, who owes a first election; what the report says, now or on a day. */
export default function TermsPage() {
  const { t } = useTranslation();
  const { can } = useSession();
  const { asOf } = useScope().scope;
  const { values } = useFilters('figure');
  const report = useRead('termReport', useSubtree());
  const figure = codeIn(termFigures, values.figure) ?? (asOf === null ? undefined : 'dueSoon');
  return (
    <Page title={t('terms.title')} actions={can('organization.approve') && asOf === null ? <Enter /> : null}>
      <div className="stack">
        <Panel title={t('terms.report.title')}>
          <Loading of={report} lines={2}>
            {(answer) => <TermFigures of={answer} />}
          </Loading>
        </Panel>
        {figure === undefined ? <Present /> : <TermsOf figure={figure} />}
      </div>
    </Page>
  );
}

function Present() {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const address = useAddress();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('state', 'month');
  const list = useList('listTerms', {
    organizationId,
    view,
    state: codeIn(termStates, values.state),
    ...(values.month === undefined ? {} : monthOf(values.month)),
  });
  const calendar = useRead('termCalendar', { organizationId, view });
  return (
    <>
      <Panel
        title={t('terms.calendar')}
        extra={
          <a href={`/api/v1/organizations/${organizationId}/term-calendar.ics?view=${view}`} download>
            {t('terms.iCal')}
          </a>
        }
      >
        <Loading of={calendar} lines={4}>
          {(figures) => <Calendar of={figures} chosen={values.month} />}
        </Loading>
      </Panel>
      <DataTable
        id="terms"
        caption={t('terms.title')}
        list={list}
        columns={useColumns()}
        rowKey={({ organizationId: id }) => id}
        filtered={filtered}
        onClearFilters={clear}
        onOpen={({ organizationId: id }) => void navigate(address(`/terms/${id}`))}
        filters={
          <FilterBy
            label={t('terms.state')}
            value={values.state}
            onChange={(state) => set({ state })}
            options={termStates.values.map((value) => ({ value, label: word('termState', value) }))}
          />
        }
      />
    </>
  );
}

/** A month of the address, if it is one. */
const monthOf = (month: string) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? lastDays(month) : {});

function Calendar({ of: { months, awaitingFirst }, chosen }: CalendarProps) {
  const { t } = useTranslation();
  const address = useAddress();
  const most = Math.max(1, ...months.map(({ ending }) => ending));
  return (
    <div className="stack">
      <p className="row">
        <Link to={address('/terms', { 'f.state': 'awaitingFirst' })}>
          <Word set="termState" code="awaitingFirst" /> {number(awaitingFirst)}
        </Link>
      </p>
      <ul className="months" aria-label={t('terms.calendar')}>
        {months.map(({ month, ending }) => (
          <li key={month}>
            <Link
              to={address('/terms', { 'f.month': month === chosen ? undefined : month })}
              className={`tile tile-${stepOf(ending, most)}`}
              aria-current={month === chosen ? 'true' : undefined}
            >
              <span>{month}</span>
              <strong>{number(ending)}</strong>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
interface CalendarProps {
  readonly of: Output<'termCalendar'>;
  readonly chosen: string | undefined;
}

function Enter() {
  const { t } = useTranslation();
  return (
    <CommandButton
      act={{
        command: 'enterTerm',
        label: t('terms.act.enter'),
        changes,
        fields: [
          { name: 'organizationId', kind: 'organization', label: t('terms.organization'), required: true },
          { name: 'startsOn', kind: 'date', label: t('terms.startsOn'), required: true },
          { name: 'reason', kind: 'area', label: t('terms.lateReason'), hint: t('terms.lateHint') },
        ],
        input: (values) => ({ organizationId: values.text('organizationId'), startsOn: values.text('startsOn'), reason: values.optional('reason') }),
      }}
    />
  );
}

function useColumns(): readonly Column<Row<'listTerms'>>[] {
  const { t } = useTranslation();
  const address = useAddress();
  return [
    {
      key: 'organization',
      title: t('terms.organization'),
      fixed: true,
      render: ({ organizationId, organizationName }) => <Link to={address(`/terms/${organizationId}`)}>{organizationName}</Link>,
    },
    { key: 'kind', title: t('terms.kind'), width: 8, render: ({ kind }) => <Word set="organizationKind" code={kind} /> },
    { key: 'state', title: t('terms.state'), width: 9, render: ({ state }) => <StateTag set="termState" code={state} /> },
    { key: 'starts', title: t('terms.startsOn'), width: 9, render: ({ startsOn }) => plainDate(startsOn) },
    { key: 'due', title: t('terms.dueOn'), width: 9, render: ({ dueOn }) => plainDate(dueOn) },
    {
      key: 'reminded',
      title: t('terms.reminded'),
      width: 9,
      render: ({ remindedDaysBefore: days }) => (days === null ? '—' : t('terms.daysBefore', { count: days })),
    },
    {
      key: 'confirmed',
      title: t('terms.confirmed'),
      width: 10,
      render: ({ confirmed }) => (confirmed === null ? '—' : plainDate(confirmed.on)),
    },
  ];
}
