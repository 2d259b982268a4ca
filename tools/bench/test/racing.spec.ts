import { describe, expect, it } from '@jest/globals';
import { Delays } from '../src/delays.ts';
import { race, told, type Came } from '../src/racing.ts';

/** A store on which the first of a stream wins; `lose` says what the others hear. */
const firstWins = (lose: Came) => {
  const taken = new Set<string>();
  return async (stream: string): Promise<Came> => {
    if (taken.has(stream)) return lose;
    taken.add(stream);
    return 'won';
  };
};

describe('a race', () => {
  it('is exact with one winner a round when all others are told of the conflict', async () => {
    const outcome = await race(3, firstWins('conflict'));
    expect(outcome).toEqual({ rounds: 3, racers: { won: 3, conflict: 45, error: 0 }, hurt: 0, exact: true });
    expect(told(outcome)).toBe('1 won, 15 told of the conflict, 0 raw errors, 0 bystanders hurt');
  });
  it('is not exact when a loser hears anything else, when two win, or when a bystander is hurt', async () => {
    expect((await race(1, firstWins('error'))).exact).toBe(false);
    expect((await race(1, async () => 'won')).exact).toBe(false);
    const wins = firstWins('conflict');
    let calls = 0;
    expect(await race(1, async (stream) => (++calls === 20 ? 'error' : wins(stream)))).toMatchObject({ hurt: 1, exact: false });
  });
});

describe('delays', () => {
  it('count from the acknowledgement, and not at all for what was seen before', () => {
    const delays = new Delays();
    delays.seen('early');
    delays.acknowledged('early');
    expect(delays.complete).toBe(true);
    expect(delays.at(0.99)).toBe(0);
    delays.acknowledged('late');
    expect(delays.complete).toBe(false);
    expect(delays.at(1)).toBe(Infinity);
  });
});
