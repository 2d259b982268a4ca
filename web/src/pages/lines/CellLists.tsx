import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames } from '../../api/names.ts';
import { useAddress, useScope } from '../../shell/scope.ts';
import { number } from '../../ui/formats.ts';
import { Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { comma } from '../../i18n/comma.ts';

type Placed = Pick<Row<'unsettledOrganizations'>, 'organizationId' | 'name' | 'kind' | 'level' | 'lineParentId' | 'placeParentId'>;

function usePlacedColumns(rows: readonly Placed[]): readonly Column<Placed>[] {
  const { t } = useTranslation();
  const address = useAddress();
  const organization = useOrganizationNames(rows.flatMap(({ lineParentId, placeParentId }) => [lineParentId, placeParentId]));
  const parent = (id: string | null) => (id === null ? '—' : (organization(id) ?? '…'));
  return [
    {
      key: 'name',
      title: t('lines.organization'),
      fixed: true,
      render: ({ organizationId, name }) => <Link to={address(`/orgs/${organizationId}`, { scope: undefined })}>{name}</Link>,
    },
    { key: 'kind', title: t('lines.kind'), width: 9, render: ({ kind }) => <Word set="organizationKind" code={kind} /> },
    { key: 'level', title: t('lines.level'), width: 5, render: ({ level }) => <Word set="level" code={level} /> },
    { key: 'line', title: t('lines.line'), render: ({ lineParentId }) => parent(lineParentId) },
    { key: 'place', title: t('lines.place'), render: ({ placeParentId }) => parent(placeParentId) },
  ];
}

/** Organizations of a line, of a place, of both, or all of them. */
export function InCell() {
  const { t } = useTranslation();
  const { organizationId, view } = useScope().scope;
  const { values, clear, filtered } = useFilters('line', 'place');
  const list = useList('listOrganizations', { scope: organizationId, view, counted: 'true', underLine: values.line, inPlace: values.place });
  const columns: readonly Column<Row<'listOrganizations'>>[] = [
    ...usePlacedColumns(list.rows ?? []),
    {
      key: 'members',
      title: t('lines.members'),
      width: 7,
      align: 'end',
      render: ({ fullMembers, provisionalMembers }) => number(fullMembers + provisionalMembers),
    },
  ];
  return (
    <DataTable
      id="line-organizations"
      caption={t('lines.list')}
      list={list}
      columns={columns}
      rowKey={(row) => row.organizationId}
      filtered={filtered}
      onClearFilters={clear}
    />
  );
}

/** What is to be put in order. */
export function Unsettled() {
  const { t } = useTranslation();
  const { organizationId, view } = useScope().scope;
  const { clear } = useFilters('unsettled');
  const list = useList('unsettledOrganizations', { organizationId, view });
  const columns: readonly Column<Row<'unsettledOrganizations'>>[] = [
    ...usePlacedColumns(list.rows ?? []),
    { key: 'disorders', title: t('lines.disorder'), render: ({ disorders }) => disorders.map((one) => t(`lines.disorders.${one}`)).join(comma()) },
  ];
  return (
    <DataTable
      id="unsettled-organizations"
      caption={t('lines.unsettled')}
      list={list}
      columns={columns}
      rowKey={(row) => row.organizationId}
      filtered
      onClearFilters={clear}
    />
  );
}
