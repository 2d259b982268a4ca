import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync, closeSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const startMs = 60_000;

interface Run {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  output(): string;
}

const children: ChildProcess[] = [];

/** `npm start` without the build: the process a person runs. */
function run(environment: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, ['--import', './tools/dev/register.js', 'services/all/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ZHITONG_PROFILE: 'tiny', ZHITONG_LOG_LEVEL: 'error', PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { child, ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))), output: () => output };
}

/** The address it printed, once it is ready. */
async function addressOf({ child, ended, output }: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const [, url] = /ready: (http:\S+)/.exec(output()) ?? [];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', look);
    void ended.then((code) => reject(new Error(`ended with ${String(code)}: ${output()}`)));
  });
}

async function post(url: string, token: string, path: string, body: object, key: string): Promise<{ readonly status: number; readonly body: unknown }> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key };
  const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

describe('the process a person starts', () => {
  const folders: string[] = [];
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'zhitong-process-'));
    folders.push(made);
    return made;
  };
  const seeded = folder();

  beforeAll(async () => {
    const first = run({ ZHITONG_DATA: seeded });
    await addressOf(first);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
  }, startMs);
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL');
    for (const made of folders) rmSync(made, { recursive: true, force: true });
  });

  it(
    'loses nothing to kill -9, and gives a repeated command its first receipt',
    async () => {
      const running = run({ ZHITONG_DATA: seeded });
      const url = await addressOf(running);
      const token = await obtainToken(url, 'city');
      const session = (await (await fetch(`${url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } })).json()) as {
        grants: { organizationId: string }[];
      };
      const issuerId = session.grants[0]?.organizationId ?? '';
      const scope = { clauses: [{ subtreeOf: issuerId, view: 'place', levels: ['community'] }] };
      const draft = { issuerId, kind: 'notice', title: '通知', text: '请签收。', scope };
      const first = await post(url, token, '/directives', draft, 'kill-9-draft');
      expect(first.status).toBe(200);
      running.child.kill('SIGKILL');
      await running.ended;

      const again = run({ ZHITONG_DATA: seeded });
      const second = await addressOf(again);
      expect(await post(second, await obtainToken(second, 'city'), '/directives', draft, 'kill-9-draft')).toEqual(first);
      again.child.kill('SIGINT');
      expect(await again.ended).toBe(0);
    },
    startMs,
  );

  it(
    'says where its metrics are, and refuses a second process on the same folder with 75',
    async () => {
      const first = run({ ZHITONG_DATA: seeded });
      await addressOf(first);
      const [, metrics = ''] = /metrics: \S+ and (\S+)/.exec(first.output()) ?? [];
      expect((await fetch(metrics)).status).toBe(200);
      const second = run({ ZHITONG_DATA: seeded });
      expect(await second.ended).toBe(75);
      expect(second.output()).toMatch(/^zhitong: FolderInUse: .+$/m);
      first.child.kill('SIGTERM');
      await first.ended;
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
      expect(await running.ended).toBe(74);
      expect(running.output()).toMatch(/^zhitong: (LogDamaged|FileDamaged): .+$/m);
      expect(running.output()).not.toMatch(/\n\s+at /);
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
      expect(await running.ended).toBe(78);
      expect(running.output()).toMatch(named);
      expect(running.output().trim().split('\n')).toHaveLength(1);
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
      expect(await running.ended).toBe(78);
      expect(running.output()).toContain(`PORT: 127.0.0.1:${port}`);
      expect(running.output().trim().split('\n')).toHaveLength(1);
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
