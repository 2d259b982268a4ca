import type { TransferStep } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, ignore, type Changes, type Recorded } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';
import { isOpen, type Transfer } from '../domain/member/member.state.ts';
import { evolveTransfer } from '../domain/member/transfer.evolve.ts';
import { transferIdOf, turnOf } from './transfer-list.projection.ts';

/** Later than every instant: nobody knows of an end. */
export const notYet = '9999-12-31T00:00:00.000Z';

/** Where a transfer stood from a day on, and since when that was on record. */
export interface PathStep {
  readonly step: TransferStep;
  /** Last day of the limit that ran then. */
  readonly dueOn?: string;
  readonly on: string;
  readonly recordedAt: string;
}

/** One letter of a transfer: issued on a day, or found expired on one. */
export interface LetterMark {
  readonly mark: 'issued' | 'expired';
  readonly on: string;
  readonly recordedAt: string;
}

/** The whole way of one transfer, so that it can be asked where it stood on any day, as far as known at any instant (0.3). */
export interface TransferPathRow {
  readonly transferId: string;
  readonly personId: string;
  /** The committee whose figure it is: the sending one, for arrivals from outside the receiving one. */
  readonly organizationId: string;
  readonly requestedOn: string;
  /** When its end was recorded; {@link notYet} while it is open. */
  readonly closedAt: string;
  readonly steps: readonly PathStep[];
  readonly letters: readonly LetterMark[];
  readonly transfer: Transfer;
}

/** What the clock recorded late counts on its scheduled day. */
const dayOf = ({ type, data, occurredAt }: Recorded<MemberEvent>): string => {
  if (type === 'LetterExpired') return data.expiredOn;
  return type === 'TransferLapsed' ? data.lapsedOn : shanghaiDate(occurredAt);
};

/** The letter of somebody who comes from outside was issued by others. */
function marked(event: Recorded<MemberEvent>, { kind }: Transfer): readonly LetterMark[] {
  if (kind === 'intoCity') return [];
  const mark = { LetterIssued: 'issued', LetterReissued: 'issued', LetterExpired: 'expired' } as const;
  const { type, recordedAt } = event;
  return type === 'LetterIssued' || type === 'LetterReissued' || type === 'LetterExpired' ? [{ mark: mark[type], on: dayOf(event), recordedAt }] : [];
}

/** A step follows only where something changed: the step itself, or its limit. */
function walked(steps: readonly PathStep[], transfer: Transfer, event: Recorded<MemberEvent>): readonly PathStep[] {
  const { dueOn } = turnOf(transfer);
  const last = steps.at(-1);
  if (last?.step === transfer.step && last.dueOn === (dueOn ?? undefined)) return steps;
  return [...steps, { step: transfer.step, on: dayOf(event), recordedAt: event.recordedAt, ...(dueOn === null ? {} : { dueOn }) }];
}

function fold(row: TransferPathRow | null, event: Recorded<MemberEvent>, transferId: string): TransferPathRow | null {
  const transfer = evolveTransfer(row?.transfer ?? null, event);
  const organizationId = transfer?.fromCommitteeId ?? transfer?.toCommitteeId;
  if (transfer === null || organizationId === null || organizationId === undefined) return row;
  return {
    transferId,
    personId: event.data.personId,
    organizationId,
    requestedOn: row?.requestedOn ?? shanghaiDate(event.occurredAt),
    closedAt: isOpen(transfer) ? notYet : row === null || row.closedAt === notYet ? event.recordedAt : row.closedAt,
    steps: walked(row?.steps ?? [], transfer, event),
    letters: [...(row?.letters ?? []), ...marked(event, transfer)],
    transfer,
  };
}

function change(event: Recorded<MemberEvent>): Changes<TransferPathRow> {
  const transferId = transferIdOf(event.data);
  return transferId === undefined ? ignore() : { key: transferId, fold: (row) => fold(row, event, transferId) };
}

/** R-26 by date: one row a transfer, read by who answers for it and by when it ended. */
export const transferPath = defineProjection<TransferPathRow, ServiceEnv>({
  name: 'transfer-path',
  version: 2,
  indexes: [['organizationId', 'closedAt']],
  sources: [fromEvery<MemberEvent>(aggregates.members.member)<TransferPathRow, ServiceEnv>(change)],
});
