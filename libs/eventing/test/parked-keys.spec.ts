import { expect, it } from '@jest/globals';
import { parkedCollection, ParkedKeys, type ReadModelStore } from '@zhitong/eventing';
import { closeStoresAfterwards, instead, readModels } from './stores.ts';

closeStoresAfterwards([]);

const stream = 'organizations.counter-a';
const parking = { stream, version: 1, type: 'Added', topic: 'organizations', partition: 0, offset: 0, event: null, error: 'no' };
const now = () => '2026-03-01T09:00:00.000Z';

/** The store whose first page is read at once and told late. */
function firstPageLate(store: ReadModelStore, late: Promise<void>): ReadModelStore {
  let asked = 0;
  const query: ReadModelStore['query'] = async (...args) => {
    const nth = asked++;
    const page = await store.query<never>(...args);
    if (nth === 0) await late;
    return page;
  };
  return instead(store, { query });
}

it('REL-23 a stream that is parked while those before it are read is held all the same', async () => {
  const store = await readModels();
  const late = Promise.withResolvers<void>();
  const keys = new ParkedKeys(firstPageLate(store, late.promise), 'p', now);
  const other = keys.holds('organizations.counter-b');
  expect(await store.commit({ writes: await keys.writes([parking]) })).toBe('committed');
  const parked = keys.parked([parking]);
  await store.get(parkedCollection.name, ''); // whoever asked before has been answered
  late.resolve();
  await Promise.all([other, parked]);
  expect(await keys.holds(stream)).toBe(true);
});

it('REL-23 what another process parks while the parked ones are read is held once they are forgotten', async () => {
  const store = await readModels();
  const late = Promise.withResolvers<void>();
  const keys = new ParkedKeys(firstPageLate(store, late.promise), 'q', now);
  const other = keys.holds('organizations.counter-b');
  await store.get(parkedCollection.name, ''); // whoever asked before has been answered
  expect(await store.commit({ writes: await new ParkedKeys(store, 'q', now).writes([parking]) })).toBe('committed');
  keys.forget();
  const held = keys.holds(stream);
  late.resolve();
  expect([await other, await held]).toEqual([false, true]);
});
