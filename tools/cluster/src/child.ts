import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Lets the kernel end a process with ours, at whatever moment and by whatever signal that ends; elsewhere than on Linux it may outlive us. */
const endingWithUs = process.platform === 'linux' ? ['setpriv', '--pdeathsig', 'TERM', '--'] : [];

/** One process of the city: started from the sources, ended by its pid only. */
export interface Child {
  readonly name: string;
  readonly pid: number;
  /** First line it printed: where it listens. */
  readonly ready: Readonly<Record<string, string>>;
  readonly process: ChildProcess;
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it anew once it has ended. */
  again(environment?: Readonly<Record<string, string>>): Promise<Child>;
}

export interface ChildOptions {
  readonly name: string;
  readonly entry: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Receives what it writes to standard error. */
  readonly logFile: string;
}

/** Ends a start that has failed; a busy machine is no fault of the process. */
const readyMs = 180_000;

/** Starts a process and waits for the line that says where it listens. @throws with the end of its log when it ends before. */
export async function startChild(options: ChildOptions): Promise<Child> {
  const { name, entry, environment, logFile } = options;
  const [command, ...args] = [...endingWithUs, process.execPath, '--import', './tools/dev/register.js', entry];
  const child = spawn(command, args, {
    cwd: root,
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile, { flags: 'a' });
  let tail = '';
  child.stderr.on('data', (chunk: Buffer) => {
    log.write(chunk);
    tail = `${tail}${chunk.toString()}`.slice(-2000);
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = await firstLine(child, exited, name, () => tail);
  return {
    name,
    pid: child.pid ?? 0,
    ready,
    process: child,
    again: (more = {}) => startChild({ ...options, environment: { ...environment, ...more } }),
    async stop(signal = 'SIGTERM') {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await exited;
      log.end();
    },
  };
}

/** Side by side. When one does not start, those that did are ended. */
export async function startChildren(several: readonly ChildOptions[]): Promise<readonly Child[]> {
  const starting = several.map(startChild);
  try {
    return await Promise.all(starting);
  } catch (error) {
    for (const tried of await Promise.allSettled(starting)) if (tried.status === 'fulfilled') await tried.value.stop();
    throw error;
  }
}

async function firstLine(child: ChildProcess, exited: Promise<number | null>, name: string, tail: () => string): Promise<Record<string, string>> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const late = setTimeout(() => {
    child.kill('SIGKILL');
    reject(new Error(`${name} did not start within ${readyMs / 1000} s: ${tail()}`));
  }, readyMs);
  void exited.then((code) => reject(new Error(`${name} ended with ${String(code)}: ${tail()}`)));
  let text = '';
  const read = (chunk: Buffer) => {
    text += chunk.toString();
    if (text.includes('\n')) resolve(text);
  };
  child.stdout?.on('data', read);
  try {
    const [line = ''] = (await promise).split('\n');
    return JSON.parse(line) as Record<string, string>;
  } finally {
    clearTimeout(late);
    child.stdout?.off('data', read).resume(); // nobody keeps the rest
  }
}
