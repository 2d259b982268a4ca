import { jointActionKinds } from '@zhitong/catalogue/codes-meetings.ts';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useLive } from '../../live/use-live.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { number, plainDate, today } from '../../ui/formats.ts';
import { DataTable, type Column } from '../../ui/table/DataTable.tsx';
import { useList } from '../../ui/table/use-list.ts';

const directions = ['hosted', 'joined'] as const;

/** ORG-27: who took part in the joint work of an organization this year, and in whose it took part. */
export function Participation({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  const { can } = useSession();
  const [direction, setDirection] = useState<(typeof directions)[number]>('hosted');
  const list = useList('listParticipation', { organizationId, direction });
  useLive([`org:${organizationId}`], list.refetch);
  const columns: readonly Column<Row<'listParticipation'>>[] = [
    { key: 'organization', title: t('facts.joint.other'), fixed: true, render: ({ name }) => name },
    { key: 'meetings', title: t('facts.joint.meetings'), width: 10, align: 'end', render: ({ meetings }) => number(meetings) },
    { key: 'actions', title: t('facts.joint.actions'), width: 8, align: 'end', render: ({ actions }) => number(actions) },
    { key: 'last', title: t('facts.joint.lastOn'), width: 9, render: ({ lastOn }) => plainDate(lastOn) },
  ];
  return (
    <DataTable
      id="participation"
      caption={t('facts.joint.title')}
      list={list}
      columns={columns}
      rowKey={(row) => row.organizationId}
      toolbar={
        <>
          <strong>{t('facts.joint.title')}</strong>
          <Segmented
            aria-label={t('facts.joint.title')}
            value={direction}
            onChange={setDirection}
            options={directions.map((value) => ({ value, label: t(`facts.joint.${value}`) }))}
          />
          {can('meeting.keep') ? <Record organizationId={organizationId} /> : null}
        </>
      }
    />
  );
}

function Record({ organizationId }: { readonly organizationId: string }) {
  const { t } = useTranslation();
  return (
    <CommandButton
      act={{
        command: 'recordJointAction',
        label: t('facts.joint.record'),
        changes: ['listParticipation'],
        initial: { heldOn: today() },
        fields: [
          { name: 'partnerIds', kind: 'organizations', city: true, label: t('facts.joint.partners'), required: true },
          {
            name: 'kind',
            kind: 'choice',
            options: jointActionKinds.values.map((value) => ({ value, label: t(`facts.joint.kinds.${value}`) })),
            label: t('facts.joint.kind'),
            required: true,
          },
          { name: 'heldOn', kind: 'date', label: t('facts.joint.heldOn'), required: true },
          { name: 'reason', kind: 'text', label: t('facts.joint.lateReason') },
        ],
        input: (values) => ({
          organizationId,
          partnerIds: values.list('partnerIds'),
          kind: values.code(jointActionKinds, 'kind'),
          heldOn: values.text('heldOn'),
          reason: values.optional('reason'),
        }),
      }}
    />
  );
}
