import { settingsCatalogue } from '@zhitong/catalogue';
import type { DigestEvents, DigestSent } from '@zhitong/contracts/events/zhitong/organizations/v1/digest_events.ts';
import { addDays, assertNever, ensure, isMonday, shanghaiDate, type Decider, type EventOf } from '@zhitong/kernel';
import type { DigestTimes } from './digest-time.ts';

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
  | { readonly type: 'FinishRound'; readonly digestOn: string; readonly nextAt: string }
  | { readonly type: 'SetDigestTimes'; readonly personId: string; readonly times: DigestTimes; readonly effectiveOn: string; readonly at: string };

interface Told {
  readonly counts: DigestCounts;
  readonly sentAt: string;
}

export interface Digest {
  /** Day of the last digest or round. */
  readonly lastOn: string | null;
  readonly told: Told | null;
  /** The last one of a Monday. */
  readonly toldWeekly: Told | null;
  /** As set last. */
  readonly times: (DigestTimes & { readonly effectiveOn: string }) | null;
}

const kinds = ['unread', 'toAcknowledge', 'toReport', 'toAnswer', 'overdue', 'overdueAtTop'] as const satisfies readonly (keyof DigestCounts)[];
const waits = (counts: DigestCounts) => kinds.some((kind) => counts[kind] > 0);

/** Equal counts are not the same duties: one may have been done while another came in. */
const isNew = (told: Told | null, counts: DigestCounts, newestAt: string | null) =>
  told === null || (newestAt !== null && newestAt >= told.sentAt) || kinds.some((kind) => counts[kind] > told.counts[kind]);

type Of<Type extends DigestCommand['type']> = Extract<DigestCommand, { type: Type }>;

/** On Mondays it sums up the week: new is what came since the Monday before. */
function send({ lastOn, told, toldWeekly }: Digest, { personId, digestOn, counts, newestAt, at }: Of<'SendDigest'>): readonly DigestEvent[] {
  if (lastOn !== null && digestOn <= lastOn) return [];
  if (!waits(counts) || !isNew(isMonday(digestOn) ? toldWeekly : told, counts, newestAt)) return [];
  return [{ type: 'DigestSent', data: { personId, digestOn, ...counts, sentAt: at } }];
}

const fits = (key: string, value: unknown) => settingsCatalogue.get(key)?.schema.safeParse(value).success === true;

/** Settings of the person (section 10): from tomorrow on, inside their range. */
function setTimes({ times: last }: Digest, { personId, times, effectiveOn, at }: Of<'SetDigestTimes'>): readonly DigestEvent[] {
  const { time, quietFrom, quietUntil } = times;
  const earliest = addDays(shanghaiDate(at), 1);
  ensure(effectiveOn >= earliest, 'SETTING_RETROACTIVE', 'A setting changes from tomorrow on at the earliest.', { earliest });
  const inRange = fits('digest.time', time) && fits('digest.quiet', [quietFrom, quietUntil]);
  ensure(inRange, 'SETTING_OUT_OF_RANGE', 'Digests are sent at full quarters of an hour.', { time, quietFrom, quietUntil });
  const same = last !== null && last.time === time && last.quietFrom === quietFrom && last.quietUntil === quietUntil && last.effectiveOn <= effectiveOn;
  return same ? [] : [{ type: 'DigestTimesSet', data: { personId, time, quietFrom, quietUntil, effectiveOn, setAt: at } }];
}

function evolve(state: Digest, event: DigestEvent): Digest {
  switch (event.type) {
    case 'DigestSent': {
      const { personId: _person, digestOn, sentAt, ...counts } = event.data;
      const told = { counts, sentAt };
      return { ...state, lastOn: digestOn, told, toldWeekly: isMonday(digestOn) ? told : state.toldWeekly };
    }
    case 'DigestRoundFinished':
      return { ...state, lastOn: event.data.digestOn };
    case 'DigestTimesSet': {
      const { time, quietFrom, quietUntil, effectiveOn } = event.data;
      return { ...state, times: { time, quietFrom, quietUntil, effectiveOn } };
    }
    default:
      return assertNever(event);
  }
}

/** One message per person and day; nothing new since the last one: none (LINK-22). */
export const digestDecider: Decider<Digest, DigestCommand, DigestEvent> = {
  initial: { lastOn: null, told: null, toldWeekly: null, times: null },
  decide(state, command) {
    switch (command.type) {
      case 'SendDigest':
        return send(state, command);
      case 'FinishRound': {
        const { digestOn, nextAt } = command;
        return state.lastOn !== null && digestOn <= state.lastOn ? [] : [{ type: 'DigestRoundFinished', data: { digestOn, nextAt } }];
      }
      case 'SetDigestTimes':
        return setTimes(state, command);
      default:
        return assertNever(command);
    }
  },
  evolve,
};
