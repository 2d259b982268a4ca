import type { Log } from '@zhitong/eventing';

/**
 * Kafka or the way to it is at fault, not the request. A broker that took the connection and never answered what it understands counts to
 * kafkajs as connected, and each request to it throws a plain error.
 */
export const isOutage = (error: unknown): boolean => error instanceof Error && (error.name.startsWith('KafkaJS') || error.message === 'Broker not connected');

const everyMs = 5_000;

/** Tells operators every five seconds that Kafka does not answer. What passes sooner, as the election of a new topic's leaders, is worth no warning. */
export class Absence {
  private notedAt: number | undefined;

  constructor(private readonly log: Log) {}

  failed(fields: object, error: unknown): void {
    const now = performance.now();
    this.notedAt ??= now;
    const due = now - this.notedAt >= everyMs;
    if (due) this.notedAt = now;
    this.log[due ? 'warn' : 'info']({ ...fields, error }, 'Kafka does not answer, waiting for it');
  }

  answered(): void {
    this.notedAt = undefined;
  }
}
