import { randomUUID } from 'node:crypto';
import { silentLog, type Log } from '@zhitong/eventing';
import { startGateway, standardTimes, type RunningGateway } from '@zhitong/gateway';
import type { Attempt } from '@zhitong/platform/telemetry/security-log.ts';
import { EphemeralMemory, openMemoryEphemeralStore } from '@zhitong/memory';
import { Browser } from '../../gateway/test/browser.ts';
import { Wire, type Answer, type Sent } from '../../gateway/test/wire.ts';
import type { TestCity } from '../test-city.ts';

const everything = () => Promise.resolve({ allowed: true, retryAfterMs: 0 });

/** The gateway of production in front of a test city, without budgets: a refusal for haste would hide every other. */
export class CityGateway {
  /** What the gateway wrote as errors. */
  readonly failures: object[] = [];
  /** What the gateway refused by itself. */
  readonly attempts: Attempt[] = [];
  readonly #sessions = new Map<string, string>();
  #gateway: RunningGateway | undefined;
  #wire: Wire | undefined;

  constructor(private readonly city: TestCity) {}

  get url(): string {
    if (!this.#gateway) throw new Error('Not started');
    return this.#gateway.url;
  }

  async start(): Promise<void> {
    const log: Log = { ...silentLog, error: (fields) => void this.failures.push(fields) };
    this.#gateway = await startGateway({
      ...this.city.behind(),
      ...{ port: 0, host: '127.0.0.1', webRoot: '/nonexistent', version: '0.1.0', runtime: 'embedded', production: false },
      ephemeral: Object.assign(openMemoryEphemeralStore({ memory: new EphemeralMemory(() => Date.now()) }), { allow: everything }),
      issuer: { kind: 'development' },
      personas: this.city.personas,
      clock: this.city.clock,
      log,
      attempts: { attempted: (attempt) => void this.attempts.push(attempt) },
      times: { ...standardTimes, believeMs: 60_000 },
    });
    this.#wire = new Wire(this.#gateway.url);
  }

  async stop(): Promise<void> {
    this.#wire?.close();
    await this.#gateway?.stop();
  }

  /** Headers of a browser in which somebody is logged in, as a page of its own would send them. */
  async headersOf(login: string): Promise<Record<string, string>> {
    const cookie = this.#sessions.get(login) ?? (await this.#logIn(login));
    this.#sessions.set(login, cookie);
    return { cookie, origin: this.url };
  }

  send(sent: Sent): Promise<Answer> {
    if (!this.#wire) throw new Error('Not started');
    return this.#wire.send(sent);
  }

  /** A command, or a question, as the console would send it. */
  async ask(login: string, method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> {
    const own = { ...(await this.headersOf(login)), 'idempotency-key': randomUUID(), 'content-type': 'application/json' };
    return this.send({ method, path, headers: own, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  }

  async #logIn(login: string): Promise<string> {
    const browser = new Browser(this.url);
    await browser.logIn(login);
    return `__Host-zt=${browser.cookies.get('__Host-zt') ?? ''}`;
  }
}
