import {
  armCrashPoint,
  collectionsOf,
  eventId,
  intend,
  parkedCollection,
  PolicyRunner,
  ProjectionRunner,
  ServiceConsumer,
  silentLog,
  StreamHandler,
  when,
} from '@zhitong/eventing';
import { createInProcessTransport } from '@zhitong/inprocess';
import { openSqliteEventStore, openSqliteReadModelStore } from '@zhitong/sqlite';
import { eventually } from '@zhitong/testing/eventually.ts';
import { counter, metadata, noting, sampleProjection, type Added } from './counter.samples.ts';

// Takes the same nine commands as ever, lets a projection and a policy catch up with the log, and prints what came out.
armCrashPoint(process.env['ZT_CRASH_AT'], process.env['NODE_ENV']);
const [folder = ''] = process.argv.slice(2);
const store = openSqliteEventStore({ file: `${folder}/log.db`, context: 'organizations', epoch: 1 });
const readModels = await openSqliteReadModelStore({ file: `${folder}/read-models.db` });
const transport = createInProcessTransport([store], { restricted: () => false });
const handler = new StreamHandler(store);

const projection = sampleProjection([
  {
    category: 'counter',
    handle: ({ stream, version, type }) =>
      type === 'Poison'
        ? {
            key: stream,
            fold: () => {
              throw new TypeError('bad');
            },
          }
        : noting(stream, String(version)),
  },
]);
await readModels.ensure([parkedCollection, ...Object.values(collectionsOf(projection, 1))]);
const common = { store: readModels, env: {}, topicOf: (context: string) => context, now: () => '2026-03-01T09:00:00.000Z' };
const policy = new PolicyRunner({
  ...common,
  policy: {
    name: 'when-added-then-added',
    startFrom: 'beginning',
    expects: [],
    sources: [when<Added>(counter)({ Added: ({ data }) => (data.by === 'policy' ? [] : [intend(counter, 'total', { amount: 1, by: 'policy' })]) })],
  },
  endOf: () => Promise.resolve(0),
  carryOut: (intent, { event, name }) =>
    handler.handle(intent.stream, { id: intent.id, command: intent.command, commandId: `${eventId(event)}/${name}`, bodyHash: 'policy', metadata }),
});
const subscriptions = [new ProjectionRunner({ ...common, projection, build: 1 }), policy];
const history = (stream: string, fromVersion: number) => store.load(stream, fromVersion);
const consumer = new ServiceConsumer({ group: 'organizations', transport, subscriptions, log: silentLog, logEpoch: 1, history });
await consumer.start();

for (let nth = 1; nth <= 9; nth++) {
  await handler.handle(counter, { id: `c${nth % 3}`, command: { amount: 1 }, commandId: `cmd-${nth}`, bodyHash: 'body', metadata });
}
await store.append({
  stream: 'organizations.counter-sick',
  expectedVersion: 0,
  events: [{ type: 'Poison', data: {} }],
  commandId: 'poison',
  bodyHash: '',
  metadata,
});
const { rows, tallies } = collectionsOf(projection, 1);
const parked = () => readModels.count(parkedCollection.name, [{ field: 'subscription', eq: 'sample.v1.b1' }]);
const total = async () => (await readModels.get<{ versions: string[] }>(rows.name, 'organizations.counter-total'))?.versions.length ?? 0;
await eventually(async () => consumer.caughtUp() && (await parked()).count === 1 && (await total()) >= 9, 20_000);
const streams = ['c0', 'c1', 'c2', 'total'].map((id) => `organizations.counter-${id}`);
const folded = [...(await readModels.getMany<{ versions: string[] }>(rows.name, streams))].map(([key, { versions }]) => [key, versions.join()]).sort();
const logged = await Promise.all(streams.map(async (stream) => (await store.load(stream)).length));
process.stdout.write(JSON.stringify({ folded, logged, tallies: (await readModels.sums(tallies.name, ['a'])).get('a') }));
await consumer.stop();
await transport.close();
await readModels.close();
await store.close();
