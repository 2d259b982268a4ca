import { contexts, type Context } from '@zhitong/catalogue';
import { closeOnSignal, endTelling, readConfiguration, createLog } from '@zhitong/platform';
import { shanghaiDate } from '@zhitong/kernel';
import { startStack } from '@zhitong/stack';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { progressBar } from '../../../services/all/progress-bar.ts';
import { startCluster } from './cluster.ts';

/** `--replicas members=3,organizations=2 --gateways 2` */
function readReplicas(text: string): Partial<Record<Context, number>> {
  return Object.fromEntries(
    text
      .split(',')
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', count = ''] = part.split('=');
        const context = contexts.find((known) => known === name);
        if (context === undefined || !/^[1-9]$/.test(count)) throw new Error(`--replicas ${part}: expected <service>=<1..9>`);
        return [context, Number(count)];
      }),
  );
}

try {
  const { values } = parseArgs({ options: { replicas: { type: 'string', default: '' }, gateways: { type: 'string', default: '1' } } });
  const configuration = readConfiguration(process.env);
  const dataFolder = resolve(configuration.ZHITONG_DATA, 'distributed');
  mkdirSync(dataFolder, { recursive: true });
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const stack = await startStack({ dataDir: join(dataFolder, 'servers'), keepData: true, handleSignals: false, log: say });
  say(`servers: ${stack.source}`);
  const cluster = await startCluster({
    servers: stack,
    dataFolder,
    prefix: configuration.ZHITONG_PREFIX,
    replicas: readReplicas(values.replicas),
    gateways: Number(values.gateways),
    port: configuration.PORT,
    profile: configuration.ZHITONG_PROFILE,
    seed: configuration.ZHITONG_SEED,
    baseDate: configuration.ZHITONG_BASE_DATE ?? shanghaiDate(new Date().toISOString()),
    progress: progressBar((text) => process.stderr.write(text), process.stderr.isTTY),
  });
  closeOnSignal(
    async () => {
      await cluster.stop();
      await stack.stop();
    },
    createLog('cluster', configuration.ZHITONG_LOG_LEVEL),
  );
  say(`\nZhitong (distributed) is ready: ${cluster.url}\n${cluster.children.map(({ name, pid }) => `  ${name} (pid ${pid})`).join('\n')}`);
} catch (error) {
  endTelling(error);
}
