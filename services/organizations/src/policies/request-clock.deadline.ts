import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, from, ignore, intend, put, type Change, type DueRow } from '@zhitong/eventing';
import { justAfter, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { requestSettings } from '../application/link-settings.ts';
import type { RequestEvent } from '../domain/request/request-state.ts';
import { requestStream } from '../domain/request/request.stream.ts';
import { nextUp } from '../domain/request/request-routing.ts';
import { requestList } from '../projections/request-list.projection.ts';

interface ClockRow extends DueRow {
  readonly requestId: string;
}

/** The instant after a deadline; a deadline that was moved meanwhile fires and decides nothing. */
const clocks = (requestId: string, ...deadlines: readonly (string | undefined)[]): readonly Change<ClockRow>[] =>
  deadlines.flatMap((deadline) => (deadline === undefined ? [] : [justAfter(deadline)])).map((dueAt) => put(`${requestId}|${dueAt}`, { dueAt, requestId }));

/** Accepting, answering, pauses, silence and plans of requests (LINK-15..18). */
export const requestClock = defineDeadline<ClockRow, ServiceEnv>({
  name: 'request-clock',
  version: 1,
  sources: [
    from<RequestEvent>(aggregates.organizations.request)<ClockRow, ServiceEnv>({
      RequestSubmitted: ignore,
      RequestRouted: ({ data }) => clocks(data.requestId, data.acceptDueAt, data.answerDueAt),
      RoutingGapFound: ignore,
      RequestAccepted: ignore,
      RequestRerouted: ({ data }) => clocks(data.requestId, data.acceptDueAt),
      RequestHolderDecided: ({ data }) => clocks(data.requestId, data.acceptDueAt),
      RequestPaused: ({ data }) => clocks(data.requestId, data.pauseUntilAt),
      RequestResumed: ({ data }) => clocks(data.requestId, data.answerDueAt),
      RequestOverdue: ignore,
      RequestEscalated: ({ data }) => clocks(data.requestId, data.acceptDueAt, data.answerDueAt),
      RequestAnswered: ({ data }) => clocks(data.requestId, data.confirmDueAt, data.plannedOn === undefined ? undefined : startOfDay(data.plannedOn)),
      RequestConfirmed: ignore,
      RequestReopened: ({ data }) => clocks(data.requestId, data.acceptDueAt, data.answerDueAt),
      RequestAutoClosed: ignore,
      RequestWithdrawn: ignore,
      RequestPlanReached: ({ data }) => clocks(data.requestId, data.answerDueAt),
      RequestPartyReplaced: ignore,
    }),
  ],
  async fire({ requestId }, now, env) {
    const row = await env.rows(requestList).get(requestId);
    if (row === undefined) throw new Error(`The request ${requestId} has a deadline but is not listed yet`);
    const tree = env.tree.current();
    const settings = requestSettings(env.settings, row.submittedAt, row.submitterId);
    return [intend(requestStream, requestId, { type: 'PassDeadline', at: now, above: (holder, view) => nextUp(tree, holder, view), settings })];
  },
  expects: ['NOT_FOUND'],
});
