import { refusalCauses, returnCauses } from '@zhitong/catalogue/codes-members.ts';
import { useTranslation } from 'react-i18next';
import type { CommandName } from '../../api/client.ts';
import { useSession } from '../../shell/session.tsx';
import { CommandButton, type Act } from '../../ui/forms/CommandDialog.tsx';
import type { FieldSpec } from '../../ui/forms/Field.tsx';
import { today } from '../../ui/formats.ts';
import { Appeal } from './Appeal.tsx';
import { changes } from './changes.ts';
import type { Transfer } from './TransferPage.tsx';

/** What the acting organization may do next; the server knows the whole state machine, this offers the steps that can follow. */
export function TransferActions({ transfer }: { transfer: Transfer }) {
  const { can, grant } = useSession();
  const committee = can('transfer.committee');
  const receives = transfer.toCommitteeId === grant.organizationId;
  return (
    <>
      {transfer.step === 'requested' ? <Sending transfer={transfer} branch={can('transfer.branch')} committee={committee} /> : null}
      <Appeal transfer={transfer} />
      {transfer.step === 'senderApproved' && committee ? <Letter transfer={transfer} command="issueLetter" /> : null}
      {(transfer.step === 'returned' || transfer.step === 'expired') && committee && !receives ? <Letter transfer={transfer} command="reissueLetter" /> : null}
      {transfer.step === 'letterIssued' && committee ? <Receiving transfer={transfer} receives={receives} /> : null}
      {transfer.step === 'accepted' ? <Arriving transfer={transfer} receives={receives && committee} branch={can('transfer.branch')} /> : null}
      {['requested', 'senderApproved', 'letterIssued', 'returned', 'expired'].includes(transfer.step) && can('transfer.request') && !receives ? (
        <Withdraw transfer={transfer} />
      ) : null}
    </>
  );
}

const button = <N extends CommandName>(act: Omit<Act<N>, 'changes'>, primary = false) => <CommandButton primary={primary} act={{ ...act, changes }} />;

function useReason(required = false): FieldSpec {
  const { t } = useTranslation();
  return { name: 'reason', kind: 'area', label: t('transfers.act.reason'), required };
}

function Sending({ transfer: { transferId, duesPaidTo, appealed }, branch, committee }: { transfer: Transfer; branch: boolean; committee: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <>
      {branch
        ? button({
            command: 'confirmTransferByBranch',
            label: t('transfers.act.confirmByBranch'),
            initial: { duesPaidTo },
            fields: [{ name: 'duesPaidTo', kind: 'month', label: t('transfers.act.duesPaidTo'), required: true }],
            input: (values) => ({ transferId, duesPaidTo: values.text('duesPaidTo') }),
          })
        : null}
      {committee ? button({ command: 'approveTransfer', label: t('transfers.act.approve'), input: () => ({ transferId }) }, true) : null}
      {committee && !appealed
        ? button({
            command: 'refuseTransfer',
            label: t('transfers.act.refuse'),
            fields: [
              { name: 'cause', kind: 'code', set: 'refusalCause', codes: refusalCauses.values, label: t('transfers.act.cause'), required: true },
              reason,
            ],
            input: (values) => ({ transferId, cause: values.code(refusalCauses, 'cause'), reason: values.optional('reason') }),
          })
        : null}
    </>
  );
}

function Letter({ transfer: { transferId }, command }: { transfer: Transfer; command: 'issueLetter' | 'reissueLetter' }) {
  const { t } = useTranslation();
  const reason = useReason(true);
  if (command === 'issueLetter') return button({ command, label: t('transfers.act.issueLetter'), input: () => ({ transferId }) }, true);
  return button({ command, label: t('transfers.act.reissue'), fields: [reason], input: (values) => ({ transferId, reason: values.text('reason') }) }, true);
}

function Receiving({ transfer: { transferId, kind }, receives }: { transfer: Transfer; receives: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  const outside = kind === 'outOfCity' || kind === 'outOfProvince';
  if (outside) {
    return button({
      command: 'linkExternalReceipt',
      label: t('transfers.act.external'),
      initial: { acceptedOn: today() },
      fields: [
        { name: 'receiptNumber', kind: 'text', label: t('transfers.act.receiptNumber') },
        { name: 'recordNumber', kind: 'text', label: t('transfers.act.recordNumber') },
        { name: 'acceptedOn', kind: 'date', label: t('transfers.act.acceptedOn'), required: true },
      ],
      input: (values) => ({
        transferId,
        receiptNumber: values.optional('receiptNumber'),
        recordNumber: values.optional('recordNumber'),
        acceptedOn: values.text('acceptedOn'),
      }),
    });
  }
  if (!receives) return null;
  return (
    <>
      {button({ command: 'acceptTransfer', label: t('transfers.act.accept'), input: () => ({ transferId }) }, true)}
      {button({
        command: 'returnTransfer',
        label: t('transfers.act.return'),
        fields: [{ name: 'cause', kind: 'code', set: 'returnCause', codes: returnCauses.values, label: t('transfers.act.cause'), required: true }, reason],
        input: (values) => ({ transferId, cause: values.code(returnCauses, 'cause'), reason: values.optional('reason') }),
      })}
    </>
  );
}

function Arriving({ transfer: { transferId, toBranchId }, receives, branch }: { transfer: Transfer; receives: boolean; branch: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {receives
        ? button(
            {
              command: 'assignTransferBranch',
              label: t('transfers.act.assign'),
              initial: { branchId: toBranchId },
              fields: [{ name: 'branchId', kind: 'organization', label: t('transfers.act.branch'), required: true }],
              input: (values) => ({ transferId, branchId: values.text('branchId') }),
            },
            toBranchId === undefined,
          )
        : null}
      {branch && toBranchId !== undefined
        ? button({ command: 'confirmArrival', label: t('transfers.act.confirmArrival'), input: () => ({ transferId }) }, true)
        : null}
    </>
  );
}

function Withdraw({ transfer: { transferId } }: { transfer: Transfer }) {
  const { t } = useTranslation();
  return button({ command: 'withdrawTransfer', label: t('transfers.act.withdraw'), consequences: t('transfers.act.withdraw'), input: () => ({ transferId }) });
}
