import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import type { FlagEvent } from './flag-event.ts';
import { flagsDecider } from './flags.decider.ts';

const at = '2026-03-02T01:00:00.000Z';
const filing = { at, backdateDays: 90, fromAbove: false };
const held = (flagCode: string): FlagEvent => ({
  type: 'AuthorisedFlagSet',
  data: { personId: 'per_1', flagCode, authorityId: 'org_ab', setOn: '2026-03-01' },
});
const set = {
  type: 'SetAuthorisedFlag',
  personId: 'per_1',
  at,
  filing,
  flag: 'transferHold',
  authorityId: 'org_ab',
  setOn: '2026-03-02',
  isMember: true,
} as const;
const clear = { type: 'ClearAuthorisedFlag', personId: 'per_1', at, filing, flag: 'transferHold', authorityId: 'org_ab', clearedOn: '2026-03-02' } as const;

describe('authorised flags', () => {
  it('MEM-05 holds authority and date, nothing else', () =>
    given(flagsDecider)
      .when({ ...set, flag: 'votingStopped' })
      .then({
        type: 'AuthorisedFlagSet',
        data: { personId: 'per_1', flagCode: 'votingStopped', authorityId: 'org_ab', setOn: '2026-03-02' },
      }));
  it('MEM-05 does nothing when the authority sets it again, refuses a second authority and who is no member', () => {
    given(flagsDecider, held('transferHold')).when(set).then();
    given(flagsDecider, held('transferHold'))
      .when({ ...set, authorityId: 'org_other' })
      .thenRejected('STATE_NOT_ALLOWED');
    given(flagsDecider, held('matterNotified'))
      .when({ ...set, authorityId: 'org_other' })
      .thenTypes('AuthorisedFlagSet');
    given(flagsDecider)
      .when({ ...set, isMember: false })
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('MEM-05 takes a date of the last 90 days', () => {
    given(flagsDecider)
      .when({ ...set, setOn: '2026-03-03' })
      .thenRejected('FUTURE_DATED');
    given(flagsDecider)
      .when({ ...set, setOn: '2025-12-02' })
      .thenTypes('AuthorisedFlagSet');
    given(flagsDecider)
      .when({ ...set, setOn: '2025-12-01' })
      .thenRejected('BACKDATE_TOO_FAR', { earliest: '2025-12-02' });
  });
  it('MEM-05 only the authority that set it clears it, between its date and today', () => {
    given(flagsDecider, held('transferHold')).when(clear).thenTypes('AuthorisedFlagCleared');
    given(flagsDecider, held('transferHold'))
      .when({ ...clear, clearedOn: '2026-03-01' })
      .thenTypes('AuthorisedFlagCleared');
    given(flagsDecider, held('transferHold'))
      .when({ ...clear, clearedOn: '2026-02-28' })
      .thenRejected('PERIOD_INVALID');
    given(flagsDecider, held('transferHold'))
      .when({ ...clear, clearedOn: '2026-03-03' })
      .thenRejected('FUTURE_DATED');
    given(flagsDecider, held('transferHold'))
      .when({ ...clear, authorityId: 'org_other' })
      .thenRejected('NOT_AUTHORISED_BODY');
    given(flagsDecider).when(clear).thenRejected('STATE_NOT_ALLOWED');
  });
});
