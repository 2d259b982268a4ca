import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { defineStream, StoreUnavailable, StreamHandler, type EventStore, type NewCommit, type StreamType } from '@zhitong/eventing';
import { openSqliteEventStore } from '@zhitong/sqlite';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { counter, metadata, type Add, type Added } from './counter.samples.ts';

let folder: TemporaryFolder;
let store: EventStore;
beforeEach(() => {
  folder = temporaryFolder();
  store = openSqliteEventStore({ file: folder.file('log.db'), context: 'organizations', epoch: 1 });
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

let count = 0;
const request = (amount: number, more: { commandId?: string; bodyHash?: string; ifVersion?: number; by?: string } = {}) => {
  const { by, ...rest } = more;
  return { id: 'c1', command: { amount, ...(by === undefined ? {} : { by }) }, commandId: `cmd-${++count}`, bodyHash: `add ${amount}`, metadata, ...rest };
};
const stream = 'organizations.counter-c1';
/** Long, and therefore kept in memory. */
const openEnded = defineStream<number, Add, Added>({
  ...counter,
  keepInMemory: true,
  decider: { ...counter.decider, decide: (_sum, { amount }) => [{ type: 'Added', data: { amount, by: '' } }] },
});
const wrapped = (own: Partial<EventStore>): EventStore => ({
  context: store.context,
  append: (commit) => store.append(commit),
  appendAll: (commits) => store.appendAll(commits),
  load: (name, from) => store.load(name, from),
  findCommit: (name, id) => store.findCommit(name, id),
  close: () => Promise.resolve(),
  ...own,
});
const add = (handler: StreamHandler, ...args: Parameters<typeof request>) => handler.handle(counter, request(...args));

describe('REL-03 writers that race on one stream', () => {
  it('each get a version of their own, and the losers decide again on what the winners wrote', async () => {
    const handlers = [new StreamHandler(store), new StreamHandler(store)];
    const outcomes = await Promise.allSettled(handlers.flatMap((handler) => Array.from({ length: 16 }, () => add(handler, 5))));
    const versions = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.version] : []));
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
    const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason.code] : []));
    expect(refusals).toEqual(new Array(12).fill('CEILING_EXCEEDED'));
    expect((await store.load(stream)).map(({ version }) => version)).toEqual(versions);
  });

  it.each([2, 16, 256])(
    'are told nothing but a receipt or CONFLICT, and no version is won twice: %i writers, 2,000 commands',
    async (writers) => {
      const handlers = [new StreamHandler(store), new StreamHandler(store)];
      const won: number[] = [];
      let conflicts = 0;
      const writer = async (nth: number) => {
        for (let sent = 0; sent < Math.ceil(2_000 / writers); sent++) {
          const outcome = await Promise.allSettled([handlers[nth % 2]?.handle(openEnded, request(1))]);
          if (outcome[0].status === 'fulfilled') won.push(outcome[0].value?.version ?? 0);
          else if (outcome[0].reason.code === 'CONFLICT') conflicts++;
          else throw outcome[0].reason;
        }
      };
      await Promise.all(Array.from({ length: writers }, (_, nth) => writer(nth)));
      expect(won.length + conflicts).toBeGreaterThanOrEqual(2_000);
      expect(won.sort((a, b) => a - b)).toEqual(Array.from({ length: won.length }, (_, at) => at + 1));
      expect((await store.load(stream)).map(({ version }) => version)).toEqual(won);
    },
    60_000,
  );

  it('are refused with CONFLICT after eight lost races, with nothing written', async () => {
    let appends = 0;
    const handler = new StreamHandler(wrapped({ append: () => Promise.resolve({ outcome: 'conflict', tries: ++appends }) }));
    await expect(add(handler, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([appends, await store.load(stream)]).toEqual([8, []]);
  });

  it('let work on other streams pass', async () => {
    const never = new StreamHandler(wrapped({ load: (name) => (name === stream ? new Promise(() => undefined) : store.load(name)) }));
    void add(never, 1);
    expect(await never.handle(counter, { ...request(1), id: 'c2' })).toMatchObject({ version: 1 });
  });
});

describe('REL-02 a command that is sent again', () => {
  it('gets the first receipt, one after the other and at the same time', async () => {
    const handler = new StreamHandler(store);
    const twin = request(7);
    const [first, second] = await Promise.all([handler.handle(counter, twin), new StreamHandler(store).handle(counter, twin)]);
    const third = await handler.handle(counter, twin);
    expect([second, third]).toEqual([first, first]);
    expect(await store.load(stream)).toHaveLength(1);
  });

  it('gets the first receipt after a lost reply, also when the rules would refuse it now', async () => {
    const lost = async (commit: NewCommit) => {
      await store.append(commit);
      throw new StoreUnavailable('no reply');
    };
    const twin = request(60);
    await expect(new StreamHandler(wrapped({ append: lost })).handle(counter, twin)).rejects.toThrow(StoreUnavailable);
    const handler = new StreamHandler(store);
    await add(handler, 40);
    expect(await handler.handle(counter, { ...twin, ifVersion: 0 })).toMatchObject({ version: 1, stream });
    expect(await store.load(stream)).toHaveLength(2);
  });

  it('gets the first receipt when its twin wins between loading and appending', async () => {
    const twin = request(60);
    let raced = false;
    const load: EventStore['load'] = async (name, from) => {
      const events = await store.load(name, from);
      if (!raced) {
        raced = true;
        await new StreamHandler(store).handle(counter, twin);
      }
      return events;
    };
    expect(await new StreamHandler(wrapped({ load })).handle(counter, twin)).toMatchObject({ version: 1 });
    expect(await store.load(stream)).toHaveLength(1);
  });
});

describe('REL-07 commands that wait for the same stream while the store is away', () => {
  it('are all told at once, and those that come later ask anew', async () => {
    const { promise: away, reject } = Promise.withResolvers<never>();
    let loads = 0;
    const handler = new StreamHandler(wrapped({ load: (name, from) => (++loads === 1 ? away : store.load(name, from)) }));
    const waiting = Promise.allSettled(Array.from({ length: 5 }, () => add(handler, 1)));
    reject(new StoreUnavailable('away'));
    const outcomes = await waiting;
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason.name)).toEqual(new Array(5).fill('StoreUnavailable'));
    expect(loads).toBe(1);
    expect(await add(handler, 1)).toMatchObject({ version: 1 });
  });

  it('do not share a refusal', async () => {
    const handler = new StreamHandler(store);
    const [refused, taken] = await Promise.allSettled([add(handler, 101), add(handler, 1)]);
    expect(refused).toMatchObject({ reason: { code: 'CEILING_EXCEEDED' } });
    expect(taken).toMatchObject({ value: { version: 1 } });
  });
});

describe('REL-04 an idempotency key', () => {
  it('is bound to the body it came with', async () => {
    const handler = new StreamHandler(store);
    await add(handler, 1, { commandId: 'key' });
    await expect(add(handler, 2, { commandId: 'key' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    await expect(add(handler, 0, { commandId: 'key' })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
  it('that comes twice at once, by two processes, is one command with one receipt: 1,000 pairs', async () => {
    const [here, there] = [new StreamHandler(store), new StreamHandler(store)];
    const pairs = Array.from({ length: 1_000 }, (_, nth) => ({ ...request(1), id: `pair${nth % 50}` }));
    const receipts = await Promise.all(pairs.map((twin) => Promise.all([here.handle(openEnded, twin), there.handle(openEnded, twin)])));
    for (const [first, second] of receipts) expect(second).toEqual(first);
    const stored = await Promise.all(Array.from({ length: 50 }, (_, nth) => store.load(`organizations.counter-pair${nth}`)));
    expect(
      stored
        .flat()
        .map(({ commandId }) => commandId)
        .sort(),
    ).toEqual(pairs.map(({ commandId }) => commandId).sort());
  }, 60_000);

  it('may be used again after a refusal', async () => {
    const handler = new StreamHandler(store);
    await expect(add(handler, 101, { commandId: 'key' })).rejects.toMatchObject({ code: 'CEILING_EXCEEDED' });
    await expect(add(handler, 101, { commandId: 'key' })).rejects.toMatchObject({ code: 'CEILING_EXCEEDED' });
    expect(await add(handler, 1, { commandId: 'key' })).toMatchObject({ version: 1 });
  });
});

describe('a decision', () => {
  it('that finds nothing to do leaves the version as it is', async () => {
    const handler = new StreamHandler(store);
    await add(handler, 5);
    expect(await add(handler, 0)).toEqual({ stream, version: 1, warnings: [] });
  });
  it('is refused with STALE_VERSION on another version than the caller saw', async () => {
    const handler = new StreamHandler(store);
    await add(handler, 5);
    await expect(add(handler, 5, { ifVersion: 0 })).rejects.toMatchObject({ code: 'STALE_VERSION', details: { expected: 0, actual: 1 } });
    expect(await add(handler, 5, { ifVersion: 1 })).toMatchObject({ version: 2 });
  });
  it('console 3.3 GW-03 a stale version is told when others changed it since, and for which organization they acted', async () => {
    const handler = new StreamHandler(store);
    const { version } = await add(handler, 5);
    await handler.handle(counter, { ...request(5), metadata: { ...metadata, organizationId: 'org_street' } });
    await add(handler, 5);
    const known = await store.load(stream);
    const changedAt = known.slice(version).map(({ recordedAt }) => recordedAt);
    const stale = (ifVersion: number) => add(handler, 5, { ifVersion });
    await expect(stale(version)).rejects.toMatchObject({ details: { changedAt, changedFor: ['org_street', ''] } });
    await expect(stale(9)).rejects.toMatchObject({ details: { expected: 9, actual: 3, changedAt: [], changedFor: [] } });
    for (let more = 0; more < 30; more++) await add(handler, 1);
    const newest = (await store.load(stream)).slice(-20).map(({ recordedAt }) => recordedAt);
    await expect(stale(0)).rejects.toMatchObject({ details: { changedAt: newest } });
  });
  it('is not made on half a state', async () => {
    await store.append({ stream, expectedVersion: 0, events: [{ type: 'Multiplied', data: {} }], commandId: 'x', bodyHash: '', metadata });
    await expect(add(new StreamHandler(store), 1)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  });
  it('sees old events in the shape of today', async () => {
    await store.append({ stream, expectedVersion: 0, events: [{ type: 'Increased', data: { by: 99 } }], commandId: 'x', bodyHash: '', metadata });
    const upcasting: StreamType<number, Add, Added> = defineStream({
      ...counter,
      upcast: (event) => (event.type === 'Increased' ? { type: 'Added', data: { amount: 99, by: '' } } : event),
    });
    const handler = new StreamHandler(store);
    expect(await handler.load(upcasting, 'c1')).toMatchObject({ state: 99, version: 1 });
    await expect(handler.handle(upcasting, request(2))).rejects.toMatchObject({ code: 'CEILING_EXCEEDED' });
  });
});

describe('a stream that is kept in memory', () => {
  const kept = defineStream({ ...counter, keepInMemory: true });
  it('is decided on with what another instance wrote in between', async () => {
    const [here, there] = [new StreamHandler(store), new StreamHandler(store)];
    const first = request(50);
    await here.handle(kept, first);
    await there.handle(kept, request(45));
    await expect(here.handle(kept, request(10))).rejects.toMatchObject({ code: 'CEILING_EXCEEDED' });
    expect(await here.handle(kept, request(5))).toMatchObject({ version: 3 });
    expect(await here.handle(kept, first)).toMatchObject({ version: 1 });
    expect(await here.load(kept, 'c1')).toMatchObject({ state: 100, version: 3 });
  });
  it('is read from the log once and then only where it grew', async () => {
    const asked: (number | undefined)[] = [];
    const handler = new StreamHandler(wrapped({ load: (name, from) => (asked.push(from), store.load(name, from)) }));
    for (const amount of [1, 2, 3]) await handler.handle(kept, request(amount));
    expect(asked).toEqual([1, 2, 3]);
  });
  it('is told as it was known at an instant, and remembered as it is', async () => {
    const instant = (version: number) => `2026-03-0${String(version)}T09:00:00.000Z`;
    const recordedDaily: EventStore['load'] = async (name, from) =>
      (await store.load(name, from)).map((event) => ({ ...event, recordedAt: instant(event.version) }));
    const handler = new StreamHandler(wrapped({ load: recordedDaily }));
    for (const amount of [1, 2, 3]) await handler.handle(kept, request(amount));
    expect(await handler.load(kept, 'c1', instant(2))).toEqual({ state: 3, version: 2 });
    expect(await handler.load(kept, 'c1', '2026-02-28T09:00:00.000Z')).toEqual({ state: 0, version: 0 });
    expect(await handler.load(kept, 'c1')).toMatchObject({ state: 6, version: 3 });
  });
});
