import { ensure, shanghaiDate } from '@zhitong/kernel';
import type { ClearAuthorisedFlag, ErasePerson, ProposeErasure, SetAuthorisedFlag } from './member.commands.ts';
import type { MemberEvent } from './member-event.ts';
import { ensureMember } from './membership.ts';
import { isOpen, type Member } from './member.state.ts';
import { endOpenTransfer } from './transfer-end.ts';

/** Authority and date, never a text; a hold ends an open transfer (MEM-05, MEM-19). */
export function setFlag(member: Member, { personId, flag, authorityId, setOn, at }: SetAuthorisedFlag): readonly MemberEvent[] {
  ensureMember(member);
  ensure(setOn <= shanghaiDate(at), 'FUTURE_DATED', 'A flag cannot begin in the future.', { setOn });
  const held = member.flags.find((one) => one.flag === flag);
  if (held?.authorityId === authorityId) return [];
  ensure(held === undefined, 'STATE_NOT_ALLOWED', 'Another authority holds this flag.', { flag });
  const set: MemberEvent = { type: 'AuthorisedFlagSet', data: { personId, flagCode: flag, authorityId, setOn } };
  return flag === 'transferHold' ? [set, ...endOpenTransfer(member, personId, 'authorityHold', shanghaiDate(at))] : [set];
}

export function clearFlag(member: Member, { personId, flag, authorityId, clearedOn, at }: ClearAuthorisedFlag): readonly MemberEvent[] {
  const held = member.flags.find((one) => one.flag === flag);
  ensure(held !== undefined, 'STATE_NOT_ALLOWED', 'This flag is not set.', { flag });
  ensure(held.authorityId === authorityId, 'NOT_AUTHORISED_BODY', 'Only the authority that set a flag clears it.');
  ensure(clearedOn <= shanghaiDate(at) && clearedOn >= held.setOn, 'FUTURE_DATED', 'A flag is cleared between its date and today.', { clearedOn });
  return [{ type: 'AuthorisedFlagCleared', data: { personId, flagCode: flag, authorityId, clearedOn } }];
}

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
