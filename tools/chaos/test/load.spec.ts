import { describe, expect, it } from '@jest/globals';
import { Ledger } from '../src/ledger.ts';
import { startLoad } from '../src/load.ts';

describe('the load of a chaos run', () => {
  it('does not end well while a command has no answer, and does not wait for ever', async () => {
    const load = startLoad({ writers: 2, door: () => undefined, ledger: new Ledger(), random: () => 0, patienceMs: 50 });
    await expect(load.stop()).rejects.toThrow(/timeout/);
  });

  it('ends without a word when nobody wrote', async () => {
    await expect(startLoad({ writers: 0, door: () => undefined, ledger: new Ledger(), random: () => 0 }).stop()).resolves.toBeUndefined();
  });
});
