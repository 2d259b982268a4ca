import { afterAll, beforeAll, describe } from '@jest/globals';
import type { ReadModelStore } from '@zhitong/eventing';
import { readModelQueries } from './read-model-store.queries.ts';
import { readModelWrites } from './read-model-store.writes.ts';

export interface OpenReadModelStore {
  readonly store: ReadModelStore;
  /** Another instance on the same data, as another replica has it. */
  second(): Promise<ReadModelStore>;
  /** Closes the stores and removes their data. */
  close(): Promise<void>;
}

export type ReadModelStores = () => { readonly store: ReadModelStore; readonly second: ReadModelStore };

/** What a {@link ReadModelStore} promises. The data may hold other collections. */
export function readModelStoreContract(name: string, open: () => Promise<OpenReadModelStore>): void {
  describe(`${name} keeps the contract of a read-model store`, () => {
    let opened: OpenReadModelStore;
    let second: ReadModelStore;
    beforeAll(async () => {
      opened = await open();
      second = await opened.second();
    });
    afterAll(() => opened.close());
    const stores: ReadModelStores = () => ({ store: opened.store, second });
    readModelWrites(stores);
    readModelQueries(stores);
  });
}
