import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Lease, LeaseStore } from '@zhitong/eventing';
import { eventually } from '../eventually.ts';

export interface OpenLeaseStore {
  readonly store: LeaseStore;
  /** Another instance on the same data, as another replica has it. */
  second(): Promise<LeaseStore>;
  /** Closes the stores and removes their data. */
  close(): Promise<void>;
}

const long = 60_000;
const short = 50;

/** What a {@link LeaseStore} promises. The data may hold other leases. */
export function leaseStoreContract(name: string, open: () => Promise<OpenLeaseStore>): void {
  describe(`${name} keeps the contract of a lease store`, () => {
    let opened: OpenLeaseStore;
    let second: LeaseStore;
    beforeAll(async () => {
      opened = await open();
      second = await opened.second();
    });
    afterAll(() => opened.close());
    const stores = () => ({ store: opened.store, second });
    holding(stores);
    savingProgress(stores);
  });
}

type Stores = () => { readonly store: LeaseStore; readonly second: LeaseStore };

let count = 0;
const newName = (): string => `lease_${String(process.pid)}_${String(++count)}`;

async function held(store: LeaseStore, name: string, owner: string, ttlMs: number): Promise<Lease> {
  const lease = await store.acquire(name, owner, ttlMs);
  if (lease === undefined) throw new Error(`"${owner}" did not get "${name}"`);
  return lease;
}

/** Waits for the lease of another to expire and takes it. */
async function takenOver(store: LeaseStore, name: string, owner: string): Promise<Lease> {
  const taken: Lease[] = [];
  await eventually(async () => {
    const lease = await store.acquire(name, owner, long);
    if (lease !== undefined) taken.push(lease);
    return taken.length > 0;
  });
  return taken[0] ?? held(store, name, owner, long);
}

function holding(stores: Stores): void {
  describe('holding', () => {
    it('gives a free lease to one of twenty who ask at once', async () => {
      const { store, second } = stores();
      const name = newName();
      const asked = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? store : second).acquire(name, `owner-${String(n)}`, long));
      const leases = (await Promise.all(asked)).filter((lease) => lease !== undefined);
      expect(leases).toEqual([{ name, epoch: 1 }]);
    });

    it('refuses another while it is held and renewed', async () => {
      const { store, second } = stores();
      const name = newName();
      const lease = await held(store, name, 'a', long);
      expect(await second.acquire(name, 'b', long)).toBeUndefined();
      expect(await store.renew(lease, 'a', long)).toBe(true);
      expect(await second.acquire(name, 'b', long)).toBeUndefined();
    });

    it('REL-13 goes to another once it expired, and its first holder is told', async () => {
      const { store, second } = stores();
      const name = newName();
      const old = await held(store, name, 'a', short);
      const taken = await takenOver(second, name, 'b');
      expect(taken.epoch).toBeGreaterThan(old.epoch);
      expect(await store.renew(old, 'a', long)).toBe(false);
      expect(await store.acquire(name, 'a', long)).toBeUndefined();
      expect(await second.renew(taken, 'b', long)).toBe(true);
    });

    it('outlives its first time to live by renewal', async () => {
      const { store, second } = stores();
      const name = newName();
      const lease = await held(store, name, 'a', short);
      expect(await store.renew(lease, 'a', long)).toBe(true);
      const probe = newName();
      await held(store, probe, 'a', short);
      await takenOver(second, probe, 'b'); // as long as the first time to live lasted
      expect(await second.acquire(name, 'b', long)).toBeUndefined();
    });

    it('is free at once when released, and its next term is a new epoch', async () => {
      const { store, second } = stores();
      const name = newName();
      const old = await held(store, name, 'a', long);
      await store.release(old, 'a');
      const next = await held(second, name, 'b', long);
      expect(next.epoch).toBeGreaterThan(old.epoch);
    });

    it('is not released by one who lost it', async () => {
      const { store, second } = stores();
      const name = newName();
      const old = await held(store, name, 'a', short);
      await takenOver(second, name, 'b');
      await store.release(old, 'a');
      expect(await store.acquire(name, 'c', long)).toBeUndefined();
    });

    it('is held against its own owner too: two processes could share a name', async () => {
      const { store, second } = stores();
      const name = newName();
      const lease = await held(store, name, '$owner', long);
      expect(await second.acquire(name, '$owner', long)).toBeUndefined();
      expect(await store.renew(lease, '$owner', long)).toBe(true);
    });

    it('keeps names apart', async () => {
      const { store } = stores();
      const [one, other] = [newName(), newName()];
      expect(await store.acquire(one, 'a', long)).toEqual({ name: one, epoch: 1 });
      expect(await store.acquire(other, 'b', long)).toEqual({ name: other, epoch: 1 });
    });
  });
}

function savingProgress(stores: Stores): void {
  describe('progress', () => {
    it('is nothing at first, then what was saved last, unchanged', async () => {
      const { store, second } = stores();
      const name = newName();
      expect(await store.progress(name)).toBeUndefined();
      const lease = await held(store, name, 'a', long);
      expect(await store.progress(name)).toBeUndefined();
      const progress = { token: { _data: '82' }, through: Number.MAX_SAFE_INTEGER, $odd: { 'a.b': null }, list: [[1], '$x'] };
      expect(await store.save(lease, { first: true })).toBe(true);
      expect(await store.save(lease, progress)).toBe(true);
      expect(await second.progress(name)).toEqual(progress);
    });

    it('REL-13 is refused from a zombie of an older epoch and passes on to the next holder', async () => {
      const { store, second } = stores();
      const name = newName();
      const zombie = await held(store, name, 'a', short);
      await store.save(zombie, { at: 1 });
      const successor = await takenOver(second, name, 'b');
      expect(await second.progress(name)).toEqual({ at: 1 });
      expect(await store.save(zombie, { at: 2 })).toBe(false);
      expect(await second.save(successor, { at: 3 })).toBe(true);
      expect(await store.save(zombie, { at: 4 })).toBe(false);
      expect(await store.progress(name)).toEqual({ at: 3 });
    });

    it('is refused under a lease nobody ever gave', async () => {
      const { store } = stores();
      expect(await store.save({ name: newName(), epoch: 1 }, { at: 1 })).toBe(false);
    });

    it('survives a release', async () => {
      const { store, second } = stores();
      const name = newName();
      const lease = await held(store, name, 'a', long);
      await store.save(lease, { at: 1 });
      await store.release(lease, 'a');
      await held(second, name, 'b', long);
      expect(await second.progress(name)).toEqual({ at: 1 });
    });
  });
}
