import { setTimeout } from 'node:timers/promises';

/** Waits until the condition holds or an assertion in it passes; the deadline only ends a test that has failed. */
export async function eventually(condition: () => unknown, deadlineMs = 20_000): Promise<void> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const late = performance.now() > end;
    try {
      if ((await condition()) !== false) return;
      if (late) throw new Error(`Still not after ${deadlineMs} ms: ${condition.toString()}`);
    } catch (error) {
      if (late) throw error;
    }
    await setTimeout(2);
  }
}

/** Waits until a figure reaches its goal, for as long as it grows; one that has stood still for so long, or could not be read, ends a test that has failed. */
export async function eventuallyReaches(figure: () => Promise<number>, goal: number, standstillMs: number): Promise<void> {
  let best = -1;
  while (best < goal) {
    const before = best;
    await eventually(async () => {
      best = Math.max(best, await figure());
      return best > before;
    }, standstillMs);
  }
}
