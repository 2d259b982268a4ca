import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import { StoreUnavailable } from '@zhitong/eventing';
import { LogDamaged } from './damage.ts';

const width = 40;

/**
 * Remembers beside the log how far it was acknowledged. SQLite drops the write-ahead log from the first broken frame on and says
 * nothing: an altered byte there would take acknowledged commits away like a torn tail. It is written after each commit and not
 * flushed: after a power cut it may be behind the log, never ahead of it.
 */
export class AcknowledgedHead {
  readonly #descriptor: number;

  constructor(
    private readonly file: string,
    private readonly epoch: number,
  ) {
    this.#descriptor = openExisting(`${file}-head`);
  }

  /** Of this epoch; 0 when nothing is known. A restored log has a new epoch and begins anew. */
  read(): number {
    const buffer = Buffer.alloc(width);
    const text = buffer.toString('latin1', 0, readSync(this.#descriptor, buffer, 0, width, 0));
    if (/^\0*$/.test(text)) return 0;
    const [, epoch, position] = /^(\d+) (\d+) *\n$/.exec(text) ?? [];
    if (epoch === undefined) throw new LogDamaged(this.file, 0, `cannot be told: ${this.file}-head is unreadable`);
    return Number(epoch) === this.epoch ? Number(position) : 0;
  }

  /** @throws {StoreUnavailable} */
  write(position: number): void {
    const line = `${String(this.epoch)} ${String(position)}`.padEnd(width - 1);
    try {
      writeSync(this.#descriptor, `${line}\n`, 0, 'latin1');
    } catch (error) {
      throw new StoreUnavailable(`${this.file}-head cannot be written`, { cause: error });
    }
  }

  close(): void {
    closeSync(this.#descriptor);
  }
}

function openExisting(path: string): number {
  try {
    return openSync(path, 'r+');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return openSync(path, 'w+');
    throw error;
  }
}
