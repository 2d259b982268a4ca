import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { leaderLifeDecider, type LeaderLifeEvent, type NoteOccasion, type PassLeaderMoment } from './leader-life.decider.ts';
import { leaderDecider, type LeaderEvent, type ListLeader } from './leader.decider.ts';

const at = '2026-03-02T01:00:00.000Z';
const who = { personId: 'per_1', organizationId: 'org_d', at, byId: 'per_od' } as const;
const list = (fields: Partial<ListLeader> = {}): ListLeader => ({ type: 'ListLeader', ...who, level: 'district', below: true, ...fields });
const listed: LeaderEvent = { type: 'LeaderListed', data: { personId: 'per_1', organizationId: 'org_d', listedOn: '2026-03-02', listedById: 'per_od' } };
const delisted: LeaderEvent = {
  type: 'LeaderDelisted',
  data: { personId: 'per_1', organizationId: 'org_d', delistedOn: '2026-03-02', delistedById: 'per_od' },
};

describe('ORG-42 the list of leaders', () => {
  it('ORG-42 is kept by the city and the districts, over their own members, each on one list', () => {
    given(leaderDecider).when(list()).then(listed);
    given(leaderDecider)
      .when(list({ level: 'city' }))
      .thenTypes('LeaderListed');
    given(leaderDecider, listed).when(list()).then();
    for (const level of ['street', 'community', 'base'] as const) given(leaderDecider).when(list({ level })).thenRejected('LEADERS_BY_DISTRICT');
    given(leaderDecider)
      .when(list({ below: false }))
      .thenRejected('NOT_FOUND');
    given(leaderDecider, listed)
      .when(list({ organizationId: 'org_c', level: 'city' }))
      .thenRejected('LEADER_LISTED');
  });
  it('ORG-42 is left by the word of who keeps it, and may be entered again', () => {
    given(leaderDecider, listed)
      .when({ type: 'DelistLeader', ...who })
      .then(delisted);
    given(leaderDecider, listed)
      .when({ type: 'DelistLeader', ...who, organizationId: 'org_c' })
      .thenRejected('NOT_FOUND');
    given(leaderDecider)
      .when({ type: 'DelistLeader', ...who })
      .thenRejected('NOT_FOUND');
    given(leaderDecider, listed, delisted).when(list()).then(listed);
  });
});

const year = { personId: 'per_1', year: '2026', needs: { attend: 2, lecture: 1 } } as const;
const data = { personId: 'per_1', periodCode: '2026' };
const note = (occasionId: string, fields: Partial<NoteOccasion>): NoteOccasion => ({
  type: 'NoteOccasion',
  ...year,
  occasionId,
  organizationId: 'org_b',
  heldOn: '2026-04-01',
  ...fields,
});
const noted = (occasionId: string, attended: boolean, lectured: boolean): LeaderLifeEvent => ({
  type: 'LeaderOccasionNoted',
  data: { ...data, occasionId, organizationId: 'org_b', heldOn: '2026-04-01', attended, lectured },
});
const closesAt = '2027-01-04T16:00:00.000Z';
const close = (fields: Partial<PassLeaderMoment> = {}): PassLeaderMoment => ({
  type: 'CloseLeaderYear',
  ...year,
  scheduledAt: closesAt,
  at: closesAt,
  ...fields,
});
const came = (occasionId: string) => noted(occasionId, true, false);
const spoke = (occasionId: string) => noted(occasionId, false, true);
const result = (type: 'LeaderLifeMet' | 'LeaderLifeMissed' | 'LeaderLifeWarned', occasions: number, lectures: number): LeaderLifeEvent => ({
  type,
  data: { ...data, occasions, lectures },
});

describe('ORG-42 the year of a leader', () => {
  it.each([
    ['one attendance and one lecture', [came('mtg_1'), spoke('mtg_2')], 'LeaderLifeMet', 2, 1],
    ['two attendances and no lecture', [came('mtg_1'), came('mtg_2')], 'LeaderLifeMissed', 2, 0],
    ['one lecture alone', [spoke('mtg_1')], 'LeaderLifeMissed', 1, 1],
    ['one meeting attended with the lecture given there', [noted('mtg_1', true, true)], 'LeaderLifeMissed', 1, 1],
    ['two lectures', [spoke('mtg_1'), spoke('mtg_2')], 'LeaderLifeMet', 2, 2],
    ['two attendances and one lecture', [came('mtg_1'), came('mtg_2'), spoke('mtg_3')], 'LeaderLifeMet', 3, 1],
    ['an attendance that was put right', [came('mtg_1'), noted('mtg_1', false, false), spoke('mtg_2')], 'LeaderLifeMissed', 1, 1],
    ['nothing', [], 'LeaderLifeMissed', 0, 0],
  ] as const)('ORG-42 closes with %s', (_what, past, type, occasions, lectures) =>
    given(leaderLifeDecider, ...past)
      .when(close())
      .then(result(type, occasions, lectures)),
  );
  it('ORG-42 is closed at its moment, once, by the numbers of the year', () => {
    const past = [came('mtg_1'), spoke('mtg_2')];
    given(leaderLifeDecider, ...past)
      .when(close({ at: '2027-01-04T15:59:59.999Z' }))
      .then();
    given(leaderLifeDecider, ...past, result('LeaderLifeMet', 2, 1))
      .when(close())
      .then();
    given(leaderLifeDecider, ...past)
      .when(close({ needs: { attend: 3, lecture: 1 } }))
      .then(result('LeaderLifeMissed', 2, 1));
    given(leaderLifeDecider, ...past)
      .when(close({ needs: { attend: 2, lecture: 2 } }))
      .then(result('LeaderLifeMissed', 2, 1));
  });
  it('ORG-42 warns on 1 October whoever has not enough, once', () => {
    const warn = close({ type: 'WarnLeader', scheduledAt: '2026-09-30T16:00:00.000Z', at: '2026-09-30T16:00:00.000Z' });
    given(leaderLifeDecider, came('mtg_1'))
      .when(warn)
      .then(result('LeaderLifeWarned', 1, 0));
    given(leaderLifeDecider, came('mtg_1'), result('LeaderLifeWarned', 1, 0))
      .when(warn)
      .then();
    given(leaderLifeDecider, came('mtg_1'), spoke('mtg_2')).when(warn).then();
    given(leaderLifeDecider)
      .when({ ...warn, at: '2026-09-30T15:59:59.999Z' })
      .then();
  });
  it('ORG-42 notes each meeting once; after the closing a late entry and a correction turn the year', () => {
    given(leaderLifeDecider)
      .when(note('mtg_1', { attended: true }))
      .then(came('mtg_1'));
    given(leaderLifeDecider, came('mtg_1'))
      .when(note('mtg_1', { attended: true }))
      .then();
    given(leaderLifeDecider)
      .when(note('mtg_1', { attended: false }))
      .then();
    given(leaderLifeDecider, came('mtg_1'))
      .when(note('mtg_1', { lectured: true }))
      .then(noted('mtg_1', true, true));
    given(leaderLifeDecider, came('mtg_1'), result('LeaderLifeMissed', 1, 0))
      .when(note('mtg_2', { lectured: true }))
      .then(spoke('mtg_2'), result('LeaderLifeMet', 2, 1));
    given(leaderLifeDecider, came('mtg_1'), spoke('mtg_2'), result('LeaderLifeMet', 2, 1))
      .when(note('mtg_1', { attended: false }))
      .then(noted('mtg_1', false, false), result('LeaderLifeMissed', 1, 1));
  });
});
