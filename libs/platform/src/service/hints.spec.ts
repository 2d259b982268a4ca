import { describe, expect, it } from '@jest/globals';
import { silentLog, type Log } from '@zhitong/eventing';
import { Hints } from './hints.ts';

describe('hints between replicas', () => {
  it('tell an outage once when it begins, and how much was lost when it has ended', async () => {
    const answers = ['no', 'no', 'yes', 'yes', 'no'];
    const publish = () => (answers.shift() === 'yes' ? Promise.resolve('1') : Promise.reject(new Error('away')));
    const listen = () => Promise.resolve(() => Promise.resolve());
    const told: string[] = [];
    const log: Log = { ...silentLog, warn: () => void told.push('warn'), info: ({ count }) => void told.push(`again after ${String(count)}`) };
    const hints = new Hints('members', { publish, listen }, log);
    for (let hint = 0; hint < 5; hint++) {
      hints.changed(['organizations']);
      await new Promise(setImmediate);
    }
    expect(told).toEqual(['warn', 'again after 2', 'warn']);
  });
});
