import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, drop, fromSome, put } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';

/** A member takes part in a temporary branch. */
export interface AttachmentRow {
  readonly branchId: string;
  readonly personId: string;
  readonly attachedOn: string;
}

const keyOf = ({ branchId, personId }: Pick<AttachmentRow, 'branchId' | 'personId'>): string => `${branchId}.${personId}`;

/** ORG-11: one row for each member of a temporary branch, as long as the member is one. */
export const attachmentList = defineProjection<AttachmentRow, ServiceEnv>({
  name: 'attachment-list',
  version: 1,
  indexes: [['branchId', 'attachedOn']],
  sources: [
    fromSome<MemberEvent>(aggregates.members.member)<AttachmentRow, ServiceEnv>({
      MemberAttached: ({ data: { branchId, personId, attachedOn } }) => put(keyOf({ branchId, personId }), { branchId, personId, attachedOn }),
      MemberDetached: ({ data }) => drop(keyOf(data)),
    }),
  ],
  announce: ({ branchId }) => [`members:${branchId}`],
});
