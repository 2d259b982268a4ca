import { setImmediate } from 'node:timers/promises';
import type { StoredCommit, TailItem, TailPosition } from './ports/event-store.port.ts';
import { createBell } from './bell.ts';

/** Commits that were ready together, and where the tail stands after them. No commits: only the position moved. */
export interface TailBatch {
  readonly commits: readonly StoredCommit[];
  readonly position: TailPosition;
}

/**
 * Natural batches: reads ahead while the receiver works, hands over what is there, waits for nothing more.
 * A batch holds at most `maxEvents` events, or one commit. Leaving the loop ends the tail.
 */
export async function* tailBatches(
  follow: (signal: AbortSignal) => AsyncIterable<TailItem>,
  maxEvents: number,
  until: AbortSignal,
): AsyncGenerator<TailBatch, void> {
  const leaving = new AbortController();
  const waiting: TailItem[] = [];
  const arrived = createBell();
  const room = createBell();
  let ended = false;

  const pump = async () => {
    for await (const item of follow(AbortSignal.any([until, leaving.signal]))) {
      waiting.push(item);
      arrived.ring();
      while (waiting.length >= readAhead && !leaving.signal.aborted) await room.rung();
      if (leaving.signal.aborted) return;
    }
  };
  const pumped = pump().finally(() => {
    ended = true;
    arrived.ring();
  });
  pumped.catch(() => undefined); // awaited below; the loop may still be busy with a batch when it fails

  try {
    while (!until.aborted) {
      if (waiting.length > 0) {
        yield take(waiting, maxEvents);
        room.ring();
      } else if (ended) {
        return await pumped;
      } else {
        await arrived.rung();
        await setImmediate(); // what came in the same reply of the server belongs together
      }
    }
  } finally {
    leaving.abort();
    room.ring();
    await pumped.catch(() => undefined); // a failure of the tail was thrown above, this one is the echo of leaving
  }
}

const readAhead = 2_000;

function take(waiting: TailItem[], maxEvents: number): TailBatch {
  let events = 0;
  let count = 0;
  for (const { commit } of waiting) {
    events += commit?.events.length ?? 0;
    if (count > 0 && events > maxEvents) break;
    count += 1;
  }
  const taken = waiting.splice(0, count);
  const last = taken.at(-1);
  if (last === undefined) throw new RangeError('a batch of nothing');
  return { commits: taken.flatMap(({ commit }) => commit ?? []), position: last.position };
}
