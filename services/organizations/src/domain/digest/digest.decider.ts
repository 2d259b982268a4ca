import type { DigestEvents, DigestSent } from '@zhitong/contracts/events/zhitong/organizations/v1/digest_events.ts';
import { assertNever, type Decider, type EventOf } from '@zhitong/kernel';

export type DigestEvent = EventOf<DigestEvents>;

export type DigestCounts = Omit<DigestSent, 'personId' | 'digestOn' | 'sentAt'>;

export type DigestCommand =
  | {
      readonly type: 'SendDigest';
      readonly personId: string;
      readonly digestOn: string;
      readonly counts: DigestCounts;
      /** When something last came in or fell overdue; null when nothing waits. */
      readonly newestAt: string | null;
      readonly at: string;
    }
  /** After the last person of a day. */
  | { readonly type: 'FinishRound'; readonly digestOn: string; readonly nextAt: string };

export interface Digest {
  /** Day of the last digest or round. */
  readonly lastOn: string | null;
  readonly told: { readonly counts: DigestCounts; readonly sentAt: string } | null;
}

const kinds = ['unread', 'toAcknowledge', 'toReport', 'toAnswer', 'overdue', 'overdueAtTop'] as const satisfies readonly (keyof DigestCounts)[];
const waits = (counts: DigestCounts) => kinds.some((kind) => counts[kind] > 0);

/** Equal counts are not the same duties: one may have been done while another came in. */
const isNew = (told: Digest['told'], counts: DigestCounts, newestAt: string | null) =>
  told === null || (newestAt !== null && newestAt >= told.sentAt) || kinds.some((kind) => counts[kind] > told.counts[kind]);

/** One message per person and day; nothing new since the last one: none (LINK-22). */
export const digestDecider: Decider<Digest, DigestCommand, DigestEvent> = {
  initial: { lastOn: null, told: null },
  decide({ lastOn, told }, command) {
    if (lastOn !== null && command.digestOn <= lastOn) return [];
    switch (command.type) {
      case 'SendDigest': {
        const { personId, digestOn, counts, newestAt, at } = command;
        return waits(counts) && isNew(told, counts, newestAt) ? [{ type: 'DigestSent', data: { personId, digestOn, ...counts, sentAt: at } }] : [];
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
        const { personId: _person, digestOn, sentAt, ...counts } = event.data;
        return { lastOn: digestOn, told: { counts, sentAt } };
      }
      case 'DigestRoundFinished':
        return { ...state, lastOn: event.data.digestOn };
      default:
        return assertNever(event);
    }
  },
};
