import type { GuideState } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put } from '@zhitong/eventing';
import type { GuideEvent } from '../domain/guide/guide.decider.ts';

export interface GuideListRow {
  readonly directiveId: string;
  readonly quarter: string;
  readonly issuerId: string;
  readonly supplement: boolean;
  readonly topicCodes: readonly string[];
  readonly issuedOn: string;
  readonly late: boolean;
  readonly state: GuideState;
  /** Last quarter first, the city's before its supplements. */
  readonly sortKey: string;
}

/** One row per topic guide and supplement, by its directive. */
export const guideList = defineProjection<GuideListRow>({
  name: 'guide-list',
  version: 1,
  indexes: [
    ['quarter', 'sortKey'],
    ['issuerId', 'sortKey'],
  ],
  sources: [
    from<GuideEvent>(aggregates.organizations.guide)<GuideListRow>({
      TopicGuideIssued({ data: { quarterCode: quarter, directiveId, issuerId, supplementsDirectiveId, topicCodes, issuedOn, warnings } }) {
        const supplement = supplementsDirectiveId !== undefined;
        const row = { directiveId, quarter, issuerId, supplement, topicCodes, issuedOn, late: warnings.includes('GUIDE_LATE') };
        return put(directiveId, { ...row, state: 'inForce', sortKey: `${quarter}|${supplement ? '0' : '1'}|${directiveId}` });
      },
      TopicGuideWithdrawn: ({ data }) => amend(data.directiveId, (row) => ({ ...row, state: 'withdrawn' })),
      TopicGuideExpired: ({ data }) => data.directiveIds.map((id) => amend<GuideListRow>(id, (row) => ({ ...row, state: 'expired' }))),
    }),
  ],
  announce: ({ directiveId }) => [`directive:${directiveId}`],
});
