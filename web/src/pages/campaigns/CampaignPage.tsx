import { dutyStates } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { number, plainDate } from '../../ui/formats.ts';
import type { IconName } from '../../ui/Icon.tsx';
import { OrganizationName } from '../../ui/names.tsx';
import { Tag, type Tone } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';

type Branch = Row<'campaignProgress'>;
const looks: Readonly<Record<Branch['state'], readonly [Tone, IconName]>> = { met: ['ok', 'check'], open: ['neutral', 'clock'], missed: ['danger', 'warning'] };

/** ORG-44: which branches have held a meeting of a campaign. */
export default function CampaignPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { campaignId = '' } = useParams();
  const { organizationId } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('state');
  const asked = { campaignId, organizationId };
  const query = useRead('campaignProgress', { ...asked, limit: 1 });
  const list = useList('campaignProgress', { ...asked, state: codeIn(dutyStates, values.state) });
  const columns: readonly Column<Branch>[] = [
    { key: 'branch', title: t('campaigns.branch'), fixed: true, render: (row) => <OrganizationName id={row.organizationId} /> },
    {
      key: 'state',
      title: t('campaigns.state'),
      width: 8,
      render: ({ state }) => (
        <Tag tone={looks[state][0]} icon={looks[state][1]}>
          {t(`campaigns.states.${state}`)}
        </Tag>
      ),
    },
    { key: 'meetings', title: t('campaigns.meetings'), width: 8, align: 'end', render: ({ meetings }) => number(meetings) },
    { key: 'doneOn', title: t('campaigns.doneOn'), width: 9, render: ({ doneOn }) => plainDate(doneOn) },
  ];
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page title={t('campaigns.progress')} path={[{ label: t('campaigns.title'), to: address('/campaigns') }]}>
      <div className="stack">
        {query.data === undefined ? null : <p>{t('campaigns.figures', query.data.figures)}</p>}
        <DataTable
          id="campaign-branches"
          caption={t('campaigns.progress')}
          list={list}
          columns={columns}
          rowKey={(row) => row.organizationId}
          filtered={filtered}
          onClearFilters={clear}
          filters={
            <FilterBy
              label={t('campaigns.state')}
              value={values.state}
              onChange={(state) => set({ state })}
              options={dutyStates.values.map((value) => ({ value, label: t(`campaigns.states.${value}`) }))}
            />
          }
        />
      </div>
    </Page>
  );
}
