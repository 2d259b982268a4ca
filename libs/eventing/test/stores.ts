import { afterAll, afterEach, expect } from '@jest/globals';
import {
  parkedAt,
  parkedCollection,
  StoreUnavailable,
  type CommitOutcome,
  type ParkedKey,
  type ReadModelStore,
  type Subscription,
  type Unit,
} from '@zhitong/eventing';
import { openSqliteReadModelStore } from '@zhitong/sqlite';
import { temporaryFolder } from '@zhitong/testing';

let opened: { readonly store: ReadModelStore; readonly remove: () => void } | undefined;

/** A file of read models for all tests of a spec, emptied after each. */
export async function readModels(): Promise<ReadModelStore> {
  if (!opened) {
    const folder = temporaryFolder();
    opened = { store: await openSqliteReadModelStore({ file: folder.file('read-models.db') }), remove: () => folder.remove() };
  }
  await opened.store.ensure([parkedCollection]);
  return opened.store;
}

export async function emptied(store: ReadModelStore, subscriptions: readonly string[]): Promise<void> {
  for (const name of await store.collections()) await store.drop(name);
  for (const subscription of subscriptions) await store.forgetCheckpoints(subscription);
  await store.ensure([parkedCollection]);
}

export function closeStoresAfterwards(subscriptions: readonly string[]): void {
  afterEach(async () => {
    if (opened) await emptied(opened.store, subscriptions);
  });
  afterAll(async () => {
    await opened?.store.close();
    opened?.remove();
    opened = undefined;
  });
}

/** The store with something that happens just before the first commit that is asked for. */
export function interrupted(store: ReadModelStore, meanwhile: () => Promise<unknown>): ReadModelStore {
  let left = 1;
  const commit = async (unit: Unit): Promise<CommitOutcome> => {
    if (left-- > 0) await meanwhile();
    return store.commit(unit);
  };
  return instead(store, { commit });
}

/** Takes a key in again as an operator has it done. */
export async function redriven(store: ReadModelStore, runner: Subscription, key: ParkedKey): Promise<void> {
  for (;;) {
    const [first] = await parkedAt(store, key, 1);
    if (!first) return;
    expect(await runner.again(first)).toEqual({});
  }
}

export type Fault = 'before' | 'after' | undefined;

/** The store with commits that fail when asked: before anything was stored, or after. */
export const faulty = (store: ReadModelStore, next: (unit: Unit) => Fault): ReadModelStore => {
  const commit = async (unit: Unit): Promise<CommitOutcome> => {
    const fault = next(unit);
    if (fault === 'before') throw new StoreUnavailable('away');
    const outcome = await store.commit(unit);
    if (fault === 'after') throw new StoreUnavailable('the answer was lost');
    return outcome;
  };
  return instead(store, { commit });
};

/** The store with some of its methods replaced. */
export const instead = (store: ReadModelStore, replaced: Partial<ReadModelStore>): ReadModelStore =>
  new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(replaced, name) ?? Reflect.get(target, name, target);
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
