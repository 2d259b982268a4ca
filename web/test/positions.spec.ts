import { describe, expect, it } from '@jest/globals';
import { Positions } from '../src/api/positions.ts';

describe('reading your own writes', () => {
  it('asks reads for the newest version of each stream written', () => {
    const positions = new Positions();
    positions.wrote('organizations.tree=4');
    positions.wrote('organizations.tree=3');
    positions.wrote('members.membership-per_1=2');
    expect(positions.after('listMembers')).toBe('organizations.tree=4,members.membership-per_1=2');
  });

  it('stops asking once that operation has answered fresh, and only that one', () => {
    const positions = new Positions();
    positions.wrote('organizations.tree=4');
    positions.reached('listOrganizations', 'organizations.tree=4');
    expect(positions.after('listOrganizations')).toBeNull();
    expect(positions.after('listChildren')).toBe('organizations.tree=4');
    positions.wrote('organizations.tree=5');
    expect(positions.after('listOrganizations')).toBe('organizations.tree=5');
  });

  it('keeps the header small', () => {
    const positions = new Positions();
    for (let n = 0; n < 40; n += 1) positions.wrote(`s-${n}=1`);
    expect(positions.after('anything')?.split(',')).toHaveLength(16);
    expect(positions.after('anything')).toContain('s-39=1');
  });

  it('refuses what is no position', () => expect(() => new Positions().wrote('tree')).toThrow('Not a position'));
});
