import { useTranslation } from 'react-i18next';
import { useSession } from '../../shell/session.tsx';
import { CommandButton } from '../../ui/forms/CommandDialog.tsx';
import { changes } from './changes.ts';
import type { Transfer } from './TransferPage.tsx';

/** The member appeals against a refusal, once; the organization in whose hands the appeal is upholds or overrules it. */
export function Appeal({ transfer: { transferId, personId, step, appealed, fromCommitteeId } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  const { can, grant, session } = useSession();
  const own = session.personId === personId;
  const reason = (label: string) => [{ name: 'reason', kind: 'area', label, required: true }] as const;
  if (step === 'refused' && own && !appealed) {
    const fields = reason(t('transfers.act.appealReason'));
    return (
      <CommandButton
        act={{
          command: 'appealOwnTransfer',
          label: t('transfers.act.appeal'),
          changes,
          fields,
          input: (values) => ({ transferId, reason: values.text('reason') }),
        }}
      />
    );
  }
  if (step !== 'appealed' || own || !can('transfer.committee') || grant.organizationId === fromCommitteeId) return null;
  return (['overruled', 'upheld'] as const).map((outcome) => (
    <CommandButton
      key={outcome}
      act={{
        command: 'decideTransferAppeal',
        label: t(outcome === 'upheld' ? 'transfers.act.uphold' : 'transfers.act.overrule'),
        changes,
        fields: reason(t('transfers.act.reason')),
        input: (values) => ({ transferId, outcome, reason: values.text('reason') }),
      }}
    />
  ));
}
