import { describe, type Log } from '@zhitong/eventing';

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

/** The one place that hears SIGTERM and SIGINT: closes everything in order, once, within the time a supervisor grants. */
export function closeOnSignal(close: () => Promise<void>, log: Log, graceMs = 20_000): void {
  let closing = false;
  const end = (signal: NodeJS.Signals) => {
    if (closing) return;
    closing = true;
    log.info({ reason: signal }, 'closing');
    const late = setTimeout(() => endWith(new StillClosing(`closing took longer than ${graceMs} ms`)), graceMs);
    close().then(
      () => {
        clearTimeout(late);
        process.exit(0);
      },
      (error: unknown) => endWith(error),
    );
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
}
