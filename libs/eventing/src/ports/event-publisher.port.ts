import type { RecordedEvent } from '../envelope.ts';

/** The relay's way out. Topics are named as in {@link EventTransport}. */
export interface EventPublisher {
  /**
   * Resolves once the transport has acknowledged all events durably, in this order. One call at a time.
   * When it rejects, any of them may have been stored: the caller starts again at its checkpoint.
   */
  publish(topic: string, events: readonly RecordedEvent[]): Promise<void>;
}
