import { backoffMs, pause, type Log } from '@zhitong/eventing';
import type { Admin, Kafka } from 'kafkajs';

/** Kafka or the way to it is at fault, not the request. */
export const isOutage = (error: unknown): boolean => error instanceof Error && error.name.startsWith('KafkaJS');

const tries = 5;

/**
 * One shared admin client, connected at its first use and replaced after a failure: it would go on asking the leaders it knew
 * (NOT_LEADER_FOR_PARTITION right after a topic was made or a broker was lost).
 */
export class AdminConnection {
  private client: Promise<Admin> | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly kafka: Kafka,
    private readonly log: Log,
  ) {}

  async use<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures++) {
      const client = (this.client ??= this.connect());
      try {
        return await ask(await client);
      } catch (error) {
        if (!isOutage(error)) throw error;
        if (this.client === client) this.client = undefined;
        this.disconnect(client);
        if (failures === tries || this.closing.signal.aborted) throw error;
        await pause(backoffMs(failures, { minMs: 50, maxMs: 500 }), this.closing.signal);
      }
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.client?.then((admin) => admin.disconnect());
  }

  private async connect(): Promise<Admin> {
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }

  private disconnect(client: Promise<Admin>): void {
    client.then((admin) => admin.disconnect()).catch((error: unknown) => this.log.info({ error }, 'an admin client that failed could not be closed'));
  }
}
