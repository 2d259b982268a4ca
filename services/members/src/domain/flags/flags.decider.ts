import type { AuthorisedFlag } from '@zhitong/catalogue';
import { assertNever, ensure, ensureFiled, shanghaiDate, type Decider, type Filing } from '@zhitong/kernel';
import type { FlagEvent } from './flag-event.ts';
import { evolveFlags, type HeldFlag } from './flags.ts';

interface Stamp {
  readonly personId: string;
  readonly flag: AuthorisedFlag;
  readonly authorityId: string;
  /** ISO instant. */
  readonly at: string;
  readonly filing: Filing;
}

export interface SetAuthorisedFlag extends Stamp {
  readonly type: 'SetAuthorisedFlag';
  readonly setOn: string;
  /** At home in a branch here, as the member's own stream says. */
  readonly isMember: boolean;
}

export interface ClearAuthorisedFlag extends Stamp {
  readonly type: 'ClearAuthorisedFlag';
  readonly clearedOn: string;
}

export type FlagCommand = SetAuthorisedFlag | ClearAuthorisedFlag;

/** Authority and date, never a text. */
function set(flags: readonly HeldFlag[], { personId, flag, authorityId, setOn, isMember, filing }: SetAuthorisedFlag): readonly FlagEvent[] {
  ensure(isMember, 'STATE_NOT_ALLOWED', 'This person is not a member of a branch here.');
  ensureFiled(setOn, filing);
  const held = flags.find((one) => one.flag === flag);
  if (held?.authorityId === authorityId) return [];
  ensure(held === undefined, 'STATE_NOT_ALLOWED', 'Another authority holds this flag.', { flag });
  return [{ type: 'AuthorisedFlagSet', data: { personId, flagCode: flag, authorityId, setOn } }];
}

function clear(flags: readonly HeldFlag[], { personId, flag, authorityId, clearedOn, at, filing }: ClearAuthorisedFlag): readonly FlagEvent[] {
  const held = flags.find((one) => one.flag === flag);
  ensure(held !== undefined, 'STATE_NOT_ALLOWED', 'This flag is not set.', { flag });
  ensure(held.authorityId === authorityId, 'NOT_AUTHORISED_BODY', 'Only the authority that set a flag clears it.');
  ensureFiled(clearedOn, filing);
  ensure(clearedOn >= held.setOn, 'PERIOD_INVALID', 'A flag is not cleared before it was set.', { setOn: held.setOn, today: shanghaiDate(at) });
  return [{ type: 'AuthorisedFlagCleared', data: { personId, flagCode: flag, authorityId, clearedOn } }];
}

/** The flags of one person: a stream of their own, so that only who must know reads them (ADR 0007). */
export const flagsDecider: Decider<readonly HeldFlag[], FlagCommand, FlagEvent> = {
  initial: [],
  evolve: evolveFlags,
  decide(flags, command) {
    switch (command.type) {
      case 'SetAuthorisedFlag':
        return set(flags, command);
      case 'ClearAuthorisedFlag':
        return clear(flags, command);
      default:
        return assertNever(command);
    }
  },
};
