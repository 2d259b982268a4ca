import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { guideDecider, inForceOn, type GuideCommand, type GuideEvent, type IssueGuide } from './guide.decider.ts';

const quarter = '2026-Q2';
const noon = (day: string) => `${day}T04:00:00.000Z`;
const city = { id: 'org_city', level: 'city', leadsPlace: true } as const;
const district = { id: 'org_d1', level: 'district', leadsPlace: true } as const;
const issue = (fields: Partial<IssueGuide> = {}): IssueGuide => ({
  type: 'IssueGuide',
  quarter,
  directiveId: 'dir_1',
  issuer: city,
  topicCodes: ['newTheory'],
  toAllBranches: true,
  issueDay: 5,
  at: noon('2026-04-05'),
  byId: 'per_1',
  ...fields,
});
const issued = (fields: Partial<Extract<GuideEvent, { type: 'TopicGuideIssued' }>['data']> = {}): GuideEvent => ({
  type: 'TopicGuideIssued',
  data: {
    quarterCode: quarter,
    directiveId: 'dir_1',
    issuerId: 'org_city',
    topicCodes: ['newTheory'],
    issuedOn: '2026-04-05',
    issuedById: 'per_1',
    warnings: [],
    ...fields,
  },
});
const supplement = issue({ directiveId: 'dir_2', issuer: district, topicCodes: ['harbour'] });
const expire = (day: string): GuideCommand => ({ type: 'ExpireGuides', quarter, at: noon(day) });
const expired: GuideEvent = { type: 'TopicGuideExpired', data: { quarterCode: quarter, directiveIds: ['dir_1'], lastOn: '2026-06-30' } };

describe('LINK-12 the topic guide of a quarter', () => {
  it('LINK-12 is in time on the day that is set, and marked late the day after', () => {
    given(guideDecider).when(issue()).then(issued());
    given(guideDecider)
      .when(issue({ at: noon('2026-04-06') }))
      .then(issued({ issuedOn: '2026-04-06', warnings: ['GUIDE_LATE'] }));
    given(guideDecider)
      .when(issue({ at: noon('2026-03-30') }))
      .then(issued({ issuedOn: '2026-03-30' }));
  });
  it('LINK-12 counts days in Shanghai', () =>
    given(guideDecider)
      .when(issue({ at: '2026-04-05T15:59:59.999Z' }))
      .then(issued()));
  it('LINK-12 is issued from the quarter before until its own last day', () => {
    for (const day of ['2026-01-01', '2026-06-30'])
      given(guideDecider)
        .when(issue({ at: noon(day) }))
        .thenTypes('TopicGuideIssued');
    for (const day of ['2025-12-31', '2026-07-01'])
      given(guideDecider)
        .when(issue({ at: noon(day) }))
        .thenRejected('GUIDE_QUARTER', { opensOn: '2026-01-01', lastOn: '2026-06-30' });
  });
  it('LINK-12 is given once by one issuer, and the same act again is no second one', () => {
    given(guideDecider, issued()).when(issue()).then();
    given(guideDecider, issued())
      .when(issue({ directiveId: 'dir_9' }))
      .thenRejected('GUIDE_EXISTS', { directiveId: 'dir_1' });
    given(guideDecider, issued({ topicCodes: ['newTheory'] }))
      .when(issue({ topicCodes: ['newTheory', 'newTheory'] }))
      .then();
  });
  it('LINK-12 names a topic once', () =>
    given(guideDecider)
      .when(issue({ topicCodes: ['newTheory', 'newTheory', 'charter'] }))
      .then(issued({ topicCodes: ['newTheory', 'charter'] })));
  it('LINK-12 gets one supplement of each district, never without the guide of the city, never late', () => {
    given(guideDecider).when(supplement).thenRejected('GUIDE_MISSING');
    const added = issued({ directiveId: 'dir_2', issuerId: 'org_d1', supplementsDirectiveId: 'dir_1', topicCodes: ['harbour'], issuedOn: '2026-05-20' });
    given(guideDecider, issued())
      .when({ ...supplement, at: noon('2026-05-20') })
      .then(added);
    given(guideDecider, issued(), added)
      .when({ ...supplement, directiveId: 'dir_3' })
      .thenRejected('GUIDE_EXISTS');
    given(guideDecider, issued(), added)
      .when({ ...supplement, directiveId: 'dir_3', issuer: { ...district, id: 'org_d2' } })
      .thenTypes('TopicGuideIssued');
  });
  it('LINK-12 is refused to streets, communities, branches and lines', () => {
    for (const level of ['street', 'community', 'base'] as const)
      given(guideDecider, issued())
        .when(issue({ directiveId: 'dir_2', issuer: { ...district, level } }))
        .thenRejected('GUIDE_BY_CITY', { level });
    given(guideDecider, issued())
      .when(issue({ directiveId: 'dir_2', issuer: { ...district, leadsPlace: false } }))
      .thenRejected('GUIDE_BY_CITY');
  });
  it('LINK-12 goes to every branch', () =>
    given(guideDecider)
      .when(issue({ toAllBranches: false }))
      .thenRejected('GUIDE_TO_ALL_BRANCHES'));
  it('LINK-12 makes room when its directive is recalled', () => {
    const withdrawn: GuideEvent = { type: 'TopicGuideWithdrawn', data: { quarterCode: quarter, directiveId: 'dir_1', withdrawnOn: '2026-04-08' } };
    const withdraw: GuideCommand = { type: 'WithdrawGuide', quarter, directiveId: 'dir_1', at: noon('2026-04-08') };
    given(guideDecider, issued()).when(withdraw).then(withdrawn);
    given(guideDecider, issued(), withdrawn).when(withdraw).then();
    given(guideDecider, issued(), withdrawn)
      .when(issue({ directiveId: 'dir_9' }))
      .then(issued({ directiveId: 'dir_9' }));
  });
  it('LINK-12 is over after the last day of its quarter, once', () => {
    given(guideDecider, issued()).when(expire('2026-06-30')).then();
    given(guideDecider, issued()).when(expire('2026-07-01')).then(expired);
    given(guideDecider, issued(), expired).when(expire('2026-07-02')).then();
    given(guideDecider).when(expire('2026-07-01')).then();
  });
  it('LINK-12 is in force from the day it was issued', () => {
    const state = given(guideDecider, issued()).state();
    expect(inForceOn(state, '2026-04-04')).toEqual([]);
    expect(inForceOn(state, '2026-04-05').map(({ topicCodes }) => topicCodes)).toEqual([['newTheory']]);
  });
});

const day = fc.integer({ min: 0, max: 130 }).map((days) => new Date(Date.parse('2026-03-01T04:00:00.000Z') + days * 86_400_000).toISOString());
const ids = fc.constantFrom('dir_1', 'dir_2', 'dir_3', 'dir_4');
const commands: fc.Arbitrary<GuideCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .record({ directiveId: ids, at: day, issuer: fc.constantFrom(city, district, { ...district, id: 'org_d2' }), toAllBranches: fc.boolean() })
      .map(issue),
  },
  fc.record({ type: fc.constant('WithdrawGuide' as const), quarter: fc.constant(quarter), directiveId: ids, at: day }),
  fc.record({ type: fc.constant('ExpireGuides' as const), quarter: fc.constant(quarter), at: day }),
);

it('LINK-12 whatever is tried, an issuer has one guide a quarter and an ended quarter changes no more but by what is issued in it', () => {
  const seen = { guides: 0, ended: false };
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 20, size: 'max' }), (sequence) =>
      walk(guideDecider, sequence, (before, after) => {
        const issuers = after.guides.map(({ issuerId }) => issuerId);
        expect(new Set(issuers).size).toBe(issuers.length);
        expect(new Set(after.guides.map(({ directiveId }) => directiveId)).size).toBe(after.guides.length);
        expect(before.ended && !after.ended).toBe(false);
        seen.guides = Math.max(seen.guides, after.guides.length);
        seen.ended ||= after.ended;
      }),
    ),
    { numRuns: 1000, seed: 20260405 },
  );
  expect(seen).toEqual({ guides: 3, ended: true });
});
