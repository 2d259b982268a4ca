import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAddress } from '../../shell/scope.ts';
import type { Column } from '../../ui/table/DataTable.tsx';

/** The organization a row is about; its name opens what its profile says under a tab. */
export function useOrganizationColumn<Row extends { readonly organizationId: string }>(nameOf: (row: Row) => string, tab: 'attributes' | 'posts'): Column<Row> {
  const { t } = useTranslation();
  const address = useAddress();
  return {
    key: 'organization',
    title: t('facts.organization'),
    fixed: true,
    render: (row) => <Link to={address(`/orgs/${row.organizationId}`, { tab })}>{nameOf(row)}</Link>,
  };
}
