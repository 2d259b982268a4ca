import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { assertFree } from './ports.ts';

const graceMs = 15_000;

export interface ServerCommand {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly ports: readonly number[];
  readonly logFile: string;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

export class ServerProcess {
  constructor(
    readonly name: string,
    readonly pid: number,
    private readonly child: ChildProcess,
    private readonly logFile: string,
  ) {}

  get running(): boolean {
    return !hasEnded(this.child);
  }

  /** Tries `probe` until it succeeds; gives up when the server has ended or the time is over. */
  async until<T>(probe: () => Promise<T>, timeoutMs = 120_000): Promise<T> {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      try {
        const answer = await probe();
        if (this.running) return answer;
        throw new Error('Another server answers in its place');
      } catch (error) {
        // A starting server refuses in many ways; the last refusal becomes the cause.
        if (!this.running || Date.now() > deadline) throw this.failure(error);
        await pause(50);
      }
    }
  }

  async stop(): Promise<void> {
    const patience = setTimeout(() => this.signal('SIGKILL'), graceMs);
    await this.end('SIGTERM');
    clearTimeout(patience);
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Sends the signal and waits for the end. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    if (!this.running) return;
    const ended = once(this.child, 'exit');
    this.signal(signal);
    await ended;
  }

  private failure(cause: unknown): Error {
    const state = this.running ? 'did not become ready' : `ended with ${this.child.exitCode ?? this.child.signalCode}`;
    const log = readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    return new Error(`${this.name} ${state}; end of ${this.logFile}:\n${log}`, { cause });
  }
}

/**
 * Starts a server that never outlives us: `setpriv --pdeathsig` lets the kernel end it with our process, even after
 * kill -9. In a session of its own it does not get the terminal's Ctrl-C, so stopping stays in our order.
 */
export async function startServer({ name, command, args, ports, logFile }: ServerCommand): Promise<ServerProcess> {
  mkdirSync(dirname(logFile), { recursive: true });
  for (const port of ports) await assertFree(port);
  const log = openSync(logFile, 'a');
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', command, ...args], {
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  await once(child, 'spawn');
  if (child.pid === undefined) throw new Error(`${name} has no process id`);
  return new ServerProcess(name, child.pid, child, logFile);
}
