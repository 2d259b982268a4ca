import { obtainToken } from '@zhitong/gateway/obtain-token.ts';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Door } from './journeys.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** The process a person starts, and every word it said. */
export class CityProcess {
  readonly #child;
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
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

  get output(): Buffer {
    return this.#output;
  }

  /** Open for people; rejects when the process ends before. */
  async door(): Promise<Door> {
    const url = await new Promise<string>((resolve, reject) => {
      const look = () => {
        const [, address] = /ready: (http:\S+)/.exec(this.#output.toString()) ?? [];
        if (address !== undefined) resolve(address);
      };
      this.#child.stdout.on('data', look);
      void this.ended.then(({ code, signal }) => reject(new Error(`ended with ${String(code ?? signal)}: ${this.#output.toString().slice(-2000)}`)));
    });
    return { url, tokenOf: (login) => obtainToken(url, login) };
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGTERM');
    await this.ended;
  }
}
