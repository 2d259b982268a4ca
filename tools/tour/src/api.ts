import { setTimeout as wait } from 'node:timers/promises';

/** A refusal as the public API answers it. */
export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly retryAfterMs: number,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

export interface Receipt {
  readonly id: string;
  readonly stream: string;
  readonly version: number;
  readonly warnings: readonly string[];
}

/** A command as it was sent and answered. */
export interface Sent {
  readonly person: Person;
  readonly path: string;
  readonly body: object;
  readonly key: string;
  readonly receipt: Receipt;
}

/** Whoever wants to know what a person went through. */
export interface Listener {
  /** Told of every command and its receipt, for those who send all of them again. */
  readonly sent?: (sent: Sent) => void;
  /** Told of every refusal after which the same request is sent again. */
  readonly waited?: (problem: Problem) => void;
}

type Body = string | Uint8Array<ArrayBuffer>;

const passing = new Set([429, 503, 504]);
const patienceMs = 240_000;

/** One person at the public API: bearer token, retries with the same key, own writes read back. */
export class Person {
  readonly #positions = new Map<string, string>();

  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
    readonly login: string,
    private readonly listener: Listener = {},
  ) {}

  /** Repeats what may pass (rate limit, a service away, an unknown outcome) with the same key: once in effect. */
  async command(path: string, body: object, key: string): Promise<Receipt> {
    const receipt = (await this.#patiently(
      'POST',
      path,
      { ...this.#after(), 'idempotency-key': key, 'content-type': 'application/json' },
      JSON.stringify(body),
    )) as Receipt;
    this.listener.sent?.({ person: this, path, body, key, receipt });
    return receipt;
  }

  /** Sends a file; repeated as a command is. */
  async upload(path: string, file: Uint8Array, type: string, key: string): Promise<Receipt> {
    return (await this.#patiently('POST', path, { 'idempotency-key': key, 'content-type': type }, new Uint8Array(file))) as Receipt;
  }

  async query<Answer>(path: string): Promise<Answer> {
    return (await this.#patiently('GET', path, this.#after())) as Answer;
  }

  /** Asks again until the answer satisfies; fails after four minutes with what was seen last. */
  async until<Answer>(path: string, enough: (answer: Answer) => boolean): Promise<Answer> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      const answer = await this.query<Answer>(path);
      if (enough(answer)) return answer;
      if (performance.now() > deadline) throw new Error(`${path} did not get there: ${JSON.stringify(answer).slice(0, 500)}`);
      await wait(100);
    }
  }

  #after(): Record<string, string> {
    const after = [...this.#positions.values()].slice(-8).join(',');
    return after === '' ? {} : { 'zhitong-after': after };
  }

  async #patiently(method: string, path: string, headers: Record<string, string>, body?: Body): Promise<unknown> {
    const deadline = performance.now() + patienceMs;
    for (;;) {
      try {
        return await this.#once(method, path, headers, body);
      } catch (error) {
        if (!passes(error) || performance.now() > deadline) throw error;
        if (error instanceof Problem) this.listener.waited?.(error);
        await wait(error instanceof Problem ? Math.max(50, error.retryAfterMs) : 250);
      }
    }
  }

  async #once(method: string, path: string, headers: Record<string, string>, body?: Body): Promise<unknown> {
    const response = await fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, accept: 'application/json', 'accept-language': 'en', ...headers },
      ...(body === undefined ? {} : { body }),
      signal: AbortSignal.timeout(30_000),
    });
    const text = await response.text();
    const answer: unknown = text === '' ? {} : JSON.parse(text);
    if (!response.ok) {
      const { code = 'UNKNOWN', detail = text } = answer as { code?: string; detail?: string };
      throw new Problem(response.status, code, detail, Number(response.headers.get('retry-after') ?? 0) * 1000);
    }
    const position = response.headers.get('zhitong-position');
    if (position !== null) this.#positions.set(position.split('@')[0] ?? position, position);
    return answer;
  }
}

/** A refusal that passes, or no answer at all: `fetch` fails with a TypeError, and with a TimeoutError when it took too long. */
const passes = (error: unknown): boolean =>
  error instanceof Problem
    ? passing.has(error.status) || error.code === 'CONFLICT'
    : error instanceof TypeError || (error instanceof DOMException && error.name === 'TimeoutError');

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
  readonly total: number;
}

/** Every item of a list, page by page. The path has a question already. */
export async function pagesOf<Item>(person: Person, path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | undefined;
  do {
    const page: Page<Item> = await person.query(`${path}&limit=200${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}
