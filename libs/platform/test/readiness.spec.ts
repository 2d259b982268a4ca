import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineDeadline, from, intend, put, StoreUnavailable, type Consumer, type DueRow, type EventTransport } from '@zhitong/eventing';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { serviceGauges } from '../src/telemetry/service-gauges.ts';
import { echo, note, poison, startNotes, writeNote, type Noted, type NoteService } from './notes.samples.ts';

const now = '2026-03-01T09:00:00.000Z';
/** What does not answer at the moment. */
const away = { leases: false, log: false, rows: false };
let relayStalledMs: number;
let folder: TemporaryFolder;
let service: NoteService;
let count: number;

const bound = (target: object, name: string | symbol): unknown => {
  const member: unknown = Reflect.get(target, name, target);
  return typeof member === 'function' ? member.bind(target) : member;
};

/** The store, whose `method` is told of before it is called. */
const counting = <Store extends object>(store: Store, method: string, called: (args: readonly unknown[]) => void): Store =>
  new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (name !== method || typeof member !== 'function') return bound(target, name);
      return (...args: unknown[]): unknown => {
        called(args);
        return member.apply(target, args);
      };
    },
  });

/** The store, whose `method` fails while it is away. */
function failing<Store extends object>(store: Store, methods: readonly string[], isAway: () => boolean): Store {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      const fails = () => Promise.reject(new StoreUnavailable('away'));
      return (...args: unknown[]): unknown => (isAway() && methods.includes(String(name)) ? fails() : member.apply(target, args));
    },
  });
}

beforeEach(async () => {
  [relayStalledMs, count] = [0, 0];
  folder = temporaryFolder();
  service = await startNotes(folder.path, () => now, {
    stalledMs: 500,
    adapters: (own) => ({
      ...own,
      leases: failing(own.leases, ['acquire', 'renew'], () => away.leases),
      store: failing(own.store, ['load'], () => away.log),
      readModels: failing(own.readModels, ['query'], () => away.rows),
      startRelay: () => Promise.resolve({ stalledFor: () => relayStalledMs, stop: () => Promise.resolve() }),
    }),
  });
  await ready();
});
afterEach(async () => {
  Object.assign(away, { leases: false, log: false, rows: false });
  poison.hang = undefined;
  await service.stop();
  folder.remove();
});

const ready = () => eventually(() => service.runtime.readiness().ready);
const red = (part: string) => eventually(() => service.runtime.readiness().parts[part]?.ok === false && !service.runtime.readiness().ready);

describe('REL-32 a part that is stuck but alive', () => {
  it.each([
    ['ticker', () => (away.leases = true), () => (away.leases = false)],
    ['tree', () => (away.log = true), () => (away.log = false)],
    ['relay', () => (relayStalledMs = 501), () => (relayStalledMs = 0)],
  ])('turns readiness red by the name %s, and green again by itself', async (part, breaks, mends) => {
    breaks();
    await red(part);
    mends();
    await ready();
  });

  it('goes on exporting whether it is ready while its store does not answer', async () => {
    away.rows = true;
    const gauges = await serviceGauges(service.runtime)();
    expect(gauges.get('zhitong_parked_keys')).toEqual([]);
    expect(gauges.get('zhitong_ready')).toHaveLength(1);
  });

  it('turns readiness red when a projection hangs, and green again once it goes on', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    poison.hang = promise;
    await writeNote(service, 'a', ++count, now);
    await red('consumer');
    resolve();
    await ready();
    expect((await service.runtime.adapters.readModels.sums('notes_v1_b1_tallies', ['all'])).get('all')).toEqual({ notes: 1 });
  });
});

it('REL-33 a service that is told to end says so, and works on', async () => {
  await ready();
  service.runtime.leave();
  expect(service.runtime.readiness()).toMatchObject({ ready: false, parts: { process: { ok: false }, consumer: { ok: true } } });
  await writeNote(service, 'a', ++count, now);
  await eventually(async () => expect((await service.runtime.adapters.readModels.sums('notes_v1_b1_tallies', ['all'])).get('all')).toEqual({ notes: 1 }));
});

describe('REL-30 what is due while a process comes up', () => {
  const later = defineDeadline<DueRow>({
    name: 'echo-later',
    version: 1,
    expects: [],
    sources: [from<Noted>(note)<DueRow>({ Noted: ({ stream }) => put(stream, { dueAt: '2026-03-01T10:00:00.000Z' }) })],
    fire: () => [intend(echo, 'later', 1)],
  });
  let at: string;
  let chores: number;
  /** Reads nothing before it may. */
  const start = (may: Promise<void>) =>
    startNotes(folder.path, () => at, {
      deadlines: [later],
      adapters: (own) => ({
        ...own,
        transport: consuming(own.transport, may),
        readModels: counting(own.readModels, 'query', ([collection]) => {
          if (collection === 'projection_builds') chores += 1;
        }),
      }),
    });
  const consuming = (transport: EventTransport, may: Promise<void>): EventTransport =>
    new Proxy(transport, {
      get: (target, name): unknown => (name === 'consume' ? (consumer: Consumer) => may.then(() => target.consume(consumer)) : bound(target, name)),
    });

  it('waits until its read models know what there is', async () => {
    await service.stop();
    [at, chores] = [now, 0];
    service = await start(Promise.resolve());
    await writeNote(service, 'a', 1, now);
    const { adapters } = service.runtime;
    await eventually(async () => (await adapters.readModels.query('due_echo_later_v1_b1', { where: [], limit: 1 })).items.length === 1);
    await service.stop();
    [at, chores] = ['2026-03-01T10:00:01.000Z', 0];
    const { promise: may, resolve: read } = Promise.withResolvers<void>();
    service = await start(may);
    const fired = async () => (await service.runtime.adapters.store.load('organizations.echo-later', 1)).length;
    await eventually(() => chores > 10); // as many ticks could have been
    expect(await fired()).toBe(0);
    read();
    await eventually(async () => (await fired()) === 1);
  });
});
