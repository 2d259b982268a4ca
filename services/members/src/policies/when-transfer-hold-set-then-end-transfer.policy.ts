import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import type { FlagEvent } from '../domain/flags/flag-event.ts';
import { memberStream } from '../domain/member/member.stream.ts';

/** MEM-19: a hold ends the open transfer with that cause; the person never left the sender. */
export const endTransferUnderHold = definePolicy<ServiceEnv>({
  name: 'when-transfer-hold-set-then-end-transfer',
  startFrom: 'beginning',
  expects: ['ERASED'],
  sources: [
    when<FlagEvent>(aggregates.members.flags)<ServiceEnv>({
      AuthorisedFlagSet: ({ data: { personId, flagCode }, occurredAt: at }) =>
        flagCode === 'transferHold' ? [intend(memberStream, personId, { type: 'EndTransferUnderHold', personId, at })] : [],
    }),
  ],
});
