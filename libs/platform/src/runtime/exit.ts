import { describe, type Log } from '@zhitong/eventing';
import { setTimeout as wait } from 'node:timers/promises';

/** How a process ends, by the class of what ended it (sysexits). */
const codes: Readonly<Record<string, number>> = {
  /** The configuration cannot be used. */
  ConfigurationError: 78,
  SecretMissing: 78,
  WrongPartitionCount: 78,
  /** The data folder is damaged. */
  LogDamaged: 74,
  FileDamaged: 74,
  /** Another process works on the data folder. */
  FolderInUse: 75,
  /** A server is not there. */
  StoreUnavailable: 69,
  ServerUnreachable: 69,
};

export const exitCodeOf = (error: unknown): number => (error instanceof Error ? (codes[error.name] ?? 1) : 1);

/** Closing took longer than a supervisor waits. */
class StillClosing extends Error {
  override readonly name = 'StillClosing';
}

/** Says in one line why the process ends, then ends it. */
export function endWith(error: unknown): never {
  process.stderr.write(`zhitong: ${describe(error)}\n`);
  process.exit(exitCodeOf(error));
}

/** As {@link endWith}, for tools at a terminal, which hold nobody's data: in the error's own words. */
export function endTelling(error: unknown): never {
  process.stderr.write(`zhitong: ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}\n`);
  process.exit(exitCodeOf(error));
}

/** What nobody caught ends the process as well, and is told no more of than any other error: the runtime would print it whole. */
export function endOnCrash(): void {
  process.on('uncaughtException', endWith);
}

/** What comes before closing where others take over (REL-33). */
export interface Leave {
  /** Says from now on that the process is not ready. */
  readonly leave: () => void;
  /** How long it works on as before, so that who routes traffic has looked elsewhere by then; ms. */
  readonly noticeMs: number;
}

const nobodyTakesOver: Leave = { leave: () => undefined, noticeMs: 0 };
/** The longest that closing takes. */
const graceMs = 20_000;

/** The one place that hears SIGTERM and SIGINT: gives notice, then closes everything in order, once, within the time a supervisor grants. */
export function closeOnSignal(close: () => Promise<void>, log: Log, { leave, noticeMs }: Leave = nobodyTakesOver): void {
  let closing = false;
  const end = async (signal: NodeJS.Signals) => {
    if (closing) return;
    closing = true;
    log.info({ reason: signal }, 'closing');
    leave();
    await wait(noticeMs);
    const late = setTimeout(() => endWith(new StillClosing(`closing took longer than ${graceMs} ms`)), graceMs);
    try {
      await close();
    } catch (error) {
      endWith(error);
    }
    clearTimeout(late);
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end(signal));
}
