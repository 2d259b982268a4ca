import { ensure, shanghaiDate } from '@zhitong/kernel';
import type { ErasePerson, ProposeErasure } from './member.commands.ts';
import type { MemberEvent } from './member-event.ts';
import { isOpen, type Member } from './member.state.ts';

/** A living membership, an open transfer and the stub of a letter must stay attributable (MEM-07). */
function ensureNoRetention({ standing, transfer, stubUntilOn }: Member, today: string): void {
  ensure(standing.status !== 'member' && !isOpen(transfer), 'RETENTION_HOLD', 'A member cannot be erased while the membership lasts.', { until: null });
  ensure(stubUntilOn === null || today > stubUntilOn, 'RETENTION_HOLD', 'A letter stub of this person must still be kept.', { until: stubUntilOn });
}

export function proposeErasure(member: Member, { personId, byPersonId, at }: ProposeErasure): readonly MemberEvent[] {
  const { standing, transfer, erasure } = member;
  ensure(standing.status !== 'unknown' || transfer !== null, 'NOT_FOUND', 'Nobody is known under this id.');
  ensure(erasure.status !== 'erased', 'ERASED', 'This person was erased.');
  ensureNoRetention(member, shanghaiDate(at));
  if (erasure.status === 'proposed' && erasure.byPersonId === byPersonId) return [];
  return [{ type: 'ErasureProposed', data: { personId, proposedById: byPersonId, proposedAt: at } }];
}

export function erase(member: Member, { personId, byPersonId, at }: ErasePerson): readonly MemberEvent[] {
  const { erasure } = member;
  if (erasure.status === 'erased') return [];
  ensureNoRetention(member, shanghaiDate(at));
  ensure(erasure.status === 'proposed' && erasure.byPersonId !== byPersonId, 'SECOND_PERSON_REQUIRED', 'One person proposes an erasure, another confirms it.');
  return [{ type: 'PersonErased', data: { personId, confirmedById: byPersonId, erasedAt: at } }];
}
