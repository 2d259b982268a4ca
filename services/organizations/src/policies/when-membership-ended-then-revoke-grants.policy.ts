import { definePolicy, eachRow, intend, when, type Intent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { grantsStream } from '../domain/grants/grants.stream.ts';
import { grantList } from '../projections/grant-list.projection.ts';
import type { MembershipEvent } from '../projections/membership.projection.ts';

const policy = 'when-membership-ended-then-revoke-grants';

async function* revoked(personId: string, env: ServiceEnv): AsyncGenerator<Intent> {
  const grants = env.rows(grantList);
  for await (const { grantId, state } of eachRow((start) => grants.query({ where: [{ field: 'personId', eq: personId }], limit: 500, ...start }))) {
    if (state === 'live' || state === 'proposed')
      yield intend(grantsStream, personId, { type: 'Revoke', grantId, byId: `system:${policy}`, reasonCode: 'membershipEnded' });
  }
}

/** access ends with the membership, whatever brought it. */
export const whenMembershipEndedThenRevokeGrants = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [when<MembershipEvent>('members', 'member')<ServiceEnv>({ MembershipEnded: ({ data: { personId } }, env) => revoked(personId, env) })],
  expects: ['NOT_FOUND'],
});
