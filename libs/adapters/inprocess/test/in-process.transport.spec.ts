import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { partitionCount, partitionOf, type Batch, type Consumer, type EventTransport, type Log } from '@zhitong/eventing';
import { createInProcessTransport, type InProcessOptions } from '@zhitong/inprocess';
import { recorded, Recorder } from '@zhitong/testing/contracts/event-transport.fixture.ts';
import { eventually } from '@zhitong/testing/eventually.ts';
import { MemoryLog } from './memory-log.ts';

describe('the transport inside the process', () => {
  let ordered: MemoryLog;
  let transport: EventTransport;
  const warnings: string[] = [];
  const log: Log = {
    info: () => undefined,
    warn: (fields) => warnings.push('error' in fields ? String(fields.error) : ''),
    error: () => undefined,
  };
  const open = (options: Partial<InProcessOptions> = {}) => {
    transport = createInProcessTransport([ordered], { restricted: () => false, log, backoff: { minMs: 1, maxMs: 5 }, ...options });
  };
  const consume = (consumer: Partial<Consumer>) =>
    transport.consume({
      group: 'live',
      topics: ['organizations'],
      resume: () => Promise.resolve(0),
      handle: (batch) => Promise.resolve(batch.nextOffset),
      ...consumer,
    });
  const commit = (stream: string, first: number, count: number) => ordered.append(Array.from({ length: count }, (_, at) => recorded(stream, first + at)));

  beforeEach(() => {
    ordered = new MemoryLog('organizations');
    warnings.length = 0;
  });
  afterEach(() => transport.close());

  it('asks where all partitions begin before it waits for an answer', async () => {
    open();
    const asked = new Set<number>();
    const known = Promise.withResolvers<number>();
    await consume({ resume: (_topic, partition) => (asked.add(partition), known.promise) });
    await eventually(() => asked.size === partitionCount);
    known.resolve(0);
  });

  it('cuts batches between commits, never inside one', async () => {
    open({ batchEvents: 5 });
    for (let n = 0; n < 4; n++) commit('organizations.directive-a', 1 + 2 * n, 2);
    commit('organizations.directive-a', 9, 9);
    const recorder = new Recorder();
    await consume(recorder.consumer());
    await eventually(() => recorder.events.length === 17);
    expect(recorder.batches.map(({ messages }) => messages.length)).toEqual([4, 4, 9]);
    expect(recorder.versionsOf('organizations.directive-a')).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    for (const { messages, nextOffset } of recorder.batches) expect(nextOffset).toBeGreaterThan(messages.at(-1)?.offset ?? Infinity);
  });

  it('lets other work run while it reads one chunk', async () => {
    open();
    for (let n = 0; n < 1_000; n++) commit('organizations.directive-a', 1 + n, 1);
    const read = ordered.read.bind(ordered);
    let turn = 0;
    const turns: number[] = [];
    ordered.read = (after, limit) => {
      turns.push(turn);
      setImmediate(() => (turn += 1));
      return read(after, limit);
    };
    const recorder = new Recorder();
    await consume(recorder.consumer());
    await eventually(() => recorder.events.length === 1_000);
    expect(recorder.versionsOf('organizations.directive-a')).toEqual(Array.from({ length: 1_000 }, (_, at) => at + 1));
    expect(new Set(turns.slice(0, 5)).size).toBe(5);
  });

  it('reads a long log in chunks and lets other work run between batches', async () => {
    open({ chunkCommits: 50 });
    for (let n = 0; n < 1_000; n++) commit(`organizations.directive-${n % 40}`, 1 + Math.floor(n / 40), 1);
    let turns = 0;
    let counting = true;
    const count = () => {
      turns += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const recorder = new Recorder();
    await consume(recorder.consumer());
    await eventually(() => recorder.events.length === 1_000);
    counting = false;
    expect(turns).toBeGreaterThan(recorder.batches.length / 2);
    expect(ordered.reads).toBeGreaterThanOrEqual(20);
  });

  it('tells a partition that fell behind when it stands at the end again, also when the last events are for others', async () => {
    open({ chunkCommits: 10 });
    const last = new Map<number, Batch>();
    await consume({ handle: (batch) => Promise.resolve(last.set(batch.partition, batch)).then(() => batch.nextOffset) });
    await eventually(() => last.size === partitionCount);
    for (let n = 0; n < 100; n++) commit(`organizations.directive-${n}`, 1, 1);
    for (let n = 0; n < 100; n++) commit('organizations.directive-last', n + 1, 1);
    const end = ordered.head() + 1;
    await eventually(() => expect(last.get(partitionOf('organizations.directive-last'))?.nextOffset).toBe(end));
    await eventually(() => expect(new Set([...last.values()].map(({ nextOffset, highWatermark }) => highWatermark - nextOffset))).toEqual(new Set([0])));
  });

  it('tells each partition once that it stands at the end, also without a message', async () => {
    open();
    commit('organizations.directive-a', 1, 1);
    const batches: Batch[] = [];
    await consume({ handle: (batch) => Promise.resolve(batches.push(batch)).then(() => batch.nextOffset) });
    await eventually(() => batches.length === partitionCount);
    expect(batches.every(({ nextOffset, highWatermark }) => nextOffset === 2 && highWatermark === 2)).toBe(true);
    commit('organizations.directive-a', 2, 1);
    await eventually(() => batches.length > partitionCount);
    expect(batches).toHaveLength(partitionCount + 1);
    expect(batches.at(-1)?.partition).toBe(partitionOf('organizations.directive-a'));
  });

  it('moves the checkpoint of a silent partition before it falls far behind', async () => {
    open({ silentOffsets: 100 });
    const nextOffsets = new Map<number, number>();
    await consume({
      handle: ({ partition, nextOffset }) => {
        nextOffsets.set(partition, nextOffset);
        return Promise.resolve(nextOffset);
      },
    });
    await eventually(() => nextOffsets.size === partitionCount);
    for (let n = 0; n < 300; n++) {
      commit('organizations.directive-a', n + 1, 1);
      if (n % 10 === 0) await new Promise(setImmediate);
    }
    await eventually(() => expect(Math.min(...nextOffsets.values())).toBeGreaterThan(ordered.head() - 100));
  });

  it('lets a partition that failed for long catch up without holding the others', async () => {
    open({ chunkCommits: 10 });
    const stuck = partitionOf('organizations.directive-stuck');
    const lively = ['a', 'b', 'c', 'd'].find((id) => partitionOf(`organizations.directive-${id}`) !== stuck) ?? '';
    commit('organizations.directive-stuck', 1, 1);
    const recorder = new Recorder();
    let away = true;
    const consumption = await consume(
      recorder.consumer(({ partition }) => {
        if (away && partition === stuck) throw new Error('the store is away');
      }),
    );
    for (let n = 1; n <= 100; n++) commit(`organizations.directive-${lively}`, n, 1);
    await eventually(() => recorder.versionsOf(`organizations.directive-${lively}`).length === 100);
    commit('organizations.directive-stuck', 2, 1);
    expect(consumption.stalledFor()).toBeGreaterThan(0);
    away = false;
    await eventually(() => expect(recorder.versionsOf('organizations.directive-stuck')).toEqual([1, 2]));
    await eventually(() => expect(consumption.stalledFor()).toBe(0));
    expect(recorder.versionsOf(`organizations.directive-${lively}`)).toHaveLength(100);
  });

  it('hands over nothing behind a batch that failed', async () => {
    open({ batchEvents: 1 });
    for (let n = 1; n <= 5; n++) commit('organizations.directive-a', n, 1);
    const recorder = new Recorder();
    let failures = 3;
    await consume(
      recorder.consumer(({ messages }) => {
        if (messages.length > 0 && recorder.events.length === 1 && failures-- > 0) throw new Error('the store is away');
      }),
    );
    await eventually(() => expect(recorder.versionsOf('organizations.directive-a')).toEqual([1, 2, 3, 4, 5]));
  });

  it('gives a partition to another member only after the batch in work', async () => {
    open();
    commit('organizations.directive-a', 1, 1);
    const steps: string[] = [];
    const gate = Promise.withResolvers<void>();
    const held: Batch[] = [];
    await consume({
      handle: async (batch) => {
        held.push(batch);
        await gate.promise;
        steps.push('old owner ends');
        return batch.nextOffset;
      },
    });
    await eventually(() => held.length === 1);
    await consume({
      resume: () => {
        steps.push('new owner begins');
        return Promise.resolve(0);
      },
    });
    await eventually(() => held[0]?.isStale() ?? false);
    for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate);
    gate.resolve();
    await eventually(() => steps.includes('new owner begins'));
    expect(steps[0]).toBe('old owner ends');
  });

  it('asks again when the checkpoint cannot be read', async () => {
    open();
    commit('organizations.directive-a', 1, 1);
    let outages = 30;
    const recorder = new Recorder();
    await consume({
      ...recorder.consumer(),
      resume: () => (outages-- > 0 ? Promise.reject(new Error('the store is away')) : Promise.resolve(0)),
    });
    await eventually(() => recorder.events.length === 1);
  });

  it('asks again when the log cannot be read, and is behind meanwhile also where nothing waits', async () => {
    open();
    const recorder = new Recorder();
    commit('organizations.directive-a', 1, 1);
    const consumption = await consume(recorder.consumer());
    await eventually(() => recorder.events.length === 1);
    const read = ordered.read.bind(ordered);
    let outages = 3;
    ordered.read = (after, limit) => {
      if (outages-- > 0) throw new Error('the disk is away');
      return read(after, limit);
    };
    commit('organizations.directive-a', 2, 1);
    await eventually(() => warnings.length > 0);
    expect(consumption.stalledFor()).toBeGreaterThan(0);
    await eventually(() => recorder.events.length === 2);
    expect(warnings).toEqual(Array.from({ length: 3 }, () => 'Error: the disk is away'));
    await eventually(() => expect(consumption.stalledFor()).toBe(0));
    await eventually(async () => {
      const reads = ordered.reads;
      for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
      expect(ordered.reads).toBe(reads);
    });
  });

  it('names a checkpoint beyond the end of the log', async () => {
    open();
    await consume({ resume: () => Promise.resolve(77) });
    await eventually(() => expect(warnings).toContainEqual(expect.stringMatching(/checkpoint 77 of organizations\/\d+ lies beyond the end 1/)));
  });

  it('refuses an answer beyond the batch', async () => {
    open();
    commit('organizations.directive-a', 1, 1);
    await consume({ handle: (batch) => Promise.resolve(batch.nextOffset + 1) });
    await eventually(() => expect(warnings).toContainEqual(expect.stringContaining('went on to')));
  });
});
