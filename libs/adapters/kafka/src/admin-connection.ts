import { backoffMs, pause, type Log } from '@zhitong/eventing';
import type { Admin, Kafka } from 'kafkajs';
import { isOutage, type Absence } from './absence.ts';

const tries = 15;

/** Longest wait between attempts; the leaders of new topics are there within seconds. */
const backoff = { minMs: 50, maxMs: 1_000 };

interface SharedAdmin {
  readonly client: Promise<Admin>;
  users: number;
}

/** kafkajs destructures metadata that has not arrived yet: such a TypeError of its own passes like any outage. */
const passes = (error: unknown): boolean => isOutage(error) || error instanceof TypeError;

/**
 * One shared admin client, connected at its first use and replaced after a failure: it would go on asking the leaders it knew
 * (NOT_LEADER_FOR_PARTITION right after a topic was made or a broker was lost).
 */
export class AdminConnection {
  private shared: SharedAdmin | undefined;
  private readonly closing = new AbortController();

  constructor(
    private readonly kafka: Kafka,
    private readonly absence: Absence,
    private readonly log: Log,
  ) {}

  /** Asks a few times; who has nothing better to do tries again. */
  async use<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    for (let failures = 1; ; failures++) {
      try {
        const answer = await this.attempt(ask);
        this.absence.answered();
        return answer;
      } catch (error) {
        if (!passes(error)) throw error;
        this.absence.failed({ failures }, error);
        if (failures === tries) throw error;
        await pause(backoffMs(failures, backoff), this.closing.signal);
        if (this.closing.signal.aborted) throw error;
      }
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    await this.shared?.client.then(
      (admin) => admin.disconnect(),
      () => undefined,
    ); // one that never connected needs no end
  }

  /** A client that failed ends with its last request: kafkajs answers those of a client that was closed with null. */
  private async attempt<T>(ask: (admin: Admin) => Promise<T>): Promise<T> {
    const shared = (this.shared ??= { client: this.connect(), users: 0 });
    shared.users += 1;
    try {
      return await ask(await shared.client);
    } catch (error) {
      if (passes(error) && this.shared === shared) this.shared = undefined;
      throw error;
    } finally {
      shared.users -= 1;
      if (shared.users === 0 && this.shared !== shared) this.disconnect(shared.client);
    }
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
