import type { Batch } from './ports/event-transport.port.ts';
import type { Checkpoint } from './ports/read-model-store.port.ts';
import { SubscriptionPaused } from './subscription.ts';

/** Of a checkpoint that was made before an event of the log was seen. */
export const unknownEpoch = 0;

/** The checkpoint counts the events of a log that a restore has replaced: what was taken in may no longer exist. */
export class EpochMismatch extends SubscriptionPaused {
  override readonly name = 'EpochMismatch';
}

/** The epoch to store with a checkpoint after the batch. What carries no event says nothing about the log. @throws {EpochMismatch} */
export function epochAfter(subscription: string, stored: Checkpoint | undefined, batch: Batch): number {
  const { topic, partition, logEpoch, messages } = batch;
  if (!messages.some((message) => 'event' in message)) return stored?.logEpoch ?? unknownEpoch;
  if (stored === undefined || stored.offset === 0 || stored.logEpoch === unknownEpoch || stored.logEpoch === logEpoch) return logEpoch;
  throw new EpochMismatch(
    `${subscription} has read ${topic}/${partition} up to ${stored.offset} in log epoch ${stored.logEpoch}, which now has epoch ${logEpoch}: ` +
      'finish the restore before it goes on',
  );
}
