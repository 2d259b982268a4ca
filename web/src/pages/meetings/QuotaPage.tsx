import { meetingKinds } from '@zhitong/catalogue/codes-meetings.ts';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Output, Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useScope } from '../../shell/scope.ts';
import { number, plainDate } from '../../ui/formats.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { OrganizationName } from '../../ui/names.tsx';
import { Tag, type Tone } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { useSentence } from '../../ui/words.ts';
import { AttendanceShare } from './AttendanceShare.tsx';
import { BranchLeaders } from './BranchLeaders.tsx';
import { useOptions } from './words.tsx';

type Quotas = Output<'meetingQuotas'>;

/** P12: what was owed of each kind of meeting and what was held; of a branch period by period. */
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
            {quotas.cells.length === 0 ? null : (
              <>
                <Board cells={quotas.cells} />
                <BranchLeaders organizationId={organizationId} />
              </>
            )}
            <Missed year={quotas.year} />
          </div>
        )}
      </Loading>
    </Page>
  );
}

function Shares({ quotas: { kinds, threeMeetings, firstItem, organizations, year } }: { quotas: Quotas }) {
  const { t } = useTranslation();
  const sentence = useSentence();
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
        {kinds.map(({ kind, ...share }) => (
          <div key={kind}>
            <dt>{sentence('meetings.kinds', kind)}</dt>
            <dd>{share.owed === 0 ? '—' : t('meetings.met', share)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('meetings.complete', organizations)}</p>
    </Panel>
  );
}

const looks: Readonly<Record<Quotas['cells'][number]['state'], readonly [Tone, IconName]>> = {
  met: ['ok', 'check'],
  missed: ['danger', 'warning'],
  planned: ['info', 'clock'],
  open: ['neutral', 'clock'],
  notOwed: ['neutral', 'minus'],
};

/** A line per kind and group, its periods in order. */
function Board({ cells }: { cells: Quotas['cells'] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const keyOf = ({ kind, groupId }: Quotas['cells'][number]) => `${kind}|${groupId ?? ''}`;
  const lines = [...new Set(cells.map(keyOf))].map((line) => [line, cells.filter((cell) => keyOf(cell) === line)] as const);
  return (
    <div className="stack">
      {lines.map(([line, periods]) => (
        <Panel key={line} title={sentence('meetings.kinds', line.split('|')[0] ?? '')}>
          <ul className="row" aria-label={t('meetings.period')}>
            {periods.map(({ period, state }) => (
              <li key={period}>
                <span className="quiet">{period}</span>{' '}
                <Tag tone={looks[state][0]} icon={looks[state][1]}>
                  {sentence('meetings.cells', state)}
                </Tag>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

/** What a figure counts: the quotas of a kind that were missed. */
function Missed({ year }: { year: string }) {
  const { t } = useTranslation();
  const options = useOptions();
  const { organizationId, view } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('kind');
  const kind = codeIn(meetingKinds, values.kind) ?? 'memberMeeting';
  const list = useList('listQuotas', { organizationId, view, kind, year });
  const sentence = useSentence();
  const columns: readonly Column<Row<'listQuotas'>>[] = [
    { key: 'organization', title: t('meetings.organization'), fixed: true, render: (row) => <OrganizationName id={row.organizationId} /> },
    { key: 'kind', title: t('meetings.kind'), render: (row) => sentence('meetings.kinds', row.kind) },
    { key: 'period', title: t('meetings.period'), width: 8, render: ({ period }) => period },
    { key: 'held', title: t('meetings.states.held'), width: 6, align: 'end', render: ({ held }) => number(held) },
    { key: 'closedOn', title: t('meetings.date'), width: 8, render: ({ closedOn }) => plainDate(closedOn) },
  ];
  return (
    <DataTable
      id="quotas"
      caption={t('meetings.missed')}
      list={list}
      columns={columns}
      rowKey={(row) => `${row.organizationId}${row.period}${row.groupId ?? ''}`}
      filtered={filtered}
      onClearFilters={clear}
      filters={
        <label>
          {t('meetings.kind')}
          <Select value={kind} onChange={(chosen: string) => set({ kind: chosen })} options={[...options('kinds', meetingKinds.values)]} />
        </label>
      }
    />
  );
}
