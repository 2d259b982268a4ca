import { perMille } from '@zhitong/kernel';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useSubtree } from '../../shell/scope.ts';
import { Figure } from '../../ui/Figure.tsx';
import { number, tenths } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';

/** P11: reserve cadres per community, two for each secretary's post. */
export default function ReservesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress();
  const then = useSubtree();
  const { values, set, clear, filtered } = useFilters('short');
  const list = useList('reservePosts', { ...then, ...(values.short === 'true' ? { short: 'true' as const } : {}) });
  const report = useRead('reserveReport', then);
  return (
    <Page title={t('reserves.title')}>
      <div className="stack">
        <Panel title={t('reserves.figures')}>
          <Loading of={report} lines={2}>
            {({ posts, reserves, needed, met }) => (
              <div className="stack">
                <p>
                  {t('reserves.ratio')} <strong>{t('reserves.ratioOf', { reserves, posts, needed })}</strong>
                </p>
                <p>
                  {t('reserves.met')} <strong>{t('reserves.shareOf', { share: tenths(perMille(met, posts)), met, posts })}</strong>
                </p>
                <div className="figures">
                  <Figure
                    label={t('reserves.short')}
                    value={posts - met}
                    to={address('/reserves', { 'f.short': 'true' })}
                    definition={t('reserves.definitions.short')}
                    tone="warn"
                  />
                </div>
              </div>
            )}
          </Loading>
        </Panel>
        <DataTable
          id="reserves"
          caption={t('reserves.title')}
          list={list}
          columns={useColumns()}
          rowKey={({ organizationId: id }) => id}
          filtered={filtered}
          onClearFilters={clear}
          onOpen={({ organizationId: id }) => void navigate(address(`/reserves/${id}`))}
          filters={
            <FilterBy
              label={t('reserves.only')}
              value={values.short}
              onChange={(short) => set({ short })}
              options={[{ value: 'true', label: t('reserves.yes') }]}
            />
          }
        />
      </div>
    </Page>
  );
}

function useColumns(): readonly Column<Row<'reservePosts'>>[] {
  const { t } = useTranslation();
  const address = useAddress();
  return [
    {
      key: 'community',
      title: t('reserves.community'),
      fixed: true,
      render: ({ organizationId, organizationName }) => <Link to={address(`/reserves/${organizationId}`)}>{organizationName}</Link>,
    },
    { key: 'live', title: t('reserves.live'), width: 8, render: ({ reserves }) => number(reserves) },
    { key: 'trained', title: t('reserves.trained'), width: 8, render: ({ trained }) => number(trained) },
    { key: 'needed', title: t('reserves.needed'), width: 8, render: ({ needed }) => number(needed) },
    { key: 'short', title: t('reserves.short'), width: 10, render: ({ short }) => (short ? t('reserves.yes') : '—') },
  ];
}
