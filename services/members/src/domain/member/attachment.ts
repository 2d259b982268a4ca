import type { MemberEvent } from './member-event.ts';
import type { Attachment, Member } from './member.state.ts';

export const isAttached = ({ attachments }: Pick<Member, 'attachments'>, branchId: string): boolean =>
  attachments.some((attachment) => attachment.branchId === branchId);

/** Nobody leaves before having come. */
export const leaving = ({ branchId, attachedOn }: Attachment, personId: string, causeCode: string, on: string): MemberEvent => ({
  type: 'MemberDetached',
  data: { personId, branchId, causeCode, detachedOn: on < attachedOn ? attachedOn : on },
});

/** Who is no member any more takes part nowhere. */
export const detachFromAll = ({ attachments }: Member, personId: string, endedOn: string): readonly MemberEvent[] =>
  attachments.map((attachment) => leaving(attachment, personId, 'membershipEnded', endedOn));

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
