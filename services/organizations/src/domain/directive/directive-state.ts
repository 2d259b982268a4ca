import type { AddresseeRule, DirectiveDrafted, DirectiveEvents, DirectiveTerms } from '@zhitong/contracts/events/zhitong/organizations/v1/directive_events.ts';
import type { EventOf } from '@zhitong/kernel';

export type DirectiveEvent = EventOf<DirectiveEvents>;

export interface Forward {
  readonly childDirectiveId: string;
  readonly issuerId: string;
  readonly ancestorIds: readonly string[];
  readonly hops: number;
  readonly addressees: AddresseeRule;
}

/** What everyone knows of a directive once it was issued. */
export interface Sent {
  readonly directiveId: string;
  readonly terms: DirectiveTerms;
  readonly addressees: AddresseeRule;
  readonly titleRef: string;
  readonly textRef: string;
  readonly textHash: string;
  readonly forwardingAllowed: boolean;
  readonly hops: number;
  /** Of a topic guide: its quarter. */
  readonly quarterCode: string | undefined;
  readonly forwards: readonly Forward[];
  readonly remindedOn: string | null;
  /** Moments worked off, of the current text version. */
  readonly passed: readonly string[];
}

export type Directive =
  | { readonly status: 'absent' }
  | { readonly status: 'draft'; readonly draft: DirectiveDrafted }
  | (Sent & { readonly status: 'issued' })
  | (Sent & { readonly status: 'closed' | 'recalled' });

/** A message field every writer fills. @throws {TypeError} on an event that none of our writers wrote. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new TypeError('A required part of a directive event is missing');
  return value;
}

export const childrenOf = ({ forwards }: Sent): string[] => forwards.map(({ childDirectiveId }) => childDirectiveId);

/** The rule once a duty went from one organization to another, or to nobody (LINK-09). */
export const movedRule = (rule: AddresseeRule, from: string, to: string | undefined): AddresseeRule => ({
  ...rule,
  addedIds: [...rule.addedIds.filter((id) => id !== from), ...(to === undefined ? [] : [to])],
  leftIds: [...rule.leftIds.filter((id) => id !== to), from],
});
