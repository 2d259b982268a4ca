import { grantStates, revocationReasons } from '@zhitong/catalogue/codes-organizations.ts';
import { views } from '@zhitong/catalogue/codes.ts';
import { roles } from '@zhitong/catalogue/rights.ts';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useOrganizationNames, usePersonNames } from '../../api/names.ts';
import { Page } from '../../shell/Page.tsx';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { plainDate } from '../../ui/formats.ts';
import { StateTag, useWord, Word } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { FilterBy } from '../../ui/table/FilterBy.tsx';
import { codeIn, useFilters } from '../../ui/table/use-filters.ts';
import { useList } from '../../ui/table/use-list.ts';
import { ProposeGrant } from './ProposeGrant.tsx';

type Grant = Row<'listGrants'>;

export default function GrantsPage() {
  const { t } = useTranslation();
  const word = useWord();
  const { can } = useSession();
  const { values, set, clear, filtered } = useFilters('role', 'state');
  const list = useList('listGrants', { role: codeIn(roles, values.role), state: codeIn(grantStates, values.state) });
  return (
    <Page title={t('admin.grants')} actions={can('grant.change') ? <ProposeGrant /> : null}>
      <DataTable
        id="grants"
        caption={t('admin.grants')}
        list={list}
        columns={useColumns(list.rows ?? [])}
        rowKey={({ grantId }) => grantId}
        filtered={filtered}
        onClearFilters={clear}
        filters={
          <>
            <FilterBy
              label={t('admin.grant.role')}
              value={values.role}
              onChange={(role) => set({ role })}
              options={roles.values.map((value) => ({ value, label: word('role', value) }))}
            />
            <FilterBy
              label={t('admin.grant.state')}
              value={values.state}
              onChange={(state) => set({ state })}
              options={grantStates.values.map((value) => ({ value, label: word('grantState', value) }))}
            />
          </>
        }
      />
    </Page>
  );
}

function useColumns(rows: readonly Grant[]): readonly Column<Grant>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  const person = usePersonNames(rows.map(({ personId }) => personId));
  const organization = useOrganizationNames(rows.map(({ organizationId }) => organizationId));
  return [
    { key: 'person', title: t('admin.grant.person'), fixed: true, render: ({ personId }) => person(personId) ?? <code>{personId}</code> },
    { key: 'role', title: t('admin.grant.role'), width: 9, render: ({ role }) => <Word set="role" code={role} /> },
    {
      key: 'organization',
      title: t('admin.grant.organization'),
      render: ({ organizationId }) => organization(organizationId) ?? <code>{organizationId}</code>,
    },
    { key: 'view', title: t('admin.grant.view'), width: 5, render: ({ view }) => <Word set="view" code={views.parse(view)} /> },
    { key: 'from', title: t('admin.grant.from'), width: 8, render: ({ fromOn }) => plainDate(fromOn) },
    { key: 'until', title: t('admin.grant.until'), width: 8, render: ({ untilOn }) => untilOn ?? t('admin.grant.openEnded') },
    {
      key: 'origin',
      title: t('admin.grant.origin'),
      width: 8,
      render: ({ postId }) => (postId === null ? t('admin.grant.byProposal') : t('admin.grant.byPost')),
    },
    { key: 'state', title: t('admin.grant.state'), width: 8, render: ({ state }) => <StateTag set="grantState" code={state} /> },
    ...(can('grant.change') ? [{ key: 'act', title: t('ui.actions'), width: 13, render: (grant: Grant) => <GrantActions grant={grant} /> }] : []),
  ];
}

function GrantActions({ grant: { grantId, personId, state, proposedById } }: { grant: Grant }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const reasons = revocationReasons.values.map((value) => ({ value, label: t(`admin.grant.reasons.${value}`) }));
  return (
    <span className="row">
      {state === 'proposed' && proposedById !== session.personId ? (
        <CommandButton
          small
          primary
          act={{ command: 'confirmGrant', label: t('admin.grant.confirm'), input: () => ({ grantId, personId }), changes: ['listGrants'] }}
        />
      ) : null}
      {state === 'proposed' || state === 'live' ? (
        <CommandButton
          small
          act={{
            command: 'revokeGrant',
            label: t('admin.grant.revoke'),
            danger: true,
            changes: ['listGrants'],
            fields: [{ name: 'reason', kind: 'choice', options: reasons, label: t('admin.grant.reason'), required: true }],
            input: (values) => ({ grantId, personId, reasonCode: values.code(revocationReasons, 'reason') }),
          }}
        />
      ) : null}
    </span>
  );
}
