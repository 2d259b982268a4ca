import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { partitionCount, partitionOf, Reading, silentLog, type Batch, type Checkpoint, type Subscription, type SubscriptionPaused } from '@zhitong/eventing';
import { eventually } from '../eventually.ts';
import type { OpenedTransport } from './event-transport.contract.ts';
import { recorded } from './event-transport.fixture.ts';

const stream = 'organizations.directive-a';

/** Stands at one place of every partition and keeps the versions it is given. */
class Standing implements Subscription {
  readonly kind = 'projection';
  readonly name = 'standing';
  readonly topics = ['organizations'];
  readonly versions: number[] = [];
  paused: SubscriptionPaused | undefined;
  constructor(private readonly checkpoint: Checkpoint) {}
  position = () => Promise.resolve(this.checkpoint);
  take({ messages, nextOffset: offset, logEpoch }: Batch): Promise<Checkpoint> {
    for (const message of messages) if ('event' in message) this.versions.push(message.event.version);
    return Promise.resolve({ offset, part: 0, logEpoch });
  }
  again = () => Promise.resolve({});
  forget = () => undefined;
  pause(reason: SubscriptionPaused) {
    this.paused = reason;
  }
  resume() {
    this.paused = undefined;
  }
  status() {
    return { name: this.name, kind: this.kind, state: 'running', handled: this.versions.length, positions: {} } as const;
  }
}

/** What the one consumer of a service finds on every transport: its checkpoint is compared with the log, gaps are mended from it. */
export function readingCases(name: string, open: () => Promise<OpenedTransport>): void {
  describe(`${name} under a reading`, () => {
    let opened: OpenedTransport;
    let reading: Reading | undefined;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => {
      await reading?.stop();
      await opened.close();
    });

    async function read(checkpoint: Checkpoint, logEpoch: number): Promise<Standing> {
      const standing = new Standing(checkpoint);
      reading = new Reading({
        group: 'organizations-reading',
        transport: opened.transport,
        subscriptions: [standing],
        log: silentLog,
        logEpoch,
        history: (of, from) => Promise.resolve([1, 2, 3].filter((version) => version >= from).map((version) => recorded(of, version))),
        leave: () => true,
      });
      await reading.start();
      return standing;
    }

    it('REL-37 stops at a checkpoint of another log epoch', async () => {
      await opened.publish([recorded(stream, 1)]);
      const standing = await read({ offset: 1, part: 0, logEpoch: 1 }, 2);
      await eventually(() => standing.paused?.message.includes('in log epoch 1, which now has epoch 2'));
      expect(standing.versions).toEqual([]);
    });

    it('REL-37 stops at a checkpoint beyond the end of the partition: damage, not a jump', async () => {
      await opened.publish([recorded(stream, 1)]);
      const standing = await read({ offset: 1_000_000, part: 0, logEpoch: 1 }, 1);
      await eventually(() => standing.paused?.message.includes('up to 1000000, beyond its end'));
      expect(standing.versions).toEqual([]);
    });

    it('REL-21 gets what the topic lacks from the log, in order', async () => {
      await opened.publish([recorded(stream, 1)]);
      await opened.publish([recorded(stream, 3)]);
      const standing = await read({ offset: 0, part: 0, logEpoch: 1 }, 1);
      await eventually(() => expect(standing.versions).toEqual([1, 2, 3]));
      expect(reading?.fetched).toBe(1);
    });

    it('knows where every partition begins and ends', async () => {
      await opened.publish([recorded(stream, 1)]);
      const [starts, ends] = await Promise.all([opened.transport.starts('organizations'), opened.transport.ends('organizations')]);
      expect(starts).toEqual(new Array(partitionCount).fill(0));
      expect(ends[partitionOf(stream)]).toBeGreaterThan(0);
    });
  });
}
