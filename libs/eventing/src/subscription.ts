import type { ParkedEvent } from './parked-keys.ts';
import type { Batch, Delivered } from './ports/event-transport.port.ts';
import type { Checkpoint } from './ports/read-model-store.port.ts';

/** What a subscription tells operators about itself. */
export interface SubscriptionStatus {
  readonly name: string;
  readonly kind: 'projection' | 'policy';
  readonly state: 'running' | 'failing' | 'paused';
  /** Events taken in since the process started. */
  readonly handled: number;
  readonly lastError?: string;
  /** Only a rebuild mends it: the checkpoint belongs to a log that is no more. */
  readonly epochMismatch?: true;
  /** Position by `<topic>/<partition>`. */
  readonly positions: Readonly<Record<string, number>>;
}

/** A position that moved this far without a change is saved, so that a restart need not read it again; one that moved less is not worth a write. */
export const idleSave = 1000;

/** Takes the batches of its categories in, keeping its own checkpoint per partition; the service's one consumer feeds it. */
export interface Subscription {
  readonly name: string;
  readonly kind: 'projection' | 'policy';
  readonly topics: readonly string[];
  /** Checkpoint of a partition, read from the store once and then known. */
  position(topic: string, partition: number): Promise<Checkpoint>;
  /**
   * Takes in what it has not yet seen of a batch. When it throws, nothing beyond its checkpoint was stored.
   * @returns the position after it.
   */
  take(batch: Batch): Promise<Checkpoint>;
  /** Told what it has taken in before, by this process or another, where a reading begins before its checkpoint. */
  recall?(messages: readonly Delivered[]): Promise<void>;
  /** Takes one parked event in again, outside the stream of batches, and lets it go; the error when it still fails. */
  again(parked: ParkedEvent): Promise<{ readonly error?: string }>;
  /** Forgets cached positions (after a rebalance, a fenced write). */
  forget(): void;
  /** Takes nothing more in until {@link resume}. */
  pause(reason: SubscriptionPaused): void;
  /** Ends a pause: an operator says that the cause is mended. */
  resume(): void;
  status(): SubscriptionStatus;
}

/** Thrown when a subscription must not go on by itself: an operator resumes it. */
export class SubscriptionPaused extends Error {
  override readonly name: string = 'SubscriptionPaused';
}
/** Another process owns the partition now. */
export class Fenced extends Error {
  override readonly name = 'Fenced';
}
