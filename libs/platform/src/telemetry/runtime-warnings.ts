import type { Log } from '@zhitong/eventing';
import type { EventEmitter } from 'node:events';

/** Raised by every Kafka client at its start, which counts from -1 while no broker slows it down: nothing an operator could do. */
const harmless = new Set(['TimeoutNegativeWarning']);

/** Warnings of the runtime become notes of the log, instead of text between its lines. */
export function warningsInto(log: Log, runtime: EventEmitter = process): void {
  runtime.removeAllListeners('warning');
  runtime.on('warning', (warning: Error) => {
    if (!harmless.has(warning.name)) log.warn({ error: warning }, 'the runtime warns');
  });
}
