import { talkKinds, type TalkKind } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, put } from '@zhitong/eventing';
import type { TalkEvent } from '../domain/talk/talk.decider.ts';

export interface TalkListRow {
  readonly talkId: string;
  readonly organizationId: string;
  readonly kind: TalkKind;
  readonly participantIds: readonly string[];
  readonly branchId: string | null;
  readonly heldOn: string;
}

export const twoWayTalksKey = (committeeId: string, year: string): string => `two-way-talks/${committeeId}/${year}`;

/** One row per talk; tally `two-way-talks/<committee>/<year>` counts those with each branch. */
export const talkList = defineProjection<TalkListRow>({
  name: 'talk-list',
  version: 1,
  indexes: [['organizationId', 'heldOn']],
  sources: [
    from<TalkEvent>(aggregates.organizations.talk)<TalkListRow>({
      TalkRecorded: ({ data: { talkId, organizationId, kindCode, participantIds, branchId = null, heldOn } }) =>
        put(talkId, { talkId, organizationId, kind: talkKinds.parse(kindCode), participantIds, branchId, heldOn }),
    }),
  ],
  tallies: ({ organizationId, branchId, heldOn }) =>
    branchId === null ? [] : [{ key: twoWayTalksKey(organizationId, heldOn.slice(0, 4)), amounts: { [branchId]: 1 } }],
  announce: ({ organizationId }) => [`meetings:${organizationId}`],
});
