import type { AppendOutcome } from '@zhitong/eventing';
import type { CommitTable, DraftCommit } from './commit-table.ts';
import type { Database } from './database.ts';
import { SharedTransaction } from './shared-transaction.ts';

/** Appends that arrive together share one transaction and take the next positions of the log in the order of their arrival. */
export class GroupCommit {
  readonly #transaction: SharedTransaction;
  #before = 0;
  #head = 0;

  constructor(
    database: Database,
    private readonly commits: CommitTable,
    /** Called between the commit and its answers; what it throws leaves the outcome unknown to the callers. */
    durable: (head: number) => void,
    /** Called after the answers when something was stored. */
    appended: () => void,
  ) {
    this.#transaction = new SharedTransaction(database, {
      begun: () => {
        this.#before = this.#head = commits.head();
      },
      durable: () => {
        if (this.#grew) durable(this.#head);
      },
      answered: () => {
        if (this.#grew) appended();
      },
    });
  }

  /** Stored together or not at all. */
  append(drafts: readonly DraftCommit[]): Promise<AppendOutcome> {
    return this.#transaction.run(
      () => this.#store(drafts),
      ({ outcome }) => outcome === 'appended',
    );
  }

  /** Stores what waits. */
  flush(): void {
    this.#transaction.flush();
  }

  get #grew(): boolean {
    return this.#head > this.#before;
  }

  #store(drafts: readonly DraftCommit[]): AppendOutcome {
    if (!drafts.every((draft, index) => this.commits.insert(this.#head + index + 1, draft))) return { outcome: 'conflict' };
    this.#head += drafts.length;
    return appendedOf(drafts);
  }
}

function appendedOf([first]: readonly DraftCommit[]): AppendOutcome {
  if (first === undefined) throw new TypeError('There is nothing to append');
  const { commit } = first;
  return { outcome: 'appended', version: commit.firstVersion + commit.events.length - 1, commit };
}
