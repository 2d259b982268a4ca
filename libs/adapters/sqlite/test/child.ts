import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const register = new URL('../../../../tools/dev/register.js', import.meta.url).href;

export interface Child {
  readonly process: ChildProcess;
  /** The lines printed so far; complete once `ended` resolved. */
  readonly lines: readonly string[];
  /** Resolves when so many lines were printed; rejects when the child ends before. */
  printed(count: number): Promise<void>;
  readonly ended: Promise<void>;
  /** Ends it without a chance to tidy up. */
  kill(): Promise<void>;
}

/** Runs a source file of this folder as a process of its own. */
export function child(file: string, ...args: readonly string[]): Child {
  const process = spawn(globalThis.process.execPath, ['--import', register, new URL(file, import.meta.url).pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const reader = createInterface({ input: process.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(process, 'exit'), once(reader, 'close')]).then(() => undefined);
  const printed = (count: number) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (lines.length >= count) resolve();
      };
      reader.on('line', look);
      look();
      void ended.then(() => {
        reject(new Error(`The child ended after ${String(lines.length)} lines`));
      });
    });
  const kill = () => {
    process.kill('SIGKILL');
    return ended;
  };
  return { process, lines, printed, ended, kill };
}
