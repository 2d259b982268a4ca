import {
  collectionsOf,
  createRelay,
  eventId,
  intend,
  parkedCollection,
  PolicyRunner,
  ProjectionRunner,
  silentLog,
  StreamHandler,
  when,
  type CommitTail,
  type EventStore,
  type LeaseStore,
  type ReadModelStore,
  type RecordedEvent,
  type StoredCommit,
  type Subscription,
} from '@zhitong/eventing';
import { recordCommit } from '@zhitong/eventing/commit.ts';
import { Rejected } from '@zhitong/kernel';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { batchOf } from '@zhitong/testing';
import type { LedgerEntry, Observation } from '@zhitong/testing/checker/observation.ts';
import { storedRows } from '@zhitong/testing/checker/stored-rows.ts';
import { between } from '@zhitong/testing/faults/random.ts';
import { Stepper } from '@zhitong/testing/faults/stepper.ts';
import { counter, metadata, noting, sampleProjection, type Added } from './counter.samples.ts';

const at = '2026-03-01T09:00:00.000Z';
const projection = sampleProjection([{ category: 'counter', handle: ({ stream, version }) => noting(stream, String(version)) }]);
const { rows, tallies } = collectionsOf(projection, 1);
const policy = {
  name: 'when-added-then-count',
  startFrom: 'beginning',
  expects: [],
  sources: [when<Added>(counter)({ Added: ({ data }) => (data.by === 'policy' ? [] : [intend(counter, 'total', { amount: 1, by: 'policy' })]) })],
} as const;

/** The engines of one service on a log, a topic and read models in memory, stepped by chance, and clients that keep a ledger. */
export class SteppedService {
  readonly stepper: Stepper;
  readonly #random: () => number;
  readonly #commits: StoredCommit[] = [];
  readonly #topic: RecordedEvent[] = [];
  readonly #readModels: ReadModelStore = openSqliteDocumentStore({ file: ':memory:' });
  readonly #ledger = new Map<string, LedgerEntry['outcome']>();
  #relayed: unknown;
  #term = 0;
  #handler = new StreamHandler(this.#log());
  #crashed = Promise.withResolvers<void>();

  constructor(random: () => number) {
    this.#random = random;
    this.stepper = new Stepper(random);
  }

  /** Clients send their commands while the process runs and crashes; ends when nothing is left to do. */
  async play(commands: number, crashes: number): Promise<Observation> {
    await this.#readModels.ensure([parkedCollection, rows, tallies]);
    this.#start();
    const clients = Promise.all(['a', 'b', 'c'].map((name) => this.#client(name, commands)));
    for (let left = crashes; ;) {
      if (left > 0 && this.#random() < 0.03) {
        left--;
        await this.stepper.crash();
        this.#crashed.resolve();
        this.#start();
      } else if (!(await this.stepper.step())) break;
    }
    await clients;
    const stored = await storedRows(this.#readModels, rows.name);
    await this.#readModels.close();
    return {
      ledger: [...this.#ledger].map(([commandId, outcome]) => ({ commandId, outcome })),
      commits: this.#commits,
      published: this.#topic,
      readModels: [{ projection, env: {}, rows: stored }],
      parked: [],
    };
  }

  /** A new process: nothing of the one before is known to it. */
  #start(): void {
    this.#crashed = Promise.withResolvers();
    this.#handler = new StreamHandler(this.stepper.port('log', this.#log()));
    const topicOf = () => 'organizations';
    createRelay({
      tail: this.#tail(),
      publisher: { publish: (_topic, events) => this.stepper.call('topic.publish', () => void this.#topic.push(...events)) },
      leases: this.stepper.port('leases', this.#leases()),
      owner: 'stepped',
      clock: { now: () => at },
      topicOf,
      log: silentLog,
      leaseMs: 3_600_000,
      batchEvents: 3,
    });
    const common = { store: this.stepper.port('rows', this.#readModels), env: {}, topicOf, now: () => at };
    void this.#consume(new ProjectionRunner({ ...common, projection, build: 1 }));
    void this.#consume(new PolicyRunner({ ...common, policy, endOf: () => Promise.resolve(0), carryOut: (intent, origin) => this.#carryOut(intent, origin) }));
  }

  readonly #carryOut: ConstructorParameters<typeof PolicyRunner>[0]['carryOut'] = ({ stream, id, command }, { policy: by, event, name }) =>
    this.#handler.handle(stream, {
      id,
      command,
      commandId: `${eventId(event)}/${name}`,
      bodyHash: 'policy',
      metadata: { ...metadata, actorId: `system:${by}`, causationId: eventId(event) },
    });

  /** Reads from where it stands, sometimes from before: what comes again must not count again. */
  async #consume(subscription: Subscription): Promise<void> {
    let { offset } = await subscription.position('organizations', 0);
    for (;;) {
      const firstOffset = Math.max(0, offset - between(this.#random, 0, 2));
      const next = offset;
      const read = () => this.#topic.slice(firstOffset, next + between(this.#random, 1, 4));
      const events = await this.stepper.call(`topic.read ${subscription.kind}`, read, () => this.#topic.length > next);
      ({ offset } = await subscription.take(batchOf(events, { firstOffset })));
    }
  }

  async #client(name: string, commands: number): Promise<void> {
    for (let nth = 0; nth < commands; nth++) {
      const commandId = `${name}${String(nth)}`;
      const command = { amount: between(this.#random, 1, 12) === 1 ? 101 : 1 };
      const id = `c${String(between(this.#random, 1, 3))}`;
      this.#ledger.set(commandId, { kind: 'unknown' });
      for (let retried = false; this.#ledger.get(commandId)?.kind === 'unknown'; retried = true) {
        const answered = this.#handler.handle(counter, { id, command, commandId, bodyHash: '', metadata }).then(
          ({ stream, version }): LedgerEntry['outcome'] => ({ kind: 'receipt', stream, version, retried }),
          (error: unknown): LedgerEntry['outcome'] => {
            if (error instanceof Rejected) return { kind: 'refused' };
            throw error;
          },
        );
        const outcome = await Promise.race([answered, this.#crashed.promise]);
        if (outcome) this.#ledger.set(commandId, outcome);
      }
    }
  }

  #log(): EventStore {
    const commits = this.#commits;
    const of = (stream: string) => commits.filter((commit) => commit.stream === stream);
    const load = (stream: string, from = 1) => of(stream).flatMap(({ events }) => events.filter(({ version }) => version >= from));
    const find = (stream: string, commandId: string) => of(stream).find((commit) => commit.commandId === commandId);
    return {
      context: 'organizations',
      append: async (commit) => {
        if (load(commit.stream).length !== commit.expectedVersion || find(commit.stream, commit.commandId)) return { outcome: 'conflict' };
        const stored = recordCommit(commit, at, 1);
        commits.push(stored);
        return { outcome: 'appended', version: commit.expectedVersion + commit.events.length, commit: stored };
      },
      appendAll: () => Promise.reject(new TypeError('Nobody here appends to several streams')),
      load: async (stream, from) => load(stream, from),
      findCommit: async (stream, commandId) => find(stream, commandId),
      close: () => Promise.resolve(),
    };
  }

  #tail(): CommitTail {
    const [commits, stepper] = [this.#commits, this.stepper];
    return {
      context: 'organizations',
      epoch: 1,
      async *follow(resume, signal) {
        for (let next = Number(resume?.token ?? 0); !signal.aborted; next++) {
          const place = next;
          const commit = await stepper.call(
            'tail.next',
            () => commits[place],
            () => commits.length > place,
          );
          yield { ...(commit && { commit }), position: { token: next + 1, through: next + 1 } };
        }
      },
    };
  }

  /** The process before is dead: whoever asks gets the lease. */
  #leases(): LeaseStore {
    return {
      acquire: async (name) => ({ name, epoch: ++this.#term }),
      renew: async ({ epoch }) => epoch === this.#term,
      release: () => Promise.resolve(),
      save: async ({ epoch }, progress) => {
        if (epoch === this.#term) this.#relayed = structuredClone(progress);
        return epoch === this.#term;
      },
      progress: async () => this.#relayed,
    };
  }
}
