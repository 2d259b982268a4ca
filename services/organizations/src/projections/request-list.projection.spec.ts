import { describe, expect, it } from '@jest/globals';
import type { RequestTopic } from '@zhitong/catalogue';
import { fold } from '@zhitong/kernel';
import { recorded, rowsAfter } from '../../test/fold.samples.ts';
import type { RequestSettings } from '../domain/request/request-clock.ts';
import { requestDecider, type RequestCommand } from '../domain/request/request.decider.ts';
import type { Holder } from '../domain/request/request-routing.ts';
import type { RequestEvent } from '../domain/request/request-state.ts';
import { requestInvolvement } from './request-involvement.projection.ts';
import { requestList } from './request-list.projection.ts';

const at = '2026-03-02T02:00:00.000Z';
const settings: RequestSettings = {
  acceptWorkdays: 2,
  answerWorkdays: 10,
  urgentWorkdays: 3,
  escalatedWorkdays: 5,
  reopenWorkdays: 5,
  confirmDays: 7,
  maxReroutes: 2,
  maxReopen: 2,
  maxPauseWorkdays: 10,
  calendar: [],
};
const topic: RequestTopic = { topicCode: 'dues', office: 'funding', view: 'place', minLevel: 'street', maxLevel: 'district' };
const street: Holder = { organizationId: 'org_s1', office: 'funding', level: 'street' };
const district: Holder = { organizationId: 'org_d1', office: 'funding', level: 'district' };

const submit: RequestCommand = {
  type: 'SubmitRequest',
  requestId: 'req_1',
  submitterId: 'org_b1',
  actorId: 'per_a',
  topic,
  textRef: 'txt_1',
  urgent: false,
  anotherIsOpen: false,
  route: { holder: street, view: 'place', informedIds: ['org_c1'], gap: false },
  treeVersion: 7,
  at,
  settings,
};
const accept: RequestCommand = { type: 'AcceptRequest', at, officerId: 'per_o' };
const answer = (when: string): RequestCommand => ({ type: 'AnswerRequest', at: when, answer: 'done', textRef: 'txt_2', settings });
const pass = (when: string): RequestCommand => ({ type: 'PassDeadline', at: when, above: () => district, settings });

const history = (...commands: readonly RequestCommand[]) =>
  commands
    .reduce<readonly RequestEvent[]>((past, command) => [...past, ...requestDecider.decide(fold(requestDecider, past), command)], [])
    .map((event, n) => recorded('request', 'req_1', n + 1, event, at));
const rows = (...commands: readonly RequestCommand[]) => rowsAfter(requestList, undefined, history(...commands));
const row = async (...commands: readonly RequestCommand[]) => (await rows(...commands)).get('req_1');

describe('LINK-19 who holds it now', () => {
  it('holder, since when, until when, what is owed', async () =>
    expect(await row(submit)).toMatchObject({
      holderId: 'org_s1',
      heldSince: at,
      duty: 'accept',
      dueAt: '2026-03-04T15:59:59.999Z',
      held: true,
      asked: false,
      version: 2,
    }));
  it("the officer is named once accepted, and not the next holder's", async () => {
    expect((await row(submit, accept))?.officerId).toBe('per_o');
    expect(await row(submit, accept, pass('2026-03-16T16:00:00.000Z'))).toMatchObject({
      officerId: null,
      holderId: 'org_d1',
      request: { coHolders: [street] },
    });
  });
  it('an answer asks the submitter', async () =>
    expect(await row(submit, accept, answer(at))).toMatchObject({ held: false, asked: true, duty: null, dueAt: '2026-03-09T15:59:59.999Z', open: true }));
  it('keeps its steps with the texts for those who may read them', async () =>
    expect((await row(submit, accept, answer(at)))?.steps.map(({ step, textRef }) => [step, textRef])).toEqual([
      ['RequestSubmitted', 'txt_1'],
      ['RequestRouted', null],
      ['RequestAccepted', null],
      ['RequestAnswered', 'txt_2'],
    ]));
  it('LINK-14 levels passed over know of it; former holders too', async () => {
    const involved = await rowsAfter(requestInvolvement, undefined, history(submit, pass('2026-03-04T16:00:00.000Z')));
    expect([...involved.values()].map(({ organizationId, role }) => [organizationId, role])).toEqual([
      ['org_c1', 'informed'],
      ['org_s1', 'coHolder'],
    ]);
  });
});
