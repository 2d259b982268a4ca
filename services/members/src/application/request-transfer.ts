import { registerIncomingTransfer, requestOwnTransfer, requestTransfer, requestTransfersInBatch } from '@zhitong/catalogue/operations/transfers.ts';
import type { Receipt, TransferOrigin } from '@zhitong/catalogue';
import { ensure, Rejected } from '@zhitong/kernel';
import { useCase, type Kit, type UseCase } from '@zhitong/platform';
import type { RequestTransfer, TakeInLetter } from '../domain/member/transfer.commands.ts';
import type { Member } from '../domain/member/member.state.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import type { Vault } from '../vault/vault.ts';
import { approvingCommittee, branchNow, cityOf, receiverNow } from './organizations.ts';
import { allowedMember, branchOf, caller, isHeld } from './persons.ts';
import { keepIdentity } from './register-member.ts';
import { transferSettings } from './transfer-settings.ts';

interface Destination {
  readonly kind: RequestTransfer['kind'];
  readonly toCommitteeId?: string | undefined;
  readonly toBranchId?: string | undefined;
  readonly destination?: string | undefined;
  readonly duesPaidTo?: string | undefined;
}

/** The stream is found from the id; the rest derives from the command, so that a retry meets the same transfer. */
const transferIdFor = (kit: Pick<Kit, 'newId'>, personId: string): string =>
  `trf_${personId.slice('per_'.length)}.${kit.newId('trf').slice('trf_'.length, 'trf_'.length + 12)}`;

async function commandFor(kit: Kit, personId: string, member: Member, origin: Exclude<TransferOrigin, 'committee'>, to: Destination): Promise<RequestTransfer> {
  const branchId = branchOf(member);
  ensure(branchId !== undefined, 'NOT_TRANSFERABLE', 'Only a member in good standing is transferred.');
  const transferId = transferIdFor(kit, personId);
  const destinationRef = to.destination === undefined ? undefined : await kit.content.seal({ personId }, `destination.${transferId}`, to.destination);
  return {
    type: 'RequestTransfer',
    held: await isHeld(kit, personId),
    personId,
    transferId,
    at: kit.call.now,
    settings: transferSettings(kit),
    kind: to.kind,
    origin,
    byPersonId: caller(kit).personId,
    fromCommitteeId: approvingCommittee(kit.treeNow, branchId),
    issuerId: to.kind === 'outOfProvince' ? cityOf(kit.treeNow, branchId) : undefined,
    receiver: to.toCommitteeId === undefined ? undefined : receiverNow(kit, to.toCommitteeId),
    branch: to.toBranchId === undefined ? undefined : branchNow(kit, to.toBranchId),
    destinationRef,
    duesPaidTo: to.duesPaidTo,
  };
}

async function requestFor(kit: Kit, personId: string, to: Destination): Promise<Receipt> {
  const member = await allowedMember(kit, personId);
  const command = await commandFor(kit, personId, member, 'branch', to);
  return kit.handle(memberStream, personId, command, { receiptId: command.transferId });
}

/** Items are independent: a refused one is reported and hinders no other (MEM-21). */
async function requestAll(kit: Kit, personIds: readonly string[], to: Destination): Promise<Receipt> {
  const failures: string[] = [];
  let last: Receipt | undefined;
  for (const personId of new Set(personIds)) {
    try {
      last = await requestFor(kit, personId, to);
    } catch (refusal) {
      if (!(refusal instanceof Rejected)) throw refusal;
      failures.push(`${personId}=${refusal.code}`);
    }
  }
  ensure(last !== undefined, 'VALIDATION_FAILED', 'No item of the batch can be requested.', { failures });
  return { ...last, warnings: failures };
}

export const requestUseCases = (vault: Vault): readonly UseCase[] => [
  useCase(requestTransfer, ({ personId, ...to }, kit) => requestFor(kit, personId, to)),
  useCase(requestTransfersInBatch, ({ personIds, ...to }, kit) => requestAll(kit, personIds, to)),
  useCase(requestOwnTransfer, async (to, kit) => {
    const { personId } = caller(kit);
    await kit.allow({ personId });
    const { state } = await kit.peek(memberStream, personId);
    const command = await commandFor(kit, personId, state, 'member', to);
    return kit.handle(memberStream, personId, command, { receiptId: command.transferId });
  }),
  useCase(registerIncomingTransfer, async (input, kit) => {
    await kit.allow({ organizationId: input.toCommitteeId });
    const personId = (await vault.findByCitizenNumber(input.citizenNumber)) ?? kit.newId('per');
    const command: TakeInLetter = {
      type: 'TakeInLetter',
      held: await isHeld(kit, personId),
      personId,
      transferId: transferIdFor(kit, personId),
      at: kit.call.now,
      settings: transferSettings(kit),
      byPersonId: caller(kit).personId,
      receiver: receiverNow(kit, input.toCommitteeId),
      kind: input.kind,
      joinedOn: input.joinedOn,
      fullFromOn: input.fullFrom,
      letterNumber: input.letterNumber,
      letterIssuedOn: input.letterIssuedOn,
      letterValidUntilOn: input.letterValidUntil,
      duesPaidTo: input.duesPaidTo,
      originRef: await kit.content.seal({ personId }, 'origin', input.origin),
    };
    await keepIdentity(vault, kit, command, input);
    return kit.handle(memberStream, personId, command, { receiptId: command.transferId });
  }),
];
