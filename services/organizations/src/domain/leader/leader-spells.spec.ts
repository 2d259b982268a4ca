import { describe, expect, it } from '@jest/globals';
import { listedLongEnough, spellsAt, type LeaderSpell } from './leader-spells.ts';

const endOfTime = '9999-12-31T00:00:00.000Z';
const told = '2026-03-02T01:00:00.000Z';
const spell = (listedOn: string, delistedOn: string | null = null): LeaderSpell => ({
  organizationId: 'org_1',
  listedOn,
  recordedAt: told,
  delistedOn,
  closedAt: delistedOn === null ? null : told,
});

describe('R-09 leaders on a list for six months of a year', () => {
  it.each([
    ['2026-07-01', null, true],
    ['2026-07-02', null, false],
    ['2025-01-01', '2026-07-01', true],
    ['2025-01-01', '2026-06-30', false],
    ['2026-03-31', '2026-09-30', true],
    ['2026-03-31', '2026-09-29', false],
    ['2025-03-01', '2026-01-01', false],
    ['2027-01-01', null, false],
  ])('R-09 from %s to %s in 2026: %s', (listedOn, delistedOn, enough) => expect(listedLongEnough([spell(listedOn, delistedOn)], '2026')).toBe(enough));

  it('R-09 several times add up', () => {
    expect(listedLongEnough([spell('2026-01-01', '2026-04-01'), spell('2026-06-01', '2026-08-31')], '2026')).toBe(true);
    expect(listedLongEnough([spell('2026-01-01', '2026-04-01'), spell('2026-06-01', '2026-08-30')], '2026')).toBe(false);
  });

  it('R-09 what had not ended by a day, or was not known by an instant, goes on', () => {
    const ended = spell('2026-01-01', '2026-05-01');
    const at = (asOf: string, knownAt = endOfTime) => spellsAt([ended], { asOf, knownAt }).map(({ delistedOn }) => delistedOn);
    expect([at('2025-12-31'), at('2026-04-30'), at('2026-05-01'), at('2026-05-01', '2026-03-02T00:00:00.000Z')]).toEqual([[], [null], ['2026-05-01'], []]);
  });
});
