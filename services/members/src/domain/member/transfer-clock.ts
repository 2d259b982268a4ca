import { transferEscalations, transferReminders } from '@zhitong/catalogue';
import { addDays, addHours, assertNever, daysBetween, shanghaiDate, startOfDay } from '@zhitong/kernel';
import type { TickTransfer } from './transfer.commands.ts';
import type { MemberEvent } from './member-event.ts';
import type { Letter, OpenTransfer, Transfer } from './member.state.ts';
import { isOpen } from './member.state.ts';
import { backDays } from './transfer-receiver.ts';

/** Days until the organization department asks for an outside receipt. */
const receiptDays = 30;
/** Reminders go out at 09:00. */
const reminderHour = 9;

export const tickKinds = [...transferReminders.values, 'mediation', ...transferEscalations.values, 'expiry', 'lapse'] as const;

/** Something the clock will record about a transfer, once, at its scheduled instant. */
export interface Tick {
  readonly kind: (typeof tickKinds)[number];
  /** ISO instant. */
  readonly dueAt: string;
}

const reminderOn = (date: string) => addHours(startOfDay(date), reminderHour);
/** The first instant after a last day. */
export const after = (lastDay: string) => startOfDay(addDays(lastDay, 1));

/** Reminders at half of the receiver's time and three days before its end, then the department above mediates (8.1 step 4). */
function receiverTicks({ issuedOn: from, acceptDueOn, validUntilOn }: Letter): readonly Tick[] {
  const half = addDays(from, Math.floor(daysBetween(from, acceptDueOn) / 2));
  const last = addDays(acceptDueOn, -3);
  return [
    ...(half > from ? [{ kind: 'acceptHalf', dueAt: reminderOn(half) } as const] : []),
    ...(last > from ? [{ kind: 'acceptLast', dueAt: reminderOn(last) } as const] : []),
    // With the letter itself at its end there is nothing left to mediate.
    ...(acceptDueOn < validUntilOn ? [{ kind: 'mediation', dueAt: after(acceptDueOn) } as const] : []),
  ];
}

/** All ticks of a letter under way; `inside`: its receiver stands in the city. */
export function letterTicks(letter: Letter, inside: boolean): readonly Tick[] {
  const expiry: Tick = { kind: 'expiry', dueAt: after(letter.validUntilOn) };
  const waiting: readonly Tick[] = inside ? receiverTicks(letter) : [{ kind: 'externalReceipt', dueAt: after(addDays(letter.issuedOn, receiptDays)) }];
  return [...waiting.filter(({ dueAt }) => dueAt < expiry.dueAt), expiry];
}

function allTicks(transfer: OpenTransfer): readonly Tick[] {
  switch (transfer.step) {
    case 'requested': // the branch's time passing is no event: it only lets the committee act
      return transfer.approveDueOn === null ? [] : [{ kind: 'approve', dueAt: after(transfer.approveDueOn) }];
    case 'senderApproved':
      return [{ kind: 'approve', dueAt: after(transfer.approveDueOn) }];
    case 'letterIssued':
      return letterTicks(transfer.letter, transfer.toCommitteeId !== null);
    case 'returned':
    case 'expired':
      return [{ kind: 'back', dueAt: after(transfer.backDueOn) }];
    case 'appealed':
      return [{ kind: 'appeal', dueAt: after(transfer.decideDueOn) }];
    case 'accepted':
      return [{ kind: 'lapse', dueAt: after(transfer.lapseDueOn) }];
    default:
      return assertNever(transfer);
  }
}

/** What the clock records next, or nothing while only people can move the transfer. */
export function nextTick(transfer: Transfer | null): Tick | undefined {
  if (!isOpen(transfer)) return undefined;
  return allTicks(transfer)
    .filter(({ kind }) => !transfer.recorded.includes(kind))
    .reduce<Tick | undefined>((first, tick) => (first === undefined || tick.dueAt < first.dueAt ? tick : first), undefined);
}

/** The event of a tick; it carries the scheduled time, however late it is recorded. */
export function tickEvent({ kind, dueAt }: Tick, { personId, transferId, upperId, departmentId }: TickTransfer): MemberEvent {
  const scheduledOn = shanghaiDate(dueAt);
  const who = { personId, transferId };
  switch (kind) {
    case 'acceptHalf':
    case 'acceptLast':
      return { type: 'TransferReminderIssued', data: { ...who, kind, dueAt } };
    case 'mediation':
      return { type: 'TransferMediationOpened', data: { ...who, mediatorId: departmentId, dueAt } };
    case 'approve':
    case 'back':
    case 'appeal':
      return { type: 'TransferEscalated', data: { ...who, kind, organizationId: upperId, dueAt } };
    case 'externalReceipt':
      return { type: 'TransferEscalated', data: { ...who, kind, organizationId: departmentId, dueAt } };
    case 'expiry':
      return { type: 'LetterExpired', data: { ...who, expiredOn: scheduledOn, backDueOn: addDays(scheduledOn, backDays) } };
    case 'lapse':
      return { type: 'TransferLapsed', data: { ...who, lapsedOn: scheduledOn } };
    default:
      return assertNever(kind);
  }
}
