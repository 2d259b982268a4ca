import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@zhitong/eventing';
import { postTypes, type PostType } from '@zhitong/catalogue';
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
const run = async (policy: typeof whenPostFilledThenGiveGrant, event: RecordedEvent) => policy.sources[0]?.handler(event.type)?.(event, {} as never);
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
});
