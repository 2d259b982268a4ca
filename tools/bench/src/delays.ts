import { setTimeout } from 'node:timers/promises';
import { newStream } from './workload.ts';

/** The yardstick cannot do the work at the pace of the row here; nothing is measured against it then. */
export class FellBehind extends Error {
  override readonly name = 'FellBehind';
  constructor() {
    super('the yardstick fell behind');
  }
}

/** Times between the acknowledgement of streams and their being seen elsewhere, in milliseconds; 0 for what was seen first. */
export class Delays {
  readonly #acknowledged = new Map<string, number>();
  readonly #seen = new Map<string, number>();

  acknowledged(stream: string): void {
    this.#acknowledged.set(stream, performance.now());
  }

  seen(stream: string): void {
    if (!this.#seen.has(stream)) this.#seen.set(stream, performance.now());
  }

  /** Everything acknowledged was seen. */
  get complete(): boolean {
    return [...this.#acknowledged.keys()].every((stream) => this.#seen.has(stream));
  }

  /** The delay that a share of all, 0..1, stays within. */
  at(share: number): number {
    const delays = [...this.#acknowledged].map(([stream, from]) => Math.max(0, (this.#seen.get(stream) ?? Infinity) - from));
    return delays.sort((one, other) => one - other)[Math.min(delays.length - 1, Math.floor(delays.length * share))] ?? 0;
  }

  forget(): void {
    this.#acknowledged.clear();
    this.#seen.clear();
  }
}

const seconds = 2;

/** Who is as late as half of the work lasts with half of it takes twice as long as the pace. */
export const latestMs = seconds * 500;

/** Work on new streams at a steady pace, whether or not what was begun has ended. */
export async function paced(perSecond: number, work: (stream: string) => Promise<void>): Promise<void> {
  const begun: Promise<void>[] = [];
  const from = performance.now();
  while (begun.length < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - from) / 1000) * perSecond));
    while (begun.length < due) begun.push(work(newStream()));
    await setTimeout(1);
  }
  await Promise.all(begun);
}
