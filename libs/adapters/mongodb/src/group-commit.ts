import { BSON, MongoBulkWriteError, type Collection } from 'mongodb';
import type { CommitDocument } from './commit-document.ts';
import { durable } from './concerns.ts';
import { asStoreFailure, duplicateKey, isDuplicateKey, writeErrorsOf } from './failures.ts';
import { Gathering, type Waiting } from './gathering.ts';

export type Stored = 'stored' | 'conflict';

type Asked = Waiting<CommitDocument, Stored>;

const largestGroup = 500;

/** Stores the commits that come in during one turn of the event loop with one write; each succeeds or fails by itself. */
export class GroupCommit {
  readonly #commits: Collection<CommitDocument>;
  readonly #gathering = new Gathering<CommitDocument, Stored>(
    (waiting) => ({ group: waiting.slice(0, largestGroup), later: waiting.slice(largestGroup) }),
    (group) => this.#store(group),
  );

  constructor(commits: Collection<CommitDocument>) {
    this.#commits = commits;
  }

  add(document: CommitDocument): Promise<Stored> {
    return this.#gathering.add(document);
  }

  async #store(group: readonly Asked[]): Promise<void> {
    const [first] = group;
    if (first !== undefined && group.length === 1) return this.#storeOne(first);
    try {
      await this.#commits.insertMany(
        group.map(({ item }) => item),
        { ...durable, ordered: false },
      );
      for (const { resolve } of group) resolve('stored');
    } catch (error) {
      await this.#settle(group, error);
    }
  }

  async #storeOne({ item: document, resolve, reject }: Asked): Promise<void> {
    try {
      await this.#commits.insertOne(document, durable);
      resolve('stored');
    } catch (error) {
      if (isDuplicateKey(error)) resolve('conflict');
      else reject(asStoreFailure(error));
    }
  }

  async #settle(group: readonly Asked[], error: unknown): Promise<void> {
    if (error instanceof BSON.BSONError) {
      // One document cannot be written at all; it was found before anything was sent, so its neighbours go alone.
      for (const waiting of group) await this.#storeOne(waiting);
    } else if (error instanceof MongoBulkWriteError && isAnswered(error)) {
      settleEach(group, error);
    } else {
      for (const { reject } of group) reject(asStoreFailure(error));
    }
  }
}

/** The server answered for each document; otherwise nothing is known of those without an error. */
const isAnswered = (error: MongoBulkWriteError): boolean => writeErrorsOf(error).length > 0 && error.result.getWriteConcernError() === undefined;

function settleEach(group: readonly Asked[], error: MongoBulkWriteError): void {
  const failed = new Map(writeErrorsOf(error).map((part) => [part.index, part.code]));
  group.forEach(({ resolve, reject }, index) => {
    const code = failed.get(index);
    if (code === undefined) resolve('stored');
    else if (code === duplicateKey) resolve('conflict');
    else reject(asStoreFailure(error));
  });
}
