import type { Fact } from '@zhitong/kernel';
import type { AnyProjection, Changes, Recorded, Source } from './projection.ts';
import { lookUp } from './projection.ts';
import type { Aggregate, StreamType } from './stream.ts';

/** A command a policy wants carried out on a stream of its own service. */
export interface Intent<Command = unknown> {
  readonly stream: StreamType<unknown, Command>;
  readonly id: string;
  readonly command: Command;
  /** What it is about, where one event may bring several commands of one type to one stream: they are told apart by it, also when the event comes again. */
  readonly about?: string;
}

/** Builds an {@link Intent} whose command fits its stream. */
export const intend = <State, Command, Event extends Fact>(
  stream: StreamType<State, Command, Event>,
  id: string,
  command: Command,
  about?: string,
): Intent => ({
  stream,
  id,
  command,
  ...(about === undefined ? {} : { about }),
});

export type Intents = readonly Intent[] | AsyncIterable<Intent>;

export type ReactionHandlers<Event extends Fact, Env> = {
  readonly [Type in Event['type']]?: (event: Recorded<Event, Type>, env: Env) => Intents | Promise<Intents>;
};

/** `when<PostEvent>(aggregates.organizations.posts)({ PostFilled: ... })`: types left out do nothing. */
export const when =
  <Event extends Fact>({ context, category }: Aggregate) =>
  <Env = unknown>(handlers: ReactionHandlers<Event, Env>): Source<Intents, Env> => ({ context, category, handler: lookUp(handlers) });

/**
 * Turns events into commands of its own service, each at most once in effect: the command id derives from (event, policy, stream, type of the command, what it is about).
 * Silent during rebuilds; the name is permanent. Refusals it does not expect park the event's key.
 */
export interface Policy<Env = unknown> {
  /** `when-post-filled-then-grant-rights`. */
  readonly name: string;
  /** `beginning`: facts of before its birth count as well. */
  readonly startFrom: 'beginning' | 'now';
  readonly sources: readonly Source<Intents, Env>[];
  /** Refusal codes that are an answer, not a fault. */
  readonly expects: readonly string[];
  /**
   * Read models it decides by, all of them: each has an event before the policy hears of it. A fact that another stream tells at the same
   * moment may still be missing there; whoever must not overlook it follows that stream as well.
   */
  readonly reads?: readonly AnyProjection[];
}
export const definePolicy = <Env = unknown>(policy: Policy<Env>): Policy<Env> => policy;

/** A moment at which something is due, folded from events like any row. */
export interface DueRow {
  /** ISO instant. */
  readonly dueAt: string;
  readonly [field: string]: unknown;
}

/** Due rows and what happens when their time has come; the decider re-checks, a stale one decides nothing. */
export interface Deadline<Row extends DueRow = DueRow, Env = unknown> {
  readonly name: string;
  readonly version: number;
  readonly sources: readonly Source<Changes<Row>, Env>[];
  /** Asked again when the moment of the row has come, where a setting says when that is and may have changed since: a later answer moves the row. */
  dueAt?(due: Row & { readonly $key: string }, env: Env): string;
  fire(due: Row & { readonly $key: string }, now: string, env: Env): Intents | Promise<Intents>;
  readonly expects: readonly string[];
}
export const defineDeadline = <Row extends DueRow, Env = unknown>(deadline: Deadline<Row, Env>): Deadline<Row, Env> => deadline;
