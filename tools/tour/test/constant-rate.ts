import type { Person, Receipt, Sent } from '../src/api.ts';
import { setTimeout as wait } from 'node:timers/promises';

const everyMs = 100;
const answerWithinMs = 30_000;

/** Somebody who asks or commands; nothing is sent a second time. */
export interface Turn {
  readonly person: Person;
  readonly token: string;
  readonly path: string;
  /** Of a command, which is sent with a key of its own; told how many requests were before. */
  readonly body?: (count: number) => object;
}

/** Ten requests a second, whether those before have been answered or not, until it is ended. */
export class ConstantRate {
  /** Whatever was not answered as asked. */
  readonly failed: string[] = [];
  /** Commands and their receipts. */
  readonly sent: Sent[] = [];
  answered = 0;
  #sending = true;
  readonly #running: Promise<void>;

  /** `doorOf` says where the next request goes. */
  constructor(
    private readonly turns: readonly Turn[],
    private readonly doorOf: () => string,
  ) {
    this.#running = this.#run();
  }

  async end(): Promise<void> {
    this.#sending = false;
    await this.#running;
  }

  async #run(): Promise<void> {
    const under: Promise<void>[] = [];
    for (let count = 0; this.#sending; count += 1) {
      const turn = this.turns[count % this.turns.length];
      if (turn) under.push(this.#send(turn, count).catch((error: unknown) => void this.failed.push(`${turn.path}: ${said(error)}`)));
      await wait(everyMs);
    }
    await Promise.all(under);
  }

  async #send({ person, token, path, body: bodyOf }: Turn, count: number): Promise<void> {
    const [key, body] = [`rate-of-ten/${String(count)}`, bodyOf?.(count)];
    const headers = { authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }) };
    const command = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const response = await fetch(`${this.doorOf()}/api/v1${path}`, { ...command, headers, signal: AbortSignal.timeout(answerWithinMs) });
    const text = await response.text();
    if (!response.ok) throw new Error(`${String(response.status)} ${text}`);
    this.answered += 1;
    if (body !== undefined) this.sent.push({ person, path, body, key, receipt: JSON.parse(text) as Receipt });
  }
}

const said = (error: unknown): string => (error instanceof Error ? [error.message, error.cause].map(String).join(' ') : String(error));
