import type { FactsEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/facts_events.ts';
import type { EventOf } from '@zhitong/kernel';
import type { Subject } from './attributes.ts';

export type FactsEvent = EventOf<FactsEvents>;
export type FactOf<Type extends FactsEvent['type']> = Extract<FactsEvent, { readonly type: Type }>['data'];

export interface About {
  readonly organizationId: string;
  readonly subject: Subject;
  readonly at: string;
  readonly byId: string;
}

/** Whether a new word says what the last one said; who says it, and when, is nothing new. */
export const repeats = (last: object | null | undefined, said: object): boolean => {
  const before = new Map<string, unknown>(Object.entries(last ?? {}));
  return last !== null && last !== undefined && Object.entries(said).every(([name, value]) => String(before.get(name)) === String(value));
};
