import { backoffMs, pause, type Log } from '@zhitong/eventing';
import type { Admin, Kafka } from 'kafkajs';
import { isOutage, type Absence } from './absence.ts';

const tries = 15;

/** Longest wait between attempts; the leaders of new topics are there within seconds. */
const backoff = { minMs: 50, maxMs: 1_000 };

/**
 * One shared admin client, connected at its first use and replaced after a failure: it would go on asking the leaders it knew
 * (NOT_LEADER_FOR_PARTITION right after a topic was made or a broker was lost).
 */
export class AdminConnection {
  private client: Promise<Admin> | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly kafka: Kafka,
    private readonly absence: Absence,
    private readonly log: Log,
  ) {}

  /** Asks a few times; who has nothing better to do tries again. */
  async use<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures++) {
      const client = (this.client ??= this.connect());
      try {
        const answer = await ask(await client);
        this.absence.answered();
        return answer;
      } catch (error) {
        // A client that another caller gave up meanwhile answers with anything.
        const givenUp = this.client !== client;
        if (!isOutage(error) && !givenUp) throw error;
        if (this.client === client) this.client = undefined;
        this.disconnect(client);
        this.absence.failed({ failures }, error);
        if (failures === tries) throw error;
        await pause(backoffMs(failures, backoff), this.closing.signal);
        if (this.closing.signal.aborted) throw error;
      }
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.client?.then(
      (admin) => admin.disconnect(),
      () => undefined,
    ); // one that never connected needs no end
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
