import { expect } from '@jest/globals';
import { fold, Rejected, type Decider, type Fact } from '@zhitong/kernel';

/** Deciding and folding find everything frozen: whoever changed something on the way to a refusal would throw. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

/** The facts a command leads to; a refusal leads to none. */
function attempt<State, Command, Event extends Fact>(decider: Decider<State, Command, Event>, state: State, command: Command): readonly Event[] {
  try {
    return decider.decide(state, command);
  } catch (refusal) {
    if (refusal instanceof Rejected) return [];
    throw refusal;
  }
}

/**
 * Commands one after the other: `step` sees every state beside the one before it and what led to it, nothing is changed in place, and the history folded
 * again, as it comes back from a log, is the state it led to.
 */
export function walk<State, Command, Event extends Fact>(
  decider: Decider<State, Command, Event>,
  commands: readonly Command[],
  step: (before: State, after: State, fact: Event) => void,
): void {
  let state = frozen(decider.initial);
  const history: Event[] = [];
  for (const command of commands) {
    for (const fact of attempt(decider, state, frozen(command))) {
      const next = frozen(decider.evolve(state, frozen(fact)));
      step(state, next, fact);
      history.push(fact);
      state = next;
    }
  }
  expect(fold(decider, structuredClone(history))).toEqual(state);
}
