import { describe, expect, it } from '@jest/globals';
import { check } from '@zhitong/testing/checker/check.ts';
import { seeded } from '@zhitong/testing/faults/random.ts';
import { SteppedService } from './stepped-service.ts';

const play = async (seed: number) => {
  const service = new SteppedService(seeded(seed));
  const observation = await service.play(6, 5);
  return { observation, trace: service.stepper.trace };
};

describe('append, relay, project, policy, crash and restart in an order chosen by chance', () => {
  it('come to the same trace by the same seed, and to another by another', async () => {
    const [first, again, other] = [await play(7), await play(7), await play(8)];
    expect(again.trace).toEqual(first.trace);
    expect(again.observation).toEqual(first.observation);
    expect(other.trace).not.toEqual(first.trace);
  });

  it('REL-01 REL-12 REL-20 REL-22 lose and double nothing, 200 seeds', async () => {
    const wrong: unknown[] = [];
    let crashes = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const { observation, trace } = await play(seed);
      crashes += trace.filter((step) => step.startsWith('crash')).length;
      const events = observation.commits.flatMap((commit) => commit.events);
      const [asked, answered] = [events.filter(({ actorId }) => actorId === 'per_1'), events.filter(({ actorId }) => actorId !== 'per_1')];
      const violations = await check(observation);
      if (violations.length > 0 || asked.length !== answered.length) wrong.push({ seed, violations, asked: asked.length, answered: answered.length });
    }
    expect(wrong).toEqual([]);
    expect(crashes).toBeGreaterThan(900);
  }, 60_000);
});
