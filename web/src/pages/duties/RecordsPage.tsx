import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';
import { comma } from '../../i18n/comma.ts';

/** What one organization recorded: talks, or lectures given before it. */
export default function RecordsPage() {
  const { t } = useTranslation();
  const address = useAddress();
  const { values, set } = useFilters('of');
  const lectures = values.of === 'lectures';
  const choice = (
    <label>
      {t('duties.records')}
      <Select
        value={lectures ? 'lectures' : 'talks'}
        onChange={(of: string) => set({ of })}
        options={[
          { value: 'talks', label: t('duties.ofTalks') },
          { value: 'lectures', label: t('duties.ofLectures') },
        ]}
      />
    </label>
  );
  return (
    <Page title={t('duties.records')} path={[{ label: t('duties.title'), to: address('/duties') }]}>
      <Watermark />
      {lectures ? <Lectures filters={choice} /> : <Talks filters={choice} />}
    </Page>
  );
}

function Talks({ filters }: { readonly filters: React.ReactNode }) {
  const { t } = useTranslation();
  const { organizationId } = useScope().scope;
  const list = useList('listTalks', { organizationId });
  const name = usePersonNames((list.rows ?? []).flatMap(({ participantIds }) => participantIds));
  const columns: readonly Column<Row<'listTalks'>>[] = [
    { key: 'heldOn', title: t('duties.date'), width: 9, fixed: true, render: ({ heldOn }) => plainDate(heldOn) },
    { key: 'kind', title: t('duties.talkKind'), width: 12, render: ({ kind }) => t(`duties.talks.${kind}`) },
    { key: 'people', title: t('duties.people'), render: ({ participantIds }) => participantIds.map((id) => name(id) ?? '…').join(comma()) },
    { key: 'branch', title: t('duties.branch'), render: ({ branchId }) => (branchId === null ? '—' : <OrganizationName id={branchId} />) },
  ];
  return <DataTable id="talks" caption={t('duties.ofTalks')} list={list} columns={columns} rowKey={({ talkId }) => talkId} filters={filters} />;
}

function Lectures({ filters }: { readonly filters: React.ReactNode }) {
  const { t } = useTranslation();
  const { organizationId } = useScope().scope;
  const list = useList('listLectures', { organizationId });
  const name = usePersonNames((list.rows ?? []).map(({ personId }) => personId));
  const columns: readonly Column<Row<'listLectures'>>[] = [
    { key: 'givenOn', title: t('duties.date'), width: 9, fixed: true, render: ({ givenOn }) => plainDate(givenOn) },
    { key: 'lecturer', title: t('duties.lecturer'), render: ({ personId }) => name(personId) ?? '…' },
  ];
  return <DataTable id="lectures" caption={t('duties.ofLectures')} list={list} columns={columns} rowKey={({ lectureId }) => lectureId} filters={filters} />;
}
