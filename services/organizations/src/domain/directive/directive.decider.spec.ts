import { describe, expect, it } from '@jest/globals';
import type { DirectiveDrafted, DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import { fold } from '@zhitong/kernel';
import { given } from '@zhitong/testing';
import type { DirectiveCommand, IssueDirective } from './directive.commands.ts';
import { directiveDecider } from './directive.decider.ts';
import type { DirectiveEvent } from './directive-state.ts';
import { momentsOf, type DirectiveSettings } from './directive-clock.ts';
import type { ForwardDirective } from './forward-directive.ts';

const at = '2026-03-02T01:00:00.000Z'; // Monday 09:00 in Shanghai
const settings: DirectiveSettings = { ackHours: 72, urgentAckHours: 24, minReportWorkdays: 3, burdenCap: 5, maxHops: 1, calendar: [] };
const clause = { levelCodes: ['base'], kindCodes: [], sectorCodes: [], organizationIds: [] };

const draft = (change: Partial<DirectiveDrafted> = {}): DirectiveEvent => ({
  type: 'DirectiveDrafted',
  data: {
    directiveId: 'dir_1',
    issuerId: 'org_city',
    kind: 'task',
    titleRef: 'txt_t',
    textRef: 'txt_1',
    textHash: 'a1',
    clauses: [clause],
    excludeIds: [],
    urgent: false,
    forwardingAllowed: true,
    draftedById: 'per_a',
    draftedAt: at,
    ...change,
  },
});
const issue = (change: Partial<IssueDirective> = {}): IssueDirective => ({
  type: 'IssueDirective',
  actorId: 'per_a',
  at,
  treeVersion: 7,
  issuerLevel: 'city',
  view: 'place',
  addresseeCount: 3,
  burden: 1,
  askedBefore: false,
  settings,
  ...change,
});

/** The facts that lead there; refused commands show up at once. */
function sent(change: Partial<DirectiveDrafted> = {}, command: Partial<IssueDirective> = {}): readonly DirectiveEvent[] {
  const drafted = draft(change);
  return [drafted, ...directiveDecider.decide(fold(directiveDecider, [drafted]), issue(command))];
}
const issuedTerms = (...past: readonly DirectiveEvent[]): DirectiveTerms => {
  const state = fold(directiveDecider, past);
  if (state.status === 'absent' || state.status === 'draft') throw new Error('not issued');
  return state.terms;
};

describe('LINK-01 issuing', () => {
  it('names the first offender', () =>
    given(directiveDecider, draft())
      .when(issue({ offenderId: 'org_x' }))
      .thenRejected('OUT_OF_SCOPE', { organizationId: 'org_x' }));
  it('issues nothing to nobody', () =>
    given(directiveDecider, draft())
      .when(issue({ addresseeCount: 0 }))
      .thenRejected('EMPTY_SCOPE'));
  it('the fifth task in 30 days needs nobody else', () =>
    given(directiveDecider, draft())
      .when(issue({ burden: 5 }))
      .thenTypes('DirectiveIssued'));
  it('the sixth needs a second person', () => {
    given(directiveDecider, draft())
      .when(issue({ burden: 6 }))
      .thenRejected('SECOND_PERSON_REQUIRED', { burden: 6, cap: 5 });
    given(directiveDecider, draft())
      .when(issue({ burden: 6, actorId: 'per_b' }))
      .thenTypes('DirectiveIssued');
  });
  it('a notice is no burden', () =>
    given(directiveDecider, draft({ kind: 'notice' }))
      .when(issue({ burden: 6 }))
      .thenTypes('DirectiveIssued'));
  it('goes out once', () =>
    given(directiveDecider, ...sent())
      .when(issue())
      .thenRejected('STATE_NOT_ALLOWED'));
  it('does not exist before it was drafted', () => given(directiveDecider).when(issue()).thenRejected('NOT_FOUND'));
});

describe('LINK-05 deadlines', () => {
  it('72 h to the millisecond, 24 h when urgent', () => {
    expect(issuedTerms(...sent()).acknowledgeDueAt).toBe('2026-03-05T01:00:00.000Z');
    expect(issuedTerms(...sent({ urgent: true })).acknowledgeDueAt).toBe('2026-03-03T01:00:00.000Z');
  });
  it('a report is due three working days later at the earliest', () => {
    expect(issuedTerms(...sent({ reportDueOn: '2026-03-05' })).reportDueAt).toBe('2026-03-05T15:59:59.999Z');
    given(directiveDecider, draft({ reportDueOn: '2026-03-04' }))
      .when(issue())
      .thenRejected('DEADLINE_TOO_SHORT', { earliest: '2026-03-05' });
  });
  it('counts moved working days', () =>
    given(directiveDecider, draft({ reportDueOn: '2026-03-05' }))
      .when(issue({ settings: { ...settings, calendar: ['2026-03-03=off'] } }))
      .thenRejected('DEADLINE_TOO_SHORT'));
  it('reminds at half time and 24 h before, is over one millisecond after', () =>
    expect(momentsOf(issuedTerms(...sent()), 30)).toEqual([
      { moment: 'acknowledgeHalfTime', at: '2026-03-03T13:00:00.000Z' },
      { moment: 'acknowledgeLastDay', at: '2026-03-04T01:00:00.000Z' },
      { moment: 'acknowledgeOver', at: '2026-03-05T01:00:00.001Z' },
      { moment: 'expiry', at: '2026-04-04T16:00:00.000Z' },
    ]));
  it('24 h leave no room for a reminder 24 h before', () =>
    expect(momentsOf(issuedTerms(...sent({ urgent: true })), 30).map(({ moment }) => moment)).toEqual(['acknowledgeHalfTime', 'acknowledgeOver', 'expiry']));
  it('works a moment off once', () => {
    const pass: DirectiveCommand = { type: 'PassMoment', at, moment: 'acknowledgeOver', textVersion: 1 };
    const passed: DirectiveEvent = {
      type: 'DirectiveMomentPassed',
      data: { directiveId: 'dir_1', momentCode: 'acknowledgeOver', textVersion: 1, passedAt: at },
    };
    given(directiveDecider, ...sent())
      .when(pass)
      .then(passed);
    given(directiveDecider, ...sent(), passed)
      .when(pass)
      .then();
    given(directiveDecider, ...sent())
      .when({ ...pass, textVersion: 2 })
      .then();
  });
  it('the issuer reminds once a day', () => {
    const remind = (today: string): DirectiveCommand => ({ type: 'RemindDirective', at, today });
    const reminded: DirectiveEvent = { type: 'DirectiveReminded', data: { directiveId: 'dir_1', remindedOn: '2026-03-02', remindedAt: at } };
    given(directiveDecider, ...sent())
      .when(remind('2026-03-02'))
      .then(reminded);
    given(directiveDecider, ...sent(), reminded)
      .when(remind('2026-03-02'))
      .thenRejected('ALREADY_REMINDED_TODAY');
    given(directiveDecider, ...sent(), reminded)
      .when(remind('2026-03-03'))
      .thenTypes('DirectiveReminded');
  });
});

describe('LINK-07 asking again', () => {
  const asking = draft({ kind: 'survey', topicCode: 'training', reportDueOn: '2026-03-20' });
  it('needs a reason and is warned', () => {
    given(directiveDecider, asking)
      .when(issue({ askedBefore: true }))
      .thenRejected('REASON_REQUIRED');
    const [issued] = directiveDecider.decide(fold(directiveDecider, [asking]), issue({ askedBefore: true, reasonCode: 'figuresChanged' }));
    expect(issued).toMatchObject({ data: { warnings: ['REPORT_ASKED_BEFORE'], reasonCode: 'figuresChanged' } });
  });
});

describe('LINK-06 forwarding', () => {
  const command = (change: Partial<ForwardDirective> = {}): DirectiveCommand => ({
    type: 'ForwardDirective',
    at,
    actorId: 'per_s',
    parentDirectiveId: 'dir_1',
    childDirectiveId: 'dir_2',
    organizationId: 'org_s1',
    organizationLevel: 'street',
    ancestorIds: ['org_city', 'org_d1', 'org_s1'],
    isAddressee: true,
    scope: { clauses: [clause], excludeIds: [] },
    treeVersion: 8,
    addresseeCount: 2,
    settings,
    ...change,
  });
  it('is forbidden unless the issuer allowed it', () =>
    given(directiveDecider, ...sent({ forwardingAllowed: false }))
      .when(command())
      .thenRejected('FORWARDING_FORBIDDEN'));
  it('is for addressees', () =>
    given(directiveDecider, ...sent())
      .when(command({ isAddressee: false }))
      .thenRejected('OUT_OF_SCOPE'));
  it('keeps the root, the text and its hash', () => {
    const [forwarded] = directiveDecider.decide(fold(directiveDecider, sent()), command({ noteRef: 'txt_n' }));
    expect(forwarded).toMatchObject({
      type: 'DirectiveForwarded',
      data: {
        hops: 1,
        textRef: 'txt_1',
        textHash: 'a1',
        noteRef: 'txt_n',
        terms: { rootDirectiveId: 'dir_1', issuerId: 'org_s1' },
        addressees: { without: [{ issuerId: 'org_city' }] },
      },
    });
  });
  it('goes one hop, not two', () => {
    const past = [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), command())];
    given(directiveDecider, ...past)
      .when(command({ parentDirectiveId: 'dir_2', childDirectiveId: 'dir_3' }))
      .thenRejected('HOP_LIMIT', { maxHops: 1 });
    given(directiveDecider, ...past)
      .when(command({ parentDirectiveId: 'dir_2', childDirectiveId: 'dir_3', settings: { ...settings, maxHops: 2 } }))
      .thenTypes('DirectiveForwarded');
  });
  it('leaves out whom an upper or lower forwarder addressed, not a neighbour', () => {
    const past = [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), command())];
    const rules = (change: Partial<ForwardDirective>) => {
      const [event] = directiveDecider.decide(fold(directiveDecider, past), command({ childDirectiveId: 'dir_3', ...change }));
      return event?.type === 'DirectiveForwarded' ? event.data.addressees?.without.map(({ issuerId }) => issuerId) : [];
    };
    expect(rules({ organizationId: 'org_c1', ancestorIds: ['org_city', 'org_d1', 'org_s1', 'org_c1'] })).toEqual(['org_city', 'org_s1']);
    expect(rules({ organizationId: 'org_s2', ancestorIds: ['org_city', 'org_d1', 'org_s2'] })).toEqual(['org_city']);
  });
  it('is due no later than the original: equal is allowed', () => {
    given(directiveDecider, ...sent())
      .when(command({ acknowledgeDueAt: '2026-03-05T01:00:00.000Z' }))
      .thenTypes('DirectiveForwarded');
    given(directiveDecider, ...sent())
      .when(command({ acknowledgeDueAt: '2026-03-05T01:00:00.001Z' }))
      .thenRejected('DEADLINE_TOO_LATE');
    given(directiveDecider, ...sent({ reportDueOn: '2026-03-20' }))
      .when(command({ reportDueOn: '2026-03-21' }))
      .thenRejected('DEADLINE_TOO_LATE');
    given(directiveDecider, ...sent())
      .when(command({ reportDueOn: '2026-03-04' }))
      .thenRejected('DEADLINE_TOO_LATE');
  });
  it('a note alone is a supplement; nothing new without a note is refused', () => {
    given(directiveDecider, ...sent())
      .when(command({ addresseeCount: 0, noteRef: 'txt_n' }))
      .thenTypes('DirectiveForwarded');
    given(directiveDecider, ...sent())
      .when(command({ addresseeCount: 0 }))
      .thenRejected('EMPTY_SCOPE');
  });
});

describe('LINK-08 amend, recall, close', () => {
  const amend = (material: boolean, textHash = 'b2'): DirectiveCommand => ({
    type: 'AmendDirective',
    at: '2026-03-03T01:00:00.000Z',
    material,
    textRef: 'txt_2',
    textHash,
    settings,
  });
  it('material: a new version with new clocks', () => {
    const past = [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), amend(true))];
    expect(issuedTerms(...past)).toMatchObject({ textVersion: 2, issuedAt: '2026-03-03T01:00:00.000Z', acknowledgeDueAt: '2026-03-06T01:00:00.000Z' });
  });
  it('editorial: receipts stay', () =>
    expect(issuedTerms(...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), amend(false)))).toEqual(issuedTerms(...sent())));
  it('the same text again is no amendment', () =>
    given(directiveDecider, ...sent())
      .when(amend(true, 'a1'))
      .then());
  it('a recall is final', () => {
    const recall: DirectiveCommand = { type: 'RecallDirective', at, reasonRef: 'txt_r' };
    const past = [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), recall)];
    for (const command of [recall, amend(true), issue()])
      given(directiveDecider, ...past)
        .when(command)
        .thenRejected('STATE_NOT_ALLOWED');
    given(directiveDecider, ...past)
      .when({ type: 'CloseDirective', at, cause: 'expired' })
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('closes once', () => {
    const close: DirectiveCommand = { type: 'CloseDirective', at, cause: 'byHand' };
    const past = [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), close)];
    given(directiveDecider, ...past)
      .when({ ...close, cause: 'expired' })
      .then();
    given(directiveDecider, ...past)
      .when({ type: 'PassMoment', at, moment: 'expiry', textVersion: 1 })
      .then();
  });
  it('the time of an old text ends no newer one', () => {
    const past = [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), amend(true))];
    const expired = (textVersion: number): DirectiveCommand => ({ type: 'CloseDirective', at, cause: 'expired', textVersion });
    given(directiveDecider, ...past)
      .when(expired(1))
      .then();
    given(directiveDecider, ...past)
      .when(expired(2))
      .thenTypes('DirectiveClosed');
  });
});

describe('LINK-09 a duty that moves', () => {
  const move = (toOrganizationId?: string): DirectiveCommand => ({ type: 'MoveDuty', at, fromOrganizationId: 'org_b1', toOrganizationId, treeVersion: 9 });
  it('goes to the successor once', () => {
    const past = [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), move('org_c1'))];
    expect(fold(directiveDecider, past)).toMatchObject({ addressees: { addedIds: ['org_c1'], leftIds: ['org_b1'] } });
    given(directiveDecider, ...past)
      .when(move('org_c1'))
      .then();
  });
  it('only leaves when the successor is addressed already', () =>
    expect(fold(directiveDecider, [...sent(), ...directiveDecider.decide(fold(directiveDecider, sent()), move())])).toMatchObject({
      addressees: { addedIds: [], leftIds: ['org_b1'] },
    }));
});
