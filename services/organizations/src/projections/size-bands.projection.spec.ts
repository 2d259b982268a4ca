import { describe, expect, it } from '@jest/globals';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import type { SizeEvent } from '../domain/size/size.decider.ts';
import { sizeBandList } from './size-bands.projection.ts';

const organizationId = 'org_1';
const crossed = (...warnings: readonly string[]): SizeEvent => ({
  type: 'SizeBandCrossed',
  data: { organizationId, fullMembers: 2, provisionalMembers: 0, warnings: [...warnings] },
});
const excepted = (reasonCode: string, reviewOn = '2027-01-01'): SizeEvent => ({
  type: 'SizeExceptionGranted',
  data: { organizationId, bandCode: 'SIZE_BELOW_3', reasonCode, reviewOn, grantedById: 'per_9' },
});
const exceptionsAfter = async (...events: readonly SizeEvent[]) =>
  (
    await rowsAfter(
      sizeBandList,
      {},
      events.map((event, n) => recorded('size', organizationId, n + 1, event)),
    )
  ).get(organizationId)?.exceptions;

describe('ORG-03 exceptions from the size bands', () => {
  it('ORG-03 the newest of a band counts', async () =>
    expect(await exceptionsAfter(crossed('SIZE_BELOW_3'), excepted('restructuring'), excepted('membersExpected', '2027-02-01'))).toEqual([
      { band: 'SIZE_BELOW_3', reason: 'membersExpected', reviewOn: '2027-02-01' },
    ]));
  it('ORG-03 stay while it is outside the band, and not longer', async () => {
    const granted = [crossed('SIZE_BELOW_3'), excepted('restructuring')];
    expect(await exceptionsAfter(...granted, crossed('SIZE_BELOW_3', 'COMMITTEE_DUE'))).toHaveLength(1);
    expect(await exceptionsAfter(...granted, crossed())).toEqual([]);
    expect(await exceptionsAfter(...granted, crossed(), crossed('SIZE_BELOW_3'))).toEqual([]);
  });
  it('ORG-03 a reason from before there was a list is another', async () =>
    expect(await exceptionsAfter(crossed('SIZE_BELOW_3'), excepted('remote'))).toEqual([{ band: 'SIZE_BELOW_3', reason: 'other', reviewOn: '2027-01-01' }]));
  it('X-21 the day of the founding is known whatever comes first, and stays', async () => {
    const approved = recorded('tree', 'city', 1, { type: 'OrganizationApproved', data: { organizationId, effectiveOn: '2026-02-01' } });
    const size = recorded('size', organizationId, 1, crossed('SIZE_BELOW_3'));
    for (const events of [
      [approved, size],
      [size, approved],
    ])
      expect((await rowsAfter(sizeBandList, {}, events)).get(organizationId)).toEqual({
        organizationId,
        outside: ['SIZE_BELOW_3'],
        exceptions: [],
        foundedOn: '2026-02-01',
      });
  });
});
