import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { CityProcess } from '../../../services/all/test/city-process.ts';

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
  const city = new CityProcess({ ZHITONG_DATA: data, ZHITONG_PROFILE: profile });
  city.errors.pipe(process.stderr);
  return {
    url: await city.url(),
    seconds: (performance.now() - from) / 1000,
    peakMb: () => Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(city.pid)}/status`, 'utf8'))?.[1]) / 1024,
    async stop() {
      await city.stop();
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
}

const apartMs = 50;

export async function inquirerOf(url: string, login: string): Promise<Inquirer> {
  const authorization = `Bearer ${await obtainToken(url, login)}`;
  let next = performance.now();
  const turn = async () => {
    const left = Math.max(0, next - performance.now());
    next = Math.max(next, performance.now()) + apartMs;
    await wait(left);
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
  };
}
