import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { meetingDecider } from './meeting.decider.ts';
import type { MeetingCommand } from './meeting.commands.ts';
import { cancel, cancelled, convener, filing, held, hold, notified, notify, plan, planned, startsAt } from './meeting.samples.ts';

describe('planning a meeting', () => {
  it('ORG-35 is planned ahead, its kinds and topics once each', () => {
    given(meetingDecider).when(plan()).then(planned());
    given(meetingDecider)
      .when(plan({ kinds: ['themeDay', 'lecture', 'lecture'], topicCodes: ['newTheory', 'newTheory'] }))
      .then(planned({ kindCodes: ['themeDay', 'lecture'], topicCodes: ['newTheory'] }));
    given(meetingDecider, planned()).when(plan()).then();
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
    given(meetingDecider).when(plan({ kinds })).thenRejected('VALIDATION_FAILED');
    given(meetingDecider)
      .when(plan({ groupId: 'grp_1' }))
      .thenRejected('VALIDATION_FAILED');
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

const steps: Readonly<Record<string, readonly string[]>> = {
  absent: ['absent', 'planned'],
  planned: ['planned', 'notified', 'held', 'cancelled'],
  notified: ['notified', 'held', 'cancelled'],
  held: ['held'],
  cancelled: ['cancelled'],
};

it('ORG-35 no sequence of commands leaves the states of the catalogue', () => {
  const commands: fc.Arbitrary<MeetingCommand> = fc.oneof(
    fc.constantFrom(startsAt, filing.at).map((starts) => plan({ startsAt: starts })),
    fc.constantFrom(filing.at, startsAt).map((at) => notify({ at })),
    fc.constant(hold()),
    fc.constant(cancel()),
  );
  fc.assert(
    fc.property(fc.array(commands, { maxLength: 30, size: 'max' }), (sequence) => {
      walk(meetingDecider, sequence, (before, after) => expect(steps[before.status]).toContain(after.status));
    }),
    { numRuns: 300, seed: 20260302 },
  );
});
