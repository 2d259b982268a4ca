import type { EachBatchPayload } from 'kafkajs';
import type { Assigned } from './assignment.ts';

/** Errors of a heartbeat that say: the group has moved on, or is about to. */
const revocations = new Set(['REBALANCE_IN_PROGRESS', 'ILLEGAL_GENERATION', 'UNKNOWN_MEMBER_ID', 'NOT_COORDINATOR_FOR_GROUP', 'FENCED_INSTANCE_ID']);
const isRevocation = (error: unknown): boolean => error instanceof Error && 'type' in error && typeof error.type === 'string' && revocations.has(error.type);

/** What a session knows about being a member of its group. */
export class Membership {
  /** The last sign that the coordinator counts us in, on the monotonic clock. */
  contact: number;
  #revoked = false;
  #ended = false;

  constructor(
    startedAt: number,
    private readonly sessionTimeoutMs: number,
  ) {
    this.contact = startedAt;
  }

  joined(): void {
    this.contact = performance.now();
    this.#revoked = false;
  }

  heard(): void {
    this.contact = performance.now();
  }

  /** Nothing is ours from now on. */
  end(): void {
    this.#ended = true;
  }
  get ended(): boolean {
    return this.#ended;
  }

  async heartbeat(payload: EachBatchPayload): Promise<void> {
    try {
      await payload.heartbeat();
    } catch (error) {
      if (!isRevocation(error)) throw error;
      this.#revoked = true; // the batch shows itself as stale; kafkajs joins again once it is given back
    }
  }

  /** Also after a sleep longer than the session, when the coordinator has given the partition away without a word to us. */
  isStale(part: Assigned, payload: EachBatchPayload): boolean {
    return (
      this.#ended ||
      this.#revoked ||
      part.dropped.signal.aborted ||
      !payload.isRunning() ||
      payload.isStale() ||
      performance.now() - this.contact > this.sessionTimeoutMs
    );
  }
}
