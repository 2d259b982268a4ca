import type { Fact } from './decider.ts';

/** The shape ts-proto gives a message whose only field is `oneof event`. */
export interface WireEvent {
  event?: { $case: string; value: unknown } | undefined;
}

type FactOf<U> = U extends { $case: infer C extends string; value: infer V } ? { readonly type: Capitalize<C>; readonly data: Readonly<V> } : never;

/** The union of facts of an aggregate, derived from its generated message: an unhandled event fails to compile in `assertNever`. */
export type EventOf<Message extends WireEvent> = FactOf<NonNullable<Message['event']>>;

/** The data of one fact of a union. */
export type DataOf<Event extends Fact, Type extends Event['type']> = Extract<Event, { readonly type: Type }>['data'];
