import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate, today } from '../../ui/formats.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { OrganizationName } from '../../ui/names.tsx';
import { Tag, type Tone } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { LeaderFigures, LeadersOf } from './LeaderReport.tsx';

type Leader = Row<'leaderLives'>;
const looks: Readonly<Record<Leader['state'], readonly [Tone, IconName]>> = { met: ['ok', 'check'], open: ['neutral', 'clock'], missed: ['danger', 'warning'] };

/** ORG-42, R-09: leaders on the lists of the city and the districts, and what each did in the own branch in a year. */
export default function LeadersPage() {
  const { t } = useTranslation();
  const { grant } = useSession();
  const address = useAddress();
  const { asOf } = useScope().scope;
  const { values } = useFilters('figure');
  const present = asOf === null && values.figure === undefined;
  return (
    <Page
      title={t('leaders.title')}
      path={[{ label: t('leaders.duties'), to: address('/duties') }]}
      actions={asOf === null ? <Enter organizationId={grant.organizationId} /> : null}
    >
      <Watermark />
      <div className="stack">
        <p className="quiet">{t('leaders.hint')}</p>
        <LeaderFigures />
        {present ? <Present /> : <LeadersOf />}
      </div>
    </Page>
  );
}

function Present() {
  const { t } = useTranslation();
  const { organizationId, view } = useScope().scope;
  const thisYear = today().slice(0, 4);
  const { values, set, clear, filtered } = useFilters('year');
  const year = values.year ?? thisYear;
  const list = useList('leaderLives', { organizationId, view, year });
  return (
    <DataTable
      id="leaders"
      caption={t('leaders.title')}
      list={list}
      columns={useColumns(list.rows ?? [])}
      rowKey={({ personId }) => personId}
      filtered={filtered}
      onClearFilters={clear}
      filters={
        <label>
          {t('leaders.year')}
          <Select
            value={year}
            onChange={(chosen: string) => set({ year: chosen })}
            options={[thisYear, String(Number(thisYear) - 1)].map((value) => ({ value, label: value }))}
          />
        </label>
      }
    />
  );
}

function useColumns(rows: readonly Leader[]): readonly Column<Leader>[] {
  const { t } = useTranslation();
  const { grant } = useSession();
  const name = usePersonNames(rows.map(({ personId }) => personId));
  return [
    { key: 'person', title: t('leaders.person'), fixed: true, render: ({ personId }) => name(personId) ?? '…' },
    { key: 'branch', title: t('leaders.branch'), render: ({ branchId }) => (branchId === null ? '—' : <OrganizationName id={branchId} />) },
    { key: 'attended', title: t('leaders.attended'), width: 6, align: 'end', render: ({ attended }) => number(attended) },
    { key: 'lectures', title: t('leaders.lectures'), width: 6, align: 'end', render: ({ lectures }) => number(lectures) },
    {
      key: 'state',
      title: t('leaders.state'),
      width: 10,
      render: ({ state, warned }) => (
        <Tag tone={looks[state][0]} icon={looks[state][1]}>
          {t(`leaders.states.${state === 'open' && warned ? 'warned' : state}`)}
        </Tag>
      ),
    },
    { key: 'listedOn', title: t('leaders.listedOn'), width: 9, render: ({ listedOn }) => plainDate(listedOn) },
    {
      key: 'acts',
      title: '',
      width: 8,
      render: ({ personId, organizationId }) =>
        organizationId === grant.organizationId ? (
          <CommandButton
            small
            act={{
              command: 'delistLeader',
              label: t('leaders.delist'),
              danger: true,
              changes: ['leaderLives', 'leaderReport', 'leaderReportRows'],
              input: () => ({ organizationId, personId }),
            }}
          />
        ) : null,
    },
  ];
}

function Enter({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      primary
      act={{
        command: 'listLeader',
        label: t('leaders.enter'),
        changes: ['leaderLives', 'leaderReport', 'leaderReportRows'],
        fields: [{ name: 'personId', kind: 'person', label: t('leaders.person'), required: true }],
        input: (values) => ({ organizationId, personId: values.text('personId') }),
      }}
    />
  );
}
