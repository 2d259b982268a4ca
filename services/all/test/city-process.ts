import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** The process a person starts, `npm start` without the build, and every word it said. */
export class CityProcess {
  readonly #child;
  readonly ended: Promise<Ended>;
  #output: Buffer = Buffer.alloc(0);

  constructor(environment: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, ['--import', './tools/dev/register.js', 'services/all/main.ts'], {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', ZHITONG_PROFILE: 'tiny', PORT: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream.on('data', (chunk: Buffer) => (this.#output = Buffer.concat([this.#output, chunk])));
    this.ended = once(this.#child, 'close').then(() => ({ code: this.#child.exitCode, signal: this.#child.signalCode }));
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** What it says beside, as it says it. */
  get errors(): Readable {
    return this.#child.stderr;
  }

  get output(): Buffer {
    return this.#output;
  }

  /** Where people reach it, once it says so. @throws when it ends before. */
  async url(): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const look = () => {
      const [, url] = /ready: (http:\S+)/.exec(this.#output.toString()) ?? [];
      if (url !== undefined) resolve(url);
    };
    this.#child.stdout.on('data', look);
    void this.ended.then(({ code, signal }) => reject(new Error(`ended with ${String(code ?? signal)}: ${this.#output.toString().slice(-2000)}`)));
    return promise.finally(() => this.#child.stdout.off('data', look));
  }

  async stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<Ended> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill(signal);
    return this.ended;
  }
}
