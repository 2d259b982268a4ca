import type { WithdrawalReason } from '@zhitong/catalogue';
import { definePolicy, eachRow, intend, when, type Intent } from '@zhitong/eventing';
import { systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { reservesStream } from '../domain/reserves/reserves.stream.ts';
import type { MembershipEvent } from '../projections/membership.projection.ts';
import { reserveList } from '../projections/reserve-list.projection.ts';

const policy = 'when-membership-ended-then-withdraw-reserve';

interface Left {
  readonly personId: string;
  readonly reasonCode: WithdrawalReason;
  readonly at: string;
}

async function* withdrawn({ personId, reasonCode, at }: Left, env: ServiceEnv): AsyncGenerator<Intent> {
  const where = [
    { field: 'personId', eq: personId },
    { field: 'live', eq: true },
  ];
  for await (const { organizationId } of eachRow((start) => env.rows(reserveList).query({ where, limit: 100, ...start }))) {
    const needed = env.settings.number('reserve.perPost', at, organizationId);
    yield intend(reservesStream, organizationId, { type: 'WithdrawCadre', organizationId, personId, reasonCode, needed, at, byId: systemActor(policy) });
  }
}

/** ORG-24: nobody is in reserve who is no full member in good standing. */
export const whenMembershipEndedThenWithdrawReserve = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(
      'members',
      'member',
    )<ServiceEnv>({
      MembershipSuspended: ({ data: { personId }, occurredAt: at }, env) => withdrawn({ personId, reasonCode: 'membershipSuspended', at }, env),
      MembershipEnded: ({ data: { personId }, occurredAt: at }, env) => withdrawn({ personId, reasonCode: 'membershipEnded', at }, env),
    }),
  ],
  expects: ['NOT_FOUND', 'STATE_NOT_ALLOWED'],
});
