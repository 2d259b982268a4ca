import { describe, expect, it } from '@jest/globals';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import type { GrantsEvent } from '../domain/grants/grants.decider.ts';
import { acted, officerSpells } from './officer-spells.projection.ts';

const body = { grantId: 'grt_1', personId: 'per_1', role: 'secretary', organizationId: 'org_1', view: 'line', fromDate: '2026-03-01' } as const;
const given: GrantsEvent = { type: 'GrantGiven', data: { ...body, untilDate: '2026-03-31' } };
const proposed: GrantsEvent = { type: 'GrantProposed', data: { ...body, proposedById: 'per_8' } };
const confirmed: GrantsEvent = { type: 'GrantConfirmed', data: { grantId: 'grt_1', personId: 'per_1', confirmedById: 'per_9' } };
const revoked: GrantsEvent = { type: 'GrantRevoked', data: { grantId: 'grt_1', personId: 'per_1', revokedById: 'per_9', reasonCode: 'postEnded' } };
const ended = (endedOn: string): GrantsEvent => ({ type: 'GrantEnded', data: { grantId: 'grt_1', personId: 'per_1', endedOn, causeCode: 'postVacated' } });

/** An event a day at 09:00 in Shanghai, from 1 March on. */
const daily = (...events: readonly GrantsEvent[]) =>
  events.map((event, n) => recorded('grants', 'per_1', n + 1, event, `2026-03-${String(10 * n + 1).padStart(2, '0')}T01:00:00.000Z`));
const forever = '9999-12-31T00:00:00.000Z';
async function on(events: readonly GrantsEvent[], days: readonly string[], knownAt = forever): Promise<readonly boolean[]> {
  const row = (await rowsAfter(officerSpells, {}, daily(...events))).get('grt_1');
  return days.map((day) => row !== undefined && acted(row, day, knownAt));
}

describe('R-03 who may act for an organization', () => {
  it('R-03 from the first to the last day, both inside', async () =>
    expect(await on([given], ['2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01'])).toEqual([false, true, true, false]));
  it('R-03 a proposal counts from the day it is confirmed', async () => {
    expect(await on([proposed], ['2026-03-05'])).toEqual([false]);
    expect(await on([proposed, confirmed], ['2026-03-10', '2026-03-11'])).toEqual([false, true]);
  });
  it('R-03 not on the day it is revoked; still on the last day a post leaves it', async () => {
    expect(await on([given, revoked], ['2026-03-10', '2026-03-11'])).toEqual([true, false]);
    expect(await on([given, ended('2026-03-05')], ['2026-03-05', '2026-03-06'])).toEqual([true, false]);
  });
  it('0.3 an end is not known before it was recorded, nor a beginning', async () => {
    const days = ['2026-03-05', '2026-03-06'];
    expect(await on([given, ended('2026-03-05')], days, '2026-03-11T00:59:59.999Z')).toEqual([true, true]);
    expect(await on([given, ended('2026-03-05')], days, '2026-03-11T01:00:00.000Z')).toEqual([true, false]);
    expect(await on([given], days, '2026-03-01T00:59:59.999Z')).toEqual([false, false]);
  });
  it('R-03 treasurers and administrators do not speak for it', async () => {
    for (const role of ['financeOfficer', 'member', 'systemAdministrator', 'auditAdministrator'])
      expect(await on([{ type: 'GrantGiven', data: { ...body, role } }], ['2026-03-05'])).toEqual([false]);
  });
});
