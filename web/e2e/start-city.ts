import type { FullConfig } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { daysAgo } from './steps.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const patienceMs = 120_000;
/** The seeded organizations have a past that journeys look back on. */
const seededDaysAgo = 60;

/** Starts a whole city for each worker, and ends them after the last test. `ZT_BASE_URL` names one that is up already. */
export default async function startCities({ workers }: FullConfig): Promise<() => Promise<void>> {
  if (process.env['ZT_BASE_URL'] !== undefined) return () => Promise.resolve();
  const cities = await Promise.all(Array.from({ length: workers }, startCity));
  process.env['ZT_BASE_URL'] = cities.map(({ url }) => url).join(' ');
  return async () => {
    await Promise.all(cities.map(({ stop }) => stop()));
  };
}

/** One process on a free port, with data of its own. */
async function startCity(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'zhitong-browser-'));
  const port = await freePort();
  const city = spawn(process.execPath, ['--import', './tools/dev/register.js', 'services/all/main.ts'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      ZHITONG_HOST: '127.0.0.1',
      ZHITONG_DATA: dataFolder,
      ZHITONG_PROFILE: process.env['ZHITONG_PROFILE'] ?? 'tiny',
      ZHITONG_BASE_DATE: process.env['ZHITONG_BASE_DATE'] ?? daysAgo(seededDaysAgo),
      NODE_ENV: 'test',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(city);
  return {
    url: `http://localhost:${port}`,
    async stop() {
      const ended = new Promise((resolve) => city.once('exit', resolve));
      city.kill('SIGTERM');
      await ended;
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Its welcome is the sign; whatever it said before ends up in the error when there is none. */
function ready(city: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const failed = (why: string) => reject(new Error(`The city ${why}:\n${said.slice(-4_000)}`));
    const timer = setTimeout(() => failed(`was not ready within ${patienceMs / 1_000} s`), patienceMs);
    city.once('exit', (code) => failed(`ended with ${code}`));
    for (const stream of [city.stdout, city.stderr]) {
      stream?.on('data', (part: Buffer) => {
        said += part.toString();
        if (!said.includes('is ready: ')) return;
        clearTimeout(timer);
        resolve();
      });
    }
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port was given'))));
    });
  });
}
