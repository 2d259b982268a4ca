import { MongoServerError, type Collection } from 'mongodb';
import type { Index, Query } from '@zhitong/eventing';
import { NoIndex, servingIndex } from '@zhitong/eventing/query-plan.ts';
import { fieldPath, type RowDocument } from './row-document.ts';

const namespaceNotFound = 26;

/** The indexes of collections as the server has them, read once; another process may have declared more since. */
export class DeclaredIndexes {
  readonly #known = new Map<string, readonly Index[]>();

  forget(name: string): void {
    this.#known.delete(name);
  }

  /** @throws {NoIndex} when no index serves the selection, also after another look. */
  async serving(name: string, rows: Collection<RowDocument>, selection: Pick<Query, 'where' | 'orderBy'>): Promise<Index> {
    const known = this.#known.get(name);
    try {
      return servingIndex(known ?? (await this.#read(name, rows)), selection);
    } catch (error) {
      if (known === undefined || !(error instanceof NoIndex)) throw error;
      return servingIndex(await this.#read(name, rows), selection);
    }
  }

  async #read(name: string, rows: Collection<RowDocument>): Promise<readonly Index[]> {
    const indexes = (await keysOf(rows)).map((key) =>
      Object.keys(key)
        .filter((path) => path !== '_id')
        .map((path) => path.slice(fieldPath('').length)),
    );
    this.#known.set(name, indexes);
    return indexes;
  }
}

async function keysOf(rows: Collection<RowDocument>): Promise<readonly object[]> {
  try {
    return (await rows.indexes()).map(({ key }) => key);
  } catch (error) {
    if (error instanceof MongoServerError && error.code === namespaceNotFound) return [];
    throw error;
  }
}
