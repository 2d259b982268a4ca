/** A fact of the past as a decider sees it: a name and plain data. */
export interface Fact {
  readonly type: string;
  readonly data: object;
}

/**
 * The rules of one aggregate as three pure members.
 * `decide` answers a command with new facts, an empty list when nothing changes, or throws {@link Rejected};
 * `evolve` folds one fact into the state and never mutates it.
 */
export interface Decider<State, Command, Event extends Fact> {
  readonly initial: State;
  decide(state: State, command: Command): readonly Event[];
  evolve(state: State, event: Event): State;
}

/** Folds a history into the state it led to. */
export const fold = <State, Event extends Fact>(
  decider: Pick<Decider<State, never, Event>, 'initial' | 'evolve'>,
  events: Iterable<Event>,
  from: State = decider.initial,
): State => {
  let state = from;
  for (const event of events) state = decider.evolve(state, event);
  return state;
};

/** Fails to compile while a case of a union is unhandled, and throws when data nobody knows arrives at run time. */
export function assertNever(value: never): never {
  throw new TypeError(`Unhandled case: ${JSON.stringify(value)}`);
}
