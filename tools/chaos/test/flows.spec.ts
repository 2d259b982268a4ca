import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@zhitong/eventing';
import { doneOnceAllHaveMoved, dutiesWentOn, homesAreRight, periodsKeepTheirNumber } from '../src/flows/verdict.ts';

const event = (stream: string, type: string, data: object, recordedAt = '2026-03-02T01:00:00.000Z', version = 1): RecordedEvent =>
  ({ stream, type, data, recordedAt, version }) as unknown as RecordedEvent;
const moved = (branchId: string, fromBranchId: string | undefined, version: number, recordedAt?: string) =>
  event('members.member-per_1', 'BranchAssigned', { personId: 'per_1', branchId, fromBranchId }, recordedAt, version);
const dissolved = (recordedAt: string) => event('organizations.tree-city', 'OrganizationDissolved', { organizationId: 'org_b' }, recordedAt);
const closed = (monthCode: string, needed: number) =>
  event('organizations.quotaround-org_a', 'MeetingQuotasClosed', { organizationId: 'org_a', monthCode, owed: [{ kindCode: 'themeDay', needed }] });

describe('the verdict on flows', () => {
  const there = [moved('org_b', undefined, 1), moved('org_a', 'org_b', 2)];

  it('X-09 tells who is nowhere, in another branch, or left one without having been there', () => {
    const home = new Map([['per_1', 'org_a']]);
    expect([...homesAreRight(there, home)]).toEqual([]);
    expect([...homesAreRight(there.slice(0, 1), home)]).toHaveLength(1);
    expect([...homesAreRight([], home)]).toHaveLength(1);
    expect([...homesAreRight([moved('org_b', undefined, 1), moved('org_a', 'org_c', 2)], home)]).toHaveLength(1);
    const split = event('organizations.tree-city', 'SplitApproved', { parts: [{ organizationId: 'org_p', memberIds: ['per_1'] }] });
    expect([...homesAreRight([...there, split], home)]).toHaveLength(1);
  });

  it('X-09 tells what was done before the last member had moved, twice or never', () => {
    const [early, late] = ['2026-03-02T01:00:00.001Z', '2026-03-02T01:00:00.002Z'];
    const last = moved('org_a', 'org_b', 2, late);
    const sources = { sources: ['org_b'] };
    expect([...doneOnceAllHaveMoved([last, dissolved(late)], sources)]).toEqual([]);
    expect([...doneOnceAllHaveMoved([last, dissolved(early)], sources)]).toHaveLength(1);
    expect([...doneOnceAllHaveMoved([last, dissolved(late), dissolved(late)], sources)]).toHaveLength(1);
    expect([...doneOnceAllHaveMoved([], sources)]).toHaveLength(1);
  });

  it('X-10 tells a duty that nobody took over', () => {
    const duty = { directiveId: 'dir_1' };
    expect([...dutiesWentOn([event('organizations.receipt-dir_1.org_s', 'ReceiptOpened', {})], duty, 'org_s')]).toEqual([]);
    expect([...dutiesWentOn([], duty, 'org_s')]).toHaveLength(1);
  });

  it('X-22 tells a period that was closed twice, by another number or not at all', () => {
    const needed = new Map([
      ['2026-03', 1],
      ['2026-04', 2],
    ]);
    const right = [closed('2026-03', 1), closed('2026-04', 2)];
    expect([...periodsKeepTheirNumber(right, 'themeDay', needed)]).toEqual([]);
    expect([...periodsKeepTheirNumber([...right, closed('2026-04', 2)], 'themeDay', needed)]).toHaveLength(1);
    expect([...periodsKeepTheirNumber([closed('2026-03', 2), closed('2026-04', 2)], 'themeDay', needed)]).toHaveLength(1);
    expect([...periodsKeepTheirNumber(right.slice(0, 1), 'themeDay', needed)]).toHaveLength(1);
  });
});
