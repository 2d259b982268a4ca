import type { Batch } from './ports/event-transport.port.ts';
import type { Checkpoint } from './ports/read-model-store.port.ts';
import { SubscriptionPaused } from './subscription.ts';

/** Of a checkpoint that was stored before its epoch was known; it fits every log. */
export const unknownEpoch = 0;

/** The checkpoint counts the events of a log that a restore has replaced: what was taken in may no longer exist. A rebuild mends it. */
export class EpochMismatch extends SubscriptionPaused {
  override readonly name = 'EpochMismatch';
}

/** Where a subscription stands in a partition, and where the partition ends. */
export interface Standing {
  readonly subscription: string;
  readonly topic: string;
  readonly partition: number;
  readonly checkpoint: Checkpoint;
  readonly end: number;
}

/** Why a checkpoint does not belong to the log as it is now, if so. */
export function misfit({ subscription, topic, partition, checkpoint, end }: Standing, epoch: number): EpochMismatch | undefined {
  const { offset, logEpoch } = checkpoint;
  const stands = `${subscription} has read ${topic}/${partition} up to ${offset}`;
  if (offset > end) return new EpochMismatch(`${stands}, beyond its end ${end}: the log was damaged or replaced, rebuild`);
  if (offset === 0 || logEpoch === unknownEpoch || logEpoch === epoch) return undefined;
  return new EpochMismatch(`${stands} in log epoch ${logEpoch}, which now has epoch ${epoch}: rebuild`);
}

/**
 * A batch as the log of this epoch holds it: records of an older one belong to a log that was replaced and are left out, the relay has published
 * again what is left of them. Bytes that are no event have no epoch.
 * @throws {EpochMismatch} when the records are newer than this process.
 */
export function ofEpoch(batch: Batch, epoch: number): Batch {
  const { topic, partition, logEpoch, messages } = batch;
  if (logEpoch === epoch) return batch;
  if (!messages.some((message) => 'event' in message)) return { ...batch, logEpoch: epoch };
  if (logEpoch < epoch) return { ...batch, logEpoch: epoch, messages: [] };
  throw new EpochMismatch(`${topic}/${partition} holds records of log epoch ${logEpoch}, this process works in epoch ${epoch}: start it anew`);
}
