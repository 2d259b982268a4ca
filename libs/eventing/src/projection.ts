import type { Fact } from '@zhitong/kernel';
import type { RecordedEvent } from './envelope.ts';
import type { Index } from './ports/read-model-store.port.ts';
import type { Aggregate } from './stream.ts';

/** An event of one type of an aggregate's union, in its envelope. */
export type Recorded<Event extends Fact, Type extends Event['type'] = Event['type']> = Type extends Event['type']
  ? RecordedEvent<Extract<Event, { readonly type: Type }>>
  : never;

/** What an event does to one row. `fold` is pure; null = no such row. */
export interface Change<Row> {
  readonly key: string;
  fold(row: Row | null): Row | null;
}

/** This row, whatever was there. */
export const put = <Row>(key: string, row: Row): Change<Row> => ({ key, fold: () => row });

/** The row as it is after a change; where there is none there is nothing to change. */
export const amend = <Row>(key: string, change: (row: Row) => Row | null): Change<Row> => ({ key, fold: (row) => (row === null ? null : change(row)) });

/** No row any more. */
export const drop = <Row>(key: string): Change<Row> => ({ key, fold: () => null });

/** Nothing to do, said on purpose: the guard advances all the same. */
export const ignore = (): readonly [] => [];

export type Changes<Row> = Change<Row> | readonly Change<Row>[];

/** What a projection of one category does with each event of the union: a missing event is a compile error. */
export type ChangeHandlers<Row, Event extends Fact, Env> = {
  readonly [Type in Event['type']]: (event: Recorded<Event, Type>, env: Env) => Changes<Row> | Promise<Changes<Row>>;
};

/** All streams of one category of one context, and what is done with their events. */
export interface Source<Result, Env> {
  readonly context: string;
  readonly category: string;
  /** Undefined for a type this version does not know: skipped, the guard advances. */
  handler(type: string): ((event: RecordedEvent, env: Env) => Result | Promise<Result>) | undefined;
}

/** `from<DirectiveEvent>(aggregates.organizations.directive)({ DirectiveIssued: ..., ... })`. */
export const from =
  <Event extends Fact>({ context, category }: Aggregate<Event>) =>
  <Row, Env = unknown>(handlers: ChangeHandlers<Row, Event, Env>): Source<Changes<Row>, Env> => ({
    context,
    category,
    handler: lookUp(handlers),
  });

/** As {@link from}, for the few types that concern it: what else another service says is passed over. */
export const fromSome =
  <Event extends Fact>({ context, category }: Aggregate) =>
  <Row, Env = unknown>(handlers: Partial<ChangeHandlers<Row, Event, Env>>): Source<Changes<Row>, Env> => ({
    context,
    category,
    handler: lookUp(handlers),
  });

/** As {@link from}, every event alike. */
export const fromEvery =
  <Event extends Fact>({ context, category, eventTypes }: Aggregate<Event>) =>
  <Row, Env = unknown>(handle: (event: Recorded<Event>, env: Env) => Changes<Row> | Promise<Changes<Row>>): Source<Changes<Row>, Env> => ({
    context,
    category,
    handler: lookUp(Object.fromEntries(eventTypes.map((type) => [type, handle]))),
  });

/** Type-erased look-up: the one place where a stored event meets the handler of its type. */
export const lookUp = <Handlers extends object>(handlers: Handlers) => {
  const byType = new Map(Object.entries(handlers));
  return (type: string) => byType.get(type);
};

/** Amounts a row adds to a counter row. The counter is always the sum over all rows, whatever happened to them. */
export interface Contribution {
  readonly key: string;
  readonly amounts: Readonly<Record<string, number>>;
}

/**
 * A read model: rows folded from streams, and tallies summed over the rows.
 * A row takes events of at most one stream per category (its guard), so a repeated event changes nothing; folds of different
 * categories must commute. Bump `version` to rebuild it from the first event, beside the one that serves.
 */
export interface Projection<Row = unknown, Env = unknown> {
  readonly name: string;
  readonly version: number;
  readonly indexes: readonly Index[];
  readonly sources: readonly Source<Changes<Row>, Env>[];
  /** Counters: what one row contributes. Written as differences in the same unit as the row. */
  tallies?(row: Row): readonly Contribution[];
  /** Channels told after a commit that this row changed (live updates); ids and codes only. */
  announce?(row: Row, key: string): readonly string[];
}

export const defineProjection = <Row, Env = unknown>(projection: Projection<Row, Env>): Projection<Row, Env> => projection;

/** Any projection, for the engines. */
export type AnyProjection = Projection<unknown, never>;
