import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { bandsOutside, sizeDecider, type SizeEvent, type WatchSize } from './size.decider.ts';

const settings = { minFull: 3, committeeFrom: 7, branchMax: 50, generalBranchMax: 100 };
const watch = (full: number, provisional = 0, fields: Partial<WatchSize> = {}): WatchSize => ({
  type: 'Watch',
  organizationId: 'org_1',
  kind: 'branch',
  full,
  provisional,
  hasCommittee: true,
  settings,
  ...fields,
});
const crossed = (...warnings: string[]): SizeEvent => ({
  type: 'SizeBandCrossed',
  data: { organizationId: 'org_1', fullMembers: 0, provisionalMembers: 0, warnings },
});

describe('ORG-03 size bands', () => {
  it('ORG-03 3 and 7 count full members', () => {
    expect([2, 3, 4].map((full) => bandsOutside(watch(full, 5)))).toEqual([['SIZE_BELOW_3'], [], []]);
    expect([6, 7, 8].map((full) => bandsOutside(watch(full, 0, { hasCommittee: false })))).toEqual([[], ['COMMITTEE_DUE'], ['COMMITTEE_DUE']]);
  });
  it('ORG-03 50 and 100 count full and provisional ones', () => {
    expect([49, 50, 51].map((all) => bandsOutside(watch(all - 1, 1)))).toEqual([[], [], ['SIZE_OVER_50']]);
    expect([99, 100, 101].map((all) => bandsOutside(watch(all - 1, 1, { kind: 'generalBranch' })))).toEqual([[], [], ['SIZE_OVER_100']]);
  });
  it('ORG-03 says so once, and again when it is inside', () => {
    given(sizeDecider, crossed('SIZE_BELOW_3')).when(watch(2)).then();
    given(sizeDecider, crossed('SIZE_BELOW_3')).when(watch(3)).thenTypes('SizeBandCrossed');
  });
  it('ORG-03 an exception has a review date of at most 12 months', () => {
    const except = (reviewOn: string) =>
      ({
        type: 'Except',
        organizationId: 'org_1',
        band: 'SIZE_BELOW_3',
        reasonCode: 'membersScattered',
        reviewOn,
        byId: 'per_1',
        at: '2026-03-02T01:00:00.000Z',
      }) as const;
    const outside = given(sizeDecider, crossed('SIZE_BELOW_3'));
    outside.when(except('2027-03-02')).thenTypes('SizeExceptionGranted');
    outside.when(except('2027-03-03')).thenRejected('REVIEW_DATE_OUT_OF_RANGE');
    outside.when(except('2026-03-02')).thenRejected('REVIEW_DATE_OUT_OF_RANGE');
    given(sizeDecider).when(except('2026-06-01')).thenRejected('STATE_NOT_ALLOWED');
  });
});
