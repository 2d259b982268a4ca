import type { Db } from 'mongodb';
import { StoreFull, type Log } from '@zhitong/eventing';
import { isOutage } from './failures.ts';

/** A look at the disk is good for so many ms. */
export const roomMs = 2_000;

/** Kept free for what the server itself writes, and for what was promised before: a twentieth of the disk, at most 1 GB. */
const share = 1 / 20;
const mostBytes = 2 ** 30;

interface DiskFigures {
  readonly fsUsedSize?: number;
  readonly fsTotalSize?: number;
}

/**
 * The room on the disk of the server, looked at beside whatever asks for it. MongoDB ends itself on a full disk, its own diagnostics are
 * enough for it, and takes the reads with it: commits are refused before, while there is room for everything else.
 */
export class Room {
  #full = false;
  #lookedAt = -Infinity;

  constructor(
    private readonly database: Db,
    private readonly log: Log,
    private readonly goodForMs = roomMs,
  ) {}

  get full(): boolean {
    if (performance.now() - this.#lookedAt >= this.goodForMs) void this.#look();
    return this.#full;
  }

  /** @throws {StoreFull} while too little is left; nothing was written. */
  expect(): void {
    if (this.full) throw new StoreFull('The store has no room left');
  }

  /** A server that does not answer says nothing about its disk: what was seen last holds. */
  async #look(): Promise<void> {
    this.#lookedAt = performance.now();
    try {
      const { fsUsedSize = 0, fsTotalSize = 0 }: DiskFigures = await this.database.command({ dbStats: 1, freeStorage: 0 });
      const full = fsTotalSize - fsUsedSize < Math.min(mostBytes, fsTotalSize * share);
      if (full && !this.#full) this.log.error({}, 'The disk of the store is nearly full: commits are refused');
      this.#full = full;
    } catch (error) {
      if (!isOutage(error)) throw error;
    }
  }
}
