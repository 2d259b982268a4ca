import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { cpSync, openSync, readFileSync, writeSync, closeSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { CityProcess } from './city-process.ts';

const startMs = 60_000;
const processes: CityProcess[] = [];

function run(environment: Readonly<Record<string, string>>): CityProcess {
  const started = new CityProcess({ ZHITONG_LOG_LEVEL: 'error', ...environment });
  processes.push(started);
  return started;
}
const saidBy = ({ output }: CityProcess): string => output.toString();

async function post(url: string, token: string, path: string, body: object, key: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
  const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

describe('the process a person starts', () => {
  const above = temporaryFolder();
  let folders = 0;
  const folder = () => above.file(String(++folders));
  const seeded = folder();

  beforeAll(async () => {
    const first = run({ ZHITONG_DATA: seeded });
    await first.url();
    expect(await first.stop()).toMatchObject({ code: 0 });
  }, startMs);
  afterAll(async () => {
    for (const started of processes) await started.stop('SIGKILL');
    above.remove();
  });

  it(
    'loses nothing to kill -9, and gives a repeated command its first receipt',
    async () => {
      const running = run({ ZHITONG_DATA: seeded });
      const url = await running.url();
      const token = await obtainToken(url, 'city');
      const session = (await (await fetch(`${url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } })).json()) as {
        grants: { organizationId: string }[];
      };
      const issuerId = session.grants[0]?.organizationId ?? '';
      const scope = { clauses: [{ subtreeOf: issuerId, view: 'place', levels: ['community'] }] };
      const draft = { issuerId, kind: 'notice', title: '通知', text: '请签收。', scope };
      const first = await post(url, token, '/directives', draft, 'kill-9-draft');
      expect(first.status).toBe(200);
      await running.stop('SIGKILL');

      const again = run({ ZHITONG_DATA: seeded });
      const second = await again.url();
      expect(await post(second, await obtainToken(second, 'city'), '/directives', draft, 'kill-9-draft')).toEqual(first);
      expect(await again.stop('SIGINT')).toMatchObject({ code: 0 });
    },
    startMs,
  );

  it(
    'ORG-24 ORG-36 shows people in reserve and meetings held on its first day',
    async () => {
      const running = run({ ZHITONG_DATA: seeded });
      const url = await running.url();
      const headers = { authorization: `Bearer ${await obtainToken(url, 'city')}` };
      const ask = async (path: string) => (await fetch(`${url}/api/v1${path}`, { headers })).json();
      const { grants } = z.object({ grants: z.array(z.object({ organizationId: z.string() })) }).parse(await ask('/session'));
      const organization = `/organizations/${grants[0]?.organizationId ?? ''}`;
      expect(await ask(`${organization}/reserve-report`)).toMatchObject({ reserves: 3, met: 1 });
      expect(await ask(`${organization}/attendance-report`)).toMatchObject({ meetings: 2, attended: 6 });
      await running.stop();
    },
    startMs,
  );

  it(
    'says where its metrics are, and refuses a second process on the same folder with 75',
    async () => {
      const first = run({ ZHITONG_DATA: seeded });
      await first.url();
      const [, metrics = ''] = /metrics: \S+ and (\S+)/.exec(saidBy(first)) ?? [];
      expect((await fetch(metrics)).status).toBe(200);
      const second = run({ ZHITONG_DATA: seeded });
      expect(await second.ended).toMatchObject({ code: 75 });
      expect(saidBy(second)).toMatch(/^zhitong: FolderInUse: .+$/m);
      await first.stop();
    },
    startMs,
  );

  it(
    'names the damage of a corrupt folder and ends with 74',
    async () => {
      const damaged = folder();
      cpSync(seeded, damaged, { recursive: true });
      const log = join(damaged, 'organizations', 'log.db');
      const file = openSync(log, 'r+');
      const half = Math.floor(statSync(log).size / 2); // what a start reads is in it, wherever it lies
      writeSync(file, Buffer.alloc(half, 0x5a), 0, half, Math.floor(half / 2));
      closeSync(file);
      const running = run({ ZHITONG_DATA: damaged });
      expect(await running.ended).toMatchObject({ code: 74 });
      expect(saidBy(running)).toMatch(/^zhitong: (LogDamaged|FileDamaged): .+$/m);
      expect(saidBy(running)).not.toMatch(/\n\s+at /);
    },
    startMs,
  );

  it.each([
    ['a port that is none', { PORT: 'eighty' }, /PORT/],
    ['a profile that is none', { ZHITONG_PROFILE: 'huge' }, /ZHITONG_PROFILE/],
    ['production', { NODE_ENV: 'production' }, /production/],
  ])(
    'refuses %s with 78 in one line',
    async (_what, environment: Record<string, string>, named) => {
      const running = run({ ZHITONG_DATA: folder(), ...environment });
      expect(await running.ended).toMatchObject({ code: 78 });
      expect(saidBy(running)).toMatch(named);
      expect(saidBy(running).trim().split('\n')).toHaveLength(1);
    },
    startMs,
  );

  it(
    'says which port is taken before it fills anything',
    async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? String(address.port) : '';
      const running = run({ ZHITONG_DATA: folder(), PORT: port });
      expect(await running.ended).toMatchObject({ code: 78 });
      expect(saidBy(running)).toContain(`PORT: 127.0.0.1:${port}`);
      expect(saidBy(running).trim().split('\n')).toHaveLength(1);
      server.close();
    },
    startMs,
  );

  it('keeps no secret readable by others', () => {
    for (const name of ['master-keys.json', 'subject-keys.json']) {
      expect(statSync(join(seeded, 'keys', name)).mode & 0o077).toBe(0);
      expect(readFileSync(join(seeded, 'keys', name), 'utf8')).not.toBe('');
    }
  });
});
