import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { spawnSource } from '@zhitong/testing/source-process.ts';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const main = new URL('../../../services/all/main.ts', import.meta.url);
const welcome = /is ready: (\S+)/;

/** The product as people start it, on a folder. */
export interface RunningCity {
  readonly url: string;
  /** From the start of the process to its welcome, which comes once people can log in. */
  readonly seconds: number;
  /** Most memory that was in use so far, MB. */
  peakMb(): number;
  stop(): Promise<void>;
}

/** Starts it and waits for its welcome; an empty folder is filled first. `profile` is one of the seed. */
export async function startedCity(data: string, profile: string): Promise<RunningCity> {
  const from = performance.now();
  const child = spawnSource(main, [], { ZHITONG_DATA: data, ZHITONG_PROFILE: profile, PORT: '0' });
  const ended = once(child, 'exit');
  const failed = ended.then(() => Promise.reject(new Error('The city ended before it was ready')));
  const [said] = (await Promise.race([once(child.stdout, 'data'), failed])) as readonly unknown[];
  failed.catch(() => undefined);
  return {
    url: welcome.exec(String(said))?.[1] ?? '',
    seconds: (performance.now() - from) / 1000,
    peakMb: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

export type Parameters = Readonly<Record<string, string | number>>;

export interface Asked {
  readonly ms: number;
  readonly body: unknown;
}

/** Somebody who asks through the gateway, no faster than one session may (SEC-29). */
export interface Inquirer {
  /** @throws {Error} when the answer is none. */
  ask(path: string, parameters?: Parameters): Promise<Asked>;
  send(path: string, body: object): Promise<void>;
}

const apartMs = 50;

export async function inquirerOf(url: string, login: string): Promise<Inquirer> {
  const authorization = `Bearer ${await obtainToken(url, login)}`;
  let next = performance.now();
  const turn = async () => {
    const wait = next - performance.now();
    next = Math.max(next, performance.now()) + apartMs;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  };
  return {
    async ask(path, parameters = {}) {
      await turn();
      const query = new URLSearchParams(Object.entries(parameters).map(([name, value]): [string, string] => [name, String(value)]));
      const from = performance.now();
      const response = await fetch(`${url}/api/v1${path}?${query.toString()}`, { headers: { authorization } });
      const text = await response.text();
      const ms = performance.now() - from;
      if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${text.slice(0, 200)}`);
      return { ms, body: JSON.parse(text) as unknown };
    },
    async send(path, body) {
      await turn();
      const headers = { authorization, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const response = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${path}: ${String(response.status)} ${(await response.text()).slice(0, 200)}`);
    },
  };
}
