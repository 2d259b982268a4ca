import { campaignKinds } from '@zhitong/catalogue/codes-meetings.ts';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Row } from '../../api/client.ts';
import { Page } from '../../shell/Page.tsx';
import { useAddress, useScope } from '../../shell/scope.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';

type Campaign = Row<'listCampaigns'>;

/** ORG-44: campaigns of an organization and of those above it, the last one first. */
export default function CampaignsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const address = useAddress();
  const { can } = useSession();
  const { organizationId } = useScope().scope;
  const list = useList('listCampaigns', { organizationId });
  const to = ({ campaignId }: Pick<Campaign, 'campaignId'>) => address(`/campaigns/${campaignId}`);
  const columns: readonly Column<Campaign>[] = [
    { key: 'title', title: t('campaigns.name'), fixed: true, render: (row) => <Link to={to(row)}>{row.title || '—'}</Link> },
    { key: 'kind', title: t('campaigns.kind'), width: 10, render: ({ kind }) => t(`campaigns.kinds.${kind}`) },
    { key: 'opener', title: t('campaigns.opener'), render: (row) => <OrganizationName id={row.organizationId} /> },
    { key: 'fromOn', title: t('campaigns.fromOn'), width: 9, render: ({ fromOn }) => plainDate(fromOn) },
    { key: 'untilOn', title: t('campaigns.untilOn'), width: 9, render: ({ untilOn }) => plainDate(untilOn) },
  ];
  return (
    <Page title={t('campaigns.title')} actions={can('meeting.keep') ? <Open organizationId={organizationId} /> : null}>
      <div className="stack">
        <p className="quiet">{t('campaigns.hint')}</p>
        <DataTable
          id="campaigns"
          caption={t('campaigns.title')}
          list={list}
          columns={columns}
          rowKey={({ campaignId }) => campaignId}
          onOpen={(row) => void navigate(to(row))}
        />
      </div>
    </Page>
  );
}

function Open({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      primary
      act={{
        command: 'openCampaign',
        label: t('campaigns.open'),
        changes: ['listCampaigns'],
        fields: [
          {
            name: 'kind',
            kind: 'choice',
            options: campaignKinds.values.map((value) => ({ value, label: t(`campaigns.kinds.${value}`) })),
            label: t('campaigns.kind'),
            required: true,
          },
          { name: 'title', kind: 'text', label: t('campaigns.name'), required: true },
          { name: 'fromOn', kind: 'date', label: t('campaigns.fromOn'), hint: t('campaigns.daysHint') },
          { name: 'untilOn', kind: 'date', label: t('campaigns.untilOn') },
        ],
        input: (values) => ({
          organizationId,
          kind: values.code(campaignKinds, 'kind'),
          title: values.text('title'),
          fromOn: values.optional('fromOn'),
          untilOn: values.optional('untilOn'),
        }),
      }}
    />
  );
}
