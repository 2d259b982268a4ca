import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { postsDecider, type Fill, type PostsEvent } from './posts.decider.ts';

const at = '2026-03-02T01:00:00.000Z';
const fill = (fields: Partial<Fill> = {}): Fill => ({
  type: 'Fill',
  postId: 'pst_1',
  organizationId: 'org_1',
  organizationState: 'active',
  post: 'secretary',
  personId: 'per_1',
  standing: 'full',
  fullFromOn: '2020-01-01',
  concurrentAs: [],
  fromOn: '2026-03-01',
  secretaryPartyYears: 1,
  filing: { at, backdateDays: 90, fromAbove: false },
  byId: 'per_9',
  ...fields,
});
const filled = (fields: Partial<Extract<PostsEvent, { type: 'PostFilled' }>['data']> = {}): PostsEvent => ({
  type: 'PostFilled',
  data: {
    postId: 'pst_1',
    organizationId: 'org_1',
    personId: 'per_1',
    type: 'secretary',
    concurrentAsCodes: [],
    fromOn: '2026-03-01',
    filledById: 'per_9',
    warnings: [],
    ...fields,
  },
});
const vacate = (vacatedOn = '2026-03-02') =>
  ({ type: 'Vacate', postId: 'pst_1', vacatedOn, cause: 'resigned', filing: { at, backdateDays: 90, fromAbove: false }, byId: 'per_9' }) as const;

describe('ORG-21 filling and vacating a post', () => {
  it('ORG-21 one live secretary, others beside', () => {
    given(postsDecider)
      .when(fill())
      .then(filled({ portfolioCode: undefined, reasonCode: undefined }));
    given(postsDecider, filled())
      .when(fill({ postId: 'pst_2', personId: 'per_2' }))
      .thenRejected('POST_TAKEN', { postId: 'pst_1' });
    given(postsDecider, filled())
      .when(fill({ postId: 'pst_2', personId: 'per_2', post: 'committeeMember' }))
      .thenTypes('PostFilled');
  });
  it('ORG-21 a full member who is not suspended', () => {
    for (const standing of ['provisional', 'suspended', 'none'] as const)
      given(postsDecider).when(fill({ standing })).thenRejected('NOT_FULL_MEMBER', { standing });
  });
  it('ORG-21 a secretary of less than a year of party age needs a reason', () => {
    given(postsDecider)
      .when(fill({ fullFromOn: '2025-03-01' }))
      .then(filled({ portfolioCode: undefined, reasonCode: undefined }));
    given(postsDecider)
      .when(fill({ fullFromOn: '2025-03-02' }))
      .thenRejected('REASON_REQUIRED', { warning: 'PARTY_AGE_UNDER_1Y', oldEnoughOn: '2026-03-02' });
    given(postsDecider)
      .when(fill({ fullFromOn: '2025-03-02', reasonCode: 'nobodyElse' }))
      .then(filled({ portfolioCode: undefined, reasonCode: 'nobodyElse', warnings: ['PARTY_AGE_UNDER_1Y'] }));
  });
  it('ORG-21 vacated once, not before it was filled, then free', () => {
    given(postsDecider, filled()).when(vacate('2026-02-28')).thenRejected('VACATED_BEFORE_FILLED');
    given(postsDecider, filled()).when(vacate()).thenTypes('PostVacated');
    const gone: PostsEvent = {
      type: 'PostVacated',
      data: {
        postId: 'pst_1',
        organizationId: 'org_1',
        personId: 'per_1',
        type: 'secretary',
        vacatedOn: '2026-03-02',
        causeCode: 'resigned',
        vacatedById: 'per_9',
      },
    };
    given(postsDecider, filled(), gone).when(vacate()).then();
    given(postsDecider, filled(), gone)
      .when(fill({ postId: 'pst_2', personId: 'per_2' }))
      .thenTypes('PostFilled');
  });
});
