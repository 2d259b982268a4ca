import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EphemeralStore } from '@zhitong/eventing';
import { eventually } from '../eventually.ts';

export interface OpenEphemeralStore {
  readonly store: EphemeralStore;
  /** Another instance on the same data, as another replica has it. */
  second(): Promise<EphemeralStore>;
  /** Closes the stores and removes their data. */
  close(): Promise<void>;
}

const long = 60_000;
const short = 40;

/** What an {@link EphemeralStore} promises. The data may hold other keys. */
export function ephemeralStoreContract(name: string, open: () => Promise<OpenEphemeralStore>): void {
  describe(`${name} keeps the contract of an ephemeral store`, () => {
    let opened: OpenEphemeralStore;
    let second: EphemeralStore;
    beforeAll(async () => {
      opened = await open();
      second = await opened.second();
    });
    afterAll(() => opened.close());
    const stores = () => ({ store: opened.store, second });
    values(stores);
    sets(stores);
    limits(stores);
    channels(stores);
    it('answers a ping', async () => expect(await opened.store.ping()).toBeUndefined());
  });
}

type Stores = () => { readonly store: EphemeralStore; readonly second: EphemeralStore };

let count = 0;
const fresh = (): string => `k${String(process.pid)}:${String(++count)}:`;

function values(stores: Stores): void {
  describe('values', () => {
    it.each(['', 'x', '支部 🎉', 'a\u0000b', '{"json":true}', 'y'.repeat(100_000)])('gives back a value unchanged (%#)', async (value) => {
      const { store, second } = stores();
      const key = `${fresh()}键 *?[a]`;
      expect(await store.get(key)).toBeUndefined();
      expect(await store.set(key, value, long)).toBe(true);
      expect(await second.get(key)).toBe(value);
    });

    it('replaces a value and its time to live', async () => {
      const { store, second } = stores();
      const [key, probe] = [fresh(), fresh()];
      await store.set(key, 'old', short);
      await store.set(key, 'new', long);
      await store.set(probe, 'as long as the first', short);
      await eventually(async () => (await store.get(probe)) === undefined);
      expect(await second.get(key)).toBe('new');
    });

    it('forgets a value when its time is over', async () => {
      const { store, second } = stores();
      const key = fresh();
      await store.set(key, 'short', short);
      await eventually(async () => (await second.get(key)) === undefined);
      expect(await store.take(key)).toBeUndefined();
      expect(await store.set(key, 'again', long, { onlyIfAbsent: true })).toBe(true);
    });

    it('sets only if absent for one of twenty who try at once', async () => {
      const { store, second } = stores();
      const key = fresh();
      const tries = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? store : second).set(key, String(n), long, { onlyIfAbsent: true }));
      const set = await Promise.all(tries);
      expect(set.filter((won) => won)).toHaveLength(1);
      expect(await store.get(key)).toBe(String(set.indexOf(true)));
    });

    it('hands a value out to one of twenty who take it at once', async () => {
      const { store, second } = stores();
      const key = fresh();
      await store.set(key, 'code', long);
      const taken = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? store : second).take(key)));
      expect(taken.filter((value) => value !== undefined)).toEqual(['code']);
      expect(await store.get(key)).toBeUndefined();
    });

    it('deletes keys, known or not', async () => {
      const { store, second } = stores();
      const [one, other, kept] = [fresh(), fresh(), fresh()];
      for (const key of [one, other, kept]) await store.set(key, 'v', long);
      await second.delete(one, other, fresh());
      await second.delete();
      expect([await store.get(one), await store.get(other), await store.get(kept)]).toEqual([undefined, undefined, 'v']);
    });
  });
}

function sets(stores: Stores): void {
  describe('sets', () => {
    const sorted = async (store: EphemeralStore, set: string) => [...(await store.members(set))].sort();

    it('hold each member once, whoever puts it in, apart from other sets and from values of that name', async () => {
      const { store, second } = stores();
      const [set, other] = [fresh(), fresh()];
      expect(await store.members(set)).toEqual([]);
      for (const member of ['a', '支部 *?[a]', 'a']) await store.include(set, member, long);
      await second.include(set, 'b', long);
      await store.include(other, 'c', long);
      await store.set(set, 'v', long);
      expect(await sorted(second, set)).toEqual(['a', 'b', '支部 *?[a]']);
      expect([await store.members(other), await second.get(set)]).toEqual([['c'], 'v']);
    });

    it('lose the members that are taken out, known or not, and all with their name', async () => {
      const { store, second } = stores();
      const set = fresh();
      for (const member of ['a', 'b', 'c']) await store.include(set, member, long);
      await second.exclude(set, 'a', 'c', 'unknown');
      await second.exclude(set);
      await store.exclude(fresh(), 'a');
      expect(await store.members(set)).toEqual(['b']);
      await store.delete(set);
      expect(await second.members(set)).toEqual([]);
    });

    it('lose each member when its own time is over, which begins anew when it is put in again', async () => {
      const { store, second } = stores();
      const [set, brief] = [fresh(), fresh()];
      await store.include(set, 'again', short);
      await store.include(set, 'again', long);
      await store.include(set, 'short', short);
      await store.include(brief, 'short', short);
      await eventually(async () => (await second.members(set)).length === 1 && (await second.members(brief)).length === 0);
      expect(await store.members(set)).toEqual(['again']);
      await store.include(brief, 'late', long);
      expect(await second.members(brief)).toEqual(['late']);
    });
  });
}

function limits(stores: Stores): void {
  describe('limits', () => {
    it('allows exactly as many as the bucket holds, across instances', async () => {
      const { store, second } = stores();
      const key = fresh();
      const bucket = { capacity: 7, perSecond: 0.001 };
      const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => (n % 2 === 0 ? store : second).allow(key, bucket)));
      expect(answers.filter(({ allowed }) => allowed)).toHaveLength(7);
      for (const { allowed, retryAfterMs } of answers) {
        if (allowed) expect(retryAfterMs).toBe(0);
        else expect(retryAfterMs).toBeGreaterThan(900_000);
      }
    });

    it('says when to come back, and allows it then', async () => {
      const { store } = stores();
      const key = fresh();
      const bucket = { capacity: 1, perSecond: 0.01 };
      expect(await store.allow(key, bucket)).toEqual({ allowed: true, retryAfterMs: 0 });
      const refused = await store.allow(key, bucket);
      expect(refused.allowed).toBe(false);
      expect(refused.retryAfterMs).toBeGreaterThan(90_000);
      expect(refused.retryAfterMs).toBeLessThanOrEqual(100_000);
      await eventually(async () => (await store.allow(key, { ...bucket, perSecond: 20 })).allowed);
    });

    it('never holds more than its capacity', async () => {
      const { store } = stores();
      const key = fresh();
      const bucket = { capacity: 2, perSecond: 0.001 };
      await store.allow(key, { ...bucket, capacity: 9 });
      const answers = [await store.allow(key, bucket), await store.allow(key, bucket), await store.allow(key, bucket)];
      expect(answers.map(({ allowed }) => allowed)).toEqual([true, true, false]);
    });

    it('counts hits in a window that starts with the first', async () => {
      const { store, second } = stores();
      const key = fresh();
      const hits = await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? store : second).hit(key, long)));
      expect([...hits].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      const brief = fresh();
      expect(await store.hit(brief, short)).toBe(1);
      const seen: number[] = [];
      await eventually(async () => {
        seen.push(await store.hit(brief, short));
        return seen.at(-1) === 1;
      });
    });

    it('forgets counts and buckets of a deleted key', async () => {
      const { store, second } = stores();
      const key = fresh();
      const bucket = { capacity: 1, perSecond: 0.001 };
      await store.hit(key, long);
      await store.allow(key, bucket);
      await second.delete(key);
      expect(await store.hit(key, long)).toBe(1);
      expect((await store.allow(key, bucket)).allowed).toBe(true);
    });
  });
}

function channels(stores: Stores): void {
  describe('channels', () => {
    const hear = () => {
      const heard: [string, string][] = [];
      return { heard, listener: (id: string, message: string) => void heard.push([id, message]) };
    };

    it('reach every listener of every instance in order, from now on', async () => {
      const { store, second } = stores();
      const channel = fresh();
      await store.publish(channel, 'before');
      const ears = [hear(), hear(), hear()] as const;
      const ends = [
        await store.listen(channel, ears[0].listener),
        await second.listen(channel, ears[1].listener),
        await second.listen(channel, ears[2].listener),
      ];
      const expected: [string, string][] = [];
      for (let n = 0; n < 50; n++) expected.push([await (n % 2 === 0 ? store : second).publish(channel, `支${String(n)}`), `支${String(n)}`]);
      for (const { heard } of ears)
        await eventually(() => {
          expect(heard).toEqual(expected);
        });
      await Promise.all(ends.map((end) => end()));
    });

    it('keep channels apart, and are heard no more after the end', async () => {
      const { store, second } = stores();
      const [one, other] = [fresh(), fresh()];
      const ears = [hear(), hear(), hear()] as const;
      const end = await store.listen(one, ears[0].listener);
      await store.listen(one, ears[1].listener);
      await store.listen(other, ears[2].listener);
      await second.publish(one, '1');
      await eventually(() => {
        expect(ears.map(({ heard }) => heard.length)).toEqual([1, 1, 0]);
      });
      await end();
      await second.publish(one, '2');
      await second.publish(other, '3');
      await eventually(() => {
        expect(ears.map(({ heard }) => heard.length)).toEqual([1, 2, 1]);
      });
    });

    it('go on for the others when a listener throws', async () => {
      const { store } = stores();
      const channel = fresh();
      const ear = hear();
      await store.listen(channel, () => {
        throw new Error('on purpose');
      });
      await store.listen(channel, ear.listener);
      await store.publish(channel, '1');
      await store.publish(channel, '2');
      await eventually(() => {
        expect(ear.heard).toHaveLength(2);
      });
    });

    it('give what followed a message, up to a limit', async () => {
      const { store, second } = stores();
      const channel = fresh();
      const ids: string[] = [];
      for (const message of ['a', 'b', 'c', 'd']) ids.push(await store.publish(channel, message));
      expect(await second.since(channel, ids[1] ?? '', 10)).toEqual([
        { id: ids[2], message: 'c' },
        { id: ids[3], message: 'd' },
      ]);
      expect(await second.since(channel, ids[0] ?? '', 2)).toEqual([
        { id: ids[1], message: 'b' },
        { id: ids[2], message: 'c' },
      ]);
      expect(await second.since(channel, ids[3] ?? '', 10)).toEqual([]);
    });

    it('keep about as many messages as the publisher asks for', async () => {
      const { store } = stores();
      const channel = fresh();
      const ids = await Promise.all(Array.from({ length: 2_000 }, (_, nth) => store.publish(channel, String(nth), 10)));
      expect(await store.since(channel, ids[0] ?? '', 1)).toBeUndefined();
      expect(await store.since(channel, ids.at(-5) ?? '', 10)).toHaveLength(4);
    });

    it.each(['', 'nonsense', '0-0', '1-1', '-', '$', '99999999999999-0'])('do not claim to reach back to %j, which they do not hold', async (id) => {
      const { store } = stores();
      const channel = fresh();
      expect(await store.since(channel, id, 10)).toBeUndefined();
      await store.publish(channel, 'm');
      expect(await store.since(channel, id, 10)).toBeUndefined();
    });
  });
}
