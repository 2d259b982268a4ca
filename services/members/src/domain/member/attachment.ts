import type { MemberEvent } from './member-event.ts';
import type { Attachment, Member } from './member.state.ts';

export const isAttached = ({ attachments }: Pick<Member, 'attachments'>, branchId: string): boolean =>
  attachments.some((attachment) => attachment.branchId === branchId);

/** Who is no member any more takes part nowhere; nobody leaves before having come. */
export const detachFromAll = ({ attachments }: Member, personId: string, endedOn: string): readonly MemberEvent[] =>
  attachments.map(({ branchId, attachedOn }) => ({
    type: 'MemberDetached',
    data: { personId, branchId, causeCode: 'membershipEnded', detachedOn: endedOn < attachedOn ? attachedOn : endedOn },
  }));

export function evolveAttachments(attachments: readonly Attachment[], event: MemberEvent): readonly Attachment[] {
  switch (event.type) {
    case 'MemberAttached':
      return [...attachments, { branchId: event.data.branchId, attachedOn: event.data.attachedOn }];
    case 'MemberDetached':
      return attachments.filter(({ branchId }) => branchId !== event.data.branchId);
    default:
      return attachments;
  }
}
