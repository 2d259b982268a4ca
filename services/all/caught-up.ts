import type { RunningService } from '@zhitong/platform';
import { setTimeout as wait } from 'node:timers/promises';

/** What is asked of a service that reads its events. */
export interface Reader {
  readonly context: string;
  readonly runtime: {
    readiness(): Pick<ReturnType<RunningService['runtime']['readiness']>, 'ready' | 'parts'>;
    readonly consumer: { lag(): number };
  };
}

export interface CatchingUpOptions {
  /** Told how many of the events that were unread at most have been read. */
  readonly progress: (step: string, done: number, of: number) => void;
  /** Without a step for so long it has failed; a long way alone is no failure. */
  readonly patienceMs?: number;
}

/** Less is read before anybody would look. */
const worthSaying = 10_000;

/**
 * Whoever logs in first finds what was seeded: the door opens once every service has read its events.
 * @throws {Error} when the readers stand still.
 */
export async function caughtUp(services: readonly Reader[], { progress, patienceMs = 120_000 }: CatchingUpOptions): Promise<void> {
  let [before, most, movedAt] = [Number.NaN, 0, performance.now()];
  for (;;) {
    // All at one moment: what one service reads makes another write.
    const behind = services.find(({ runtime }) => !runtime.readiness().ready || runtime.consumer.lag() > 0);
    const unread = services.reduce((sum, { runtime }) => sum + runtime.consumer.lag(), 0);
    most = Math.max(most, unread);
    if (most > worthSaying) progress('read models', most - unread, most);
    if (!behind) return;
    if (unread !== before) [before, movedAt] = [unread, performance.now()];
    else if (performance.now() - movedAt > patienceMs) {
      throw new Error(`${behind.context} did not catch up: ${JSON.stringify(behind.runtime.readiness().parts)}`);
    }
    await wait(20);
  }
}
