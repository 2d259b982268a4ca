import type { TransferKind, TransferStep } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, ignore, type Changes, type Contribution, type Recorded } from '@zhitong/eventing';
import { assertNever, endOfDay, shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';
import { isOpen, type Transfer } from '../domain/member/member.state.ts';
import { evolveTransfer } from '../domain/member/transfer.evolve.ts';

/** One transfer: where it stands, in whose hands, until when. */
export interface TransferListRow {
  readonly transferId: string;
  readonly personId: string;
  readonly kind: TransferKind;
  readonly step: TransferStep;
  readonly fromBranchId?: string;
  readonly fromCommitteeId?: string;
  readonly toCommitteeId?: string;
  readonly toBranchId?: string;
  readonly handsId?: string;
  readonly sinceOn: string;
  /** Last day of the running limit, and its last instant for the list of the late. */
  readonly dueOn?: string;
  readonly dueAt?: string;
  readonly letterNumber?: string;
  readonly validUntilOn?: string;
  readonly duesPaidTo?: string;
  readonly destinationRef?: string;
  readonly letters: number;
  readonly requestedOn: string;
  readonly transfer: Transfer;
}

interface Turn {
  readonly handsId: string | null;
  readonly dueOn: string | null;
}

/** Whose turn it is and until when (8.1). */
export function turnOf(transfer: Transfer): Turn {
  const { fromBranchId, fromCommitteeId, issuerId, toCommitteeId, toBranchId } = transfer;
  switch (transfer.step) {
    case 'requested':
      return transfer.approveDueOn === null
        ? { handsId: fromBranchId, dueOn: transfer.branchDueOn }
        : { handsId: fromCommitteeId, dueOn: transfer.approveDueOn };
    case 'senderApproved':
      return { handsId: issuerId ?? fromCommitteeId, dueOn: transfer.approveDueOn };
    case 'letterIssued':
      return { handsId: toCommitteeId ?? fromCommitteeId, dueOn: transfer.letter.acceptDueOn };
    case 'returned':
    case 'expired':
      return { handsId: fromCommitteeId ?? toCommitteeId, dueOn: transfer.backDueOn };
    case 'accepted':
      return { handsId: toBranchId ?? toCommitteeId, dueOn: transfer.assignDueOn };
    case 'appealed':
      return { handsId: transfer.upperId, dueOn: transfer.decideDueOn };
    case 'assigned':
    case 'refused':
    case 'withdrawn':
    case 'lapsed':
    case 'ended':
      return { handsId: null, dueOn: null };
    default:
      return assertNever(transfer);
  }
}

type Origin = Pick<TransferListRow, 'personId' | 'requestedOn'> & { readonly destinationRef?: string };

const present = (fields: Readonly<Record<string, string | null | undefined>>) =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value === null || value === undefined ? [] : [[name, value]])));

/** The row of a transfer; `sinceOn` moves only when the hands change. */
export function transferRow(transfer: Transfer, origin: Origin, before: TransferListRow | null, on: string): TransferListRow {
  const { transferId, kind, step, fromBranchId, fromCommitteeId, toCommitteeId, toBranchId, duesPaidTo, letters } = transfer;
  const { handsId, dueOn } = turnOf(transfer);
  const letter = 'letter' in transfer ? transfer.letter : undefined;
  const same = before !== null && before.handsId === (handsId ?? undefined) && before.step === step;
  return {
    ...present({ fromBranchId, fromCommitteeId, toCommitteeId, toBranchId, duesPaidTo, handsId, dueOn, dueAt: dueOn && endOfDay(dueOn) }),
    ...present({
      letterNumber: letter?.number ?? before?.letterNumber,
      validUntilOn: letter?.validUntilOn ?? before?.validUntilOn,
      destinationRef: origin.destinationRef,
    }),
    transferId,
    kind,
    step,
    letters,
    transfer,
    personId: origin.personId,
    requestedOn: origin.requestedOn,
    sinceOn: same ? before.sinceOn : on,
  };
}

const originOf = (row: TransferListRow): Origin => ({
  personId: row.personId,
  requestedOn: row.requestedOn,
  ...(row.destinationRef === undefined ? {} : { destinationRef: row.destinationRef }),
});

function fold(row: TransferListRow | null, event: Recorded<MemberEvent>): TransferListRow | null {
  const on = shanghaiDate(event.occurredAt);
  const transfer = evolveTransfer(row?.transfer ?? null, event);
  if (transfer === null) return row;
  if (row !== null) return transferRow(transfer, originOf(row), row, on);
  if (event.type !== 'TransferRequested') return null;
  const { personId, destinationRef } = event.data;
  return transferRow(transfer, { personId, requestedOn: on, ...(destinationRef === undefined ? {} : { destinationRef }) }, null, on);
}

export const transferIdOf = (data: object): string | undefined => {
  const found = new Map<string, unknown>(Object.entries(data)).get('transferId');
  return typeof found === 'string' ? found : undefined;
};

/** Facts without a transfer change none: a restructure is followed by the row of the member. */
function change(event: Recorded<MemberEvent>): Changes<TransferListRow> {
  const transferId = transferIdOf(event.data);
  return transferId === undefined ? ignore() : { key: transferId, fold: (row) => fold(row, event) };
}

/** Open transfers in the hands of an organization, by step. */
export const stepsInHands = ({ transfer, handsId, step }: TransferListRow): readonly Contribution[] =>
  isOpen(transfer) && handsId !== undefined ? [{ key: handsId, amounts: { [step]: 1, open: 1 } }] : [];

/** One row per transfer. */
export const transferList = defineProjection<TransferListRow, ServiceEnv>({
  name: 'transfer-list',
  version: 2,
  indexes: [
    ['handsId', 'requestedOn'],
    ['handsId', 'step', 'requestedOn'],
    ['handsId', 'dueAt'],
    ['handsId', 'step', 'dueAt'],
    ['fromCommitteeId', 'requestedOn'],
    ['fromCommitteeId', 'step', 'requestedOn'],
    ['fromCommitteeId', 'dueAt'],
    ['fromCommitteeId', 'step', 'dueAt'],
    ['toCommitteeId', 'requestedOn'],
    ['toCommitteeId', 'step', 'requestedOn'],
    ['toCommitteeId', 'dueAt'],
    ['toCommitteeId', 'step', 'dueAt'],
    ['fromBranchId', 'requestedOn'],
    ['fromBranchId', 'step', 'requestedOn'],
    ['fromBranchId', 'dueAt'],
    ['fromBranchId', 'step', 'dueAt'],
    ['toBranchId', 'requestedOn'],
    ['toBranchId', 'step', 'requestedOn'],
    ['toBranchId', 'dueAt'],
    ['toBranchId', 'step', 'dueAt'],
    ['personId', 'requestedOn'],
  ],
  sources: [fromEvery<MemberEvent>(aggregates.members.member)<TransferListRow, ServiceEnv>(change)],
  tallies: stepsInHands,
  announce: ({ personId, handsId }, key) => [`transfer:${key}`, `member:${personId}`, ...(handsId === undefined ? [] : [`transfers:${handsId}`])],
});
