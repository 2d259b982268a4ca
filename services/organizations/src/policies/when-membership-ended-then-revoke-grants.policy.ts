import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when, type Intent } from '@zhitong/eventing';
import { systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import type { MembershipEvent } from '../projections/membership.projection.ts';

const policy = 'when-membership-ended-then-revoke-grants';

/** From the log: a list that lags or stands still must leave nobody a right. */
async function revoked(personId: string, { peek }: ServiceEnv): Promise<readonly Intent[]> {
  const { state: grants } = await peek(grantsStream, personId);
  const standing = Object.values(grants).filter(({ state }) => state === 'live' || state === 'proposed');
  return standing.map(({ grantId }) => intend(grantsStream, personId, { type: 'Revoke', grantId, byId: systemActor(policy), reasonCode: 'membershipEnded' }));
}

/** access ends with the membership, whatever brought it. */
export const whenMembershipEndedThenRevokeGrants = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [when<MembershipEvent>(aggregates.members.member)<ServiceEnv>({ MembershipEnded: ({ data: { personId } }, env) => revoked(personId, env) })],
  expects: ['NOT_FOUND'],
});
