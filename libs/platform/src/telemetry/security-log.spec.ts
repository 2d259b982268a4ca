import { describe, expect, it } from '@jest/globals';
import { silentLog, type LogFields } from '@zhitong/eventing';
import { networkOf, SecurityLog } from './security-log.ts';

describe('the security log', () => {
  const attempt = (code: string, actorId?: string) => ({ actorId, from: '203.0.113.0/24', operation: 'GET /api/v1/session', code, traceId: 'a1' });
  function written() {
    const lines: LogFields[] = [];
    return { lines, log: new SecurityLog({ ...silentLog, warn: (fields) => void lines.push(fields) }) };
  }

  it('SEC-29 tells who, what, where and how it ended, in one line an attempt', () => {
    const { lines, log } = written();
    log.attempted(attempt('UNAUTHENTICATED'));
    log.attempted(attempt('ORIGIN_REFUSED', 'per_1'));
    expect(lines).toEqual([
      { type: 'security', ...attempt('UNAUTHENTICATED', 'nobody') },
      { type: 'security', ...attempt('ORIGIN_REFUSED', 'per_1') },
    ]);
  });
  it('SEC-29 sums a flood up, and loses nobody else in it', () => {
    const { lines, log } = written();
    for (let n = 0; n < 10_000; n += 1) log.attempted(attempt(n % 2 === 0 ? 'UNAUTHENTICATED' : 'RATE_LIMITED'));
    log.attempted(attempt('TOKEN_INVALID', 'per_1'));
    expect(lines).toHaveLength(101);
    log.sumUp();
    expect(lines.slice(101)).toEqual([
      { type: 'security', actorId: 'nobody', code: 'UNAUTHENTICATED', count: 4_950 },
      { type: 'security', actorId: 'nobody', code: 'RATE_LIMITED', count: 4_950 },
    ]);
    log.attempted(attempt('UNAUTHENTICATED'));
    expect(lines).toHaveLength(104);
    log.sumUp();
    expect(lines).toHaveLength(104);
  });
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['2001:db8::6', '2001:db8::/48'],
    ['::1', '::/48'],
  ])('SEC-17 says the network of %s only', (address, network) => expect(networkOf(address)).toBe(network));
});
