import { Rejected } from '@zhitong/kernel';
import { backoffMs } from './backoff.ts';
import { describe, isOutage } from './failure.ts';
import { IntentNames } from './intent-names.ts';
import type { Deadline, DueRow, Intent } from './policy.ts';
import { expected } from './policy-runner.ts';
import type { LeaseStore, Lease } from './ports/lease.port.ts';
import type { Log } from './ports/log.port.ts';
import type { ReadModelStore } from './ports/read-model-store.port.ts';
import { crashPoint } from './crash-point.ts';
import { inLanes } from './lanes.ts';
import { pages } from './paging.ts';

export interface DeadlineTickerOptions {
  readonly context: string;
  readonly owner: string;
  readonly deadlines: readonly { readonly deadline: Deadline<never, never>; readonly collection: () => string }[];
  readonly store: ReadModelStore;
  readonly leases: LeaseStore;
  readonly env: unknown;
  readonly now: () => string;
  /** `name` tells an intent from others of the due row on the same stream. */
  readonly carryOut: (
    intent: Intent,
    origin: { readonly deadline: string; readonly due: string; readonly name: string; readonly at: string },
  ) => Promise<unknown>;
  /** False while read models are still on their way to where the log is: what is fired would be decided on half of what is known, and is then done. */
  readonly ready?: () => boolean;
  /** Done before anything is fired: what this process keeps in memory becomes as new as the due rows. */
  readonly prepare?: () => Promise<void>;
  readonly everyMs: number;
  readonly leaseMs: number;
  readonly log: Log;
}

const pageSize = 200;
/** Commands that arrive together share a commit of the log. */
const rowsAtOnce = 32;
const retry = { minMs: 1000, maxMs: 10 * 60_000 };

/** Turns due rows into commands: one holder per service, each row once in effect, never early. */
export class DeadlineTicker {
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #stopped = false;
  #lease: Lease | undefined;
  #confirmedAt = 0;
  /** A round that is over, or a row that is done: thousands may be due at once. */
  #progressAt = performance.now();
  /** Rows that failed, and when each is tried again. */
  readonly #failed = new Map<string, { readonly failures: number; readonly notBefore: number }>();

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
    const { leases, owner, context, log } = this.options;
    if (!this.#lease) return;
    await leases
      .release(this.#lease, owner)
      .catch((error: unknown) => log.warn({ context, error: describe(error) }, 'the lease of the ticker will run out by itself'));
  }

  stalledFor(): number {
    return performance.now() - this.#progressAt;
  }

  /** Fires everything that is due now, if this process holds the lease. */
  async tick(): Promise<void> {
    try {
      if (this.#ready() && (await this.#holds())) await this.#fireDue(await this.#withDueRows());
      this.#progressAt = performance.now();
      this.#forgetFailures();
    } catch (error) {
      this.options.log.warn({ context: this.options.context, error: describe(error) }, 'a tick failed');
    }
  }

  async #fireDue(deadlines: DeadlineTickerOptions['deadlines']): Promise<void> {
    if (deadlines.length > 0) await this.options.prepare?.();
    for (const { deadline, collection } of deadlines) await this.#fireAll(deadline, collection());
  }

  #ready(): boolean {
    return this.options.ready?.() !== false;
  }

  /** A row that was not tried again in its time has been moved or taken back by an event. */
  #forgetFailures(): void {
    for (const [place, { notBefore }] of this.#failed) if (notBefore + retry.maxMs < performance.now()) this.#failed.delete(place);
  }

  /** Asks the store again once half of the lease is over. */
  async #holds(): Promise<boolean> {
    const { leases, owner, leaseMs, context } = this.options;
    const askedAt = performance.now();
    if (this.#lease && askedAt - this.#confirmedAt < leaseMs / 2) return true;
    if (this.#lease && !(await leases.renew(this.#lease, owner, leaseMs))) this.#lease = undefined;
    this.#lease ??= await leases.acquire(`ticker-${context}`, owner, leaseMs);
    this.#confirmedAt = askedAt;
    return this.#lease !== undefined;
  }

  /** Most rounds find nothing: they ask the store for all deadlines in one go. */
  async #withDueRows(): Promise<DeadlineTickerOptions['deadlines']> {
    const { deadlines, store, now } = this.options;
    const first = { ...dueBy(now()), limit: 1 };
    const found = await Promise.all(deadlines.map(({ collection }) => store.query<DueRow>(collection(), first)));
    return deadlines.filter((_, nth) => found[nth]?.items.length !== 0);
  }

  async #fireAll(deadline: Deadline<never, never>, collection: string): Promise<void> {
    const { store, now } = this.options;
    const at = now();
    const due = { ...dueBy(at), limit: pageSize };
    for await (const rows of pages((start) => store.query<DueRow>(collection, { ...due, ...start }))) {
      if (this.#stopped || !(await this.#holds())) return;
      const queues = rows.map((row) => [row]);
      await inLanes(queues, rowsAtOnce, (row) => this.#fire(deadline, collection, row, at));
    }
  }

  /** A row that fails holds up no other and is tried less and less often; a store that is away ends the tick. */
  async #fire(deadline: Deadline<never, never>, collection: string, due: DueRow & { readonly $key: string }, at: string): Promise<void> {
    const place = `${deadline.name}|${due.$key}|${due.dueAt}`;
    const failed = this.#failed.get(place);
    if (failed && performance.now() < failed.notBefore) return;
    try {
      const dueAt = deadline.dueAt?.(due as never, this.options.env as never) ?? due.dueAt;
      if (dueAt <= at) {
        await this.#carryOut(deadline, { ...due, dueAt }, at);
        crashPoint('tick.fired');
      }
      await this.#leave(collection, due, dueAt <= at ? undefined : dueAt);
      this.#failed.delete(place);
      this.#progressAt = performance.now();
    } catch (error) {
      this.options.log.error({ deadline: deadline.name, due: due.$key, error: describe(error) }, 'a deadline could not be carried out');
      if (isOutage(error) && !(error instanceof Rejected)) throw error;
      const failures = (failed?.failures ?? 0) + 1;
      this.#failed.set(place, { failures, notBefore: performance.now() + backoffMs(failures, retry) });
    }
  }

  async #carryOut(deadline: Deadline<never, never>, due: DueRow & { readonly $key: string }, at: string): Promise<void> {
    const { env, carryOut } = this.options;
    const names = new IntentNames();
    for await (const intent of await deadline.fire(due as never, at, env as never)) {
      const origin = { deadline: deadline.name, due: `${due.$key}|${due.dueAt}`, name: names.of(intent), at };
      await carryOut(intent, origin).catch(expected(deadline.expects));
    }
  }

  /** The row goes once its commands are done, or on to its later moment, unless an event has set a new one meanwhile. */
  async #leave(collection: string, { $key: key, dueAt }: DueRow & { readonly $key: string }, later: string | undefined): Promise<void> {
    const { store } = this.options;
    const [stored] = await store.stored(collection, [key]);
    if (!stored || !isDueAt(stored.row, dueAt)) return;
    const row = later === undefined ? null : { ...stored.row, dueAt: later };
    await store.commit({ writes: [{ collection, key, expectedRevision: stored.revision, guards: stored.guards, row }] });
  }
}

const dueBy = (at: string) => ({ where: [{ field: 'dueAt', lte: at }], orderBy: { field: 'dueAt', direction: 'asc' } }) as const;

const isDueAt = (row: unknown, dueAt: string): row is DueRow => typeof row === 'object' && row !== null && 'dueAt' in row && row.dueAt === dueAt;
