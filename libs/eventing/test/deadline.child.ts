import { armCrashPoint, DeadlineTicker, intend, silentLog, StreamHandler, type Deadline } from '@zhitong/eventing';
import { carryOutDue } from '@zhitong/platform/service/carry-out.ts';
import { openSqliteEventStore, openSqliteLeaseStore, openSqliteReadModelStore } from '@zhitong/sqlite';
import { eventually } from '@zhitong/testing/eventually.ts';
import { counter } from './counter.samples.ts';

// Finds the same ten rows due as ever, fires them as long as there is one, and prints how many events each came to.
armCrashPoint(process.env['ZT_CRASH_AT'], process.env['NODE_ENV']);
const [folder = ''] = process.argv.slice(2);
const log = openSqliteEventStore({ file: `${folder}/log.db`, context: 'organizations', epoch: 1 });
const store = await openSqliteReadModelStore({ file: `${folder}/read-models.db` });
const leases = openSqliteLeaseStore({ file: `${folder}/leases.db` });
const collection = 'due_rows';
await store.ensure([{ name: collection, indexes: [['dueAt']] }]);

const keys = Array.from({ length: 10 }, (_, nth) => `k${String(nth)}`);
const known = new Map((await store.stored(collection, keys)).map(({ key }) => [key, true]));
const writes = keys.map((key) => ({ collection, key, expectedRevision: 0, guards: {}, row: { dueAt: '2026-03-01T09:00:00.000Z' } }));
await store.commit({ writes: writes.filter(({ key }) => !known.has(key)) });

const deadline: Deadline<never, never> = {
  name: 'lapse',
  version: 1,
  sources: [],
  expects: [],
  fire: ({ $key }: { readonly $key: string }) => [intend(counter, $key, { amount: 1 }), intend(counter, $key, { amount: 2 })],
};
const ticker = new DeadlineTicker({
  context: 'organizations',
  owner: `child-${String(process.pid)}`,
  deadlines: [{ deadline, collection: () => collection }],
  store,
  leases,
  env: {},
  now: () => '2026-03-01T09:30:00.000Z',
  carryOut: carryOutDue(new StreamHandler(log)),
  everyMs: 20,
  leaseMs: 1_000,
  log: silentLog,
});
ticker.start();
await eventually(async () => (await store.count(collection, [{ field: 'dueAt', lte: '2026-03-02' }])).count === 0, 20_000);
await ticker.stop();
const events = await Promise.all(keys.map(async (key) => (await log.load(`organizations.counter-${key}`)).length));
process.stdout.write(JSON.stringify(events));
leases.close();
await store.close();
await log.close();
