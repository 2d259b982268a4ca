import { expect } from '@jest/globals';
import { fold, Rejected, type Decider, type Fact } from '@zhitong/kernel';

/** `given(decider, ...past).when(command).then(...facts)`: the specification of a decider as arrays in and arrays out. */
export const given = <State, Command, Event extends Fact>(decider: Decider<State, Command, Event>, ...past: readonly NoInfer<Event>[]) => ({
  when: (command: NoInfer<Command>) => {
    const decide = () => decider.decide(fold(decider, past), command);
    return {
      then: (...expected: readonly NoInfer<Event>[]): void => {
        expect(decide()).toEqual(expected);
      },
      /** Only the names, where the data was specified elsewhere. */
      thenTypes: (...expected: readonly NoInfer<Event>['type'][]): void => {
        expect(decide().map(({ type }) => type)).toEqual(expected);
      },
      thenRejected: (code: string, details?: Record<string, unknown>): void => {
        let refusal: unknown;
        try {
          decide();
        } catch (error) {
          refusal = error;
        }
        expect(refusal).toBeInstanceOf(Rejected);
        expect(refusal).toMatchObject(details === undefined ? { code } : { code, details });
      },
    };
  },
  /** The state after the given facts. */
  state: (): State => fold(decider, past),
});
