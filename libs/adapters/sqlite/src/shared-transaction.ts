import { StoreFull, StoreUnavailable } from '@zhitong/eventing';
import { FileDamaged } from './damage.ts';
import type { Database } from './database.ts';

interface Waiting {
  /** Does the work and returns how its caller is answered once everything is on the disk. */
  begin(): () => void;
  fail(error: unknown): void;
}

/** Called around each transaction that had work to do. */
export interface Moments {
  /** Inside of it, before the first piece. */
  readonly begun?: () => void;
  /** It is on the disk and nobody knows yet; what this throws leaves the outcome unknown to all. */
  readonly durable?: () => void;
  /** Everybody was answered. */
  readonly answered?: () => void;
}

const atOnce = 500;

/**
 * Work that arrives in one turn of the event loop shares one durable transaction; each piece has a savepoint of its own, so that one
 * that fails takes nothing with it. Nobody is answered before the transaction is on the disk.
 */
export class SharedTransaction {
  #waiting: Waiting[] = [];
  #scheduled = false;

  constructor(
    private readonly database: Database,
    private readonly moments: Moments = {},
  ) {}

  /** What the work answered, once it is durable; what `keep` turns down is taken back, alone. */
  run<Result>(work: () => Result, keep: (result: Result) => boolean): Promise<Result> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        const result = this.#apart(work, keep);
        return () => {
          resolve(result);
        };
      };
      this.#waiting.push({ begin, fail: reject });
      this.#schedule();
    });
  }

  /** Does what waits. */
  flush(): void {
    while (this.#waiting.length > 0) this.#next();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#next();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #next(): void {
    const batch = this.#waiting.splice(0, atOnce);
    if (batch.length === 0) return;
    const { begun, durable, answered } = this.moments;
    try {
      const answers = this.database.transaction(() => {
        begun?.();
        return batch.map((work) => answerOf(work));
      });
      durable?.();
      for (const answer of answers) answer();
    } catch (error) {
      for (const { fail } of batch) fail(error);
      return;
    }
    answered?.();
  }

  #apart<Result>(work: () => Result, keep: (result: Result) => boolean): Result {
    this.database.run('SAVEPOINT work');
    try {
      const result = work();
      if (!keep(result)) this.database.run('ROLLBACK TO work');
      this.database.run('RELEASE work');
      return result;
    } catch (error) {
      if (concernsAll(error)) throw error; // SQLite may have ended the whole transaction
      this.database.run('ROLLBACK TO work');
      this.database.run('RELEASE work');
      throw error;
    }
  }
}

const concernsAll = (error: unknown): boolean => error instanceof StoreFull || error instanceof StoreUnavailable || error instanceof FileDamaged;

function answerOf({ begin, fail }: Waiting): () => void {
  try {
    return begin();
  } catch (error) {
    if (concernsAll(error)) throw error;
    return () => {
      fail(error);
    };
  }
}
