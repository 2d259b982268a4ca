import {
  armCrashPoint,
  collectionsOf,
  createRelay,
  parkedCollection,
  PolicyRunner,
  ProjectionRunner,
  ServiceConsumer,
  silentLog,
  StreamHandler,
  systemClock as clock,
  type CommitTail,
  type EventPublisher,
  type EventStore,
  type EventTransport,
  type LeaseStore,
  type ReadModelStore,
} from '@zhitong/eventing';
import { carryOutFor } from '@zhitong/platform/service/carry-out.ts';
import { openDoor } from './door.ts';
import { echoing, tallies } from './tally.ts';

/** What the engines stand on; the relay is absent where the transport reads the log itself. */
export interface Stand {
  readonly store: EventStore;
  readonly readModels: ReadModelStore;
  readonly transport: EventTransport;
  readonly relay?: { readonly tail: CommitTail; readonly publisher: EventPublisher; readonly leases: LeaseStore; readonly leaseMs: number };
  close(): Promise<void>;
}

/** The engines of the tally service without the platform around them: up in a fraction of the time, for rows that kill it again and again. */
export async function runEngines(open: () => Promise<Stand>): Promise<void> {
  armCrashPoint(process.env['ZT_CRASH_AT'], process.env['NODE_ENV']);
  const { store, readModels, transport, relay, close } = await open();
  const handler = new StreamHandler(store);
  const { rows, tallies: sums } = collectionsOf(tallies, 1);
  await readModels.ensure([parkedCollection, rows, sums]);
  const common = { store: readModels, env: {}, topicOf: (context: string) => context, now: clock.now };
  const policy = new PolicyRunner({
    ...common,
    policy: echoing,
    endOf: () => Promise.resolve(0),
    carryOut: carryOutFor(handler, clock.now),
  });
  const consumer = new ServiceConsumer({
    group: 'tally',
    transport,
    subscriptions: [new ProjectionRunner({ ...common, projection: tallies, build: 1 }), policy],
    log: silentLog,
    logEpoch: 1,
    history: (stream, fromVersion) => store.load(stream, fromVersion),
  });
  const relaying = relay && createRelay({ ...relay, owner: `engines-${String(process.pid)}`, clock, topicOf: () => 'organizations', log: silentLog });
  const notAlone = () => Promise.reject(new TypeError('Engines alone do not do that'));
  const door = await openDoor({
    handler,
    clock,
    sums: async () => (await readModels.sums(sums.name, ['all'])).get('all') ?? {},
    rebuild: notAlone,
    reached: notAlone,
    parked: notAlone,
    mend: notAlone,
  });
  process.once('SIGTERM', () => {
    void door
      .close()
      .then(() => consumer.stop())
      .then(() => relaying?.stop())
      .then(close)
      .then(() => process.exit(0));
  });
  process.stdout.write(`${JSON.stringify({ owner: `engines-${String(process.pid)}`, door: door.address, health: '' })}\n`);
  await consumer.start();
}
