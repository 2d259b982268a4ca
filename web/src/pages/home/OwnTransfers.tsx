import { useTranslation } from 'react-i18next';
import type { Row } from '../../api/client.ts';
import { useRead } from '../../api/reading.ts';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { plainDate } from '../../ui/formats.ts';
import { Loading, Panel } from '../../ui/Panel.tsx';
import { StateTag } from '../../ui/StateTag.tsx';
import { Timeline } from '../../ui/Timeline.tsx';
import { isClosed, useTransferSentence } from '../transfers/sentence.ts';

type OwnTransfer = Row<'myTransfers'>;
const changes = ['myTransfers'] as const;

/** The own transfers: in whose hands each is, on which day of how many, and what the member may do about it (MEM-17). */
export default function OwnTransfers() {
  const { t } = useTranslation();
  const sentence = useTransferSentence();
  const transfers = useRead('myTransfers', { limit: 10 });
  const named = useNames(transfers.data?.items ?? []);
  return (
    <Panel title={t('transfers.own.title')}>
      <Loading of={transfers}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('transfers.own.none')}</p>
          ) : (
            <Timeline
              entries={items.map((row) => ({
                key: row.transferId,
                when: plainDate(row.requestedOn),
                what: (
                  <>
                    <StateTag set="transferStep" code={row.step} /> {named(row.fromBranchId)} → {named(row.toBranchId ?? row.toCommitteeId)}
                  </>
                ),
                note: sentence(row, named(row.handsId)),
                more: <OwnActs transfer={row} />,
              }))}
            />
          )
        }
      </Loading>
    </Panel>
  );
}

/** Names are public to everyone who is logged in, also of organizations that a member may not look at. */
function useNames(rows: readonly OwnTransfer[]): (organizationId: string | undefined) => string {
  const ids = rows.flatMap(({ handsId, fromBranchId, toBranchId, toCommitteeId }) => [handsId, fromBranchId, toBranchId, toCommitteeId]);
  const organizationIds = [...new Set(ids.flatMap((id) => id ?? []))].sort();
  const { data } = useRead('organizationNames', { organizationIds }, { enabled: organizationIds.length > 0, staleTime: 600_000 });
  const names = new Map(data?.names.map(({ organizationId, name }) => [organizationId, name]));
  return (id) => (id === undefined ? '—' : (names.get(id) ?? '…'));
}

function OwnActs({ transfer: { transferId, step, appealed } }: { transfer: OwnTransfer }) {
  const { t } = useTranslation();
  if (step === 'refused' && !appealed) {
    return (
      <CommandButton
        small
        act={{
          command: 'appealOwnTransfer',
          label: t('transfers.act.appeal'),
          changes,
          fields: [{ name: 'reason', kind: 'area', label: t('transfers.act.appealReason'), required: true }],
          input: (values) => ({ transferId, reason: values.text('reason') }),
        }}
      />
    );
  }
  if (isClosed(step) || step === 'accepted') return null;
  return <CommandButton small act={{ command: 'withdrawOwnTransfer', label: t('transfers.act.withdraw'), input: () => ({ transferId }), changes }} />;
}
