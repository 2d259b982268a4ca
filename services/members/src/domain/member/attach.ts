import { isWorking } from '@zhitong/catalogue';
import { ensure, shanghaiDate } from '@zhitong/kernel';
import { isAttached, leaving } from './attachment.ts';
import type { AttachMember, DetachMember } from './member.commands.ts';
import type { MemberEvent } from './member-event.ts';
import type { Member } from './member.state.ts';
import { ensureMember } from './membership.ts';

/** ORG-11: the home branch stays what it is. */
export function attach(member: Member, { personId, branch, cause, at }: AttachMember): readonly MemberEvent[] {
  const { organizationId: branchId, kind, state } = branch;
  ensureMember(member);
  ensure(kind === 'temporaryBranch', 'NOT_A_TEMPORARY_BRANCH', 'Members are attached to temporary branches only.', { organizationId: branchId, kind });
  ensure(isWorking(state), 'BRANCH_NOT_ACTIVE', 'This branch takes no members now.', { organizationId: branchId, state });
  if (isAttached(member, branchId)) return [];
  return [{ type: 'MemberAttached', data: { personId, branchId, causeCode: cause, attachedOn: shanghaiDate(at) } }];
}

export const detach = ({ attachments }: Member, { personId, branchId, cause, on }: DetachMember): readonly MemberEvent[] =>
  attachments.filter((attachment) => attachment.branchId === branchId).map((attachment) => leaving(attachment, personId, cause, on));
