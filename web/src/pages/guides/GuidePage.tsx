import { perMille } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { Output, Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { isMissing, NotFound } from '../../shell/NotFound.tsx';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { ButtonLink } from '../../ui/ButtonLink.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { FigureTable } from '../../ui/FigureTable.tsx';
import { instant, number, tenths } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { comma } from '../../i18n/comma.ts';

type Use = Output<'topicGuideUse'>;
const yesNo = (value: string | undefined) => (value === 'true' || value === 'false' ? value : undefined);

/** The address of the branches behind a figure. */
function useListOf() {
  const address = useAddress();
  const { guideId = '' } = useParams();
  return (filters: Readonly<Record<string, string | undefined>>) =>
    address(`/guides/${guideId}`, Object.fromEntries(Object.entries(filters).map(([name, value]) => [`f.${name}`, value])));
}

/** LINK-12: which branches have acknowledged a topic guide, and which have used it. */
export default function GuidePage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { guideId = '' } = useParams();
  const { organizationId } = useScope().scope;
  const { values, set, clear, filtered } = useFilters('under', 'used', 'acknowledged');
  const asked = { directiveId: guideId, organizationId, under: values.under };
  const query = useRead('topicGuideUse', asked, { keep: true });
  const list = useList('topicGuideBranches', { ...asked, used: yesNo(values.used), acknowledged: yesNo(values.acknowledged) });
  if (isMissing(query.error)) return <NotFound />;
  return (
    <Page
      title={t('guides.detail')}
      path={[{ label: t('guides.title'), to: address('/guides') }]}
      actions={<ButtonLink to={address(`/directives/${guideId}`)}>{t('guides.read')}</ButtonLink>}
    >
      <div className="stack">
        <Loading of={query} lines={4}>
          {(use) => (
            <>
              <Shares use={use} under={values.under} />
              {use.children.length === 0 ? null : <Parts parts={use.children} />}
            </>
          )}
        </Loading>
        <DataTable
          id="guide-branches"
          caption={t('guides.list')}
          list={list}
          columns={useColumns()}
          rowKey={(row) => row.organizationId}
          filtered={filtered}
          onClearFilters={clear}
          filters={
            <FilterBy
              label={t('guides.only')}
              value={values.used}
              onChange={(used) => set({ used })}
              options={[
                { value: 'true', label: t('guides.used') },
                { value: 'false', label: t('guides.unused') },
              ]}
            />
          }
        />
      </div>
    </Page>
  );
}

function useColumns(): readonly Column<Row<'topicGuideBranches'>>[] {
  const { t } = useTranslation();
  const address = useAddress();
  return [
    {
      key: 'branch',
      title: t('guides.branch'),
      fixed: true,
      render: ({ organizationId, name }) => <Link to={address(`/orgs/${organizationId}`)}>{name}</Link>,
    },
    { key: 'acknowledgedAt', title: t('guides.acknowledgedAt'), width: 10, render: ({ acknowledgedAt }) => instant(acknowledgedAt) },
    { key: 'taken', title: t('guides.taken'), render: ({ topicCodes }) => topicCodes.join(comma()) || '—' },
  ];
}

function Shares({ use: { addressees, acknowledged, used }, under }: { readonly use: Use; readonly under: string | undefined }) {
  const { t } = useTranslation();
  const listOf = useListOf();
  return (
    <Panel title={t('guides.use')} extra={under === undefined ? null : <Link to={listOf({})}>{t('guides.all')}</Link>}>
      <div className="stack">
        <p>
          {t('guides.acknowledgedShare')} <strong>{tenths(perMille(acknowledged, addressees))}</strong>
          {' · '}
          {t('guides.usedShare')} <strong>{tenths(perMille(used, addressees))}</strong>
        </p>
        <div className="figures">
          <Figure label={t('guides.branches')} value={addressees} to={listOf({ under })} />
          <Figure
            label={t('guides.acknowledged')}
            value={acknowledged}
            to={listOf({ under, acknowledged: 'true' })}
            definition={t('guides.definitions.acknowledged')}
          />
          <Figure label={t('guides.used')} value={used} to={listOf({ under, used: 'true' })} definition={t('guides.definitions.used')} />
          <Figure label={t('guides.unused')} value={addressees - used} to={listOf({ under, used: 'false' })} tone="warn" />
        </div>
      </div>
    </Panel>
  );
}

function Parts({ parts }: { readonly parts: Use['children'] }) {
  const { t } = useTranslation();
  const listOf = useListOf();
  return (
    <Panel title={t('guides.parts')}>
      <FigureTable
        label={t('guides.parts')}
        head={(['part', 'branches', 'acknowledged', 'used', 'acknowledgedShare', 'usedShare'] as const).map((column) => t(`guides.${column}`))}
        rows={parts.map(({ organizationId: under, name, addressees, acknowledged, used, hasChildren }) => ({
          key: under,
          name: hasChildren ? <Link to={listOf({ under })}>{name}</Link> : name,
          figures: [
            <Link key="addressees" to={listOf({ under })}>
              {number(addressees)}
            </Link>,
            <Link key="acknowledged" to={listOf({ under, acknowledged: 'true' })}>
              {number(acknowledged)}
            </Link>,
            <Link key="used" to={listOf({ under, used: 'true' })}>
              {number(used)}
            </Link>,
            tenths(perMille(acknowledged, addressees)),
            tenths(perMille(used, addressees)),
          ],
        }))}
      />
    </Panel>
  );
}
