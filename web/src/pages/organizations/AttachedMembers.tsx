import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { usePersonNames } from '../../api/names.ts';
import { useLive } from '../../live/use-live.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { plainDate } from '../../ui/formats.ts';
import { OrganizationName } from '../../ui/names.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';
import { Watermark } from '../../ui/Watermark.tsx';

const changes = ['attachedMembers', 'getMember', 'memberHistory'] as const;

/** ORG-11: who takes part in a temporary branch, and where each is at home. */
export function AttachedMembers({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const list = useList('attachedMembers', { organizationId });
  useLive([`members:${organizationId}`], list.refetch);
  return (
    <div className="table-frame">
      <Watermark />
      <DataTable
        id="attached"
        caption={t('orgProfile.tabs.members')}
        list={list}
        columns={useColumns(organizationId, list.rows ?? [])}
        rowKey={({ personId }) => personId}
        toolbar={can('transfer.branch') ? <Attach organizationId={organizationId} /> : null}
      />
    </div>
  );
}

function useColumns(organizationId: string, rows: readonly Row<'attachedMembers'>[]): readonly Column<Row<'attachedMembers'>>[] {
  const { t } = useTranslation();
  const { can } = useSession();
  const name = usePersonNames(rows.map(({ personId }) => personId));
  return [
    { key: 'person', title: t('orgProfile.person'), fixed: true, render: ({ personId }) => name(personId) ?? '…' },
    { key: 'home', title: t('orgProfile.attached.home'), render: ({ homeBranchId }) => <OrganizationName id={homeBranchId} /> },
    { key: 'state', title: t('orgProfile.attached.state'), width: 8, render: ({ state }) => <StateTag set="membershipState" code={state} /> },
    { key: 'since', title: t('orgProfile.attached.since'), width: 9, render: ({ attachedOn }) => plainDate(attachedOn) },
    ...(can('transfer.branch')
      ? [
          {
            key: 'act',
            title: t('ui.actions'),
            width: 6,
            render: ({ personId }: Row<'attachedMembers'>) => <Detach organizationId={organizationId} personId={personId} name={name(personId) ?? '…'} />,
          },
        ]
      : []),
  ];
}

function Attach({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      act={{
        command: 'attachMember',
        label: t('orgProfile.attached.attach'),
        changes,
        fields: [{ name: 'personId', kind: 'person', label: t('orgProfile.person'), required: true }],
        input: (values) => ({ personId: values.text('personId'), branchId: organizationId }),
      }}
    />
  );
}

function Detach({ organizationId, personId, name }: { organizationId: string; personId: string; name: string }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      small
      act={{
        command: 'detachMember',
        label: t('orgProfile.attached.detach'),
        danger: true,
        changes,
        consequences: t('orgProfile.attached.detachHint', { name }),
        input: () => ({ personId, branchId: organizationId }),
      }}
    />
  );
}
