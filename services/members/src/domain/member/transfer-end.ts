import type { TransferEndCause } from '@zhitong/catalogue';
import type { MemberEvent } from './member-event.ts';
import { isOpen, type Member } from './member.state.ts';

/** Death, suspension, a hold: the process ends with that cause; the person never left the sender (8.1). */
export const endOpenTransfer = ({ transfer }: Member, personId: string, causeCode: TransferEndCause, endedOn: string): readonly MemberEvent[] =>
  isOpen(transfer) ? [{ type: 'TransferEnded', data: { personId, transferId: transfer.transferId, causeCode, endedOn } }] : [];
