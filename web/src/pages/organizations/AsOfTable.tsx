import type { View } from '@zhitong/catalogue/codes.ts';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useScope } from '../../shell/scope.ts';
import { plainDate } from '../../ui/formats.ts';
import { StateTag, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';

/** The organizations below one as they were on a day. */
export function AsOfTable({ organizationId, view, asOf }: { organizationId: string; view: View; asOf: string }) {
  const { t } = useTranslation();
  const { change } = useScope();
  const list = useList('organizationTreeAsOf', { organizationId, view, asOf });
  const columns: readonly Column<Row<'organizationTreeAsOf'>>[] = [
    { key: 'name', title: t('orgs.columns.name'), fixed: true, render: ({ name }) => name },
    { key: 'kind', title: t('orgs.columns.kind'), width: 10, render: ({ kind }) => <Word set="organizationKind" code={kind} /> },
    { key: 'level', title: t('orgs.columns.level'), width: 6, render: ({ level }) => <Word set="level" code={level} /> },
    { key: 'state', title: t('orgs.columns.state'), width: 9, render: ({ state }) => <StateTag set="organizationState" code={state} /> },
    { key: 'from', title: t('orgProfile.since'), width: 9, render: ({ fromOn }) => plainDate(fromOn) },
    { key: 'to', title: t('orgProfile.until'), width: 9, render: ({ toOn }) => plainDate(toOn) },
  ];
  return (
    <DataTable
      id="organizations-as-of"
      caption={t('orgs.table')}
      list={list}
      columns={columns}
      rowKey={(row) => row.organizationId}
      onOpen={(row) => change({ organizationId: row.organizationId })}
    />
  );
}
