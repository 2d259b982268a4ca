import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import type { DeclareStaffing } from './declare-staffing.ts';
import { factsDecider } from './facts.decider.ts';
import { dutyOf, neededFor, type Staffed } from './staffing.ts';

const limits = { minPct: 1, maxPct: 2, bigCommittee: 100 };
const firm: Staffed = { kind: 'committee', level: 'base', sector: 'soe', state: 'active', leadsPlace: false, onAgencyLine: false, members: 0 };
const declare = (fields: Partial<DeclareStaffing> = {}): DeclareStaffing => ({
  type: 'DeclareStaffing',
  organizationId: 'org_1',
  subject: firm,
  staff: 101,
  inPost: 2,
  limits,
  at: '2026-03-02T01:00:00.000Z',
  byId: 'per_officer',
  ...fields,
});
const branch: Staffed = { ...firm, kind: 'branch', sector: 'agency', onAgencyLine: true };

describe('ORG-28 people for party work', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 1],
    [50, 1, 1],
    [51, 1, 2],
    [99, 1, 2],
    [100, 1, 2],
    [101, 2, 3],
    [150, 2, 3],
    [151, 2, 4],
  ])('ORG-28 of %i staff %i to %i work for the party full-time', (staff, least, most) => {
    expect(neededFor('fullTimeWorkers', staff, limits)).toEqual({ least, most });
  });

  it('ORG-28 one half-time cadre, one deputy, one leader; nothing is reckoned of a staff nobody knows', () => {
    for (const duty of ['halfTimeCadre', 'partyBuildingDeputy', 'fullTimeLeader'] as const)
      expect(neededFor(duty, undefined, limits)).toEqual({ least: 1, most: 1 });
    expect(neededFor('fullTimeWorkers', undefined, limits)).toBeNull();
  });

  it('ORG-28 a duty by sector and kind: units, branches of the city’s agencies, streets', () => {
    for (const sector of ['agency', 'institution', 'soe'] as const) expect(dutyOf({ ...firm, sector }, limits)).toBe('fullTimeWorkers');
    expect(dutyOf({ ...firm, sector: 'privateFirm' }, limits)).toBeNull();
    expect(dutyOf(branch, limits)).toBe('halfTimeCadre');
    expect(dutyOf({ ...branch, kind: 'temporaryBranch' }, limits)).toBeNull();
    expect(dutyOf({ ...branch, onAgencyLine: false }, limits)).toBeNull();
    expect(dutyOf({ ...branch, sector: 'soe' }, limits)).toBeNull();
    const leading: Staffed = { ...firm, sector: 'agency', leadsPlace: true };
    expect((['district', 'street', 'community'] as const).map((level) => dutyOf({ ...leading, level }, limits))).toEqual([null, 'partyBuildingDeputy', null]);
  });

  it.each([
    [99, null],
    [100, 'fullTimeLeader'],
    [101, 'fullTimeLeader'],
  ])('ORG-28 a regional committee and one of social organizations with %i members: %p', (members, duty) => {
    expect(dutyOf({ ...firm, kind: 'regionalCommittee', sector: 'park', members }, limits)).toBe(duty);
    expect(dutyOf({ ...firm, sector: 'socialOrg', members }, limits)).toBe(duty);
    expect(dutyOf({ ...firm, kind: 'generalBranch', sector: 'socialOrg', members }, limits)).toBeNull();
  });

  it('ORG-28 a shortfall is found below the least, and blocks nothing', () => {
    const types = (inPost: number) => factsDecider.decide(factsDecider.initial, declare({ inPost })).map(({ type }) => type);
    expect(types(1)).toEqual(['StaffingDeclared', 'StaffingShortfallFound']);
    expect([types(2), types(3), types(4)]).toEqual([['StaffingDeclared'], ['StaffingDeclared'], ['StaffingDeclared']]);
    expect(factsDecider.decide(factsDecider.initial, declare({ inPost: 0, staff: undefined, subject: branch }))).toMatchObject([
      { type: 'StaffingDeclared', data: { dutyCode: 'halfTimeCadre', neededLeast: 1 } },
      { type: 'StaffingShortfallFound', data: { inPost: 0, needed: 1 } },
    ]);
  });

  it('ORG-28 the same once more is no news; the staff is said where it counts and nowhere else; nobody else declares', () => {
    const past = factsDecider.decide(factsDecider.initial, declare());
    given(factsDecider, ...past)
      .when(declare())
      .then();
    given(factsDecider, ...past)
      .when(declare({ limits: { ...limits, maxPct: 3 } }))
      .thenTypes('StaffingDeclared');
    given(factsDecider)
      .when(declare({ staff: undefined }))
      .thenRejected('STAFF_NOT_ASKED');
    given(factsDecider)
      .when(declare({ subject: branch }))
      .thenRejected('STAFF_NOT_ASKED');
    given(factsDecider)
      .when(declare({ subject: { ...firm, sector: 'privateFirm' } }))
      .thenRejected('ATTRIBUTE_NOT_ALLOWED');
    given(factsDecider)
      .when(declare({ subject: { ...firm, state: 'merging' } }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
});
