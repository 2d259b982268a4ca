import { describe, expect, it } from '@jest/globals';
import type { Policy, RecordedEvent } from '@zhitong/eventing';
import type { ServiceEnv } from '@zhitong/platform';
import { postTypes, type PostType } from '@zhitong/catalogue';
import { whenMembershipEndedThenRevokeGrants } from './when-membership-ended-then-revoke-grants.policy.ts';
import { whenPostFilledThenGiveGrant } from './when-post-filled-then-give-grant.policy.ts';
import { whenPostVacatedThenEndGrant } from './when-post-vacated-then-end-grant.policy.ts';

const recorded = (type: string, data: object): RecordedEvent => ({
  stream: 'organizations.posts-org_1',
  version: 1,
  type,
  data,
  occurredAt: '2026-03-02T01:00:00.000Z',
  recordedAt: '2026-03-02T01:00:00.000Z',
  actorId: 'per_9',
  correlationId: 'c',
  commandId: 'c',
  logEpoch: 1,
});
/** States as the log has them; every list of the service is behind. */
const run = async (policy: Policy<ServiceEnv>, event: RecordedEvent, state: object = { vacated: [] }) => {
  const env = { peek: () => Promise.resolve({ state, version: 1 }), rows: () => ({ query: () => Promise.resolve({ items: [] }) }) };
  return policy.sources[0]?.handler(event.type)?.(event, env as never);
};
const filled = (type: PostType) =>
  recorded('PostFilled', {
    postId: 'pst_7',
    organizationId: 'org_1',
    personId: 'per_1',
    type,
    concurrentAsCodes: [],
    fromOn: '2026-03-01',
    filledById: 'per_9',
    warnings: [],
  });

describe('a post and its grant', () => {
  it('ORG-21 secretary, deputy and organizer bring a grant, nobody else', async () => {
    const brought = await Promise.all(postTypes.values.map(async (type) => [type, await run(whenPostFilledThenGiveGrant, filled(type))]));
    expect(brought.filter(([, intents]) => Array.isArray(intents) && intents.length > 0).map(([type]) => type)).toEqual([
      'secretary',
      'deputySecretary',
      'organizer',
    ]);
    expect(await run(whenPostFilledThenGiveGrant, filled('organizer'))).toMatchObject([
      { id: 'per_1', command: { type: 'Give', grantId: 'grt_7', role: 'organizationOfficer', organizationId: 'org_1', fromOn: '2026-03-01', postId: 'pst_7' } },
    ]);
  });
  it('ORG-21 the day it is vacated is the first without the grant', async () => {
    const vacated = recorded('PostVacated', {
      postId: 'pst_7',
      organizationId: 'org_1',
      personId: 'per_1',
      type: 'secretary',
      vacatedOn: '2026-03-01',
      causeCode: 'resigned',
      vacatedById: 'per_9',
    });
    expect(await run(whenPostVacatedThenEndGrant, vacated)).toMatchObject([{ id: 'per_1', command: { type: 'End', grantId: 'grt_7', endedOn: '2026-02-28' } }]);
  });
  it('SEC-11 a post that is vacated by now brings no grant: what ends it may have come by already', async () => {
    expect(await run(whenPostFilledThenGiveGrant, filled('secretary'), { vacated: ['pst_7'] })).toEqual([]);
  });
  it('SEC-11 the end of a membership takes every right the log knows of, however far the lists are behind', async () => {
    const ended = { ...recorded('MembershipEnded', { personId: 'per_1', endedOn: '2026-03-01' }), stream: 'members.member-per_1' };
    const grant = (grantId: string, state: string) => [grantId, { grantId, state }] as const;
    const grants = Object.fromEntries([grant('grt_1', 'live'), grant('grt_2', 'proposed'), grant('grt_3', 'revoked'), grant('grt_4', 'ended')]);
    expect(await run(whenMembershipEndedThenRevokeGrants, ended, grants)).toMatchObject([
      { id: 'per_1', command: { type: 'Revoke', grantId: 'grt_1' } },
      { id: 'per_1', command: { type: 'Revoke', grantId: 'grt_2' } },
    ]);
  });
});
