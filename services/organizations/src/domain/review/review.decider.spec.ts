import { describe, expect, it } from '@jest/globals';
import { reviewOutcomes, reviewReasons } from '@zhitong/catalogue';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { termDecider } from '../term/term.decider.ts';
import { groundsOf, lastTwoQuarters, type Reviewed } from './review-grounds.ts';
import { reviewItemDecider, type DecideReview, type ListForReview, type ReviewItemCommand, type ReviewItemEvent } from './review-item.decider.ts';
import { reviewDecider, type OpenReview, type ReviewEvent } from './review.decider.ts';

const at = '2026-03-02T01:00:00.000Z';
const open = (fields: Partial<OpenReview> = {}): OpenReview => ({
  type: 'OpenReview',
  reviewId: 'rev_1',
  organization: { id: 'org_1', kind: 'committee', state: 'active' },
  view: 'line',
  untilOn: '2026-03-31',
  treeVersion: 7,
  at,
  byId: 'per_1',
  ...fields,
});
const opened: ReviewEvent = {
  type: 'ReviewOpened',
  data: { reviewId: 'rev_1', organizationId: 'org_1', view: 'line', openedOn: '2026-03-02', untilOn: '2026-03-31', treeVersion: 7, openedById: 'per_1' },
};
const complete: ReviewEvent = { type: 'ReviewListed', data: { reviewId: 'rev_1', organizationId: 'org_1', listed: 3 } };

describe('ORG-10 structure reviews', () => {
  it('ORG-10 are opened once, by a committee that is active, until today at the earliest', () => {
    given(reviewDecider).when(open()).then(opened);
    given(reviewDecider, opened).when(open()).then();
    for (const kind of ['branch', 'generalBranch', 'leadingGroup'] as const)
      given(reviewDecider)
        .when(open({ organization: { id: 'org_1', kind, state: 'active' } }))
        .thenRejected('REVIEW_BY_COMMITTEE');
    given(reviewDecider)
      .when(open({ organization: { id: 'org_1', kind: 'committee', state: 'merging' } }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(reviewDecider)
      .when(open({ untilOn: '2026-03-01' }))
      .thenRejected('DATE_PASSED');
    given(reviewDecider)
      .when(open({ untilOn: '2026-03-02', at: '2026-03-02T15:59:59.999Z' }))
      .thenTypes('ReviewOpened');
    given(reviewDecider)
      .when(open({ untilOn: '2026-03-02', at: '2026-03-02T16:00:00.000Z' }))
      .thenRejected('DATE_PASSED');
  });
  it('ORG-10 the list is complete once', () => {
    given(reviewDecider).when({ type: 'FinishListing', listed: 3 }).thenRejected('NOT_FOUND');
    given(reviewDecider, opened).when({ type: 'FinishListing', listed: 3 }).then(complete);
    given(reviewDecider, opened, complete).when({ type: 'FinishListing', listed: 4 }).then();
  });
});

const about = { reviewId: 'rev_1', organizationId: 'org_b' };
const list = (fields: Partial<ListForReview> = {}): ListForReview => ({
  type: 'ListForReview',
  ...about,
  reviewerId: 'org_1',
  grounds: ['noMembers'],
  listedOn: '2026-03-02',
  untilOn: '2026-03-31',
  treeVersion: 7,
  ...fields,
});
const decide = (fields: Partial<DecideReview> = {}): DecideReview => ({
  type: 'DecideReview',
  ...about,
  outcome: 'dissolve',
  reason: 'unitGone',
  at,
  byId: 'per_1',
  ...fields,
});
const listed = (...groundCodes: string[]): ReviewItemEvent => ({
  type: 'ReviewOrganizationListed',
  data: { ...about, reviewerId: 'org_1', groundCodes, listedOn: '2026-03-02', untilOn: '2026-03-31', treeVersion: 7 },
});
const decided: ReviewItemEvent = {
  type: 'ReviewDecided',
  data: { ...about, outcomeCode: 'dissolve', reasonCode: 'unitGone', decidedOn: '2026-03-02', decidedById: 'per_1' },
};

describe('ORG-10 an organization in a review', () => {
  it('ORG-10 is listed once, with its grounds', () => {
    given(reviewItemDecider).when(list()).then(listed('noMembers'));
    given(reviewItemDecider, listed('noMembers'))
      .when(list({ grounds: ['noMeeting'] }))
      .then();
    given(reviewItemDecider)
      .when(list({ grounds: [] }))
      .thenRejected('CAUSE_REQUIRED');
  });
  it('ORG-10 is decided once with a reason, late as well, and not before it is listed', () => {
    given(reviewItemDecider).when(decide()).thenRejected('NOT_FOUND');
    given(reviewItemDecider, listed('noMembers')).when(decide()).then(decided);
    given(reviewItemDecider, listed('noMembers'))
      .when(decide({ at: '2026-04-30T01:00:00.000Z' }))
      .thenTypes('ReviewDecided');
    given(reviewItemDecider, listed('noMembers'), decided).when(decide()).then();
    for (const other of [{ outcome: 'keep' }, { reason: 'inactive' }] as const)
      given(reviewItemDecider, listed('noMembers'), decided).when(decide(other)).thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-10 a place without an organization has nothing that could be merged, split, converted or dissolved', () => {
    for (const outcome of reviewOutcomes.values) {
      const of = given(reviewItemDecider, listed('placeWithoutOrganization')).when(decide({ outcome }));
      if (outcome === 'keep') of.thenTypes('ReviewDecided');
      else of.thenRejected('STATE_NOT_ALLOWED');
    }
  });
  it('ORG-10 no sequence of commands changes a decision, or makes one of what was not listed', () => {
    const commands: fc.Arbitrary<ReviewItemCommand> = fc.oneof(
      fc.constantFrom(list(), list({ grounds: ['placeWithoutOrganization'] })),
      fc.tuple(fc.constantFrom(...reviewOutcomes.values), fc.constantFrom(...reviewReasons.values)).map(([outcome, reason]) => decide({ outcome, reason })),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 20 }), (sequence) => {
        walk(reviewItemDecider, sequence, (before, after) => {
          if (before.status === 'decided') expect(after).toEqual(before);
          if (before.status === 'absent') expect(after.status).not.toBe('decided');
        });
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });
});

describe('ORG-10 what stands out', () => {
  const term = { termId: 't', expiresOn: '2026-03-02', overdue: false, reminded: [], confirmed: [], shift: null, shifted: false };
  const sound: Reviewed = { kind: 'branch', outsideBands: false, members: 3, metDays: 1, terms: { ...termDecider.initial, term } };
  const grounds = (fields: Partial<Reviewed>, day = '2026-03-02') => groundsOf({ ...sound, ...fields }, day);

  it.each([
    ['2026-03-31', '2025-07-01', '2025-12-31'],
    ['2026-04-01', '2025-10-01', '2026-03-31'],
    ['2024-12-31', '2024-04-01', '2024-09-30'],
  ])('ORG-10 on %s the two whole quarters before are %s to %s', (day, fromOn, untilOn) => expect(lastTwoQuarters(day)).toEqual({ fromOn, untilOn }));

  it('ORG-10 each ground by itself and all of them together', () => {
    expect(grounds({})).toEqual([]);
    expect(grounds({ outsideBands: true })).toEqual(['sizeBand']);
    expect([grounds({ members: 0 }), grounds({ members: 1 })]).toEqual([['noMembers'], []]);
    expect([grounds({ metDays: 0 }), grounds({ metDays: null })]).toEqual([['noMeeting'], []]);
    expect(grounds({ outsideBands: true, members: 0, metDays: 0, terms: undefined })).toEqual(['sizeBand', 'noMembers', 'noMeeting', 'noRunningTerm']);
  });
  it('ORG-10 members are asked of branches only, terms of kinds that have them', () => {
    for (const kind of ['committee', 'temporaryBranch'] as const) expect(grounds({ kind, members: 0 })).toEqual([]);
    for (const kind of ['workCommittee', 'leadingGroup', 'temporaryBranch'] as const) expect(grounds({ kind, terms: undefined })).toEqual([]);
    expect(grounds({ kind: 'committee', terms: undefined })).toEqual(['noRunningTerm']);
  });
  it('ORG-10 a term runs to its last day, the time for a first election as well', () => {
    expect(grounds({}, '2026-03-03')).toEqual(['noRunningTerm']);
    const first = { ...termDecider.initial, firstDueOn: '2026-03-02' };
    expect([grounds({ terms: first }), grounds({ terms: first }, '2026-03-03')]).toEqual([[], ['noRunningTerm']]);
    expect(grounds({ terms: termDecider.initial })).toEqual(['noRunningTerm']);
  });
});
