import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import { addSeconds, systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import type { MembershipEvent } from '../projections/membership.projection.ts';

const policy = 'when-membership-ended-then-revoke-grants';

/** The clocks of two services may be apart, and what was given while the end was on its way was given to a member who had left. */
const onItsWaySeconds = 300;

/**
 * From the log: a list that lags or stands still must leave nobody a right. What was given later belongs to somebody who has come back since, and
 * stays when the end is heard of again long after.
 */
async function revoked(personId: string, endedAt: string, { peek }: ServiceEnv): Promise<readonly Intent[]> {
  const [then, now] = await Promise.all([peek(grantsStream, personId, addSeconds(endedAt, onItsWaySeconds)), peek(grantsStream, personId)]);
  const standing = Object.values(now.state).filter(({ grantId, state }) => grantId in then.state && (state === 'live' || state === 'proposed'));
  return standing.map(({ grantId }) =>
    intend(grantsStream, personId, { type: 'Revoke', grantId, byId: systemActor(policy), reasonCode: 'membershipEnded' }, grantId),
  );
}

/** access ends with the membership, whatever brought it. */
export const whenMembershipEndedThenRevokeGrants = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<MembershipEvent>(aggregates.members.member)<ServiceEnv>({
      MembershipEnded: ({ data: { personId }, recordedAt }, env) => revoked(personId, recordedAt, env),
    }),
  ],
  expects: ['NOT_FOUND'],
});
