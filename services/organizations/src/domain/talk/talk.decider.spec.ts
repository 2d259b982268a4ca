import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { talkDecider, type Participant, type RecordTalk, type TalkEvent } from './talk.decider.ts';

const nobody = { secretary: false, committee: false, member: false, branchSecretary: false };
const secretary: Participant = { ...nobody, personId: 'per_s', secretary: true, committee: true, member: true };
const seated: Participant = { ...nobody, personId: 'per_c', committee: true, member: true };
const [member, other] = ['per_m', 'per_o'].map((personId): Participant => ({ ...nobody, personId, member: true })) as [Participant, Participant];
const branchSecretary: Participant = { ...nobody, personId: 'per_b', branchSecretary: true };
const stranger: Participant = { ...nobody, personId: 'per_x' };

const record = (fields: Partial<RecordTalk> = {}): RecordTalk => ({
  type: 'RecordTalk',
  talkId: 'tlk_1',
  organization: { id: 'org_1', kind: 'committee', sector: 'agency', state: 'active' },
  branch: null,
  kind: 'memberMember',
  participants: [member, other],
  heldOn: '2026-03-02',
  filing: { at: '2026-03-02T09:00:00.000Z', backdateDays: 90, fromAbove: false, reasonRef: undefined },
  byId: 'per_officer',
  ...fields,
});
const recorded = (kindCode: string, participantIds: string[], branchId?: string): TalkEvent => ({
  type: 'TalkRecorded',
  data: {
    ...{ talkId: 'tlk_1', organizationId: 'org_1', kindCode, participantIds, branchId, heldOn: '2026-03-02' },
    ...{ recordedById: 'per_officer', lateReasonRef: undefined },
  },
});
const branch = { id: 'org_b', kind: 'branch', below: true } as const;

describe('ORG-41 talks', () => {
  it('ORG-41 are of a kind, whichever of the two is named first; who and when is all that is kept', () => {
    given(talkDecider)
      .when(record())
      .then(recorded('memberMember', ['per_m', 'per_o']));
    for (const participants of [
      [secretary, seated],
      [seated, secretary],
    ] as const)
      given(talkDecider)
        .when(record({ kind: 'secretaryCommittee', participants }))
        .then(
          recorded(
            'secretaryCommittee',
            participants.map(({ personId }) => personId),
          ),
        );
    given(talkDecider)
      .when(record({ kind: 'committeeMember', participants: [member, seated] }))
      .then(recorded('committeeMember', ['per_m', 'per_c']));
    given(talkDecider)
      .when(record({ kind: 'twoWay', participants: [secretary, branchSecretary], branch }))
      .then(recorded('twoWay', ['per_s', 'per_b'], 'org_b'));
  });
  it('ORG-41 are refused between two who do not stand to each other so, and with oneself', () => {
    const wrong: readonly Partial<RecordTalk>[] = [
      { participants: [member, stranger] },
      { participants: [member, member] },
      { kind: 'secretaryCommittee', participants: [secretary, member] },
      { kind: 'secretaryCommittee', participants: [secretary, secretary] },
      { kind: 'committeeMember', participants: [member, other] },
      { kind: 'twoWay', participants: [seated, branchSecretary], branch },
      { kind: 'twoWay', participants: [secretary, member], branch },
    ];
    for (const fields of wrong) given(talkDecider).when(record(fields)).thenRejected('TALK_PAIR_WRONG');
  });
  it('ORG-41 two-way talks are those of the committee of an agency with a branch below it', () => {
    const twoWay = { kind: 'twoWay', participants: [secretary, branchSecretary], branch } as const;
    const wrong: readonly Partial<RecordTalk>[] = [
      { organization: { id: 'org_1', kind: 'committee', sector: 'soe', state: 'active' } },
      { organization: { id: 'org_1', kind: 'generalBranch', sector: 'agency', state: 'active' } },
      { branch: { ...branch, below: false } },
      { branch: { ...branch, kind: 'generalBranch' } },
    ];
    for (const fields of wrong)
      given(talkDecider)
        .when(record({ ...twoWay, ...fields }))
        .thenRejected('TALK_PAIR_WRONG');
    given(talkDecider)
      .when(record({ ...twoWay, branch: null }))
      .thenRejected('TALK_BRANCH_MISMATCH');
    given(talkDecider).when(record({ branch })).thenRejected('TALK_BRANCH_MISMATCH');
  });
  it('ORG-41 are recorded once, not ahead, not too far back, and not for an organization that is gone', () => {
    given(talkDecider, recorded('memberMember', ['per_m', 'per_o']))
      .when(record())
      .then();
    given(talkDecider)
      .when(record({ heldOn: '2025-12-02' }))
      .thenTypes('TalkRecorded');
    given(talkDecider)
      .when(record({ heldOn: '2025-12-01' }))
      .thenRejected('BACKDATE_TOO_FAR');
    given(talkDecider)
      .when(record({ heldOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    given(talkDecider)
      .when(record({ organization: { id: 'org_1', kind: 'committee', sector: 'agency', state: 'dissolved' } }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
});
