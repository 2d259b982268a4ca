import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { jointActionDecider, type JointActionEvent, type RecordJointAction } from './joint-action.decider.ts';
import { participationDecider, type NoteParticipation, type ParticipationEvent } from './participation.decider.ts';

const at = '2026-03-02T01:00:00.000Z';
const community = { id: 'org_c', level: 'community', leadsPlace: true, state: 'active' } as const;
const firm = { id: 'org_f', level: 'base', leadsPlace: false, state: 'active' } as const;
const record = (fields: Partial<RecordJointAction> = {}): RecordJointAction => ({
  type: 'RecordJointAction',
  actionId: 'jac_1',
  host: community,
  partners: [firm],
  kind: 'volunteering',
  heldOn: '2026-03-02',
  filing: { at, backdateDays: 90, fromAbove: false },
  byId: 'per_1',
  ...fields,
});
const recorded: JointActionEvent = {
  type: 'JointActionRecorded',
  data: { actionId: 'jac_1', organizationId: 'org_c', partnerIds: ['org_f'], kindCode: 'volunteering', heldOn: '2026-03-02', recordedById: 'per_1' },
};

describe('ORG-27 joint actions', () => {
  it('ORG-27 have a street or a community on one side, whichever held them', () => {
    given(jointActionDecider).when(record()).then(recorded);
    given(jointActionDecider, recorded).when(record()).then();
    const other = { ...firm, id: 'org_g' };
    given(jointActionDecider)
      .when(record({ host: firm, partners: [community] }))
      .thenTypes('JointActionRecorded');
    given(jointActionDecider)
      .when(record({ host: firm, partners: [{ ...community, level: 'street' }] }))
      .thenTypes('JointActionRecorded');
    given(jointActionDecider)
      .when(record({ partners: [firm, other, firm] }))
      .then({ ...recorded, data: { ...recorded.data, partnerIds: ['org_f', 'org_g'] } });
    for (const sides of [{ host: firm, partners: [other] }, { host: firm, partners: [community, other] }, { partners: [community] }])
      given(jointActionDecider).when(record(sides)).thenRejected('JOINT_WORK_SIDES');
    for (const level of ['district', 'base'] as const)
      given(jointActionDecider)
        .when(record({ host: { ...community, level } }))
        .thenRejected('JOINT_WORK_SIDES');
    given(jointActionDecider)
      .when(record({ host: { ...community, leadsPlace: false } }))
      .thenRejected('JOINT_WORK_SIDES');
  });
  it('ORG-27 are done by organizations that work, not ahead of the day and not too long ago', () => {
    given(jointActionDecider)
      .when(record({ partners: [{ ...firm, state: 'dissolved' }] }))
      .thenRejected('STATE_NOT_ALLOWED');
    given(jointActionDecider)
      .when(record({ heldOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    given(jointActionDecider)
      .when(record({ heldOn: '2025-12-01' }))
      .thenRejected('BACKDATE_TOO_FAR');
    given(jointActionDecider)
      .when(record({ heldOn: '2025-12-02' }))
      .thenTypes('JointActionRecorded');
  });
});

const note = (fields: Partial<NoteParticipation> = {}): NoteParticipation => ({
  type: 'NoteParticipation',
  organizationId: 'org_c',
  partnerId: 'org_f',
  year: '2026',
  kind: 'jointMeeting',
  occasionId: 'mtg_1',
  personId: 'per_1',
  heldOn: '2026-03-02',
  tookPart: true,
  ...fields,
});
const data = {
  organizationId: 'org_c',
  partnerId: 'org_f',
  periodCode: '2026',
  kindCode: 'jointMeeting',
  occasionId: 'mtg_1',
  personId: 'per_1',
  heldOn: '2026-03-02',
};
const counted: ParticipationEvent = { type: 'ParticipationCounted', data };

describe('ORG-27 participation', () => {
  it('ORG-27 is counted once for each person at a meeting and once for an action, and reversed when it is put right', () => {
    given(participationDecider).when(note()).then(counted);
    given(participationDecider, counted).when(note()).then();
    given(participationDecider, counted)
      .when(note({ personId: 'per_2' }))
      .thenTypes('ParticipationCounted');
    given(participationDecider, counted)
      .when(note({ tookPart: false }))
      .then({ type: 'ParticipationReversed', data });
    given(participationDecider)
      .when(note({ tookPart: false }))
      .then();
    given(participationDecider, counted, { type: 'ParticipationReversed', data }).when(note()).thenTypes('ParticipationCounted');
    const action = { kind: 'jointAction', occasionId: 'jac_1', personId: undefined } as const;
    given(participationDecider, counted).when(note(action)).thenTypes('ParticipationCounted');
  });
  it('ORG-27 whatever is told in whatever order, the last word about each fact stands', () => {
    const words = fc.record({ personId: fc.constantFrom('per_1', 'per_2', undefined), occasionId: fc.constantFrom('o1', 'o2'), tookPart: fc.boolean() });
    fc.assert(
      fc.property(fc.array(words, { maxLength: 30 }), (told) => {
        const sequence = told.map((word) => note(word));
        const events: ParticipationEvent[] = [];
        walk(participationDecider, sequence, () => undefined);
        for (const command of sequence) events.push(...participationDecider.decide(given(participationDecider, ...events).state(), command));
        const last = new Map(told.map(({ personId, occasionId, tookPart }) => [`${occasionId} ${personId ?? ''}`, tookPart]));
        expect(given(participationDecider, ...events).state().size).toBe([...last.values()].filter(Boolean).length);
      }),
      { numRuns: 200, seed: 20260302 },
    );
  });
});
