import { addMonths, ensure, ensureFiled, ensureNotAhead, shanghaiDate, yearsBetween } from '@zhitong/kernel';
import type { AuthorisedFlag, MemberKind } from '@zhitong/catalogue';
import { detachFromAll } from './attachment.ts';
import { ensureHome } from './home-branch.ts';
import type { EndMembership, IssueCertificate, MoveWithBranch, RegisterMember, RestoreMembership, SuspendMembership } from './member.commands.ts';
import type { MemberEvent } from './member-event.ts';
import { isOpen, type Member, type Standing } from './member.state.ts';
import { endOpenTransfer } from './transfer-end.ts';

type Home = Extract<Standing, { status: 'member' }>;

/** The person as a member with a home. @throws {Rejected} `STATE_NOT_ALLOWED` for everybody else. */
export function ensureMember({ standing }: Member): Home {
  ensure(standing.status === 'member', 'STATE_NOT_ALLOWED', 'This person is not a member of a branch here.', { status: standing.status });
  return standing;
}

/** Joined before today; a full member since the end of the provision, a provisional one not yet (MEM-04). */
export function ensureDates(facts: { kind: MemberKind; joinedOn: string; fullFromOn?: string | undefined; at: string }): void {
  const { kind, joinedOn, fullFromOn, at } = facts;
  ensureNotAhead(joinedOn, at);
  ensure((kind === 'full') === (fullFromOn !== undefined), 'FULL_DATE_MISMATCH', 'A full member, and only a full member, has a date of full membership.');
  if (fullFromOn === undefined) return;
  ensureNotAhead(fullFromOn, at);
  ensure(fullFromOn >= joinedOn, 'FULL_DATE_MISMATCH', 'Full membership cannot begin before membership.', { joinedOn, fullFromOn });
}

export function register({ standing, transfer }: Member, command: RegisterMember): readonly MemberEvent[] {
  const { personId, at, source, kind, joinedOn, fullFromOn, home } = command;
  const today = shanghaiDate(at);
  ensure(standing.status === 'unknown' && !isOpen(transfer), 'DUPLICATE_PERSON', 'This person is registered already.');
  ensureDates(command);
  ensure(source !== 'admission' || home.kind !== 'temporaryBranch', 'TEMPORARY_BRANCH', 'A temporary branch admits nobody.');
  ensureHome(home);
  return [
    { type: 'MemberRegistered', data: { personId, sourceCode: source, kind, joinedOn, fullFromOn } },
    { type: 'BranchAssigned', data: { personId, branchId: home.organizationId, causeCode: 'registration', assignedOn: today } },
  ];
}

export function moveWithBranch(member: Member, { personId, fromBranchId: only, home, at }: MoveWithBranch): readonly MemberEvent[] {
  const { standing } = member;
  const survivorId = home.organizationId;
  if (standing.status !== 'member' || standing.branchId === survivorId) return [];
  const fromBranchId = standing.branchId;
  if (only !== undefined && only !== fromBranchId) return []; // left in the meantime
  ensureHome(home);
  const { transfer } = member;
  return [
    { type: 'BranchAssigned', data: { personId, branchId: survivorId, fromBranchId, causeCode: 'restructure', assignedOn: shanghaiDate(at) } },
    ...(isOpen(transfer)
      ? [{ type: 'TransferFollowed', data: { personId, transferId: transfer.transferId, organizationId: fromBranchId, survivorId } } as const]
      : []),
  ];
}

export function suspend(member: Member, { personId, at, decidedOn: suspendedOn, filing }: SuspendMembership): readonly MemberEvent[] {
  const home = ensureMember(member);
  ensureFiled(suspendedOn, filing);
  ensure(home.kind === 'full' && !home.suspended, 'STATE_NOT_ALLOWED', 'Only a full member in good standing is suspended.');
  return [
    { type: 'MembershipSuspended', data: { personId, suspendedOn, lateReasonRef: filing.reasonRef } },
    ...endOpenTransfer(member, personId, 'suspended', shanghaiDate(at)),
  ];
}

export function restore(member: Member, { personId, decidedOn: restoredOn, filing }: RestoreMembership): readonly MemberEvent[] {
  ensureFiled(restoredOn, filing);
  ensure(ensureMember(member).suspended, 'STATE_NOT_ALLOWED', 'This membership is not suspended.');
  return [{ type: 'MembershipRestored', data: { personId, restoredOn, lateReasonRef: filing.reasonRef } }];
}

/** Provisional membership is cancelled, full membership ends in every other way. */
export function end(member: Member, { personId, at, kind, decidedOn: endedOn, filing }: EndMembership): readonly MemberEvent[] {
  const home = ensureMember(member);
  ensureFiled(endedOn, filing);
  ensure(kind === 'deceased' || (kind === 'cancelled') === (home.kind === 'provisional'), 'STATE_NOT_ALLOWED', 'This membership cannot end this way.', {
    kind,
  });
  return [
    ...endOpenTransfer(member, personId, kind === 'deceased' ? 'deceased' : 'ended', shanghaiDate(at)),
    ...detachFromAll(member, personId, endedOn),
    { type: 'MembershipEnded', data: { personId, kind, endedOn, fromBranchId: home.branchId, lateReasonRef: filing.reasonRef } },
  ];
}

/** What an absence asks for: nothing up to 3 months, a certificate 证明信 up to 6, from 6 months on a transfer (MEM-17). */
export function adviceForAbsence(from: string, until: string, { certificateMonths, transferMonths }: IssueCertificate['settings']) {
  if (until <= addMonths(from, certificateMonths)) return 'nothing';
  return until < addMonths(from, transferMonths) ? 'certificate' : 'transfer';
}

export function issueCertificate(member: Member, command: IssueCertificate): readonly MemberEvent[] {
  ensureMember(member);
  const { personId, at, absentFromOn, absentUntilOn, settings } = command;
  const advice = adviceForAbsence(absentFromOn, absentUntilOn, settings);
  ensure(advice === 'certificate', 'CERTIFICATE_NOT_DUE', 'A certificate covers more than 3 and less than 6 months.', { advice });
  return [{ type: 'CertificateIssued', data: { personId, absentFromOn, absentUntilOn, issuedOn: shanghaiDate(at) } }];
}

/** On the entitled list: full, not suspended, vote not stopped (MEM-03). */
export const isEntitled = ({ standing }: Member, flags: readonly AuthorisedFlag[]): boolean =>
  standing.status === 'member' && standing.kind === 'full' && !standing.suspended && !flags.includes('votingStopped');

/** Whole years since full membership began 党龄 (MEM-04). */
export const partyAge = (fullFromOn: string | null | undefined, today: string): number | undefined =>
  fullFromOn === null || fullFromOn === undefined ? undefined : yearsBetween(fullFromOn, today);
