import { setTimeout } from 'node:timers/promises';

/** Waits until the condition holds or an assertion in it passes; the deadline only ends a test that has failed. */
export async function eventually(condition: () => unknown, deadlineMs = 10_000): Promise<void> {
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
