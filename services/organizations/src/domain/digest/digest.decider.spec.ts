import { describe, expect, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import { digestDecider, type DigestCommand, type DigestEvent } from './digest.decider.ts';
import { isQuiet, lastDigestOn, nextDigestAt, roundsOf, timeOfDay, type DigestTimes } from './digest-time.ts';

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
const sent = (digestOn: string, counts: typeof none = some, sentAt = at): DigestEvent => ({
  type: 'DigestSent',
  data: { personId: 'per_a', digestOn, ...counts, sentAt },
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

describe('LINK-22 the digest of a Monday', () => {
  const monday = '2026-03-09';
  it('sums up the week: what the Monday before did not have', () => {
    const week = [sent('2026-03-02', { ...some, unread: 1 }), sent('2026-03-08', some, '2026-03-08T00:30:00.000Z')];
    given(digestDecider, ...week)
      .when(send(monday))
      .thenTypes('DigestSent');
    given(digestDecider, ...week)
      .when(send('2026-03-10'))
      .then();
  });
  it('the first one has everything that waits, the next none when the week brought nothing', () => {
    given(digestDecider, sent('2026-03-08')).when(send(monday)).thenTypes('DigestSent');
    given(digestDecider, sent(monday)).when(send('2026-03-16')).then();
    given(digestDecider, sent(monday)).when(send('2026-03-16', none)).then();
  });
});

describe('LINK-22 the own times', () => {
  const set = (change: Partial<DigestTimes> = {}, effectiveOn = '2026-03-04', when = at): DigestCommand => ({
    type: 'SetDigestTimes',
    personId: 'per_a',
    times: { time: '07:00', quietFrom: '21:00', quietUntil: '08:00', ...change },
    effectiveOn,
    at: when,
  });
  const fact: DigestEvent = {
    type: 'DigestTimesSet',
    data: { personId: 'per_a', time: '07:00', quietFrom: '21:00', quietUntil: '08:00', effectiveOn: '2026-03-04', setAt: at },
  };
  it('hold from tomorrow on', () => {
    given(digestDecider).when(set()).then(fact);
    given(digestDecider).when(set({}, '2026-03-03')).thenRejected('SETTING_RETROACTIVE', { earliest: '2026-03-04' });
    given(digestDecider)
      .when(set({}, '2026-03-04', '2026-03-03T16:00:00.000Z'))
      .thenRejected('SETTING_RETROACTIVE', { earliest: '2026-03-05' });
  });
  it('lie at full quarters', () => {
    for (const time of ['00:00', '23:45']) given(digestDecider).when(set({ time })).thenTypes('DigestTimesSet');
    for (const time of ['24:00', '08:20', '8:30']) given(digestDecider).when(set({ time })).thenRejected('SETTING_OUT_OF_RANGE');
    given(digestDecider)
      .when(set({ quietUntil: '08:01' }))
      .thenRejected('SETTING_OUT_OF_RANGE');
  });
  it('set again as they are: nothing', () => {
    given(digestDecider, fact).when(set()).then();
    given(digestDecider, fact).when(set({}, '2026-03-05')).then();
    given(digestDecider, fact)
      .when(set({ time: '07:15' }))
      .thenTypes('DigestTimesSet');
  });
  it('quiet hours reach over midnight, their end is not quiet', () => {
    const night = { time: '07:00', quietFrom: '21:00', quietUntil: '08:00' };
    expect(['20:59', '21:00', '00:00', '07:59', '08:00'].map((time) => isQuiet(night, time))).toEqual([false, true, true, true, false]);
    const noon = { ...night, quietFrom: '12:00', quietUntil: '14:00' };
    expect(['11:59', '12:00', '13:59', '14:00'].map((time) => isQuiet(noon, time))).toEqual([false, true, true, false]);
    expect(isQuiet({ ...night, quietFrom: '08:00' }, '08:00')).toBe(false);
    expect(roundsOf(night)).toEqual(['07:00', '08:00']);
    expect(roundsOf({ ...night, time: '08:00' })).toEqual(['08:00']);
    expect(timeOfDay('2026-03-03T16:30:00.000Z')).toBe('00:30');
  });
});
