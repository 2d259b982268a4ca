import { defineStream } from '@zhitong/eventing';
import { exportDecider } from './export.decider.ts';

export const exportStream = defineStream({
  context: 'organizations',
  category: 'export',
  decider: exportDecider,
  eventTypes: ['ExportRequested', 'ExportDownloaded'],
});
