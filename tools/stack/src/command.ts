import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/** Runs a command to its end and gives what it printed; rejects when it is missing, fails or takes too long. */
export async function run(command: string, args: readonly string[], options: CommandOptions = {}): Promise<string> {
  const { stdout, stderr } = await execute(command, args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...process.env, ...options.env },
    timeout: options.timeoutMs ?? 600_000,
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout + stderr;
}

export async function succeeds(command: string, args: readonly string[], timeoutMs = 15_000): Promise<boolean> {
  return run(command, args, { timeoutMs }).then(
    () => true,
    () => false,
  );
}
