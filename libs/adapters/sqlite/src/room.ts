import { statfsSync } from 'node:fs';
import { StoreFull } from '@zhitong/eventing';

/** A look at the disk, or what a refused commit said of it, is good for so many ms. */
export const roomMs = 2_000;

/** Kept free for what was promised before: read models, audit and contents take in what the log has acknowledged. A twentieth of the disk, at most 64 MB. */
const share = 1 / 20;
const mostBytes = 64 * 2 ** 20;

/** In bytes. */
export interface Disk {
  readonly free: number;
  readonly total: number;
}

export function diskOf(folder: string): Disk {
  const { bavail, bsize, blocks } = statfsSync(folder);
  return { free: bavail * bsize, total: blocks * bsize };
}

/** The room on the disk of a log. Looked at when somebody asks, so that it is known to be back though nobody writes any more. */
export class Room {
  #full = false;
  #knownAt = -Infinity;

  constructor(
    private readonly look: () => Disk,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get full(): boolean {
    if (this.now() - this.#knownAt < roomMs) return this.#full;
    const { free, total } = this.look();
    this.#know(free < Math.min(mostBytes, total * share));
    return this.#full;
  }

  /** @throws {StoreFull} while too little is left; nothing was written. */
  expect(): void {
    if (this.full) throw new StoreFull('The store has no room left');
  }

  /** A commit found none, whatever the disk says of itself: a quota may be used up. */
  missed(): void {
    this.#know(true);
  }

  /** The next to ask looks. */
  forget(): void {
    this.#knownAt = -Infinity;
  }

  #know(full: boolean): void {
    this.#full = full;
    this.#knownAt = this.now();
  }
}
