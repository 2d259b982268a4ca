import { assertNever, ensure, Rejected, type Decider, type EventOf } from '@zhitong/kernel';
import type { DisableReason } from '@zhitong/catalogue';
import type { AccountEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/account_events.ts';

export type AccountEvent = EventOf<AccountEvents>;

export type AccountCommand =
  | { readonly type: 'Open'; readonly accountId: string; readonly personId: string; readonly byId: string }
  | { readonly type: 'Disable'; readonly accountId: string; readonly byId: string; readonly reasonCode: DisableReason };

type Account = { readonly state: 'absent' } | { readonly state: 'open' | 'disabled'; readonly personId: string };

/** Which person a log-in is; for life, so that nobody takes over the log-in of another. */
export const accountDecider: Decider<Account, AccountCommand, AccountEvent> = {
  initial: { state: 'absent' },
  decide(account, command) {
    switch (command.type) {
      case 'Open': {
        const { accountId, personId, byId } = command;
        ensure(account.state === 'absent' || account.personId === personId, 'ACCOUNT_EXISTS', 'This log-in belongs to another person.');
        ensure(byId !== personId, 'SELF_APPROVAL', 'Nobody opens their own account.');
        return account.state === 'open' ? [] : [{ type: 'AccountOpened', data: { accountId, personId, openedById: byId } }];
      }
      case 'Disable': {
        if (account.state === 'absent') throw new Rejected('NOT_FOUND', 'There is no such account.');
        const { accountId, byId: disabledById, reasonCode } = command;
        return account.state === 'disabled' ? [] : [{ type: 'AccountDisabled', data: { accountId, personId: account.personId, disabledById, reasonCode } }];
      }
      default:
        return assertNever(command);
    }
  },
  evolve(_account, { type, data }) {
    switch (type) {
      case 'AccountOpened':
        return { state: 'open', personId: data.personId };
      case 'AccountDisabled':
        return { state: 'disabled', personId: data.personId };
      default:
        return assertNever(type);
    }
  },
};
