import { authorisedFlags, type AuthorisedFlag } from '@zhitong/catalogue';
import type { FlagEvent } from './flag-event.ts';

export interface HeldFlag {
  readonly flag: AuthorisedFlag;
  readonly authorityId: string;
  readonly setOn: string;
}

export const evolveFlags = (flags: readonly HeldFlag[], { type, data }: FlagEvent): readonly HeldFlag[] => {
  const flag = authorisedFlags.parse(data.flagCode);
  const others = flags.filter((held) => held.flag !== flag);
  return type === 'AuthorisedFlagSet' ? [...others, { flag, authorityId: data.authorityId, setOn: data.setOn }] : others;
};

/** No transfer begins or arrives while this stands (MEM-19). */
export const holdsTransfers = (flags: readonly HeldFlag[]): boolean => flags.some(({ flag }) => flag === 'transferHold');
