import { Rejected, type Decider, type Fact } from '@zhitong/kernel';
import { backoff } from './backoff.ts';
import { crashPoint } from './crash-point.ts';
import { streamName, type CommitMetadata, type RecordedEvent } from './envelope.ts';
import { KeyedMutex } from './keyed-mutex.ts';
import { StoreFull, StoreUnavailable, type Act, type EventStore, type StoredCommit } from './ports/event-store.port.ts';
import type { StreamType } from './stream.ts';

/** One command for one stream, with what makes it repeatable. */
export interface StreamCommand<Command> {
  readonly id: string;
  readonly command: Command;
  readonly commandId: string;
  readonly bodyHash: string;
  readonly metadata: CommitMetadata;
  readonly act?: Act;
  /** `If-Match`: refused with `STALE_VERSION` when the stream has moved on. */
  readonly ifVersion?: number;
}

/** The answer to a command; a retry gets the very same. */
export interface StreamReceipt {
  readonly stream: string;
  /** Version after the command; unchanged when there was nothing to do. */
  readonly version: number;
  /** `W:` codes of the events, without the prefix. */
  readonly warnings: readonly string[];
  /** ISO instant the commit was recorded; absent when nothing was written. */
  readonly recordedAt?: string;
}

interface Loaded<State> {
  readonly state: State;
  readonly version: number;
  readonly holdsCommand: boolean;
}

const maxTries = 8;
/** Events that a refusal looks back on. */
const mostChanges = 20;

/** Others were faster, every time: no answer of the rules, the same command may pass when it comes again. */
export class Overtaken extends Rejected {
  constructor(stream: string) {
    super('CONFLICT', 'Others changed this at the same time; please try again.', { stream });
  }
}

/**
 * Load, decide, append; on a lost race reload and decide again. Idempotent by (stream, command id): on a refusal, an empty decision
 * and any conflict the first receipt is looked up before anything else is believed.
 */
export class StreamHandler {
  readonly #mutex = new KeyedMutex((error) => error instanceof StoreUnavailable || error instanceof StoreFull);
  readonly #kept = new Map<string, { readonly state: unknown; readonly version: number }>();

  constructor(private readonly store: EventStore) {}

  async handle<State, Command, Event extends Fact>(type: StreamType<State, Command, Event>, request: StreamCommand<Command>): Promise<StreamReceipt> {
    const stream = streamName({ ...type, id: request.id });
    return this.#mutex.run(stream, async () => {
      for (let attempt = 1; attempt <= maxTries; attempt++) {
        const receipt = await this.#attempt(type, stream, request);
        if (receipt) return receipt;
        if (attempt < maxTries) await backoff(attempt, { minMs: 10, maxMs: 500 });
      }
      throw new Overtaken(stream);
    });
  }

  /** The state of a stream now, or as far as it was known at an instant. */
  async load<State, Command, Event extends Fact>(
    type: StreamType<State, Command, Event>,
    id: string,
    knownAt?: string,
  ): Promise<{ readonly state: State; readonly version: number }> {
    const stream = streamName({ ...type, id });
    if (knownAt === undefined) return this.#load(type, stream, '');
    const known = (await this.store.load(stream)).filter(({ recordedAt }) => recordedAt <= knownAt);
    return { state: known.reduce((state, event) => type.decider.evolve(state, understand(type, event)), type.decider.initial), version: known.length };
  }

  /**
   * Says what `handle` would say now, and writes nothing: true when the command was carried out before or has nothing to do.
   * @throws {Rejected} what it would be refused with.
   */
  async rehearse<State, Command, Event extends Fact>(type: StreamType<State, Command, Event>, request: StreamCommand<Command>): Promise<boolean> {
    const stream = streamName({ ...type, id: request.id });
    if (await this.#earlier(stream, request)) return true;
    const { state, version } = await this.#load(type, stream, request.commandId);
    return 'receipt' in (await this.#decide(type.decider, state, version, stream, request));
  }

  async #attempt<State, Command, Event extends Fact>(
    type: StreamType<State, Command, Event>,
    stream: string,
    request: StreamCommand<Command>,
  ): Promise<StreamReceipt | undefined> {
    const { state, version, holdsCommand } = await this.#load(type, stream, request.commandId);
    if (holdsCommand) return this.#earlier(stream, request);
    const decided = await this.#decide(type.decider, state, version, stream, request);
    if ('receipt' in decided) return decided.receipt;
    crashPoint('append.before');
    const { commandId, bodyHash, metadata, act } = request;
    const commit = { stream, expectedVersion: version, events: decided.events, commandId, bodyHash, metadata, ...(act === undefined ? {} : { act }) };
    const appended = await this.store.append(commit);
    if (appended.outcome === 'conflict') return this.#earlier(stream, request);
    crashPoint('append.stored');
    if (type.keepInMemory === true) {
      const after = decided.events.reduce((folded, event) => type.decider.evolve(folded, event), state);
      this.#kept.set(stream, { state: after, version: appended.version });
    }
    crashPoint('append.answered');
    return receiptOf(appended.commit);
  }

  async #decide<State, Command, Event extends Fact>(
    decider: Decider<State, Command, Event>,
    state: State,
    version: number,
    stream: string,
    request: StreamCommand<Command>,
  ): Promise<{ readonly events: readonly Event[] } | { readonly receipt: StreamReceipt }> {
    try {
      if (request.ifVersion !== undefined && request.ifVersion !== version) throw await this.#stale(stream, request.ifVersion, version);
      const events = decider.decide(state, request.command);
      if (events.length > 0) return { events };
    } catch (error) {
      if (!(error instanceof Rejected)) throw error;
      const earlier = await this.#earlier(stream, request);
      if (earlier) return { receipt: earlier };
      throw error;
    }
    return { receipt: (await this.#earlier(stream, request)) ?? { stream, version, warnings: [] } };
  }

  /** Says when it was changed since, and by whom acting for which organization (console 3.3): the newest of these, oldest first. */
  async #stale(stream: string, expected: number, actual: number): Promise<Rejected> {
    const since = expected < actual ? await this.store.load(stream, Math.max(expected, actual - mostChanges) + 1) : [];
    const commits = [...new Map(since.map((event) => [event.commandId, event])).values()];
    const changes = {
      changedAt: commits.map(({ recordedAt }) => recordedAt),
      /** Empty for the system. */
      changedFor: commits.map(({ organizationId = '' }) => organizationId),
    };
    return new Rejected('STALE_VERSION', 'This was changed since it was read.', { expected, actual, ...changes });
  }

  /** The receipt of a commit this command already made, if it did. */
  async #earlier(stream: string, { commandId, bodyHash }: StreamCommand<unknown>): Promise<StreamReceipt | undefined> {
    const commit = await this.store.findCommit(stream, commandId);
    if (!commit) return undefined;
    if (commit.bodyHash !== bodyHash) {
      throw new Rejected('IDEMPOTENCY_KEY_REUSED', 'This Idempotency-Key was used for another request.');
    }
    return receiptOf(commit);
  }

  async #load<State, Command, Event extends Fact>(type: StreamType<State, Command, Event>, stream: string, commandId: string): Promise<Loaded<State>> {
    const kept = this.#kept.get(stream);
    const from = kept ? kept.version + 1 : 1;
    const events = await this.store.load(stream, from);
    let state = kept ? (kept.state as State) : type.decider.initial;
    for (const event of events) state = type.decider.evolve(state, understand(type, event));
    const version = events.at(-1)?.version ?? from - 1;
    if (type.keepInMemory === true) this.#kept.set(stream, { state, version });
    return { state, version, holdsCommand: events.some((event) => event.commandId === commandId) };
  }
}

/** A stored event in today's shape. An own event this replica does not know means a newer replica wrote: it must not decide on half a state. */
export function understand<State, Command, Event extends Fact>(type: StreamType<State, Command, Event>, stored: RecordedEvent): Event {
  const event = type.upcast ? type.upcast(stored) : stored;
  if (!type.eventTypes.includes(event.type)) {
    throw new Rejected('SERVICE_UNAVAILABLE', 'A newer version of the service has written here; please try again.', { type: event.type });
  }
  return event as Event;
}

/** What the command of a commit is answered with. */
export function receiptOf({ stream, firstVersion, events }: StoredCommit): StreamReceipt {
  const warnings = events.flatMap(({ data }) => ('warnings' in data && Array.isArray(data.warnings) ? data.warnings.map(String) : []));
  const recordedAt = events[0]?.recordedAt;
  return { stream, version: firstVersion + events.length - 1, warnings: [...new Set(warnings)], ...(recordedAt === undefined ? {} : { recordedAt }) };
}
