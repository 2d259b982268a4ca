import { StoreFull, StoreUnavailable, type AppendOutcome } from '@zhitong/eventing';
import { headOf, insertCommit, type DraftCommit } from './commit-table.ts';
import { FileDamaged } from './damage.ts';
import type { Database } from './database.ts';

const commandsPerTransaction = 500;

interface Waiting {
  /** Stored together or not at all. */
  readonly drafts: readonly DraftCommit[];
  resolve(outcome: AppendOutcome): void;
  reject(error: unknown): void;
}

/**
 * Commands that arrive in one turn of the event loop share one durable transaction; each has a savepoint of its own, so that one
 * that fails takes nothing with it. Nobody is answered before the transaction is on the disk.
 */
export class GroupCommit {
  #waiting: Waiting[] = [];
  #scheduled = false;

  constructor(
    private readonly database: Database,
    /** Called between the commit and its answers; what it throws leaves the outcome unknown to the callers. */
    private readonly durable: (head: number) => void,
    /** Called after the answers when something was stored. */
    private readonly appended: () => void,
  ) {}

  append(drafts: readonly DraftCommit[]): Promise<AppendOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ drafts, resolve, reject });
      this.#schedule();
    });
  }

  /** Stores what waits. */
  flush(): void {
    while (this.#waiting.length > 0) this.#storeBatch();
  }

  #schedule(): void {
    if (this.#scheduled) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      this.#storeBatch();
      if (this.#waiting.length > 0) this.#schedule();
    });
  }

  #storeBatch(): void {
    const batch = this.#waiting.splice(0, commandsPerTransaction);
    if (batch.length === 0) return;
    const result = this.#commit(batch);
    if (result === undefined) return;
    for (const reply of result.replies) reply();
    if (result.grew) this.appended();
  }

  /** Undefined when the batch failed as a whole; its callers know then. */
  #commit(batch: readonly Waiting[]) {
    try {
      const { replies, before, head } = this.database.transaction(() => this.#storeEach(batch));
      const grew = head > before;
      if (grew) this.durable(head);
      return { replies, grew };
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return undefined;
    }
  }

  #storeEach(batch: readonly Waiting[]) {
    const before = headOf(this.database);
    let head = before;
    const replies = batch.map((command) => {
      const { stored, reply } = this.#store(head, command);
      if (stored) head += command.drafts.length;
      return reply;
    });
    return { replies, before, head };
  }

  #store(head: number, { drafts, resolve, reject }: Waiting): { stored: boolean; reply: () => void } {
    this.database.run('SAVEPOINT command');
    try {
      const stored = drafts.every((draft, index) => insertCommit(this.database, head + index + 1, draft));
      if (!stored) this.database.run('ROLLBACK TO command');
      this.database.run('RELEASE command');
      const outcome = stored ? appended(drafts) : ({ outcome: 'conflict' } as const);
      return {
        stored,
        reply: () => {
          resolve(outcome);
        },
      };
    } catch (error) {
      if (concernsAll(error)) throw error;
      this.database.run('ROLLBACK TO command');
      this.database.run('RELEASE command');
      return {
        stored: false,
        reply: () => {
          reject(error);
        },
      };
    }
  }
}

const concernsAll = (error: unknown): boolean => error instanceof StoreFull || error instanceof StoreUnavailable || error instanceof FileDamaged;

function appended([first]: readonly DraftCommit[]): AppendOutcome {
  if (first === undefined) throw new TypeError('There is nothing to append');
  const { commit } = first;
  return { outcome: 'appended', version: commit.firstVersion + commit.events.length - 1, commit };
}
