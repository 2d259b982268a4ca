import { createClient, ErrorReply } from 'redis';
import { describe, EphemeralUnavailable, type Log } from '@zhitong/eventing';

export type Client = ReturnType<typeof newClient>;

const answerWithinMs = 1_000;

/** A client that reconnects for ever and refuses commands meanwhile. */
export function newClient(url: string, log: Log, socketTimeout?: number) {
  const reconnectStrategy = (retries: number): number => Math.min(50 * 2 ** retries, 1_000);
  const socket = { connectTimeout: 1_000, reconnectStrategy, ...(socketTimeout === undefined ? {} : { socketTimeout }) };
  const client = createClient({ url, disableOfflineQueue: true, socket });
  client.on('error', (error: Error) => {
    log.warn({ reason: error.message }, 'The connection to Redis failed');
  });
  return client;
}

/** Begins to connect; a server that is away is tried again in the background. */
export function connecting(client: Client, log: Log): Promise<void> {
  return client.connect().then(
    () => undefined,
    (error: unknown) => {
      log.warn({ reason: describe(error) }, 'The connection to Redis was given up');
    },
  );
}

/** The connection for commands: each is answered within a second or fails. */
export class Connection {
  readonly #url: string;
  readonly #log: Log;
  #client: Client;

  constructor(url: string, log: Log) {
    this.#url = url;
    this.#log = log;
    this.#client = newClient(url, log);
  }

  /** Waits for the first connection, but not for a server that is away. */
  async open(): Promise<void> {
    const deadline = afterDeadline();
    await Promise.race([connecting(this.#client, this.#log), deadline.promise]);
    deadline.cancel();
  }

  /** @throws {EphemeralUnavailable} */
  async ask<Answer>(command: (client: Client) => Promise<Answer>): Promise<Answer> {
    const client = this.#client;
    const deadline = afterDeadline();
    try {
      const answer = await Promise.race([command(client), deadline.promise]);
      if (answer !== late) return answer;
    } catch (error) {
      throw asUnavailable(error);
    } finally {
      deadline.cancel();
    }
    this.#replace(client);
    throw new EphemeralUnavailable(`Redis did not answer within ${String(answerWithinMs)} ms`);
  }

  /** A connection that swallows commands may be dead without a sign; the system would notice after minutes. */
  #replace(silent: Client): void {
    if (this.#client !== silent) return;
    this.#client = newClient(this.#url, this.#log);
    void connecting(this.#client, this.#log);
    silent.destroy();
  }

  close(): void {
    this.#client.destroy();
  }
}

const late = Symbol('late');

function afterDeadline() {
  const { promise, resolve } = Promise.withResolvers<typeof late>();
  const timer = setTimeout(() => {
    resolve(late);
  }, answerWithinMs);
  return {
    promise,
    cancel: () => {
      clearTimeout(timer);
    },
  };
}

/** Refusals of a server that cannot work now; any other refusal is a fault of the program. */
const cannotWork = /^(LOADING|MASTERDOWN|READONLY|OOM|MISCONF|NOREPLICAS|CLUSTERDOWN|TRYAGAIN|BUSY) /;

/** What is neither a refusal nor a wrong argument comes from the connection, whatever class the socket gave it. */
function asUnavailable(error: unknown): unknown {
  if (error instanceof TypeError || (error instanceof ErrorReply && !cannotWork.test(error.message))) return error;
  return new EphemeralUnavailable('Redis does not answer', { cause: error });
}
