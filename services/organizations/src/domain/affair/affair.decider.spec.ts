import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { affairDecider, type AffairCommand, type AffairEvent, type ObjectToAffair, type PublishAffair, type RecordConsultation } from './affair.decider.ts';

const about = { affairId: 'aff_1', organizationId: 'org_1', organizationState: 'active', affair: 'plan', subjectRef: 'ref_1', byId: 'per_secretary' } as const;
const at = '2026-03-02T01:00:00.000Z';
const consult = (fields: Partial<RecordConsultation> = {}): RecordConsultation => ({
  type: 'RecordConsultation',
  ...about,
  fromOn: '2026-02-20',
  untilOn: '2026-03-01',
  asked: 9,
  opinions: 4,
  adopted: 2,
  filing: { at, backdateDays: 30, fromAbove: false, reasonRef: undefined },
  ...fields,
});
const publish = (fields: Partial<PublishAffair> = {}): PublishAffair => ({
  type: 'PublishAffair',
  ...about,
  textRef: 'ref_2',
  untilOn: '2026-03-09',
  noticeDays: 7,
  at,
  ...fields,
});
const object = (n: number, fields: Partial<ObjectToAffair> = {}): ObjectToAffair => ({
  type: 'ObjectToAffair',
  objectionId: `obj_${n}`,
  personId: `per_${n}`,
  belongs: true,
  textRef: 'ref_3',
  at,
  ...fields,
});
const reply = (n: number): AffairCommand => ({ type: 'AnswerObjection', objectionId: `obj_${n}`, textRef: 'ref_4', at, byId: 'per_secretary' });
const after = (...commands: readonly AffairCommand[]): readonly AffairEvent[] =>
  commands.reduce<readonly AffairEvent[]>((past, command) => [...past, ...affairDecider.decide(given(affairDecider, ...past).state(), command)], []);
const types = (...commands: readonly AffairCommand[]) => after(...commands).map(({ type }) => type);

describe('ORG-45 open party affairs and consultation', () => {
  it('ORG-45 a consultation has its dates and counts that can be', () => {
    expect(after(consult())).toMatchObject([{ type: 'ConsultationRecorded', data: { untilOn: '2026-03-01', asked: 9, opinions: 4, adopted: 2 } }]);
    expect(types(consult({ asked: 4, opinions: 4, adopted: 4 }))).toEqual(['ConsultationRecorded']);
    expect(types(consult({ fromOn: '2026-03-01' }))).toEqual(['ConsultationRecorded']);
    for (const counts of [
      { asked: 0, opinions: 0, adopted: 0 },
      { asked: 3, opinions: 4 },
      { opinions: 1, adopted: 2 },
    ]) {
      given(affairDecider).when(consult(counts)).thenRejected('OPINION_COUNT_WRONG');
    }
    given(affairDecider)
      .when(consult({ fromOn: '2026-03-02' }))
      .thenRejected('PERIOD_INVALID');
    given(affairDecider)
      .when(consult({ untilOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    given(affairDecider)
      .when(consult({ fromOn: '2026-01-01', untilOn: '2026-01-30' }))
      .thenRejected('BACKDATE_TOO_FAR');
    given(affairDecider)
      .when(consult({ organizationState: 'dissolved' }))
      .thenRejected('STATE_NOT_ALLOWED');
  });

  it('ORG-45 is shown for the days that are set, and one less is too short', () => {
    expect(after(publish())).toMatchObject([{ type: 'AffairsPublished', data: { publishedOn: '2026-03-02', untilOn: '2026-03-09' } }]);
    expect(types(publish({ untilOn: '2026-03-10' }))).toEqual(['AffairsPublished']);
    given(affairDecider)
      .when(publish({ untilOn: '2026-03-08' }))
      .thenRejected('DEADLINE_TOO_SHORT');
    given(affairDecider, ...after(publish()))
      .when(publish())
      .thenRejected('STATE_NOT_ALLOWED');
    given(affairDecider)
      .when(publish({ organizationState: 'dissolved' }))
      .thenRejected('STATE_NOT_ALLOWED');
  });

  it('ORG-45 what was consulted on is made known by the same organization, as the same type', () => {
    expect(types(consult(), publish())).toEqual(['ConsultationRecorded', 'AffairsPublished']);
    for (const other of [{ organizationId: 'org_2' }, { affair: 'budget' }] as const) {
      given(affairDecider, ...after(consult()))
        .when(publish(other))
        .thenRejected('NOT_FOUND');
    }
  });

  it('ORG-45 the own members object while it is shown, once each, and each is answered once', () => {
    const shown = after(publish());
    expect(types(publish(), object(1), object(2), reply(1))).toEqual(['AffairsPublished', 'AffairsObjected', 'AffairsObjected', 'AffairsObjectionAnswered']);
    expect(types(publish(), object(1, { at: '2026-03-09T15:59:59.000Z' }))).toHaveLength(2);
    given(affairDecider, ...shown)
      .when(object(1, { at: '2026-03-09T16:00:00.000Z' }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(affairDecider, ...shown)
      .when(object(1, { belongs: false }))
      .thenRejected('NOT_FOUND');
    given(affairDecider, ...after(consult()))
      .when(object(1))
      .thenRejected('NOT_FOUND');
    given(affairDecider, ...after(publish(), object(1)))
      .when(object(2, { personId: 'per_1' }))
      .thenRejected('ALREADY_EXISTS');
    given(affairDecider, ...after(publish(), object(1)))
      .when(object(1))
      .then();
    given(affairDecider, ...shown)
      .when(reply(1))
      .thenRejected('NOT_FOUND');
    given(affairDecider, ...after(publish(), object(1), reply(1)))
      .when(reply(1))
      .thenRejected('STATE_NOT_ALLOWED');
  });

  it('ORG-45 no sequence of commands forgets an objection, answers one unasked, or lets anybody object twice', () => {
    const n = fc.integer({ min: 1, max: 3 });
    const command = fc.oneof(
      fc.constant(consult()),
      fc.constant(publish()),
      n.map((one) => object(one)),
      fc.tuple(n, n).map(([one, other]) => object(one, { personId: `per_${other}` })),
      n.map(reply),
    );
    fc.assert(
      fc.property(fc.array(command, { maxLength: 20 }), (sequence) => {
        walk(affairDecider, sequence, (before, now) => {
          const objections = [...(now?.objections ?? [])];
          expect(objections.length).toBeGreaterThanOrEqual(before?.objections.size ?? 0);
          expect(new Set(objections.map(([, { personId }]) => personId)).size).toBe(objections.length);
          if (objections.length > 0) expect(now?.publishedUntil).not.toBeNull();
          expect(before?.publishedUntil ?? now?.publishedUntil).toBe(now?.publishedUntil);
        });
      }),
      { numRuns: 300, seed: 20260302 },
    );
  });
});
