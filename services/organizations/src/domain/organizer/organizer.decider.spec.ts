import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import type { HeldPost } from '../worker/held-post.ts';
import { organizerDecider, type OrganizerCommand, type OrganizerEvent, type SendOrganizer } from './organizer.decider.ts';

const post: HeldPost = { postId: 'pst_1', organizationId: 'org_s1', personId: 'per_1', type: 'organizer', fromOn: '2025-02-01' };
const about = { post, filing: { at: '2026-03-02T01:00:00.000Z', backdateDays: 90, fromAbove: false }, byId: 'per_o' } as const;
const ids = { postId: 'pst_1', organizationId: 'org_s1', personId: 'per_1' };
const send = (fields: Partial<SendOrganizer> = {}): SendOrganizer => ({
  type: 'SendOrganizer',
  ...about,
  sentTo: { id: 'org_firm', state: 'active' },
  grade: 'sectionHead',
  sentOn: '2026-03-01',
  ...fields,
});
const sent: OrganizerEvent = {
  type: 'OrganizerSent',
  data: { ...ids, sentToId: 'org_firm', gradeCode: 'sectionHead', sentOn: '2026-03-01', sentById: 'per_o' },
};
const review = (year: string, result: 'competent' | 'excellent'): OrganizerCommand => ({ type: 'ReviewOrganizer', ...about, year, result });
const reviewed = (yearCode: string, resultCode: string): OrganizerEvent => ({
  type: 'OrganizerReviewed',
  data: { ...ids, yearCode, resultCode, recordedById: 'per_o', recordedOn: '2026-03-02' },
});

describe('ORG-29 organizers', () => {
  it('ORG-29 are sent to an organization that works, again or elsewhere no earlier than before', () => {
    given(organizerDecider).when(send()).then(sent);
    given(organizerDecider, sent).when(send()).then();
    given(organizerDecider)
      .when(send({ sentTo: { id: 'org_firm', state: 'dissolved' } }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(organizerDecider, sent)
      .when(send({ sentTo: { id: 'org_market', state: 'active' }, sentOn: '2026-02-28' }))
      .thenRejected('GRADED_LATER');
    given(organizerDecider, sent)
      .when(send({ grade: 'deputyDivisionHead', sentOn: '2026-03-02' }))
      .thenTypes('OrganizerSent');
  });
  it('ORG-29 hold the post of an organizer', () => {
    given(organizerDecider)
      .when(send({ post: { ...post, type: 'fullTimeWorker' } }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(organizerDecider)
      .when(send({ post: null }))
      .thenRejected('NOT_FOUND');
  });
  it('ORG-29 are trained on days that count once', () => {
    const train = (trainedOn: string): OrganizerCommand => ({ type: 'TrainOrganizer', ...about, trainedOn });
    const trained: OrganizerEvent = { type: 'OrganizerTrained', data: { ...ids, trainedOn: '2026-02-10', recordedById: 'per_o' } };
    given(organizerDecider).when(train('2026-02-10')).then(trained);
    given(organizerDecider, trained).when(train('2026-02-10')).then();
    given(organizerDecider).when(train('2026-03-03')).thenRejected('FUTURE_DATED');
  });
  it('ORG-29 are reviewed for a year in which they held the post; a later result corrects it', () => {
    given(organizerDecider).when(review('2025', 'competent')).then(reviewed('2025', 'competent'));
    given(organizerDecider, reviewed('2025', 'competent')).when(review('2025', 'competent')).then();
    given(organizerDecider, reviewed('2025', 'competent')).when(review('2025', 'excellent')).then(reviewed('2025', 'excellent'));
    given(organizerDecider).when(review('2024', 'competent')).thenRejected('VACATED_BEFORE_FILLED');
    given(organizerDecider).when(review('2027', 'competent')).thenRejected('FUTURE_DATED');
  });
});
