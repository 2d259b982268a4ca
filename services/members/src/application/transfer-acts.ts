import {
  acceptTransfer,
  appealOwnTransfer,
  approveTransfer,
  assignTransferBranch,
  confirmArrival,
  confirmTransferByBranch,
  decideTransferAppeal,
  issueLetter,
  linkExternalReceipt,
  refuseTransfer,
  reissueLetter,
  returnTransfer,
  withdrawOwnTransfer,
  withdrawTransfer,
} from '@zhitong/catalogue/operations/transfers.ts';
import { ensure } from '@zhitong/kernel';
import { filingOf, useCase, type Kit, type UseCase } from '@zhitong/platform';
import type { Transfer } from '../domain/member/member.state.ts';
import type { TransferCommand } from '../domain/member/transfer.commands.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import { above, branchNow } from './organizations.ts';
import { caller, isHeld } from './persons.ts';
import { transferSettings } from './transfer-settings.ts';

/** `trf_<person part>.<n>` names the stream it lives in. */
export const personOf = (transferId: string): string => `per_${transferId.slice('trf_'.length).split('.')[0]}`;

/** The transfer, and the caller allowed at the organization whose act this is. */
async function allowed(kit: Kit, transferId: string, at: (transfer: Transfer) => string | null): Promise<Transfer> {
  const {
    state: { transfer },
  } = await kit.peek(memberStream, personOf(transferId));
  const organizationId = transfer?.transferId === transferId ? at(transfer) : null;
  ensure(transfer !== null && organizationId !== null, 'NOT_FOUND', 'There is no such transfer here.', { transferId });
  ensure(kit.mayRead(organizationId) || !readsASide(kit, transfer), 'OUT_OF_SCOPE', 'This step is not for the organization acted for.');
  await kit.allow({ organizationId });
  return transfer;
}

/** Whoever stands on one side sees the transfer, but takes the steps of that side only. */
const readsASide = (kit: Kit, { fromBranchId, fromCommitteeId, toCommitteeId, toBranchId }: Transfer): boolean =>
  [fromBranchId, fromCommitteeId, toCommitteeId, toBranchId].some((id) => id !== null && kit.mayRead(id));

const stampOf = (kit: Kit, transferId: string) => ({ personId: personOf(transferId), transferId, at: kit.call.now, settings: transferSettings(kit) });
const act = (kit: Kit, command: TransferCommand) => kit.handle(memberStream, command.personId, command, { receiptId: command.transferId });
const sender = ({ fromCommitteeId }: Transfer) => fromCommitteeId;
const senderBranch = ({ fromBranchId }: Transfer) => fromBranchId;
const receiver = ({ toCommitteeId, fromCommitteeId }: Transfer) => toCommitteeId ?? fromCommitteeId;
const issuer = ({ issuerId, fromCommitteeId }: Transfer) => issuerId ?? fromCommitteeId;
/** The committee acts for its branch when the caller does not stand in the branch. */
const actsFor = (kit: Kit, branchId: string | null) => caller(kit).organizationId !== branchId;
const told = (kit: Kit, transferId: string, reason: string) => kit.content.seal({ personId: personOf(transferId) }, 'reason', reason);
const sealed = async (kit: Kit, transferId: string, reason: string | undefined) => (reason === undefined ? undefined : told(kit, transferId, reason));

const senderActs: readonly UseCase[] = [
  useCase(confirmTransferByBranch, async ({ transferId, duesPaidTo }, kit) => {
    const { fromBranchId } = await allowed(kit, transferId, senderBranch);
    return act(kit, { type: 'ConfirmByBranch', ...stampOf(kit, transferId), duesPaidTo, forBranch: actsFor(kit, fromBranchId) });
  }),
  useCase(approveTransfer, async ({ transferId, letterDays }, kit) => {
    const { fromCommitteeId } = await allowed(kit, transferId, sender);
    const { personId: byPersonId, organizationId } = caller(kit);
    const actedForId = organizationId === fromCommitteeId ? undefined : (fromCommitteeId ?? undefined);
    return act(kit, { type: 'ApproveTransfer', ...stampOf(kit, transferId), byPersonId, letterDays, actedForId });
  }),
  useCase(refuseTransfer, async ({ transferId, cause, reason }, kit) => {
    await allowed(kit, transferId, sender);
    const { personId: byPersonId, organizationId } = caller(kit);
    const by = { byPersonId, organizationId };
    return act(kit, { type: 'RefuseTransfer', ...stampOf(kit, transferId), ...by, cause, reasonRef: await sealed(kit, transferId, reason) });
  }),
  useCase(issueLetter, async ({ transferId, letterDays }, kit) => {
    await allowed(kit, transferId, issuer);
    return act(kit, { type: 'IssueLetter', ...stampOf(kit, transferId), letterDays });
  }),
  useCase(reissueLetter, async ({ transferId, letterDays, reason }, kit) => {
    await allowed(kit, transferId, issuer);
    return act(kit, { type: 'ReissueLetter', ...stampOf(kit, transferId), letterDays, reasonRef: await sealed(kit, transferId, reason) });
  }),
  useCase(withdrawTransfer, async ({ transferId }, kit) => {
    const { fromBranchId } = await allowed(kit, transferId, (transfer) => transfer.fromBranchId ?? transfer.toCommitteeId);
    return act(kit, { type: 'WithdrawTransfer', ...stampOf(kit, transferId), origin: actsFor(kit, fromBranchId) ? 'committee' : 'branch' });
  }),
  useCase(withdrawOwnTransfer, async ({ transferId }, kit) => {
    await kit.allow({ personId: personOf(transferId) });
    return act(kit, { type: 'WithdrawTransfer', ...stampOf(kit, transferId), origin: 'member' });
  }),
  useCase(linkExternalReceipt, async ({ transferId, receiptNumber, recordNumber, acceptedOn, reason }, kit) => {
    const usuallyBy = issuer(await allowed(kit, transferId, issuer)) ?? '';
    const filing = await filingOf(kit, { usuallyBy, reason, owner: { personId: personOf(transferId) } });
    return act(kit, { type: 'LinkExternalReceipt', ...stampOf(kit, transferId), receiptNumber, recordNumber, acceptedOn, filing });
  }),
];

/** Whom the member appeals to: the organization above the one that refused. */
async function upperOf(kit: Kit, transferId: string): Promise<string | undefined> {
  const { transfer } = (await kit.peek(memberStream, personOf(transferId))).state;
  return transfer?.step === 'refused' && transfer.refusingId !== null ? above(kit.treeNow, transfer.refusingId) : undefined;
}

const appealActs: readonly UseCase[] = [
  useCase(appealOwnTransfer, async ({ transferId, reason }, kit) => {
    const personId = personOf(transferId);
    await kit.allow({ personId });
    const [upperId, held, reasonRef] = [await upperOf(kit, transferId), await isHeld(kit, personId), await told(kit, transferId, reason)];
    return act(kit, { type: 'AppealTransfer', ...stampOf(kit, transferId), held, upperId, reasonRef });
  }),
  useCase(decideTransferAppeal, async ({ transferId, outcome, reason }, kit) => {
    await allowed(kit, transferId, (transfer) => (transfer.step === 'appealed' ? transfer.upperId : null));
    const { personId: byPersonId } = caller(kit);
    return act(kit, { type: 'DecideAppeal', ...stampOf(kit, transferId), byPersonId, outcome, reasonRef: await told(kit, transferId, reason) });
  }),
];

const receiverActs: readonly UseCase[] = [
  useCase(acceptTransfer, async ({ transferId }, kit) => {
    await allowed(kit, transferId, receiver);
    return act(kit, { type: 'AcceptTransfer', ...stampOf(kit, transferId) });
  }),
  useCase(returnTransfer, async ({ transferId, cause, reason }, kit) => {
    await allowed(kit, transferId, receiver);
    return act(kit, { type: 'ReturnTransfer', ...stampOf(kit, transferId), cause, reasonRef: await sealed(kit, transferId, reason) });
  }),
  useCase(assignTransferBranch, async ({ transferId, branchId }, kit) => {
    const { toCommitteeId } = await allowed(kit, transferId, receiver);
    const belowReceiver = toCommitteeId !== null && kit.treeNow.within(toCommitteeId, branchId, 'line');
    return act(kit, { type: 'NameBranch', ...stampOf(kit, transferId), branch: branchNow(kit, branchId), belowReceiver });
  }),
  useCase(confirmArrival, async ({ transferId, reason }, kit) => {
    const { toBranchId } = await allowed(kit, transferId, ({ toBranchId: branchId }) => branchId);
    ensure(toBranchId !== null, 'STATE_NOT_ALLOWED', 'No branch is named yet.');
    return act(kit, {
      type: 'ConfirmArrival',
      ...stampOf(kit, transferId),
      held: await isHeld(kit, personOf(transferId)),
      branch: branchNow(kit, toBranchId),
      forBranch: actsFor(kit, toBranchId),
      reasonRef: await sealed(kit, transferId, reason),
    });
  }),
];

export const transferActs: readonly UseCase[] = [...senderActs, ...appealActs, ...receiverActs];
