import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, ignore, type Change } from '@zhitong/eventing';
import type { DataOf } from '@zhitong/kernel';
import type { RequestEvent } from '../domain/request/request-state.ts';

/** Who else knows of a request: levels that were passed over, and former holders (LINK-14, LINK-17, LINK-19). */
export interface RequestInvolvement {
  readonly requestId: string;
  readonly organizationId: string;
  readonly role: 'informed' | 'coHolder';
  readonly since: string;
}

const involve = (requestId: string, organizationId: string, role: RequestInvolvement['role'], since: string): Change<RequestInvolvement> => ({
  key: `${requestId}.${organizationId}`,
  fold: (row) => (row?.role === 'coHolder' ? row : { requestId, organizationId, role, since: row?.since ?? since }),
});

/** Those of them that do not hold it now. */
const informed = ({ requestId, holder }: Passed, organizationIds: readonly (string | undefined)[], since: string) =>
  [...new Set(organizationIds)]
    .filter((id) => id !== undefined && id !== holder?.organizationId)
    .map((id) => involve(requestId, String(id), 'informed', since));

type Passed = DataOf<RequestEvent, 'RequestRerouted' | 'RequestHolderDecided'>;

export const requestInvolvement = defineProjection<RequestInvolvement>({
  name: 'request-involvement',
  version: 2,
  indexes: [['organizationId', 'since']],
  sources: [
    from<RequestEvent>(aggregates.organizations.request)<RequestInvolvement>({
      RequestSubmitted: ignore,
      RequestRouted: ({ data: { requestId, informedIds, routedAt } }) => informedIds.map((id) => involve(requestId, id, 'informed', routedAt)),
      RoutingGapFound: ignore,
      RequestAccepted: ignore,
      RequestRerouted: ({ data }) => informed(data, [data.fromOrganizationId, data.commonSuperiorId], data.reroutedAt),
      RequestHolderDecided: ({ data }) => informed(data, [data.fromOrganizationId, data.decidedByOrganizationId], data.decidedAt),
      RequestPaused: ignore,
      RequestResumed: ignore,
      RequestOverdue: ignore,
      RequestEscalated: ({ data }) => involve(data.requestId, data.fromOrganizationId, 'coHolder', data.escalatedAt),
      RequestAnswered: ignore,
      RequestConfirmed: ignore,
      RequestReopened: ignore,
      RequestAutoClosed: ignore,
      RequestWithdrawn: ignore,
      RequestPlanReached: ignore,
      RequestPartyReplaced: ({ data: { requestId, fromOrganizationId, toOrganizationId, replacedAt } }) =>
        fromOrganizationId === toOrganizationId ? [] : [involve(requestId, toOrganizationId, 'informed', replacedAt)],
    }),
  ],
  announce: ({ organizationId }) => [`inbox:${organizationId}`],
});
