import type { WithdrawalReason } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, eachRow, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import { shanghaiDate, systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { ReservesEvent } from '../domain/reserves/reserves.decider.ts';
import { reservesStream } from '../domain/reserves/reserves.stream.ts';
import { lossOf, membership, type MembershipEvent } from '../projections/membership.projection.ts';
import { reserveList } from '../projections/reserve-list.projection.ts';

const policy = 'when-membership-ended-then-withdraw-reserve';

interface Left {
  readonly personId: string;
  readonly reasonCode: WithdrawalReason;
  readonly at: string;
}

function withdraw(organizationId: string, { personId, reasonCode, at }: Left, { settings }: ServiceEnv): Intent {
  const needed = settings.number('reserve.perPost', at, organizationId);
  return intend(reservesStream, organizationId, { type: 'WithdrawCadre', organizationId, personId, reasonCode, needed, at, byId: systemActor(policy) });
}

async function* withdrawn(left: Left, env: ServiceEnv): AsyncGenerator<Intent> {
  const where = [
    { field: 'personId', eq: left.personId },
    { field: 'live', eq: true },
  ];
  const stillLost = lossOf(await env.rows(membership).get(left.personId)) !== undefined;
  for await (const { organizationId, listedOn } of eachRow((start) => env.rows(reserveList).query({ where, limit: 100, ...start })))
    if (stillLost || listedOn <= shanghaiDate(left.at)) yield withdraw(organizationId, left, env); // who has come back may be listed anew
}

/** Listed while the membership was on its way out: what withdraws found nobody yet. */
async function withdrawnAgain({ data, occurredAt: at }: Recorded<ReservesEvent, 'ReserveCadreListed'>, env: ServiceEnv): Promise<readonly Intent[]> {
  const { organizationId, personId } = data;
  const reasonCode = lossOf(await env.rows(membership).get(personId));
  return reasonCode === undefined ? [] : [withdraw(organizationId, { personId, reasonCode, at }, env)];
}

/** ORG-24: nobody is in reserve who is no full member in good standing. */
export const whenMembershipEndedThenWithdrawReserve = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(aggregates.members.member)<ServiceEnv>({
      MembershipSuspended: ({ data: { personId }, occurredAt: at }, env) => withdrawn({ personId, reasonCode: 'membershipSuspended', at }, env),
      MembershipEnded: ({ data: { personId }, occurredAt: at }, env) => withdrawn({ personId, reasonCode: 'membershipEnded', at }, env),
    }),
    when<ReservesEvent>(aggregates.organizations.reserves)<ServiceEnv>({ ReserveCadreListed: withdrawnAgain }),
  ],
  expects: ['NOT_FOUND', 'STATE_NOT_ALLOWED'],
  reads: [reserveList, membership],
});
