import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ReadModelStore } from '@zhitong/eventing';
import { openSqliteReadModelStore } from '@zhitong/sqlite';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { reconcileNightly, reconciliationCollections, runsCollection, type Reconciliation } from './reconciliation.ts';

let folder: TemporaryFolder;
let readModels: ReadModelStore;
beforeEach(async () => {
  folder = temporaryFolder();
  readModels = await openSqliteReadModelStore({ file: folder.file('read-models.db') });
  await readModels.ensure(reconciliationCollections);
});
afterEach(async () => {
  await readModels.close();
  folder.remove();
});

const leases = { acquire: (name: string) => Promise.resolve({ name, epoch: 1 }), renew: () => Promise.resolve(true), release: () => Promise.resolve() };
const flow: Reconciliation = {
  flow: 'X-02',
  keys: () => ['org_1'],
  source: () => Promise.resolve(new Map([['org_1', 5]])),
  target: () => Promise.resolve(new Map([['org_1', 4]])),
};

/** What the night found; undefined = it waits. */
async function night(consumer: { readonly caughtUp: boolean; readonly lag: number }): Promise<unknown> {
  const runtime = {
    context: 'organizations',
    adapters: { readModels, leases, owner: 'one', log: { warn: () => undefined } },
    env: {},
    now: () => '2026-03-02T19:00:00.000Z',
    consumer: { caughtUp: () => consumer.caughtUp, lag: () => consumer.lag },
  };
  await reconcileNightly(runtime as never, [flow]);
  return readModels.get(runsCollection.name, flow.flow);
}

it('X-02 a night waits for events that are on their way, and for a read model that is behind by itself', async () => {
  expect(await night({ caughtUp: true, lag: 1 })).toBeUndefined();
  expect(await night({ caughtUp: false, lag: 0 })).toBeUndefined();
  expect(await night({ caughtUp: true, lag: 0 })).toMatchObject({ on: '2026-03-03', differences: 1 });
});
