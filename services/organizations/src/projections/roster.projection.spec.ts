import { describe, expect, it } from '@jest/globals';
import type { Fact } from '@zhitong/kernel';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import { attachedKey, belongsOn, branchesOn, entitledOn, homeOn, isPerson, residentsKey, residentsOnDay, roster, takesPartOn } from './roster.projection.ts';

const personId = 'per_1';
const facts: readonly (readonly [string, Fact])[] = [
  ['member', { type: 'MemberRegistered', data: { personId, sourceCode: 'admission', kind: 'full', joinedOn: '2024-01-10', fullFromOn: '2025-01-10' } }],
  ['member', { type: 'BranchAssigned', data: { personId, branchId: 'org_1', causeCode: 'registration', assignedOn: '2024-01-10' } }],
  ['member', { type: 'BranchAssigned', data: { personId, branchId: 'org_2', fromBranchId: 'org_1', causeCode: 'transfer', assignedOn: '2026-02-01' } }],
  ['member', { type: 'MembershipSuspended', data: { personId, suspendedOn: '2026-03-01' } }],
  ['member', { type: 'MembershipRestored', data: { personId, restoredOn: '2026-04-01' } }],
  ['flags', { type: 'AuthorisedFlagSet', data: { personId, flagCode: 'votingStopped', authorityId: 'org_9', setOn: '2026-05-01' } }],
  ['flags', { type: 'AuthorisedFlagSet', data: { personId, flagCode: 'transferHold', authorityId: 'org_9', setOn: '2026-01-01' } }],
  ['flags', { type: 'AuthorisedFlagCleared', data: { personId, flagCode: 'votingStopped', authorityId: 'org_9', clearedOn: '2026-06-01' } }],
  ['member', { type: 'MembershipEnded', data: { personId, kind: 'left', endedOn: '2026-07-01', fromBranchId: 'org_2' } }],
];
const fold = async (told: typeof facts) => {
  const events = told.map(([category, fact], index) => recorded(category, personId, index + 1, fact));
  return rowsAfter(roster, {}, events);
};

describe('the roster', () => {
  it('MEM-03 says for each day where somebody is at home and whether they may vote', async () => {
    const rows = await fold(facts);
    const person = rows.get(personId);
    if (!isPerson(person)) throw new Error('there is no such person');
    expect(['2024-01-09', '2024-01-10', '2026-01-31', '2026-02-01', '2026-07-01'].map((on) => homeOn(person, on))).toEqual([
      null,
      'org_1',
      'org_1',
      'org_2',
      null,
    ]);
    const entitled = [
      '2025-01-09',
      '2025-01-10',
      '2026-02-28',
      '2026-03-01',
      '2026-03-31',
      '2026-04-01',
      '2026-04-30',
      '2026-05-01',
      '2026-05-31',
      '2026-06-01',
    ];
    expect(entitled.map((on) => entitledOn(person, on))).toEqual([false, true, true, false, false, true, true, false, false, true]);
    expect([takesPartOn(person, '2026-03-01'), takesPartOn(person, '2026-05-01')]).toEqual([false, true]);
    expect([...rows.keys()].sort()).toEqual(['org_1.per_1', 'org_2.per_1', 'per_1']);
  });
  it('MEM-03 comes out the same when flags arrive before the member does', async () => {
    const flagsFirst = [...facts.filter(([category]) => category === 'flags'), ...facts.filter(([category]) => category === 'member')];
    expect(await fold(flagsFirst)).toEqual(await fold(facts));
  });

  it('R-08 counts by day who takes part in the life of a branch: suspended members do not, who has moved does so elsewhere', async () => {
    const rows = [...(await fold(facts)).values()];
    const tallied = (branchId: string) =>
      rows
        .flatMap((row) => roster.tallies?.(row) ?? [])
        .filter(({ key }) => key === residentsKey(branchId))
        .flatMap(({ amounts }) => Object.entries(amounts));
    const taking = (branchId: string, days: readonly string[]) => days.map((day) => residentsOnDay(Object.fromEntries(tallied(branchId)), day));
    expect(taking('org_1', ['2024-01-09', '2024-01-10', '2026-01-31', '2026-02-01'])).toEqual([0, 1, 1, 0]);
    expect(taking('org_2', ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01', '2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'])).toEqual([
      0, 1, 1, 0, 0, 1, 1, 0,
    ]);
  });

  it('MEM-09 R-08 belongs nowhere from the end of the membership on, also when that is put on record after the branch has moved its members', async () => {
    const merged: Fact = {
      type: 'BranchAssigned',
      data: { personId, branchId: 'org_3', fromBranchId: 'org_1', causeCode: 'restructure', assignedOn: '2026-02-05' },
    };
    const died = (endedOn: string): Fact => ({ type: 'MembershipEnded', data: { personId, kind: 'deceased', endedOn, fromBranchId: 'org_3' } });
    const homes = async (endedOn: string) => {
      const person = (await fold([...facts.slice(0, 2), ['member', merged], ['member', died(endedOn)]])).get(personId);
      if (!isPerson(person)) throw new Error('there is no such person');
      return ['2026-02-03', '2026-02-04', '2026-02-05', '2026-02-06', '2026-03-01'].map((on) => homeOn(person, on));
    };
    expect(await homes('2026-02-04')).toEqual(['org_1', null, null, null, null]);
    expect(await homes('2026-02-05')).toEqual(['org_1', 'org_1', null, null, null]);
    expect(await homes('2026-02-06')).toEqual(['org_1', 'org_1', 'org_3', null, null]);
  });

  it('ORG-11 MEM-02 belongs to a temporary branch from day to day, counts there beside the home branch, and suspended in neither', async () => {
    const about = (branchId: string, causeCode: string) => ({ personId, branchId, causeCode });
    const rows = await fold([
      ...facts.slice(0, 2),
      ['member', { type: 'MemberAttached', data: { ...about('org_t', 'assignment'), attachedOn: '2026-02-01' } }],
      ['member', { type: 'MemberDetached', data: { ...about('org_t', 'recalled'), detachedOn: '2026-02-05' } }],
      ['member', { type: 'MemberAttached', data: { ...about('org_t', 'assignment'), attachedOn: '2026-02-05' } }],
      ['member', { type: 'MembershipSuspended', data: { personId, suspendedOn: '2026-03-01' } }],
      ['member', { type: 'MembershipRestored', data: { personId, restoredOn: '2026-04-01' } }],
      ['member', { type: 'MemberDetached', data: { ...about('org_t', 'branchDissolved'), detachedOn: '2026-05-01' } }],
    ]);
    const person = rows.get(personId);
    if (!isPerson(person)) throw new Error('there is no such person');
    const days = ['2026-01-31', '2026-02-01', '2026-02-05', '2026-03-01', '2026-04-01', '2026-04-30', '2026-05-01'];
    expect(days.map((on) => belongsOn(person, 'org_t', on))).toEqual([false, true, true, true, true, true, false]);
    expect(days.map((on) => branchesOn(person, on))).toEqual(days.map((on) => (belongsOn(person, 'org_t', on) ? ['org_1', 'org_t'] : ['org_1'])));
    const tally = (key: string) => {
      const amounts = (roster.tallies?.(person) ?? []).filter((one) => one.key === key).flatMap((one) => Object.entries(one.amounts));
      return days.map((on) => residentsOnDay(Object.fromEntries(amounts), on));
    };
    expect(tally(attachedKey('org_t'))).toEqual([0, 1, 1, 0, 1, 1, 0]);
    expect(tally(residentsKey('org_1'))).toEqual([1, 1, 1, 0, 1, 1, 1]);
    expect(tally(residentsKey('org_t'))).toEqual(days.map(() => 0));
    expect([...rows.keys()].sort()).toEqual(['org_1.per_1', 'org_t.per_1', 'per_1']);
  });
});
