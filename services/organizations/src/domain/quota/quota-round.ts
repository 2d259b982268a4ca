import type { MeetingQuotasClosed, QuotaRoundEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/quotaround_events.ts';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineStream } from '@zhitong/eventing';
import type { Decider, EventOf } from '@zhitong/kernel';

export type QuotaRoundEvent = EventOf<QuotaRoundEvents>;

/** After the quotas of a month were closed. */
export interface FinishQuotaRound extends MeetingQuotasClosed {
  readonly type: 'FinishQuotaRound';
}

/** Each month is closed once, in order. */
const quotaRoundDecider: Decider<{ readonly lastMonth: string }, FinishQuotaRound, QuotaRoundEvent> = {
  initial: { lastMonth: '' },
  decide: ({ lastMonth }, { type: _type, ...closed }) => (closed.monthCode <= lastMonth ? [] : [{ type: 'MeetingQuotasClosed', data: closed }]),
  evolve: (_before, { data }) => ({ lastMonth: data.monthCode }),
};

export const quotaRoundStream = defineStream({ ...aggregates.organizations.quotaround, decider: quotaRoundDecider });
