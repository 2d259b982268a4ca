import { endWith } from '@zhitong/platform';
import { openEmbeddedRuntime } from '@zhitong/platform/runtime/embedded.ts';
import { runTally } from './run-tally.ts';

await runTally(async ({ configuration, log }) => {
  const { ZHITONG_DATA: dataFolder, ZHITONG_LOG_EPOCH: logEpoch } = configuration;
  const embedded = openEmbeddedRuntime({ dataFolder, contexts: ['organizations'], logEpoch, log, damaged: endWith });
  return { adapters: await embedded.adapters('organizations'), close: () => embedded.close() };
});
