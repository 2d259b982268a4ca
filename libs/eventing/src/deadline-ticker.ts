import { describe, isOutage } from './failure.ts';
import type { Deadline, DueRow, Intent } from './policy.ts';
import { expected } from './policy-runner.ts';
import type { LeaseStore, Lease } from './ports/lease.port.ts';
import type { Log } from './ports/log.port.ts';
import type { ReadModelStore } from './ports/read-model-store.port.ts';
import { crashPoint } from './crash-point.ts';

export interface DeadlineTickerOptions {
  readonly context: string;
  readonly owner: string;
  readonly deadlines: readonly { readonly deadline: Deadline<never, never>; readonly collection: () => string }[];
  readonly store: ReadModelStore;
  readonly leases: LeaseStore;
  readonly env: unknown;
  readonly now: () => string;
  /** `ordinal` counts the intents of one due row. */
  readonly carryOut: (intent: Intent, origin: { readonly deadline: string; readonly due: string; readonly ordinal: number; readonly at: string }) => Promise<unknown>;
  readonly everyMs: number;
  readonly leaseMs: number;
  readonly log: Log;
}

const pageSize = 200;

/** Turns due rows into commands: one holder per service, each row once in effect, never early. */
export class DeadlineTicker {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #lease: Lease | undefined;
  #lastTick = Date.now();

  constructor(private readonly options: DeadlineTickerOptions) {}

  start(): void {
    const next = () => {
      if (this.#stopped) return;
      this.#timer = setTimeout(() => {
        this.#running = this.tick().then(next, next);
      }, this.options.everyMs);
    };
    next();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    if (this.#lease) await this.options.leases.release(this.#lease, this.options.owner);
  }

  stalledFor(): number {
    return Date.now() - this.#lastTick;
  }

  /** Fires everything that is due now, if this process holds the lease. */
  async tick(): Promise<void> {
    try {
      if (await this.#holds()) for (const { deadline, collection } of this.options.deadlines) await this.#fireAll(deadline, collection());
      this.#lastTick = Date.now();
    } catch (error) {
      this.#lease = undefined;
      this.options.log.warn({ context: this.options.context, error: describe(error) }, 'a tick failed');
    }
  }

  async #holds(): Promise<boolean> {
    const { leases, owner, leaseMs, context } = this.options;
    if (this.#lease && !(await leases.renew(this.#lease, owner, leaseMs))) this.#lease = undefined;
    this.#lease ??= await leases.acquire(`ticker-${context}`, owner, leaseMs);
    return this.#lease !== undefined;
  }

  async #fireAll(deadline: Deadline<never, never>, collection: string): Promise<void> {
    const { store, now } = this.options;
    const at = now();
    let cursor: string | undefined;
    do {
      const page = await store.query<DueRow>(collection, {
        where: [{ field: 'dueAt', lte: at }],
        orderBy: { field: 'dueAt', direction: 'asc' },
        limit: pageSize,
        ...(cursor === undefined ? {} : { cursor }),
      });
      for (const due of page.items) {
        if (this.#stopped || !(await this.#holds())) return;
        await this.#fire(deadline, collection, due, at);
      }
      cursor = page.next;
    } while (cursor !== undefined);
  }

  /** The row goes once its commands are done; an event that sets a new moment brings it back. */
  async #fire(deadline: Deadline<never, never>, collection: string, due: DueRow & { readonly $key: string }, at: string): Promise<void> {
    const { store, env, carryOut, log } = this.options;
    try {
      let ordinal = 0;
      for await (const intent of await deadline.fire(due as never, at, env as never)) {
        const origin = { deadline: deadline.name, due: `${due.$key}|${due.dueAt}`, ordinal: ordinal++, at };
        await carryOut(intent, origin).catch(expected(deadline.expects));
      }
    } catch (error) {
      log.error({ deadline: deadline.name, due: due.$key, error: describe(error) }, 'a deadline could not be carried out');
      if (isOutage(error)) throw error;
      return;
    }
    crashPoint('tick.fired');
    const [stored] = await store.stored(collection, [due.$key]);
    if (!stored?.row) return;
    await store.commit({ writes: [{ collection, key: due.$key, expectedRevision: stored.revision, guards: stored.guards, row: null }] });
  }
}
