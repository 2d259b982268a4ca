import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { spawnSource } from '../source-process.ts';

/** What a process was told by the signals that a test may send. */
export type Signal = 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT';

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A child of this process; only what was started here is ever signalled, by its recorded pid. */
export interface OwnProcess {
  readonly pid: number;
  /** The lines printed so far; complete once `ended` resolved. */
  readonly lines: readonly string[];
  /** Resolves when so many lines were printed; rejects when the process ends before. */
  printed(count: number): Promise<void>;
  readonly ended: Promise<Ended>;
  /** Nothing happens to one that has ended: its pid may be somebody else's by now. */
  signal(signal: Signal): void;
  /** Ends it without a chance to tidy up. */
  kill(): Promise<Ended>;
}

/** Runs a source file as a process of its own; its errors go to ours. */
export function startSource(file: URL, args: readonly string[] = [], environment: Readonly<Record<string, string>> = {}): OwnProcess {
  const child = spawnSource(file, args, environment);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  const ended = Promise.all([once(child, 'exit'), once(reader, 'close')]).then(() => ({ code: child.exitCode, signal: child.signalCode }));
  const signal = (name: Signal): void => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name);
  };
  return {
    pid: child.pid ?? 0,
    lines,
    printed: (count) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (lines.length >= count) resolve();
        };
        reader.on('line', look);
        look();
        void ended.then(() => {
          reject(new Error(`The process ended after ${String(lines.length)} lines`));
        });
      }),
    ended,
    signal,
    kill() {
      signal('SIGKILL');
      return ended;
    },
  };
}
