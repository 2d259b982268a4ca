import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DeadlineTicker, intend, silentLog, StoreUnavailable, type Deadline, type Intent, type LeaseStore, type ReadModelStore } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { openSqliteLeaseStore } from '@zhitong/sqlite';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { counter } from './counter.samples.ts';
import { closeStoresAfterwards, readModels } from './stores.ts';

const collection = 'due_rows';
let store: ReadModelStore;
let folder: TemporaryFolder;
let leases: LeaseStore & { close(): void };
let now = '';
beforeAll(async () => {
  store = await readModels();
});
beforeEach(async () => {
  folder = temporaryFolder();
  leases = openSqliteLeaseStore({ file: folder.file('leases.db') });
  now = '2026-03-01T09:00:00.000Z';
  await store.ensure([{ name: collection, indexes: [['dueAt']] }]);
});
afterEach(() => {
  leases.close();
  folder.remove();
});
closeStoresAfterwards([]);

interface Fired {
  readonly due: string;
  readonly name: string;
}
const deadline: Deadline<never, never> = {
  name: 'lapse',
  version: 1,
  sources: [],
  expects: ['CEILING_EXCEEDED'],
  fire: ({ $key }: { readonly $key: string }) => [intend(counter, $key, { amount: 1 })],
};
function tickerOf(
  fired: Fired[],
  more: {
    owner?: string;
    ready?: () => boolean;
    before?: (due: string, intent: Intent) => Promise<void> | void;
    everyMs?: number;
    dueAt?: () => string;
  } = {},
) {
  const { owner = 'one', ready = () => true, before, everyMs = 60_000, dueAt } = more;
  return new DeadlineTicker({
    context: 'organizations',
    owner,
    deadlines: [{ deadline: { ...deadline, ...(dueAt && { dueAt }) }, collection: () => collection }],
    store,
    leases,
    env: {},
    now: () => now,
    ready,
    everyMs,
    leaseMs: 60_000,
    log: silentLog,
    carryOut: async (intent, { due, name }) => {
      await before?.(due, intent);
      fired.push({ due, name });
    },
  });
}
const at = (minute: number) => `2026-03-01T09:${String(minute).padStart(2, '0')}:00.000Z`;
async function due(key: string, dueAt: string): Promise<void> {
  const [stored] = await store.stored(collection, [key]);
  expect(await store.commit({ writes: [{ collection, key, expectedRevision: stored?.revision ?? 0, guards: { thing: 1 }, row: { dueAt } }] })).toBe(
    'committed',
  );
}
const names = (fired: readonly Fired[]) => fired.map(({ due: name }) => name);

describe('REL-30 a deadline', () => {
  it('fires once, never early, and in order after a downtime', async () => {
    for (const minute of [40, 10, 30, 20]) await due(`k${minute}`, at(minute));
    const fired: Fired[] = [];
    const ticker = tickerOf(fired);
    for (const moment of ['2026-03-01T09:09:59.999Z', '2026-03-01T08:00:00.000Z']) {
      now = moment;
      await ticker.tick();
    }
    expect(fired).toEqual([]);
    now = at(30);
    for (let ticks = 0; ticks < 3; ticks++) await ticker.tick();
    expect(names(fired)).toEqual([`k10|${at(10)}`, `k20|${at(20)}`, `k30|${at(30)}`]);
    expect([...(await store.getMany(collection, ['k10', 'k20', 'k30', 'k40'])).keys()]).toEqual(['k40']);
    expect((await store.stored(collection, ['k10']))[0]?.guards).toEqual({ thing: 1 });
  });

  it('X-22 whose moment a setting has put off meanwhile waits for the new one', async () => {
    await due('k', at(10));
    const fired: Fired[] = [];
    let set = at(30);
    const ticker = tickerOf(fired, { dueAt: () => set });
    now = at(20);
    await ticker.tick();
    expect([names(fired), [...(await store.getMany(collection, ['k'])).values()]]).toEqual([[], [{ dueAt: at(30) }]]);
    set = at(25);
    now = at(40);
    await ticker.tick();
    expect([names(fired), [...(await store.getMany(collection, ['k'])).values()]]).toEqual([[`k|${at(25)}`], []]);
  });

  it('fires every one of many, page after page', async () => {
    const rows = Array.from({ length: 450 }, (_, nth) => ({ collection, key: `k${nth}`, expectedRevision: 0, guards: {}, row: { dueAt: at(nth % 60) } }));
    await store.commit({ writes: rows });
    now = '2026-03-02T00:00:00.000Z';
    const fired: Fired[] = [];
    await tickerOf(fired).tick();
    expect([fired.length, new Set(names(fired)).size]).toEqual([450, 450]);
  });

  it('REL-32 a round that takes long is no standstill: each row that is done counts as progress', async () => {
    for (let minute = 0; minute < 33; minute++) await due(`k${minute}`, at(minute));
    now = at(33);
    const clock = jest.spyOn(performance, 'now').mockReturnValue(0);
    const minute = 60_000;
    const stalled: number[] = [];
    const ticker = tickerOf([], {
      before: () => {
        clock.mockReturnValue(performance.now() + minute);
        stalled.push(ticker.stalledFor());
      },
    });
    await ticker.tick();
    clock.mockRestore();
    expect([stalled.length, stalled.at(-1)]).toEqual([33, minute]);
  });

  it('waits, and leaves the lease to others, while what it is decided by is still being read', async () => {
    await due('k', at(10));
    now = at(20);
    const [fired, elsewhere]: Fired[][] = [[], []];
    let ready = false;
    const ticker = tickerOf(fired ?? [], { ready: () => ready });
    await ticker.tick();
    const other = tickerOf(elsewhere ?? [], { owner: 'two' });
    await other.tick();
    expect([fired, names(elsewhere ?? [])]).toEqual([[], [`k|${at(10)}`]]);
    await other.stop();
    await due('later', at(20));
    ready = true;
    await ticker.tick();
    expect(names(fired ?? [])).toEqual([`later|${at(20)}`]);
  });

  it('is fired by the one ticker that holds the lease, and by the next once that ends', async () => {
    await due('k', at(0));
    const [one, two]: [Fired[], Fired[]] = [[], []];
    const [first, second] = [tickerOf(one), tickerOf(two, { owner: 'two' })];
    await Promise.all([first.tick(), second.tick()]);
    await Promise.all([first.tick(), second.tick()]);
    expect([one.length, two.length]).toEqual([1, 0]);
    await due('l', at(0));
    await first.stop();
    await second.tick();
    expect(names(two)).toEqual([`l|${at(0)}`]);
  });

  it('goes when the decision turns out stale', async () => {
    await due('k', at(0));
    await tickerOf([], {
      before: () => {
        throw new Rejected('CEILING_EXCEEDED', 'full');
      },
    }).tick();
    expect(await store.get(collection, 'k')).toBeUndefined();
  });

  it('that an event moves while it fires comes back at its new moment', async () => {
    await due('k', at(0));
    const fired: Fired[] = [];
    const ticker = tickerOf(fired, { before: () => (fired.length === 0 ? due('k', at(50)) : undefined) });
    await ticker.tick();
    expect(await store.get(collection, 'k')).toEqual({ dueAt: at(50) });
    now = at(50);
    await ticker.tick();
    expect(names(fired)).toEqual([`k|${at(0)}`, `k|${at(50)}`]);
  });

  it.each([new TypeError('bad'), new Rejected('CONFLICT', 'raced')])(
    'that fails (%s) holds up no other and is not tried again at every tick',
    async (error) => {
      await due('bad', at(0));
      const fired: Fired[] = [];
      let tries = 0;
      const ticker = tickerOf(fired, {
        before: (name) => {
          if (!name.startsWith('bad')) return;
          tries++;
          throw error;
        },
      });
      now = at(30);
      for (let minute = 1; minute <= 5; minute++) {
        await due(`k${minute}`, at(minute));
        await ticker.tick();
      }
      expect([fired.length, tries]).toEqual([5, 1]);
      expect(await store.get(collection, 'bad')).toEqual({ dueAt: at(0) });
    },
  );

  it('waits while the store is away and fires at the next tick', async () => {
    for (let n = 0; n < 100; n++) await due(`k${n}`, at(0));
    const fired: Fired[] = [];
    let away = true;
    const tried: string[] = [];
    const ticker = tickerOf(fired, {
      before: (name) => {
        tried.push(name);
        if (away) throw new StoreUnavailable('away');
      },
    });
    await ticker.tick();
    expect(tried.length).toBeLessThan(50);
    away = false;
    await ticker.tick();
    expect(fired).toHaveLength(100);
  });

  it('fires while the ticker runs, and no more once it was stopped', async () => {
    await due('k', at(0));
    const fired: Fired[] = [];
    const ticker = tickerOf(fired, { everyMs: 1 });
    ticker.start();
    await eventually(() => fired.length === 1);
    await ticker.stop();
    expect(await leases.acquire('ticker-organizations', 'other', 1000)).toMatchObject({ epoch: 2 });
  });
});
