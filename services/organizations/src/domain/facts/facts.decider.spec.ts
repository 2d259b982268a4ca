import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { applicableTo, type Attributes, type Subject } from './attributes.ts';
import type { FactsEvent } from './facts-event.ts';
import { factsDecider, type FactsCommand } from './facts.decider.ts';

const at = '2026-03-02T01:00:00.000Z';
const today = '2026-03-02';
const soe: Subject = { kind: 'committee', level: 'base', sector: 'soe', state: 'active', leadsPlace: false };
const street: Subject = { ...soe, level: 'street', sector: 'community', leadsPlace: true };
const community: Subject = { ...street, level: 'community' };
const about = (subject: Subject) => ({ organizationId: 'org_1', subject, at, byId: 'per_officer' });
const set = (subject: Subject, attributes: Partial<Attributes> = {}): FactsCommand => ({
  type: 'SetAttributes',
  ...about(subject),
  attributes: { massOrganizations: [], seatPilot: false, ...attributes },
});
const review = (fields: Partial<Extract<FactsCommand, { type: 'ReviewTeam' }>> = {}): FactsCommand => ({
  type: 'ReviewTeam',
  ...about(street),
  outcome: 'kept',
  reviewedOn: today,
  filing: { at, backdateDays: 90, fromAbove: false },
  ...fields,
});
const seat = (postId: string, fields: Partial<Extract<FactsCommand, { type: 'SetSeat' }>> = {}): FactsCommand => ({
  type: 'SetSeat',
  ...about(community),
  postId,
  isSeat: true,
  nonHukou: true,
  collegeDiploma: false,
  ...fields,
});
const after = (...commands: readonly FactsCommand[]): readonly FactsEvent[] =>
  commands.reduce<readonly FactsEvent[]>((past, command) => [...past, ...factsDecider.decide(given(factsDecider, ...past).state(), command)], []);
const refuses = (command: FactsCommand, code: string) => given(factsDecider).when(command).thenRejected(code);

describe('ORG-14 attributes of enterprises, universities and agencies', () => {
  it('ORG-14 each is asked of those it is about, and of nobody else', () => {
    const charter = ['enterpriseClass', 'partyInCharter', 'charterAdoptedOn'];
    expect(applicableTo(soe)).toEqual([...charter, 'proceduralRulesOn', 'massOrganizations']);
    expect(applicableTo({ ...soe, kind: 'branch' })).toEqual([...charter, 'massOrganizations']);
    expect(applicableTo({ ...soe, sector: 'university' })).toEqual(['proceduralRulesOn', 'massOrganizations']);
    expect(applicableTo({ ...soe, sector: 'agency' })).toEqual(['headDoublesAsSecretary', 'hasDisciplineCommittee', 'massOrganizations']);
    expect(applicableTo({ ...soe, sector: 'agency', kind: 'branch' })).toEqual(['massOrganizations']);
    expect(applicableTo(community)).toEqual(['massOrganizations', 'seatPilot']);
    expect(applicableTo({ ...community, leadsPlace: false })).toEqual(['massOrganizations']);
    refuses(set({ ...soe, sector: 'privateFirm' }, { enterpriseClass: 'mixedOwnership' }), 'ATTRIBUTE_NOT_ALLOWED');
    refuses(set({ ...soe, kind: 'generalBranch' }, { proceduralRulesOn: today }), 'ATTRIBUTE_NOT_ALLOWED');
    refuses(set(soe, { hasDisciplineCommittee: false }), 'ATTRIBUTE_NOT_ALLOWED');
    refuses(set(street, { seatPilot: true }), 'ATTRIBUTE_NOT_ALLOWED');
  });

  it('ORG-14 party work in the charter of an enterprise of a class: none, submitted, adopted with its date and only then', () => {
    refuses(set(soe, { partyInCharter: 'submitted' }), 'ATTRIBUTE_NOT_ALLOWED');
    refuses(set(soe, { enterpriseClass: 'mixedOwnership', partyInCharter: 'adopted' }), 'CHARTER_DATE_MISMATCH');
    refuses(set(soe, { enterpriseClass: 'mixedOwnership', partyInCharter: 'submitted', charterAdoptedOn: today }), 'CHARTER_DATE_MISMATCH');
    const adopted = { enterpriseClass: 'mixedOwnership', partyInCharter: 'adopted' } as const;
    expect(after(set(soe, { ...adopted, charterAdoptedOn: today }))).toHaveLength(1);
    refuses(set(soe, { ...adopted, charterAdoptedOn: '2026-03-03' }), 'FUTURE_DATED');
    refuses(set(soe, { proceduralRulesOn: '2026-03-03' }), 'FUTURE_DATED');
    expect(after(set(soe, { enterpriseClass: 'mixedOwnership' }))).toMatchObject([{ data: { partyInCharterCode: 'none' } }]);
  });

  it('ORG-14 the same once more is no news; one attribute less is; who does not work is not described', () => {
    const linked = set(soe, { massOrganizations: ['youthLeague', 'union'] });
    const again = set(soe, { massOrganizations: ['union', 'youthLeague', 'union'] });
    given(factsDecider, ...after(linked))
      .when(again)
      .then();
    given(factsDecider, ...after(linked))
      .when(set(soe, { massOrganizations: ['union'] }))
      .thenTypes('OrganizationAttributesSet');
    given(factsDecider).when(set(soe)).thenTypes('OrganizationAttributesSet');
    refuses(set({ ...soe, state: 'merging' }), 'STATE_NOT_ALLOWED');
  });
});

describe('ORG-15 the term review of a street’s leading group', () => {
  it('ORG-15 of the organization that leads a street, with outcome and date alone', () => {
    expect(after(review())).toEqual([
      { type: 'StreetTeamReviewed', data: { organizationId: 'org_1', outcomeCode: 'kept', reviewedOn: today, reviewedById: 'per_officer' } },
    ]);
    refuses(review({ subject: community }), 'LEVEL_NOT_ALLOWED');
    refuses(review({ subject: { ...street, leadsPlace: false } }), 'LEVEL_NOT_ALLOWED');
    refuses(review({ subject: { ...street, state: 'dissolved' } }), 'STATE_NOT_ALLOWED');
  });

  it('ORG-15 not ahead, ninety days back at most; the same review once', () => {
    refuses(review({ reviewedOn: '2026-03-03' }), 'FUTURE_DATED');
    refuses(review({ reviewedOn: '2025-12-01' }), 'BACKDATE_TOO_FAR');
    expect(after(review({ reviewedOn: '2025-12-02' }), review({ reviewedOn: '2025-12-02' }))).toHaveLength(1);
    expect(after(review(), review({ outcome: 'adjusted' }), review())).toHaveLength(3);
  });
});

describe('ORG-30 seats of community committees', () => {
  it('ORG-30 a seat that is held, of a community; the same words once', () => {
    expect(after(seat('pst_1'), seat('pst_1'), seat('pst_2'), seat('pst_1', { collegeDiploma: true }))).toHaveLength(3);
    refuses(seat('pst_1', { isSeat: false }), 'NOT_FOUND');
    refuses(seat('pst_1', { subject: street }), 'LEVEL_NOT_ALLOWED');
    refuses(seat('pst_1', { subject: { ...community, leadsPlace: false } }), 'LEVEL_NOT_ALLOWED');
  });

  it('ORG-14 ORG-15 ORG-30 the newest word of each kind stands whatever was said in between; a history gives the same state again', () => {
    const commands = fc.oneof(
      fc.constantFrom<FactsCommand>(set(soe), set(soe, { massOrganizations: ['union'] }), set(soe, { enterpriseClass: 'mixedOwnership' })),
      fc.constantFrom<FactsCommand>(review(), review({ outcome: 'adjusted' })),
      fc.tuple(fc.constantFrom('pst_1', 'pst_2'), fc.boolean()).map(([postId, nonHukou]) => seat(postId, { nonHukou })),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 30 }), (sequence) => {
        walk(factsDecider, sequence, () => undefined);
        const { attributes, review: last, seats } = given(factsDecider, ...after(...sequence)).state();
        const newest = (type: FactsCommand['type']) => sequence.findLast((command) => command.type === type);
        expect([attributes !== null, last !== null, seats.size > 0]).toEqual([newest('SetAttributes'), newest('ReviewTeam'), newest('SetSeat')].map(Boolean));
        const [said, of] = [newest('ReviewTeam'), newest('SetSeat')];
        if (said?.type === 'ReviewTeam') expect(last?.outcomeCode).toBe(said.outcome);
        if (of?.type === 'SetSeat') expect(seats.get(of.postId)?.nonHukou).toBe(of.nonHukou);
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });
});
