import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { meetingDecider } from './meeting.decider.ts';
import type { MeetingCommand } from './meeting.commands.ts';
import type { MeetingEvent } from './meeting-state.ts';
import {
  cancel,
  cancelled,
  confirm,
  confirmed,
  convener,
  filing,
  held,
  hold,
  minute,
  minuted,
  motion,
  notified,
  notify,
  plan,
  planned,
  rewrite,
  startsAt,
} from './meeting.samples.ts';

describe('planning a meeting', () => {
  it('ORG-35 is planned ahead, its kinds and topics once each', () => {
    given(meetingDecider).when(plan()).then(planned());
    given(meetingDecider)
      .when(plan({ kinds: ['themeDay', 'lecture', 'lecture'], topics: { codes: ['newTheory', 'newTheory'], inForce: ['newTheory'] } }))
      .then(planned({ kindCodes: ['themeDay', 'lecture'], topicCodes: ['newTheory'] }));
    given(meetingDecider, planned()).when(plan()).then();
  });
  it('ORG-35 a theme day on another day than the fixed one is marked, never refused; other kinds have no fixed day', () => {
    const fixed = (themeDay: number) => ({ convener: { ...convener, themeDay } });
    given(meetingDecider)
      .when(plan({ kinds: ['themeDay'], ...fixed(6) }))
      .then(planned({ kindCodes: ['themeDay'], warnings: ['OFF_FIXED_DAY'] }));
    given(meetingDecider)
      .when(plan({ kinds: ['themeDay'], ...fixed(5) }))
      .then(planned({ kindCodes: ['themeDay'] }));
    given(meetingDecider)
      .when(plan(fixed(6)))
      .then(planned());
  });
  it('LINK-12 cites topics of a guide in force on its day; another is refused with those that are', () => {
    const inForce = ['charter', 'newTheory'];
    given(meetingDecider)
      .when(plan({ topics: { codes: ['charter', 'harbour'], inForce } }))
      .thenRejected('TOPIC_NOT_IN_GUIDE', { unknown: ['harbour'], inForce });
    given(meetingDecider)
      .when(plan({ topics: { codes: ['charter'], inForce: [] } }))
      .thenRejected('TOPIC_NOT_IN_GUIDE', { inForce: [] });
    given(meetingDecider, planned(), held())
      .when(minute({ topics: { codes: ['charter', 'charter'], inForce } }))
      .then(minuted({ topicsTaken: { topicCodes: ['charter'] } }));
    for (const command of [minute, rewrite] as const)
      given(meetingDecider, planned(), held(), ...(command === rewrite ? [minuted(), confirmed()] : []))
        .when(command({ topics: { codes: ['harbour'], inForce } }))
        .thenRejected('TOPIC_NOT_IN_GUIDE');
  });
  it('ORG-38 a member meeting and a committee meeting exclude each other', () =>
    given(meetingDecider)
      .when(plan({ kinds: ['memberMeeting', 'committeeMeeting'] }))
      .thenRejected('KINDS_EXCLUSIVE'));
  it('ORG-38 a branch without a committee has no committee meeting, a branch no party committee', () => {
    given(meetingDecider)
      .when(plan({ kinds: ['committeeMeeting'], convener: { ...convener, hasCommittee: false } }))
      .thenRejected('MEETING_KIND_NOT_ALLOWED');
    given(meetingDecider)
      .when(plan({ kinds: ['committeeMeeting'] }))
      .then(planned({ kindCodes: ['committeeMeeting'] }));
    given(meetingDecider)
      .when(plan({ kinds: ['partyCommittee'] }))
      .thenRejected('MEETING_KIND_NOT_ALLOWED');
  });
  it('ORG-38 a group meeting names a group of the branch, another meeting none', () => {
    const kinds = ['groupMeeting'] as const;
    given(meetingDecider)
      .when(plan({ kinds, groupId: 'grp_1' }))
      .then(planned({ kindCodes: ['groupMeeting'], groupId: 'grp_1' }));
    given(meetingDecider)
      .when(plan({ kinds, groupId: 'grp_2' }))
      .thenRejected('NOT_FOUND');
    given(meetingDecider).when(plan({ kinds })).thenRejected('GROUP_MISMATCH');
    given(meetingDecider)
      .when(plan({ groupId: 'grp_1' }))
      .thenRejected('GROUP_MISMATCH');
  });
  it('ORG-06 what merges takes no new meetings', () =>
    given(meetingDecider)
      .when(plan({ convener: { ...convener, state: 'merging' } }))
      .thenRejected('STATE_NOT_ALLOWED'));
  it('ORG-35 is entered afterwards as far back as is filed, farther from above with a reason', () => {
    const starts = (date: string) => ({ startsAt: `${date}T01:00:00.000Z` });
    given(meetingDecider)
      .when(plan(starts('2025-12-02')))
      .then(planned(starts('2025-12-02')));
    given(meetingDecider)
      .when(plan(starts('2025-12-01')))
      .thenRejected('BACKDATE_TOO_FAR', { date: '2025-12-01', earliest: '2025-12-02' });
    given(meetingDecider)
      .when(plan({ ...starts('2025-12-01'), filing: { ...filing, fromAbove: true } }))
      .thenRejected('REASON_REQUIRED');
    given(meetingDecider)
      .when(plan({ ...starts('2025-12-01'), filing: { ...filing, fromAbove: true, reasonRef: 'txt_late' } }))
      .then(planned({ ...starts('2025-12-01'), lateReasonRef: 'txt_late' }));
  });
});

describe('announcing and holding it', () => {
  it.each([
    ['24 hours before', '2026-03-04T01:00:00.000Z', []],
    ['a millisecond later', '2026-03-04T01:00:00.001Z', ['SHORT_NOTICE']],
  ])('ORG-35 a notice %s', (_when, at, warnings) => given(meetingDecider, planned()).when(notify({ at })).then(notified(warnings)));
  it('ORG-35 what should have begun is not announced any more, nor what was cancelled; twice is once', () => {
    given(meetingDecider, planned())
      .when(notify({ at: startsAt }))
      .thenRejected('DATE_PASSED');
    given(meetingDecider, planned(), cancelled()).when(notify()).thenRejected('STATE_NOT_ALLOWED');
    given(meetingDecider, planned(), notified()).when(notify()).then();
    given(meetingDecider).when(notify()).thenRejected('NOT_FOUND');
  });
  it('ORG-35 is announced before it is held, unless it is entered after its time', () => {
    given(meetingDecider, planned()).when(hold()).thenRejected('STATE_NOT_ALLOWED');
    given(meetingDecider, planned(), notified()).when(hold()).then(held());
    given(meetingDecider, planned({ startsAt: filing.at }))
      .when(hold())
      .then(held());
    given(meetingDecider, planned(), notified(), held()).when(hold()).then();
  });
  it('ORG-35 is held on a day that has come, and not in an organization that merges', () => {
    given(meetingDecider, planned(), notified())
      .when(hold({ heldOn: '2026-03-03' }))
      .thenRejected('FUTURE_DATED');
    given(meetingDecider, planned(), notified())
      .when(hold({ heldOn: '2025-12-01' }))
      .thenRejected('BACKDATE_TOO_FAR');
    given(meetingDecider, planned(), notified())
      .when(hold({ organizationState: 'merging' }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-35 is cancelled until it is held', () => {
    given(meetingDecider, planned()).when(cancel()).then(cancelled());
    given(meetingDecider, planned(), notified()).when(cancel()).then(cancelled());
    given(meetingDecider, planned(), cancelled()).when(cancel()).then();
    given(meetingDecider, planned(), notified(), held()).when(cancel()).thenRejected('STATE_NOT_ALLOWED', { state: 'held' });
  });
});

describe('its minutes', () => {
  const past = [planned(), notified(), held()];
  it('ORG-40 need attendance and are written anew until they are confirmed', () => {
    given(meetingDecider, ...past)
      .when(minute())
      .then(minuted());
    given(meetingDecider, ...past)
      .when(minute({ attended: 0 }))
      .thenRejected('ATTENDANCE_MISSING');
    given(meetingDecider, ...past, minuted())
      .when(minute({ minutesRef: 'txt_2' }))
      .then(minuted({ minutesRef: 'txt_2' }));
    given(meetingDecider, planned(), notified()).when(minute()).thenRejected('STATE_NOT_ALLOWED');
    given(meetingDecider, ...past, minuted(), confirmed())
      .when(minute())
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-39 begin with the first agenda item where the kind does: done with its topic, or not done', () => {
    given(meetingDecider, ...past)
      .when(minute({ firstItem: undefined }))
      .thenRejected('FIRST_ITEM_MISSING');
    given(meetingDecider, ...past)
      .when(minute({ firstItem: { done: true } }))
      .thenRejected('FIRST_ITEM_MISSING');
    given(meetingDecider, ...past)
      .when(minute({ firstItem: { done: false } }))
      .then(minuted({ firstItem: { done: false } }));
    const lecture = [planned({ kindCodes: ['lecture'] }), notified(), held({ kindCodes: ['lecture'] })];
    given(meetingDecider, ...lecture)
      .when(minute({ firstItem: undefined }))
      .then(minuted({ firstItem: undefined }));
    given(meetingDecider, ...lecture)
      .when(minute({ firstItem: undefined, organizationKind: 'leadingGroup' }))
      .thenRejected('FIRST_ITEM_MISSING');
  });
  it.each([
    ['the end of the seventh day', '2026-03-09T15:59:59.999Z', []],
    ['the eighth day', '2026-03-09T16:00:00.000Z', ['MINUTES_LATE']],
  ])('ORG-40 confirmed on %s', (_when, at, warnings) =>
    given(meetingDecider, ...past, minuted())
      .when(confirm({ at }))
      .then(confirmed(warnings)),
  );
  it('ORG-40 are confirmed once, and corrected from then on only', () => {
    given(meetingDecider, ...past)
      .when(confirm())
      .thenRejected('STATE_NOT_ALLOWED');
    given(meetingDecider, ...past, minuted(), confirmed())
      .when(confirm())
      .then();
    given(meetingDecider, ...past, minuted())
      .when(rewrite())
      .thenRejected('STATE_NOT_ALLOWED');
    given(meetingDecider, ...past, minuted(), confirmed())
      .when(rewrite())
      .thenTypes('MinutesCorrected');
    given(meetingDecider, ...past, minuted(), confirmed())
      .when(rewrite({ firstItem: undefined }))
      .thenRejected('FIRST_ITEM_MISSING');
  });
});

const decided = (past: readonly MeetingEvent[], command: MeetingCommand) => meetingDecider.decide(given(meetingDecider, ...past).state(), command);

describe('its motions', () => {
  const past = [planned(), notified(), held()];
  const about = { motion: 'admit', personIds: ['per_1'] } as const;
  it.each([['5 of 10 fails', 5, 'MotionFailed'] as const, ['6 of 10 passes', 6, 'MotionPassed'] as const])(
    'ORG-37 passed is what more than half of the entitled agreed to: %s',
    (_case, yes, type) => {
      given(meetingDecider, ...past)
        .when(motion(yes))
        .thenTypes(type);
      given(meetingDecider, ...past)
        .when(motion(yes, about))
        .thenTypes(type);
    },
  );
  it('ORG-37 half of the entitled may meet, or more than half by the setting; an admission needs more than half', () => {
    const present = (count: number) => ({ present: count, yes: 0 });
    given(meetingDecider, ...past)
      .when(motion(0, {}, present(5)))
      .thenTypes('MotionFailed');
    given(meetingDecider, ...past)
      .when(motion(0, {}, present(4)))
      .thenRejected('QUORUM_NOT_MET', { entitled: 10, present: 4, needed: 5 });
    given(meetingDecider, ...past)
      .when(motion(0, { halfInclusive: false }, present(5)))
      .thenRejected('QUORUM_NOT_MET');
    given(meetingDecider, ...past)
      .when(motion(0, about, present(5)))
      .thenRejected('QUORUM_NOT_MET', { entitled: 10, present: 5, needed: 6 });
    given(meetingDecider, ...past)
      .when(motion(0, about, present(6)))
      .thenTypes('MotionFailed');
    given(meetingDecider, ...past)
      .when(motion(0, {}, { ...present(5), entitled: 11 }))
      .thenRejected('QUORUM_NOT_MET', { entitled: 11, present: 5, needed: 6 });
    given(meetingDecider, ...past)
      .when(motion(0, {}, { ...present(0), entitled: 0 }))
      .thenRejected('QUORUM_NOT_MET');
  });
  it('ORG-37 the figures add up: votes, those present, and written opinions of the absent in admissions only', () => {
    given(meetingDecider, ...past)
      .when(motion(6, {}, { present: 8, no: 1, abstain: 1 }))
      .thenTypes('MotionPassed');
    given(meetingDecider, ...past)
      .when(motion(6, {}, { present: 8, no: 2, abstain: 1 }))
      .thenRejected('BALLOT_COUNT_WRONG', { votes: 9, most: 8 });
    given(meetingDecider, ...past)
      .when(motion(6, {}, { present: 11 }))
      .thenRejected('BALLOT_COUNT_WRONG');
    given(meetingDecider, ...past)
      .when(motion(6, {}, { present: 8, written: 1 }))
      .thenRejected('BALLOT_COUNT_WRONG');
    given(meetingDecider, ...past)
      .when(motion(8, about, { present: 7, written: 3, no: 2 }))
      .thenTypes('MotionPassed');
    given(meetingDecider, ...past)
      .when(motion(8, about, { present: 7, written: 3, no: 3 }))
      .thenRejected('BALLOT_COUNT_WRONG', { votes: 11, most: 10 });
    given(meetingDecider, ...past)
      .when(motion(8, about, { present: 7, written: 4 }))
      .thenRejected('BALLOT_COUNT_WRONG', { written: 4, most: 3 });
  });
  it('ORG-37 an admission is secret and about one person', () => {
    const [recorded] = decided(past, motion(6, about));
    expect(recorded).toMatchObject({ data: { secret: true, bodyCode: 'members', personId: 'per_1', heldOn: '2026-03-02', votes: { entitled: 10, yes: 6 } } });
    given(meetingDecider, ...past)
      .when(motion(6, { ...about, personIds: ['per_1', 'per_2'] }))
      .thenRejected('ONE_BY_ONE');
    given(meetingDecider, ...past)
      .when(motion(6, { ...about, personIds: [] }))
      .thenRejected('ONE_BY_ONE');
    given(meetingDecider, ...past)
      .when(motion(6, { personIds: ['per_1'] }))
      .thenRejected('ONE_BY_ONE');
    given(meetingDecider, ...past)
      .when(motion(6, { ...about, organizationKind: 'temporaryBranch' }))
      .thenRejected('TEMPORARY_BRANCH');
  });
  it('ORG-37 what is important goes to the committee first, where there is one', () => {
    const [marked] = decided(past, motion(6, { committeeFirst: 'missing' }));
    expect(marked).toMatchObject({ data: { warnings: ['COMMITTEE_FIRST'] } });
    for (const fields of [{ committeeFirst: 'missing', motion: 'other' }, { committeeFirst: 'noCommittee' }, { committeeFirst: 'done' }] as const) {
      const [plain] = decided(past, motion(6, fields));
      expect(plain).toMatchObject({ data: { warnings: [] } });
    }
    const committee = [planned({ kindCodes: ['committeeMeeting'] }), notified(), held({ kindCodes: ['committeeMeeting'] })];
    const [first] = decided(committee, motion(6, { committeeFirst: 'missing' }));
    expect(first).toMatchObject({ data: { bodyCode: 'committee', warnings: [] } });
  });
  it('ORG-45 a decision that needs a consultation is not taken without one', () => {
    expect(decided(past, motion(6))).toMatchObject([{ data: { affairId: 'aff_1' } }]);
    expect(decided(past, motion(6, { consultation: 'notNeeded', affairId: undefined }))).toHaveLength(1);
    given(meetingDecider, ...past)
      .when(motion(6, { consultation: 'missing' }))
      .thenRejected('CONSULTATION_MISSING');
  });
  it('ORG-37 is recorded once, in a meeting that decides, until its minutes are confirmed', () => {
    const [recorded] = decided(past, motion(6));
    if (recorded === undefined) throw new Error('nothing was recorded');
    given(meetingDecider, ...past, recorded)
      .when(motion(6))
      .then();
    given(meetingDecider, planned(), notified()).when(motion(6)).thenRejected('STATE_NOT_ALLOWED');
    given(meetingDecider, ...past, minuted(), confirmed())
      .when(motion(6))
      .thenRejected('STATE_NOT_ALLOWED');
    given(meetingDecider, planned({ kindCodes: ['lecture'] }), notified(), held())
      .when(motion(6))
      .thenRejected('MEETING_KIND_NOT_ALLOWED');
  });
});

const steps: Readonly<Record<string, readonly string[]>> = {
  absent: ['absent', 'planned'],
  planned: ['planned', 'notified', 'held', 'cancelled'],
  notified: ['notified', 'held', 'cancelled'],
  held: ['held', 'minuted'],
  minuted: ['minuted', 'confirmed'],
  confirmed: ['confirmed'],
  cancelled: ['cancelled'],
};

it('ORG-35 no sequence of commands leaves the states of the catalogue', () => {
  const commands: fc.Arbitrary<MeetingCommand> = fc.oneof(
    fc.constantFrom(startsAt, filing.at).map((starts) => plan({ startsAt: starts })),
    fc.constantFrom(filing.at, startsAt).map((at) => notify({ at })),
    fc.constant(hold()),
    fc.constantFrom(cancel(), minute(), minute({ attended: 0 }), confirm(), rewrite()),
    fc.constantFrom(4, 5, 6).map((yes) => motion(yes, { motionId: `mot_${yes}` })),
  );
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 30, size: 'max' }), (sequence) => {
      walk(meetingDecider, sequence, (before, after) => expect(steps[before.status]).toContain(after.status));
    }),
    { numRuns: 300, seed: 20260302 },
  );
});
