import { describe, expect, it } from '@jest/globals';
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
const vacated = (fields: Partial<Extract<PostsEvent, { type: 'PostVacated' }>['data']> = {}): PostsEvent => ({
  type: 'PostVacated',
  data: {
    postId: 'pst_1',
    organizationId: 'org_1',
    personId: 'per_1',
    type: 'secretary',
    vacatedOn: '2026-03-02',
    causeCode: 'resigned',
    vacatedById: 'per_9',
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
    const gone = vacated();
    given(postsDecider, filled(), gone).when(vacate()).then();
    given(postsDecider, filled(), gone)
      .when(fill({ postId: 'pst_2', personId: 'per_2' }))
      .thenTypes('PostFilled');
  });
});

describe('ORG-22 a post of secretary that stays empty', () => {
  const gone = vacated({ vacatedOn: '2025-11-30' });
  const note = (noted: string, vacatedOn = '2025-11-30') => ({ type: 'NoteVacancy', organizationId: 'org_1', vacatedOn, months: 3, at: noted }) as const;
  const long: PostsEvent = { type: 'SecretaryVacancyLong', data: { organizationId: 'org_1', vacatedOn: '2025-11-30' } };

  it('ORG-22 is long from the day after three months on, once, until somebody fills it', () => {
    given(postsDecider, filled(), gone).when(note('2026-02-28T15:59:59.999Z')).then();
    given(postsDecider, filled(), gone).when(note('2026-02-28T16:00:00.000Z')).then(long);
    given(postsDecider, filled(), gone, long).when(note('2026-03-05T00:00:00.000Z')).then();
    given(postsDecider, filled(), gone).when(note('2026-03-05T00:00:00.000Z', '2025-10-01')).then();
    given(postsDecider, filled(), gone, filled({ postId: 'pst_2', personId: 'per_2' }))
      .when(note('2026-03-05T00:00:00.000Z'))
      .then();
    given(postsDecider, filled({ type: 'committeeMember' }), vacated({ vacatedOn: '2025-11-30', type: 'committeeMember' }))
      .when(note('2026-03-05T00:00:00.000Z'))
      .then();
  });
});

describe('ORG-23 a secretary who is removed', () => {
  const remove = (fields: object = {}) =>
    ({
      type: 'RemoveSecretary',
      postId: 'pst_1',
      removedOn: '2026-03-02',
      ground: 'notCapable',
      authorityId: 'org_up',
      filing: { at, backdateDays: 90, fromAbove: true },
      byId: 'per_up',
      ...fields,
    }) as const;

  it('ORG-23 leaves ground, day and authority, and an empty post', () => {
    expect(postsDecider.decide(given(postsDecider, filled()).state(), remove())).toMatchObject([
      {
        type: 'SecretaryRemoved',
        data: { personId: 'per_1', groundCode: 'notCapable', removedOn: '2026-03-02', authorityId: 'org_up', removedById: 'per_up' },
      },
      { type: 'PostVacated', data: { postId: 'pst_1', vacatedOn: '2026-03-02', causeCode: 'removed' } },
    ]);
    given(postsDecider, filled({ type: 'deputySecretary' }))
      .when(remove())
      .thenRejected('STATE_NOT_ALLOWED');
    given(postsDecider, filled())
      .when(remove({ postId: 'pst_9' }))
      .thenRejected('NOT_FOUND');
    given(postsDecider, filled())
      .when(remove({ removedOn: '2026-02-28' }))
      .thenRejected('VACATED_BEFORE_FILLED');
  });
});
