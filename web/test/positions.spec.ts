import { describe, expect, it } from '@jest/globals';
import { Positions, type OwnWrite } from '../src/api/positions.ts';

const write: OwnWrite = { command: 'acknowledgeDirective', id: 'dir_1', changes: ['listInbox'], at: 17 };

describe('reading your own writes', () => {
  it('asks reads for the newest version of each stream written', () => {
    const positions = new Positions();
    positions.wrote('organizations.node-org_1@4@17', write);
    positions.wrote('organizations.node-org_1@3@17', write);
    positions.wrote('members.membership-per_1@2@17', write);
    expect(positions.after('listMembers')).toBe('organizations.node-org_1@4@17,members.membership-per_1@2@17');
  });

  it('stops asking once that operation has answered fresh, and only that one', () => {
    const positions = new Positions();
    positions.wrote('organizations.node-org_1@4@17', write);
    positions.reached('listOrganizations', 'organizations.node-org_1@4@17');
    expect(positions.after('listOrganizations')).toBeNull();
    expect(positions.after('listChildren')).toBe('organizations.node-org_1@4@17');
    positions.wrote('organizations.node-org_1@5@17', write);
    expect(positions.after('listOrganizations')).toBe('organizations.node-org_1@5@17');
  });

  it('knows which own acts an operation shows but has not contained yet', () => {
    const positions = new Positions();
    positions.wrote('organizations.receipt-1@1@17', write);
    expect(positions.pending('listInbox')).toEqual([write]);
    expect(positions.pending('listMembers')).toEqual([]);
    positions.reached('listInbox', 'organizations.receipt-1@1@17');
    expect(positions.pending('listInbox')).toEqual([]);
  });

  it('keeps the header small', () => {
    const positions = new Positions();
    for (let n = 0; n < 40; n += 1) positions.wrote(`s-${n}@1@17`, write);
    expect(positions.after('anything')?.split(',')).toHaveLength(16);
    expect(positions.after('anything')).toContain('s-39@1@17');
  });

  it('refuses what is no position', () => expect(() => new Positions().wrote('tree@4', write)).toThrow('Not a position'));
});
