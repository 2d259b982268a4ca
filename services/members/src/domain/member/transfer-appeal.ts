import { addDays, ensure, shanghaiDate } from '@zhitong/kernel';
import type { AppealTransfer, DecideAppeal } from './transfer.commands.ts';
import type { MemberEvent } from './member-event.ts';
import type { Member, OpenTransfer } from './member.state.ts';
import { ensureNotHeld } from './transfer-receiver.ts';
import { ensureTransferable } from './transfer-request.ts';

type Appealed = Extract<OpenTransfer, { step: 'appealed' }>;

/** Against a refusal of the last transfer, once, while the member could be transferred (8.1 step 3). */
export function appeal(member: Member, { personId, transferId, held, upperId, reasonRef, at, settings }: AppealTransfer): readonly MemberEvent[] {
  const { transfer } = member;
  ensure(transfer?.transferId === transferId, 'NOT_FOUND', 'This is not the transfer of this person.', { transferId });
  ensure(transfer.step === 'refused', 'STATE_NOT_ALLOWED', 'Only a refusal is appealed against.', { step: transfer.step });
  ensure(transfer.appealRef === null, 'STATE_NOT_ALLOWED', 'A refusal is appealed against once.');
  ensure(upperId !== undefined, 'STATE_NOT_ALLOWED', 'Nobody stands above the organization that refused.');
  ensureTransferable(member);
  ensureNotHeld(held);
  const decideDueOn = addDays(shanghaiDate(at), settings.approveDays);
  return [{ type: 'TransferAppealed', data: { personId, transferId, organizationId: upperId, reasonRef, appealedAt: at, decideDueOn } }];
}

/** Neither whom it is about nor whoever asked or refused decides; the sender has its whole time again when the refusal falls. */
export function decideAppeal(transfer: Appealed, command: DecideAppeal): readonly MemberEvent[] {
  const { personId, transferId, byPersonId, outcome, reasonRef, at, settings } = command;
  const concerned = [personId, transfer.requestedById, transfer.refusedById];
  ensure(!concerned.includes(byPersonId), 'SELF_APPROVAL', 'An appeal is decided by somebody who had no part in it.');
  const today = shanghaiDate(at);
  const again = {
    branchDueOn: addDays(today, settings.branchDays),
    ...(transfer.duesPaidTo === null ? {} : { approveDueOn: addDays(today, settings.approveDays) }),
  };
  const decision = { outcomeCode: outcome, organizationId: transfer.upperId, decidedById: byPersonId, reasonRef, decidedAt: at };
  return [{ type: 'TransferAppealDecided', data: { personId, transferId, ...decision, ...(outcome === 'overruled' ? again : {}) } }];
}
