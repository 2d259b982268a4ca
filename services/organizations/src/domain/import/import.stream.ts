import { defineStream } from '@zhitong/eventing';
import { importDecider } from './import.decider.ts';

export const importStream = defineStream({
  context: 'organizations',
  category: 'import',
  decider: importDecider,
  eventTypes: [
    'ImportOpened',
    'ImportRowsTaken',
    'ImportReceived',
    'ImportRowsChecked',
    'ImportChecked',
    'ImportStarted',
    'ImportRowsWritten',
    'ImportFinished',
    'ImportCancelAsked',
    'ImportCancelled',
    'ImportExpired',
  ],
});
