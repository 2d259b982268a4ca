import { createInProcessTransport } from '@zhitong/inprocess';
import { eventTransportContract } from '@zhitong/testing/contracts/event-transport.contract.ts';
import { MemoryLog } from './memory-log.ts';

eventTransportContract('in process', () => {
  const log = new MemoryLog('organizations');
  const transport = createInProcessTransport([log], {
    restricted: (stream) => stream.startsWith('organizations.interview-'),
    backoff: { minMs: 1, maxMs: 20 },
  });
  return Promise.resolve({
    transport,
    publish: (events) => Promise.resolve(events.forEach((event) => log.append([event]))),
    restrictedCategory: 'interview',
    close: () => transport.close(),
  });
});
