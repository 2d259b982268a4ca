import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { digestDecider, type DigestCommand, type DigestEvent } from './digest.decider.ts';
import { lastDigestOn, nextDigestAt } from './digest-time.ts';

const none = { unread: 0, toAcknowledge: 0, toReport: 0, toAnswer: 0, overdue: 0, overdueAtTop: 0 };
const some = { ...none, unread: 2 };
const at = '2026-03-03T00:30:00.000Z';
const send = (digestOn: string, counts: typeof none = some, newestAt: string | null = null): DigestCommand => ({
  type: 'SendDigest',
  personId: 'per_a',
  digestOn,
  counts,
  newestAt,
  at,
});
const sent = (digestOn: string, counts: typeof none = some): DigestEvent => ({
  type: 'DigestSent',
  data: { personId: 'per_a', digestOn, ...counts, sentAt: at },
});

describe('LINK-22 digest', () => {
  it('one message a person and day', () => {
    given(digestDecider).when(send('2026-03-03')).then(sent('2026-03-03'));
    given(digestDecider, sent('2026-03-03'))
      .when(send('2026-03-03', { ...some, unread: 3 }))
      .then();
  });
  it('nothing waiting: none', () => given(digestDecider).when(send('2026-03-03', none)).then());
  it('nothing new: none; something new: one', () => {
    given(digestDecider, sent('2026-03-03')).when(send('2026-03-04')).then();
    given(digestDecider, sent('2026-03-03'))
      .when(send('2026-03-04', { ...some, overdue: 1 }))
      .thenTypes('DigestSent');
  });
  it('fewer of the same is nothing new, as many of others is', () => {
    given(digestDecider, sent('2026-03-03'))
      .when(send('2026-03-04', { ...some, unread: 1 }, '2026-03-03T00:29:59.999Z'))
      .then();
    given(digestDecider, sent('2026-03-03'))
      .when(send('2026-03-04', some, at))
      .thenTypes('DigestSent');
  });
  it('is due at 08:30 in Shanghai, strictly after now', () => {
    expect(nextDigestAt('2026-03-03T00:29:59.999Z', '08:30')).toBe('2026-03-03T00:30:00.000Z');
    expect(nextDigestAt('2026-03-03T00:30:00.000Z', '08:30')).toBe('2026-03-04T00:30:00.000Z');
  });
  it('is that of yesterday until 08:30', () => {
    expect(lastDigestOn('2026-03-03T00:29:59.999Z', '08:30')).toBe('2026-03-02');
    expect(lastDigestOn('2026-03-03T00:30:00.000Z', '08:30')).toBe('2026-03-03');
    expect(lastDigestOn('2026-02-28T16:00:00.000Z', '08:30')).toBe('2026-02-28');
  });
});
