import { spawnSource } from '@zhitong/testing/source-process.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Finding, Rows } from './rows.ts';

const main = new URL('../../../services/all/main.ts', import.meta.url);

/** What a start of the product took and came to. */
interface Run {
  readonly seconds: number;
  /** Most memory that was in use, MB. */
  readonly peakMb: number;
}

interface Logs {
  /** Commits by commands of the seeding. */
  readonly seeded: number;
  readonly events: number;
  readonly bytes: number;
}

/** The product at city size: started as people start it, first on an empty folder. `size` is a profile of the seed. */
export async function cityRows(size: string): Promise<Rows> {
  const folder = temporaryFolder();
  let first: Promise<Run> | undefined;
  const filled = () => (first ??= startedAndStopped(folder.path, size));
  const finding = (id: string, what: string, reach: string, find: () => Promise<readonly [figure: string, reached: boolean]>): Finding => ({
    id,
    what: `${what}, profile ${size}`,
    against: 'a limit',
    reach,
    async find() {
      const [ours, reached] = await find();
      return { ours, theirs: '', reached };
    },
  });
  return {
    rows: [],
    findings: [
      finding('C6', 'seeding through commands, embedded', '>= 5,000 commands/s, <= 20 minutes', async () => {
        const { seconds } = await filled();
        const perSecond = logsIn(folder.path).seeded / seconds;
        return [`${perSecond.toFixed(0)} commands/s, ${(seconds / 60).toFixed(1)} minutes`, perSecond >= 5000 && seconds <= 1200];
      }),
      finding('C8', 'most memory while it is seeded, embedded', '<= 1.5 GB', async () => {
        const { peakMb } = await filled();
        return [`${peakMb.toFixed(0)} MB`, peakMb <= 1536];
      }),
      finding('C9', 'start to ready on a filled folder, embedded', size === 'full' ? '<= 15 s' : '<= 5 s', async () => {
        await filled();
        const { seconds } = await startedAndStopped(folder.path, size);
        return [`${seconds.toFixed(1)} s`, seconds <= (size === 'full' ? 15 : 5)];
      }),
      finding('C11', 'storage of the logs, SQLite', '<= 450 bytes an event', async () => {
        await filled();
        const { bytes, events } = logsIn(folder.path);
        return [`${(bytes / events).toFixed(0)} bytes, ${events.toLocaleString('en')} events`, bytes / events <= 450];
      }),
    ],
    close() {
      folder.remove();
      return Promise.resolve();
    },
  };
}

/** From the start of the process to its welcome, which comes once people can log in. */
async function startedAndStopped(data: string, profile: string): Promise<Run> {
  const from = performance.now();
  const child = spawnSource(main, [], { ZHITONG_DATA: data, ZHITONG_PROFILE: profile, PORT: '0' });
  const ended = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), ended.then(() => Promise.reject(new Error('The city ended before it was ready')))]);
  const run = { seconds: (performance.now() - from) / 1000, peakMb: peakOf(child.pid) };
  child.kill('SIGTERM');
  await ended;
  return run;
}

const peakOf = (pid: number | undefined): number => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]) / 1024;

function logsIn(data: string): Logs {
  const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('log.db'));
  const logs = files.map((name) => {
    const file = join(data, name);
    const log = new DatabaseSync(file, { readOnly: true });
    const counted = log
      .prepare(`SELECT sum(json_extract(meta, '$.actorId') = 'system:seed') AS seeded, sum(json_array_length(events)) AS events FROM commits`)
      .get();
    log.close();
    return { seeded: Number(counted?.seeded ?? 0), events: Number(counted?.events ?? 0), bytes: statSync(file).size };
  });
  return logs.reduce((sum, log) => ({ seeded: sum.seeded + log.seeded, events: sum.events + log.events, bytes: sum.bytes + log.bytes }));
}
