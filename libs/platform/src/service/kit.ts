import type { Receipt } from '@zhitong/catalogue';
import type { Call, Fact, Rejected } from '@zhitong/kernel';
import type { Condition, Page, Projection, Query, RecordedEvent, StreamType } from '@zhitong/eventing';
import type { Content, ContentStore } from '../content/content-store.ts';
import type { Tree, TreeView } from '../access/tree.port.ts';

/** Reads one projection of the own service. */
export interface Rows<Row> {
  get(key: string): Promise<Row | undefined>;
  getMany(keys: readonly string[]): Promise<ReadonlyMap<string, Row>>;
  query(query: Query): Promise<Page<Row & { readonly $key: string }>>;
  count(where: readonly Condition[], upTo?: number): Promise<{ readonly count: number; readonly more: boolean }>;
  nth(query: Omit<Query, 'limit' | 'cursor'>, place: number): Promise<Row | undefined>;
  /** Sums of the projection's tallies by key; a key nobody contributed to is missing. */
  tallies(keys: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
  /** Seconds this read model may be behind. */
  lagSeconds(): number;
}

/** Effective-dated settings (requirements section 10): the value in force at a reference instant or date, nearest scope first. */
export interface Settings {
  number(key: string, at: string, organizationId?: string): number;
  list(key: string, at: string, organizationId?: string): readonly string[];
  flag(key: string, at: string, organizationId?: string): boolean;
  json(key: string, at: string, organizationId?: string): unknown;
}

export type Target = { readonly organizationId: string } | { readonly personId: string; readonly organizationId?: string };

/** What policies, deadlines and projections of a service may use. */
export interface ServiceEnv {
  readonly tree: Tree;
  readonly settings: Settings;
  rows<Row, Env>(projection: Projection<Row, Env>): Rows<Row>;
  /**
   * State of a stream as the log has it now, for authorising before `handle` and for policies that must not trust a read model; a decision loads
   * again. With an instant: as far as the log knew it then.
   */
  peek<State, Command, Event extends Fact>(
    stream: StreamType<State, Command, Event>,
    id: string,
    knownAt?: string,
  ): Promise<{ readonly state: State; readonly version: number }>;
}

export interface HandleOptions {
  /** The aggregate id the receipt names (default: the stream's id). */
  readonly receiptId?: string;
  /** A stream the caller has never seen: the version of `If-Match` is that of another. */
  readonly unseen?: true;
}

/** An act that somebody has ordered, to be carried out later by the rights that person has then. */
export interface OrderedAct {
  readonly operation: string;
  readonly input: unknown;
  readonly by: { readonly personId: string; readonly grantId: string; readonly organizationId: string };
  /** The same act has the same id after any restart. */
  readonly commandId: string;
  /** The order. */
  readonly cause: RecordedEvent;
}
/** What the person would have been answered; `repeated` when it was carried out before. */
export type ActOutcome = { readonly repeated: boolean } | { readonly refused: Rejected };

/** Use cases of the own service in the name of a person: same rights, same rules, same record as if that person had sent them. */
export interface Acting {
  /** @throws what passes by itself: a store that is away, a lost race. */
  perform(act: OrderedAct): Promise<ActOutcome>;
  /** What {@link perform} would say now; nothing is written. */
  rehearse(act: OrderedAct): Promise<ActOutcome>;
  /** The tree, and what a person may read of it. */
  reach(by: OrderedAct['by']): Promise<{ readonly tree: TreeView; mayRead(organizationId: string): boolean }>;
}

/** What policies may use beyond what deadlines and projections may. */
export interface PolicyEnv extends ServiceEnv {
  /** The moment at which the policy acts, which may be long after its event. */
  now(): string;
  readonly acting: Acting;
  readonly content: ContentStore;
}

/** What a use case works with; bound to one call. */
export interface Kit extends ServiceEnv {
  readonly call: Call;
  /** The tree this call is decided on, at least as new as the caller's. */
  readonly treeNow: TreeView;
  readonly content: Content;
  /**
   * Checks the operation's right at its reach against a target. Everything outside the read scope is `NOT_FOUND`; readable but not
   * writable `OUT_OF_SCOPE`; no role with the right `FORBIDDEN_ROLE`. A command that was never allowed cannot be handled: default deny.
   */
  allow(target: Target): Promise<void>;
  /** True where {@link allow} would pass, for filtering and choosing. */
  mayRead(organizationId: string): boolean;
  /** Organizations whose subtrees (by view) the caller may read, from the acting grant. */
  readScope(): readonly { readonly organizationId: string; readonly view: 'line' | 'place' }[];
  /** Loads, decides, appends; a retry of the call gets the first receipt. */
  handle<State, Command, Event extends Fact>(
    stream: StreamType<State, Command, Event>,
    id: string,
    command: Command,
    options?: HandleOptions,
  ): Promise<Receipt>;
  /**
   * For what must be kept elsewhere before its event: true when {@link handle} has nothing left to do, the call being a repetition. Refuses
   * what it would refuse, so that nothing is kept of a refused call.
   */
  rehearse<State, Command, Event extends Fact>(stream: StreamType<State, Command, Event>, id: string, command: Command): Promise<boolean>;
  /** Id of a new aggregate, derived from the command id: a retry meets the same stream. */
  newId(prefix: string): string;
  /** Extra audited facts of this call (fields read, whose, purpose). */
  audit(entry: { readonly personIds: readonly string[]; readonly fields: readonly string[]; readonly purpose: string }): Promise<void>;
  /** A log-in, once a call; the person is the actor. */
  auditLogIn(entry: { readonly personId: string; readonly organizationId: string | null; readonly acr: string | null }): Promise<void>;
}
