import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { isHeld } from '../application/persons.ts';
import type { MemberEvent } from '../domain/member/member-event.ts';
import { memberStream } from '../domain/member/member.stream.ts';

/**
 * MEM-19: a hold that was set while the request was decided, and that `when-transfer-hold-set-then-end-transfer` looked past because
 * nothing was open yet. Whichever of the two came first, the one that came second finds the other in the log.
 */
export const endTransferBegunUnderHold = definePolicy<ServiceEnv>({
  name: 'when-transfer-requested-then-check-hold',
  startFrom: 'beginning',
  expects: ['ERASED'],
  sources: [
    when<MemberEvent>(aggregates.members.member)<ServiceEnv>({
      TransferRequested: async ({ data: { personId }, occurredAt: at }, env) =>
        (await isHeld(env, personId)) ? [intend(memberStream, personId, { type: 'EndTransferUnderHold', personId, at })] : [],
    }),
  ],
});
