import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

const register = new URL('../../../tools/dev/register.js', import.meta.url).href;

export interface EndedProcess {
  readonly signal: string | null;
  readonly code: number | null;
  readonly output: string;
}

/** Starts a source file as a process of its own that sees the path and what it is given; its errors go to ours. */
export const spawnSource = (file: URL, args: readonly string[], environment: Readonly<Record<string, string>>) =>
  spawn(process.execPath, ['--import', register, file.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], ...environment },
  });

/** Runs a source file as a process of its own until it ends. */
export async function runSource(file: URL, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<EndedProcess> {
  const child = spawnSource(file, args, environment);
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { signal: child.signalCode, code: child.exitCode, output };
}
