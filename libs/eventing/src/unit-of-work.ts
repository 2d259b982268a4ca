import type { RecordedEvent } from './envelope.ts';
import type { Parking } from './parked-keys.ts';
import type { Checkpoint } from './ports/read-model-store.port.ts';
import type { Step } from './row-folder.ts';

/** What the events at one offset come to: a unit may end inside them, remembered as `part`. */
export interface Work {
  readonly offset: number;
  readonly steps: readonly Step[];
  readonly parked: readonly Parking[];
  /** The events that are taken in, not those parked. */
  readonly events: readonly RecordedEvent[];
}

/** What is stored together. */
export interface UnitOfWork {
  readonly steps: readonly Step[];
  /** Offsets that this unit brings to their end. */
  readonly completed: readonly Work[];
  /** Where it ends: after an offset, or inside one. */
  readonly end: { readonly offset: number; readonly part: number };
}

/** Steps stored together: a transaction costs its round trips and a flush, however much is in it. */
export const unitSize = 1000;

/**
 * Cuts the work of a batch into units of at most {@link unitSize} steps; the part of the first offset that was stored before is left out. Work that fits into
 * a unit is not cut in two: readers would meet half an event, and who follows rows by version would never see the other half.
 */
export function* units(works: readonly Work[], from: Checkpoint, nextOffset: number): Generator<UnitOfWork> {
  let steps: Step[] = [];
  let completed: Work[] = [];
  const cut = (offset: number, part: number): UnitOfWork => {
    const unit = { steps, completed, end: { offset, part } };
    [steps, completed] = [[], []];
    return unit;
  };
  for (const work of works) {
    let done = work.offset === from.offset ? Math.min(from.part, work.steps.length) : 0;
    const left = work.steps.length - done;
    if (left <= unitSize && left > unitSize - steps.length) yield cut(work.offset, done);
    while (work.steps.length - done > unitSize - steps.length) {
      const room = unitSize - steps.length;
      steps.push(...work.steps.slice(done, done + room));
      done += room;
      yield cut(work.offset, done);
    }
    steps.push(...work.steps.slice(done));
    completed.push(work);
    if (steps.length === unitSize && work !== works.at(-1)) yield cut(work.offset + 1, 0);
  }
  if (completed.length > 0) yield cut(nextOffset, 0);
}
