import type { DigestEvents, DigestSent } from '@zhitong/contracts/events/zhitong/organizations/v1/digest_events.ts';
import { assertNever, type Decider, type EventOf } from '@zhitong/kernel';

export type DigestEvent = EventOf<DigestEvents>;

export type DigestCounts = Omit<DigestSent, 'personId' | 'digestOn' | 'sentAt'>;

export type DigestCommand =
  | { readonly type: 'SendDigest'; readonly personId: string; readonly digestOn: string; readonly counts: DigestCounts; readonly at: string }
  /** After the last person of a day. */
  | { readonly type: 'FinishRound'; readonly digestOn: string; readonly nextAt: string };

/** Day of the last digest or round. */
export interface Digest {
  readonly lastOn: string | null;
  readonly counts: DigestCounts | null;
}

const waits = (counts: DigestCounts) => Object.values(counts).some((count) => count > 0);
const same = (a: DigestCounts | null, b: DigestCounts) => a !== null && JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
const sorted = (counts: DigestCounts) => Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1));

/** One message per person and day; nothing new since the last one: none (LINK-22). */
export const digestDecider: Decider<Digest, DigestCommand, DigestEvent> = {
  initial: { lastOn: null, counts: null },
  decide({ lastOn, counts: last }, command) {
    if (lastOn !== null && command.digestOn <= lastOn) return [];
    switch (command.type) {
      case 'SendDigest': {
        const { personId, digestOn, counts, at } = command;
        return waits(counts) && !same(last, counts) ? [{ type: 'DigestSent', data: { personId, digestOn, ...counts, sentAt: at } }] : [];
      }
      case 'FinishRound':
        return [{ type: 'DigestRoundFinished', data: { digestOn: command.digestOn, nextAt: command.nextAt } }];
      default:
        return assertNever(command);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'DigestSent': {
        const { personId: _person, digestOn, sentAt: _at, ...counts } = event.data;
        return { lastOn: digestOn, counts };
      }
      case 'DigestRoundFinished':
        return { ...state, lastOn: event.data.digestOn };
      default:
        return assertNever(event);
    }
  },
};
