import { backoff } from './backoff.ts';
import type { ReadModelStore, Unit } from './ports/read-model-store.port.ts';
import { Fenced } from './subscription.ts';

const contendedTries = 20;

/** Stores a unit, made anew while others change the same rows. @throws {Fenced} when its checkpoint was moved by another, or it is contended for too long. */
export async function commitAnew(store: ReadModelStore, subject: string, make: () => Promise<Unit>): Promise<void> {
  for (let attempt = 1; attempt <= contendedTries; attempt++) {
    const outcome = await store.commit(await make());
    if (outcome === 'committed') return;
    if (outcome === 'fenced') throw new Fenced(`${subject} was lost to another owner`);
    await backoff(attempt, { minMs: 5, maxMs: 200 });
  }
  throw new Fenced(`${subject} stayed contended`);
}
