import { defineStream } from '@zhitong/eventing';
import { termDecider } from './term.decider.ts';

export const termStream = defineStream({
  context: 'organizations',
  category: 'term',
  decider: termDecider,
  eventTypes: [
    'TermStarted',
    'TermExpiryReminderIssued',
    'ReminderConfirmed',
    'TermOverdue',
    'TermShiftRequested',
    'TermShiftApproved',
    'ElectionCalled',
    'ElectionResultRecorded',
    'RunoffOrdered',
    'ElectionApproved',
    'FirstElectionExpected',
  ],
});
