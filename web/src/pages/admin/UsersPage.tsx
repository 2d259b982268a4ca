import { accountStates, disableReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { Page } from '../../shell/Page.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { instant } from '../../ui/formats.ts';
import { StateTag, useWord } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';

export default function UsersPage() {
  const { t } = useTranslation();
  const word = useWord();
  const { values, set, clear, filtered } = useFilters('state');
  const list = useList('listAccounts', { state: codeIn(accountStates, values.state) });
  return (
    <Page title={t('admin.users')} actions={<OpenAccount />}>
      <DataTable
        id="accounts"
        caption={t('admin.users')}
        list={list}
        columns={useColumns()}
        rowKey={({ accountId }) => accountId}
        filtered={filtered}
        onClearFilters={clear}
        filters={
          <FilterBy
            label={t('admin.account.state')}
            value={values.state}
            onChange={(state) => set({ state })}
            options={accountStates.values.map((value) => ({ value, label: word('accountState', value) }))}
          />
        }
      />
    </Page>
  );
}

function OpenAccount() {
  const { t } = useTranslation();
  return (
    <CommandButton
      primary
      act={{
        command: 'openAccount',
        label: t('admin.account.open'),
        changes: ['listAccounts'],
        fields: [
          { name: 'issuer', kind: 'text', label: t('admin.account.issuer'), required: true },
          { name: 'subject', kind: 'text', label: t('admin.account.subject'), required: true },
          { name: 'personId', kind: 'text', label: t('admin.account.personId'), required: true },
        ],
        input: (values) => ({ issuer: values.text('issuer'), subject: values.text('subject'), personId: values.text('personId') }),
      }}
    />
  );
}

function useColumns(): readonly Column<Row<'listAccounts'>>[] {
  const { t } = useTranslation();
  const reasons = disableReasons.values.map((value) => ({ value, label: t(`admin.account.reasons.${value}`) }));
  return [
    { key: 'account', title: t('admin.account.id'), fixed: true, render: ({ accountId }) => <code>{accountId.slice(0, 16)}…</code> },
    { key: 'person', title: t('admin.account.person'), render: ({ personId }) => <code>{personId}</code> },
    { key: 'state', title: t('admin.account.state'), width: 9, render: ({ state }) => <StateTag set="accountState" code={state} /> },
    { key: 'changedAt', title: t('admin.account.changedAt'), width: 12, render: ({ changedAt }) => instant(changedAt) },
    {
      key: 'act',
      title: t('ui.actions'),
      width: 8,
      render: ({ accountId, state }) =>
        state === 'open' ? (
          <CommandButton
            small
            act={{
              command: 'disableAccount',
              label: t('admin.account.disable'),
              danger: true,
              changes: ['listAccounts'],
              fields: [{ name: 'reason', kind: 'choice', options: reasons, label: t('admin.account.reason'), required: true }],
              input: (values) => ({ accountId, reasonCode: values.code(disableReasons, 'reason') }),
            }}
          />
        ) : null,
    },
  ];
}
