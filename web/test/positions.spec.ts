import { describe, expect, it } from '@jest/globals';
import { Positions } from '../src/api/positions.ts';

describe('reading your own writes', () => {
  it('asks reads for the newest version of each stream written', () => {
    const positions = new Positions();
    positions.wrote('organizations.node-org_1@4@17');
    positions.wrote('organizations.node-org_1@3@17');
    positions.wrote('members.membership-per_1@2@17');
    expect(positions.after('listMembers')).toBe('organizations.node-org_1@4@17,members.membership-per_1@2@17');
  });

  it('stops asking once that operation has answered fresh, and only that one', () => {
    const positions = new Positions();
    positions.wrote('organizations.node-org_1@4@17');
    positions.reached('listOrganizations', 'organizations.node-org_1@4@17');
    expect(positions.after('listOrganizations')).toBeNull();
    expect(positions.after('listChildren')).toBe('organizations.node-org_1@4@17');
    positions.wrote('organizations.node-org_1@5@17');
    expect(positions.after('listOrganizations')).toBe('organizations.node-org_1@5@17');
  });

  it('keeps the header small', () => {
    const positions = new Positions();
    for (let n = 0; n < 40; n += 1) positions.wrote(`s-${n}@1@17`);
    expect(positions.after('anything')?.split(',')).toHaveLength(16);
    expect(positions.after('anything')).toContain('s-39@1@17');
  });

  it('refuses what is no position', () => expect(() => new Positions().wrote('tree@4')).toThrow('Not a position'));
});
