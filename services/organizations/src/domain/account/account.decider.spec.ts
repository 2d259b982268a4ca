import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { accountDecider, type AccountEvent } from './account.decider.ts';
import { accountIdOf } from './account.stream.ts';

const opened: AccountEvent = { type: 'AccountOpened', data: { accountId: 'acc_1', personId: 'per_1', openedById: 'per_9' } };
const disabled: AccountEvent = { type: 'AccountDisabled', data: { accountId: 'acc_1', personId: 'per_1', disabledById: 'per_9', reasonCode: 'left' } };
const open = (personId: string, byId = 'per_9') => ({ type: 'Open', accountId: 'acc_1', personId, byId }) as const;

describe('an account', () => {
  it('belongs to one person for life', () => {
    given(accountDecider).when(open('per_1')).then(opened);
    given(accountDecider, opened).when(open('per_1')).then();
    given(accountDecider, opened).when(open('per_2')).thenRejected('ACCOUNT_EXISTS');
    given(accountDecider, opened, disabled).when(open('per_2')).thenRejected('ACCOUNT_EXISTS');
    given(accountDecider, opened, disabled).when(open('per_1')).then(opened);
    given(accountDecider).when(open('per_1', 'per_1')).thenRejected('SELF_APPROVAL');
  });
  it('keeps issuer and subject apart and out of its name', () => {
    expect(accountIdOf('https://a', 'bc')).not.toBe(accountIdOf('https://ab', 'c'));
    expect(accountIdOf('https://a', 'bc')).toMatch(/^acc_[0-9a-f]{64}$/);
  });
});
