import { eventually, eventuallyReaches } from '@zhitong/testing/eventually.ts';
import { Ledger } from './ledger.ts';
import { startLoad, type Load } from './load.ts';
import type { Bench } from './row.ts';
import type { Site } from './site.ts';
import { heldOf, statusOf, type Answer } from './subject/client.ts';
import { startReplica, type Replica } from './subject/replica.ts';
import { expectSound } from './verdict.ts';

/** Ends a run that has failed, where nothing moves any more; a busy machine is no fault of the system. */
export const patienceMs = 120_000;

/** A service at work: replicas whose doors are used in turn, and writers that never pause for a fault. */
export class ServiceUnderLoad {
  readonly ledger = new Ledger();
  readonly replicas: Replica[] = [];
  /** How often each answer came: `receipt`, or the code. */
  readonly answers = new Map<string, number>();
  /** The longest that a writer waited for an answer, in ms: on a busy machine also for itself. */
  longestMs = 0;
  #load: Load | undefined;
  #turn = 0;

  constructor(
    readonly site: Site,
    private readonly random: () => number,
  ) {}

  static async start({ site, random }: Bench, { replicas = 1, writers = 16, environment = {} }: Starting = {}): Promise<ServiceUnderLoad> {
    const service = new ServiceUnderLoad({ ...site, environment: { ...site.environment, ...environment } }, random);
    for (let count = 0; count < replicas; count++) await service.add();
    service.#load = startLoad({
      writers,
      random,
      ledger: service.ledger,
      door: () => service.#door(),
      answered: (answer, tookMs) => service.#answered(answer, tookMs),
    });
    return service;
  }

  /** The one that was started first. @throws when none is left. */
  get first(): Replica {
    const [first] = this.replicas;
    if (!first) throw new Error('Nobody serves');
    return first;
  }

  async add(site = this.site): Promise<Replica> {
    const replica = await startReplica(site);
    this.replicas.push(replica);
    return replica;
  }

  /** Takes it out of turn; ending it is the caller's. */
  remove(replica: Replica): void {
    this.replicas.splice(this.replicas.indexOf(replica), 1);
  }

  /** Resolves once so many commands more have their receipt. */
  async receipts(more: number): Promise<void> {
    const wanted = this.ledger.count('receipt') + more;
    await eventually(() => this.ledger.count('receipt') >= wanted, patienceMs);
  }

  /** Resolves once the rows hold everything that was acknowledged when it was called; gives the ms it took. */
  async caughtUp(): Promise<number> {
    const start = performance.now();
    const { added } = this.ledger;
    const arrived = async () => {
      const [replica] = this.replicas;
      return replica === undefined ? -1 : heldOf(await statusOf(replica.door), added);
    };
    await eventuallyReaches(arrived, 2 * added, patienceMs);
    return performance.now() - start;
  }

  /** Ends the load and the service, and holds everything against each other. */
  async expectSound(): Promise<string> {
    await this.#load?.stop();
    const { commits } = await expectSound(this);
    return `${String(this.ledger.count('receipt'))} receipts, ${String(commits)} commits, each answer within ${inSeconds(this.longestMs)}`;
  }

  #door(): string | undefined {
    return this.replicas[this.#turn++ % Math.max(1, this.replicas.length)]?.door;
  }

  #answered(answer: Answer, tookMs: number): void {
    const name = answer.kind === 'receipt' ? 'receipt' : answer.code;
    this.longestMs = Math.max(this.longestMs, tookMs);
    this.answers.set(name, (this.answers.get(name) ?? 0) + 1);
  }
}

export interface Starting {
  readonly replicas?: number;
  readonly writers?: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** @throws when an answer came that is none of these codes. */
export function expectAnswers({ answers }: ServiceUnderLoad, allowed: readonly string[]): void {
  const usual = ['receipt', 'CEILING_EXCEEDED', 'CONFLICT', ...allowed];
  const other = [...answers.keys()].filter((name) => !usual.includes(name));
  if (other.length > 0) throw new Error(`Nobody may be answered ${other.map((name) => `${name} (${String(answers.get(name))} times)`).join(', ')}`);
}

/** How long something took at most, in ms. */
export class Longest {
  ms = 0;

  async of(work: () => Promise<unknown>): Promise<void> {
    const start = performance.now();
    await work();
    this.ms = Math.max(this.ms, performance.now() - start);
  }
}

export const inSeconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
