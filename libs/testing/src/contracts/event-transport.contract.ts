import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventId, partitionCount, partitionOf, type Batch, type Consumer, type Consumption, type EventTransport, type RecordedEvent } from '@zhitong/eventing';
import { eventually } from '../eventually.ts';
import { Checkpoints, recorded, Recorder, spread } from './event-transport.fixture.ts';
import { readingCases } from './event-transport.readings.ts';

export interface OpenedTransport {
  readonly transport: EventTransport;
  /** Events of context `organizations`: each call is one commit for streams of the open and of the restricted topic. */
  publish(events: readonly RecordedEvent[]): Promise<void>;
  /** Puts bytes that are no event under the key of a stream, where the transport can carry such a thing. */
  plantMalformed?(stream: string): Promise<void>;
  /** Streams of this category are on the restricted topic. */
  readonly restrictedCategory: string;
  close(): Promise<void>;
}

/** What every {@link EventTransport} promises. `carriesBytes`: its messages can be malformed, {@link OpenedTransport.plantMalformed} is there. */
export function eventTransportContract(name: string, open: () => Promise<OpenedTransport>, { carriesBytes = false } = {}): void {
  readingCases(name, open);

  describe(`${name} as an event transport`, () => {
    let opened: OpenedTransport;
    const consumptions: Consumption[] = [];

    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await Promise.all(consumptions.splice(0).map((consumption) => consumption.stop()));
      await opened.close();
    });

    const publish = (...events: readonly RecordedEvent[]) => opened.publish(events);
    async function consume(consumer: Partial<Consumer> & Pick<Consumer, 'handle'>): Promise<Consumption> {
      const consumption = await opened.transport.consume({
        group: 'organizations-live',
        topics: ['organizations'],
        resume: () => Promise.resolve(0),
        ...consumer,
      });
      consumptions.push(consumption);
      return consumption;
    }

    it('delivers what was published before and after, each stream in order on its partition', async () => {
      const history = spread(12, 5);
      await publish(...history.slice(0, 40));
      const recorder = new Recorder();
      await consume(recorder.consumer());
      await eventually(() => recorder.events.length >= 40);
      await publish(...history.slice(40));
      await eventually(() => recorder.events.length >= 60);
      expect(recorder.events).toHaveLength(60);
      for (const stream of new Set(history.map((event) => event.stream))) {
        expect(recorder.versionsOf(stream)).toEqual([1, 2, 3, 4, 5]);
        expect(recorder.partitionsOf(stream)).toEqual([partitionOf(stream)]);
      }
    });

    it('delivers each event whole, in any script', async () => {
      const event = recorded('organizations.directive-目录_😀', 1, { title: '“直通” – ünïcödé 😀', nested: { list: [1, null, 'ж'] }, empty: '' });
      const full: RecordedEvent = {
        ...event,
        onBehalfOf: 'per_秘书',
        organizationId: 'org_市委',
        causationId: 'evt_0',
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      };
      await publish(event, { ...full, version: 2 });
      const recorder = new Recorder();
      await consume(recorder.consumer());
      await eventually(() => recorder.events.length === 2);
      expect(recorder.events).toEqual([event, { ...full, version: 2 }]);
    });

    it('describes a batch by where it begins, where to go on and where the partition ends', async () => {
      await publish(...spread(30, 4));
      const recorder = new Recorder();
      await consume(recorder.consumer());
      await eventually(() => recorder.events.length === 120);
      for (const { firstOffset, nextOffset, highWatermark, messages, logEpoch } of recorder.batches) {
        expect(logEpoch).toBe(1);
        expect(nextOffset).toBeLessThanOrEqual(highWatermark);
        expect(messages.every(({ offset }) => offset >= firstOffset && offset < nextOffset)).toBe(true);
        expect(messages.length).toBeLessThanOrEqual(500);
      }
      const ends = await opened.transport.ends('organizations');
      expect(ends).toHaveLength(partitionCount);
      await eventually(() => {
        for (const [partition, next] of recorder.positions()) expect(next).toBe(ends[partition]);
      });
    });

    it('keeps restricted streams on a topic of their own', async () => {
      const open = recorded('organizations.directive-a', 1);
      const secret = recorded(`organizations.${opened.restrictedCategory}-a`, 1);
      await publish(open);
      await publish(secret);
      const recorder = new Recorder();
      const restricted = new Recorder();
      await consume({ ...recorder.consumer(), group: 'open' });
      await consume({ ...restricted.consumer(), group: 'secret', topics: ['organizations.restricted'] });
      await eventually(() => recorder.events.length + restricted.events.length >= 2);
      expect(recorder.events).toEqual([open]);
      expect(restricted.events).toEqual([secret]);
    });

    it('delivers each event once across stops, from the stored checkpoint', async () => {
      const history = spread(8, 20);
      const checkpoints = new Checkpoints();
      const recorder = new Recorder();
      for (let part = 0; part < 4; part++) {
        await publish(...history.slice(part * 40, part * 40 + 40));
        const consumption = await consume(checkpoints.guard(recorder.consumer()));
        await eventually(() => recorder.events.length >= part * 40 + 40);
        await consumption.stop();
      }
      expect(recorder.events.map(eventId).sort()).toEqual(history.map(eventId).sort());
    });

    it('believes the checkpoint, not what the group has read', async () => {
      await publish(...spread(6, 3));
      const first = new Recorder();
      const consumption = await consume(first.consumer());
      await eventually(() => first.events.length === 18);
      await consumption.stop();
      const again = new Recorder();
      await consume(again.consumer());
      await eventually(() => again.events.length === 18);
    });

    it('hands over nothing while a checkpoint lies beyond the end, and says that it stalls', async () => {
      await publish(...spread(6, 1));
      const recorder = new Recorder();
      const consumption = await consume({ ...recorder.consumer(), resume: () => Promise.resolve(1_000_000) });
      await eventually(() => consumption.stalledFor() > 300);
      expect(recorder.events).toEqual([]);
    });

    it('hands a batch over again after a failure, while other partitions go on', async () => {
      const stuck = recorded('organizations.directive-stuck', 1);
      const others = spread(10, 2).filter(({ stream }) => partitionOf(stream) !== partitionOf(stuck.stream));
      await publish(stuck, ...others);
      const recorder = new Recorder();
      let failures = 0;
      const consumption = await consume(
        recorder.consumer(
          (batch) => {
            if (batch.partition !== partitionOf(stuck.stream) || batch.messages.length === 0 || recorder.events.length < others.length) return;
            if (++failures <= 2) throw new Error('the store is away');
          },
          (batch) => batch.partition === partitionOf(stuck.stream) && recorder.events.length < others.length,
        ),
      );
      await eventually(() => recorder.events.length === others.length + 1);
      expect(failures).toBe(3);
      expect(recorder.versionsOf(stuck.stream)).toEqual([1]);
      await eventually(() => consumption.stalledFor() < 2_000);
    });

    it('reads again from a lower offset when asked to', async () => {
      await publish(recorded('organizations.directive-a', 1));
      const recorder = new Recorder();
      let first = true;
      await consume({
        handle: async (batch) => {
          await recorder.take(batch);
          if (!first || batch.messages.length === 0) return batch.nextOffset;
          first = false;
          return batch.firstOffset;
        },
      });
      await eventually(() => expect(recorder.versionsOf('organizations.directive-a')).toEqual([1, 1]));
    });

    it('asks for the place anew on a rewind', async () => {
      await publish(...spread(5, 2));
      const recorder = new Recorder();
      const consumption = await consume(recorder.consumer());
      await eventually(() => recorder.events.length === 10);
      await consumption.rewind();
      await eventually(() => recorder.events.length === 20);
      expect(recorder.events.slice(10).map(eventId).sort()).toEqual(recorder.events.slice(0, 10).map(eventId).sort());
    });

    it('shares the partitions of a group between its members and loses nothing when they change', async () => {
      const history = spread(40, 6);
      const checkpoints = new Checkpoints();
      const one = new Recorder();
      const two = new Recorder();
      const both = () => [...one.events, ...two.events];
      await publish(...history.slice(0, 80));
      await consume(checkpoints.guard(one.consumer()));
      await eventually(() => both().length >= 80);
      const second = await consume(checkpoints.guard(two.consumer()));
      // A member that has joined gets its share of what comes next; the first round may still go to the old owner.
      let sent = 80;
      await eventually(async () => {
        if (sent < 160) await publish(...history.slice(sent, (sent += 1)));
        return two.batches.length > 0;
      }, 30_000);
      await publish(...history.slice(sent, 200));
      await eventually(() => checkpoints.stored(history.slice(0, 200)));
      await second.stop();
      await publish(...history.slice(200));
      await eventually(() => checkpoints.stored(history), 30_000);
      expect(checkpoints.regressions).toEqual([]);
    });

    it('lets the owner of a batch see that it was taken away', async () => {
      await publish(recorded('organizations.directive-held', 1));
      const held: Batch[] = [];
      let gaveUp = 0;
      await consume({
        handle: async (batch) => {
          if (batch.messages.length === 0) return batch.nextOffset;
          held.push(batch);
          await eventually(async () => {
            await batch.heartbeat();
            return batch.isStale();
          }, 30_000);
          gaveUp += 1;
          throw new Error('no longer mine');
        },
      });
      await eventually(() => held.length === 1);
      expect(held[0]?.isStale()).toBe(false);
      await consume({ handle: (batch) => Promise.resolve(batch.nextOffset) });
      await eventually(() => gaveUp >= 1, 30_000);
    });

    it('ends with the batch in work', async () => {
      await publish(...spread(6, 1));
      const recorder = new Recorder();
      const gate = Promise.withResolvers<void>();
      let working = 0;
      const batches: Batch[] = [];
      const consumption = await consume({
        handle: async (batch) => {
          working += 1;
          batches.push(batch);
          await gate.promise;
          await recorder.take(batch);
          working -= 1;
          return batch.nextOffset;
        },
      });
      await eventually(() => batches.length > 0);
      let ended = false;
      const stopped = consumption.stop().then(() => (ended = true));
      await eventually(() => batches.every((batch) => batch.isStale()));
      expect(ended).toBe(false);
      gate.resolve();
      await stopped;
      const started = batches.length;
      expect(working).toBe(0);
      await publish(recorded('organizations.directive-late', 1));
      await opened.transport.ends('organizations');
      expect(batches).toHaveLength(started);
    });

    if (carriesBytes)
      it('does not stop for bytes that are no event', async () => {
        const stream = 'organizations.directive-odd';
        await publish(recorded(stream, 1));
        await opened.plantMalformed?.(stream);
        await publish(recorded(stream, 2), ...spread(4, 1));
        const recorder = new Recorder();
        await consume(recorder.consumer());
        await eventually(() => recorder.events.length === 6);
        expect(recorder.malformed).toEqual([{ stream, reason: expect.any(String), raw: expect.any(String) }]);
        expect(recorder.versionsOf(stream)).toEqual([1, 2]);
      });

    it('does not know a topic of another name', async () => {
      await expect(consume({ topics: ['weather'], handle: (batch) => Promise.resolve(batch.nextOffset) })).rejects.toThrow('weather');
    });
  });
}
