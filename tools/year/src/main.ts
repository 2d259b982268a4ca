import { startCluster } from '@zhitong/cluster';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { endTelling } from '@zhitong/platform';
import { personasIn, profiles, type Persona, type Profile } from '@zhitong/seed';
import { startStack } from '@zhitong/stack';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startCity } from '../../../services/all/city.ts';
import { clockFile } from './clock-file.ts';
import { runYear } from './run-year.ts';

interface Site {
  readonly url: string;
  readonly personas: readonly Persona[];
  stop(): Promise<void>;
}
interface SiteOptions {
  readonly folder: string;
  readonly profile: Profile;
  readonly year: number;
  readonly clock: string;
}

const say = (line: string) => void process.stdout.write(`${line}\n`);
const told = ({ clock }: SiteOptions) => ({ ZHITONG_LOG_LEVEL: 'error', ZT_CLOCK_FILE: clock });

const inOneProcess = (options: SiteOptions): Promise<Site> =>
  startCity(
    { ...told(options), ZT_TIME_FACTOR: '10', ZHITONG_DATA: options.folder, ZHITONG_PROFILE: options.profile, PORT: '0' },
    { signals: false, progress: () => undefined },
  );

async function onServers(options: SiteOptions): Promise<Site> {
  const { folder: dataFolder, profile, year } = options;
  const stack = await startStack({ dataDir: join(dataFolder, 'servers'), keepData: false, handleSignals: true, log: say });
  const cluster = await startCluster({
    ...{ servers: stack, dataFolder, prefix: 'year', replicas: {}, gateways: 1, port: 0, profile, seed: 20181029 },
    baseDate: `${year}-01-01`,
    environment: told(options),
    progress: () => undefined,
  });
  const stop = async () => {
    await cluster.stop();
    await stack.stop();
  };
  return { url: cluster.url, personas: personasIn(dataFolder), stop };
}

/** `npm run year -- --district 440308 --seed 7 [--profile tiny] [--runtime distributed]`: a year of a district in a city of its own, its figures against what was done. */
try {
  const { values } = parseArgs({
    options: {
      district: { type: 'string', default: '440308' },
      seed: { type: 'string', default: '7' },
      year: { type: 'string', default: '2025' },
      profile: { type: 'string', default: 'tiny' },
      runtime: { type: 'string', default: 'embedded' },
    },
  });
  const profile = profiles.find((known) => known === values.profile);
  const start = { embedded: inOneProcess, distributed: onServers }[values.runtime];
  const year = Number(values.year);
  if (profile === undefined || start === undefined) throw new Error(`--profile is one of ${profiles.join(', ')}; --runtime is embedded or distributed`);
  // The tokens of the issuer are of today: a year that is over finds none of them expired.
  if (!(year < new Date().getUTCFullYear())) throw new Error('--year is a year that is over');
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-year-'));
  const clock = clockFile(join(folder, 'clock'), `${year}-01-01T00:00:00.000Z`);
  const site = await start({ folder, profile, year, clock: clock.file });
  const { url, personas } = site;
  const { differences, ...sums } = await runYear({
    ...{ url, personas, year, district: values.district, seed: Number(values.seed), say },
    tokenOf: (login) => obtainToken(url, login),
    moveTo: clock.moveTo,
  }).finally(() => site.stop());
  rmSync(folder, { recursive: true, force: true });
  for (const { on, path, expected, answered } of differences)
    say(`${on} ${path}\n  expected ${JSON.stringify(expected)}\n  answered ${JSON.stringify(answered)}`);
  say(JSON.stringify({ ...sums, differences: differences.length }));
  process.exitCode = differences.length === 0 ? 0 : 1;
} catch (error) {
  endTelling(error);
}
