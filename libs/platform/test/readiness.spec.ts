import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '@zhitong/eventing';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { serviceGauges } from '../src/telemetry/service-gauges.ts';
import { poison, startNotes, writeNote, type NoteService } from './notes.samples.ts';

const now = '2026-03-01T09:00:00.000Z';
/** What does not answer at the moment. */
const away = { leases: false, log: false, rows: false };
let relayStalledMs: number;
let folder: TemporaryFolder;
let service: NoteService;
let count: number;

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
