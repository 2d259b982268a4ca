import type { Decider, Fact } from '@zhitong/kernel';

/** Turns an event as stored long ago into today's shape; identity for what needs nothing. Pure. */
export type Upcaster = (event: Fact) => Fact;

/** One kind of stream: what it is called and made of. */
export interface Aggregate<Event extends Fact = Fact> {
  readonly context: string;
  /** Part of the stream name for ever: `organizations.directive-<id>`. */
  readonly category: string;
  readonly eventTypes: readonly Event['type'][];
}

/** An aggregate and who decides on it. */
export interface StreamType<State = unknown, Command = unknown, Event extends Fact = Fact> extends Aggregate<Event> {
  /** Kept on the restricted topic with its own access list (class sensitive or higher). Decided once. */
  readonly restricted?: boolean;
  readonly decider: Decider<State, Command, Event>;
  readonly upcast?: Upcaster;
  /** Kept folded in memory between commands; for the few streams that are long by nature. */
  readonly keepInMemory?: boolean;
}

export const defineStream = <State, Command, Event extends Fact>(type: StreamType<State, Command, Event>): StreamType<State, Command, Event> => type;
