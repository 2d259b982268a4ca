import type { Log } from '@zhitong/eventing';

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

/** Says in one line why the process ends, then ends it. */
export function endWith(error: unknown): never {
  const sentence = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  process.stderr.write(`zhitong: ${sentence}\n`);
  process.exit(exitCodeOf(error));
}

/** The one place that hears SIGTERM and SIGINT: closes everything in order, once, within the time a supervisor grants. */
export function closeOnSignal(close: () => Promise<void>, log: Log, graceMs = 20_000): void {
  let closing = false;
  const end = (signal: NodeJS.Signals) => {
    if (closing) return;
    closing = true;
    log.info({ reason: signal }, 'closing');
    const late = setTimeout(() => endWith(new Error(`closing took longer than ${graceMs} ms`)), graceMs);
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
