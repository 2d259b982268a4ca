import { afterEach, describe, expect, it } from '@jest/globals';
import { createRelay, silentLog, systemClock, type RecordedEvent, type Relay, type RelayOptions } from '@zhitong/eventing';
import { eventually } from '@zhitong/testing/eventually.ts';
import { commitOf, FakeLeases, FakePublisher, FakeTail, seeded, streamsOf } from './relay-fakes.ts';

const running: Relay[] = [];

function relayOf(parts: Pick<RelayOptions, 'tail' | 'publisher' | 'leases'> & Partial<RelayOptions>): Relay {
  const relay = createRelay({
    owner: 'one',
    clock: systemClock,
    log: silentLog,
    topicOf: () => 'organizations',
    leaseMs: 300,
    backoff: { minMs: 1, maxMs: 4 },
    ...parts,
  });
  running.push(relay);
  return relay;
}

function setUp() {
  return { tail: new FakeTail(), publisher: new FakePublisher(), leases: new FakeLeases() };
}

const fakeTime = () => ({
  ms: 0,
  now(): string {
    return new Date(this.ms).toISOString();
  },
});

const ids = (events: readonly RecordedEvent[]) => events.map(({ stream, version }) => `${stream}@${version}`);

describe('the relay', () => {
  afterEach(async () => {
    await Promise.all(running.splice(0).map((relay) => relay.stop()));
  });

  it('passes on what was committed before and after its start, in order', async () => {
    const parts = setUp();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 2));
    relayOf(parts);
    await eventually(() => parts.publisher.sent.length === 2);
    parts.tail.commit(commitOf('organizations.directive-b', 1, 1), commitOf('organizations.directive-a', 3, 1));
    await eventually(() => parts.publisher.sent.length === 4);
    expect(ids(parts.publisher.sent)).toEqual([
      'organizations.directive-a@1',
      'organizations.directive-a@2',
      'organizations.directive-b@1',
      'organizations.directive-a@3',
    ]);
    await eventually(() => expect(parts.leases.savedToken()).toBe(3));
  });

  it('sends what is ready in one batch, never more than the limit and never half a commit', async () => {
    const parts = setUp();
    const gate = parts.publisher.hold();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    relayOf({ ...parts, batchEvents: 5 });
    await eventually(() => parts.publisher.calls === 1);
    for (let n = 0; n < 4; n++) parts.tail.commit(commitOf(`organizations.directive-${n}`, 1, 2));
    parts.tail.commit(commitOf('organizations.directive-long', 1, 9));
    await eventually(() => parts.tail.read === 6);
    gate.open();
    await eventually(() => parts.publisher.sent.length === 18);
    expect(parts.publisher.batches.map(({ events }) => events.length)).toEqual([1, 4, 4, 9]);
  });

  it('keeps open and restricted streams on their topics', async () => {
    const parts = setUp();
    parts.tail.commit(commitOf('members.care-a', 1, 1), commitOf('members.member-a', 1, 1), commitOf('members.care-a', 2, 1));
    relayOf({ ...parts, topicOf: (stream) => (stream.includes('.care-') ? 'members.restricted' : 'members') });
    await eventually(() => parts.publisher.sent.length === 3);
    expect(parts.publisher.batches.map(({ topic, events }) => [topic, ...ids(events)])).toEqual([
      ['members.restricted', 'members.care-a@1', 'members.care-a@2'],
      ['members', 'members.member-a@1'],
    ]);
  });

  it('repeats a failed send from the saved position and skips nothing', async () => {
    const parts = setUp();
    parts.publisher.failures = 3;
    parts.tail.commit(commitOf('organizations.directive-a', 1, 2), commitOf('organizations.directive-a', 3, 1));
    relayOf(parts);
    await eventually(() => parts.publisher.sent.length === 3);
    expect(ids(parts.publisher.sent)).toEqual(['organizations.directive-a@1', 'organizations.directive-a@2', 'organizations.directive-a@3']);
    expect(parts.publisher.calls).toBe(4);
    expect(parts.leases.epoch).toBe(4); // each attempt is a term of its own
  });

  it('saves nothing before the acknowledgement', async () => {
    const parts = setUp();
    const gate = parts.publisher.hold();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    relayOf(parts);
    await eventually(() => parts.publisher.calls === 1);
    expect(parts.leases.savedToken()).toBeUndefined();
    gate.open();
    await eventually(() => expect(parts.leases.savedToken()).toBe(1));
  });

  it('starts again where it stopped', async () => {
    const parts = setUp();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    const first = relayOf(parts);
    await eventually(() => expect(parts.leases.savedToken()).toBe(1));
    await first.stop();
    parts.tail.commit(commitOf('organizations.directive-a', 2, 1));
    relayOf({ ...parts, owner: 'two' });
    await eventually(() => parts.publisher.sent.length === 2);
    expect(ids(parts.publisher.sent)).toEqual(['organizations.directive-a@1', 'organizations.directive-a@2']);
  });

  it('starts at the beginning when a restore gave the log a new epoch', async () => {
    const parts = setUp();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    const first = relayOf(parts);
    await eventually(() => expect(parts.leases.savedToken()).toBe(1));
    await first.stop();
    parts.tail.epoch = 2;
    relayOf(parts);
    await eventually(() => parts.publisher.sent.length === 2);
  });

  it('moves the saved position on a heartbeat of a silent log', async () => {
    const parts = setUp();
    relayOf(parts);
    parts.tail.heartbeat();
    await eventually(() => expect(parts.leases.savedToken()).toBe(1));
    expect(parts.publisher.calls).toBe(0);
  });

  it('REL-13 loses its checkpoint write once a successor has the lease, and steps back', async () => {
    const parts = setUp();
    const gate = parts.publisher.hold();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    const zombie = relayOf(parts);
    await eventually(() => parts.publisher.calls === 1);
    parts.leases.takeOver('two');
    gate.open();
    await eventually(() => expect(parts.leases.refusedSaves).toBe(1));
    await eventually(() => parts.leases.refusedAcquires > 0);
    expect(parts.leases.savedToken()).toBeUndefined();
    await zombie.stop();
    expect(parts.leases.holder).toBe('two');
  });

  it('REL-13 sends nothing more after a refused checkpoint, however long its own lease still seems to run', async () => {
    const parts = setUp();
    const gate = parts.publisher.hold();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    relayOf({ ...parts, leaseMs: 60_000, batchEvents: 1 });
    await eventually(() => parts.publisher.calls === 1);
    parts.tail.commit(commitOf('organizations.directive-a', 2, 1), commitOf('organizations.directive-a', 3, 1));
    parts.leases.takeOver('two');
    gate.open();
    await eventually(() => parts.leases.refusedAcquires > 0);
    expect(parts.publisher.calls).toBe(1);
    expect(parts.leases.refusedSaves).toBe(1);
  });

  it('REL-13 sends nothing after sleeping through its lease, before any timer could tell', async () => {
    const parts = setUp();
    const epochs: number[] = [];
    let slept = false;
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    relayOf({
      ...parts,
      leaseMs: 30,
      topicOf: () => {
        const end = performance.now() + 40;
        while (!slept && performance.now() < end);
        if (!slept) parts.leases.expire();
        slept = true;
        return 'organizations';
      },
      publisher: { publish: () => Promise.resolve(void epochs.push(parts.leases.epoch)) },
    });
    await eventually(() => epochs.length > 0);
    expect(epochs[0]).toBe(2);
  });

  it('REL-13 stops following within a heartbeat of losing the lease, also when nothing is sent', async () => {
    const parts = setUp();
    relayOf(parts);
    await eventually(() => parts.tail.followers === 1);
    parts.leases.takeOver('two');
    await eventually(() => parts.tail.followers === 0, 1_000);
    expect(parts.leases.holder).toBe('two');
  });

  it('gives up the lease by its own clock when the lease store hangs', async () => {
    const parts = setUp();
    relayOf(parts);
    await eventually(() => parts.tail.followers === 1);
    const gate = parts.leases.hang();
    await eventually(() => parts.tail.followers === 0, 2_000);
    gate.open();
  });

  it('goes on after the tail broke', async () => {
    const parts = setUp();
    relayOf(parts);
    await eventually(() => parts.tail.followers === 1);
    parts.tail.break();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    await eventually(() => parts.publisher.sent.length === 1);
  });

  it('ends with the batch in work and gives the lease back', async () => {
    const parts = setUp();
    const gate = parts.publisher.hold();
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    const relay = relayOf(parts);
    await eventually(() => parts.publisher.calls === 1);
    const stopped = relay.stop();
    gate.open();
    await stopped;
    expect(parts.leases.savedToken()).toBe(1);
    expect(parts.leases.holder).toBeUndefined();
  });

  it('tells how long nothing got through', async () => {
    const parts = setUp();
    const time = fakeTime();
    parts.publisher.failures = Number.POSITIVE_INFINITY;
    parts.tail.commit(commitOf('organizations.directive-a', 1, 1));
    const relay = relayOf({ ...parts, clock: time });
    await eventually(() => parts.publisher.calls > 2);
    time.ms = 40_000;
    expect(relay.stalledFor()).toBe(40_000);
    parts.publisher.failures = 0;
    await eventually(() => expect(relay.stalledFor()).toBe(0));
  });

  it('is not stalled while another process holds the lease', async () => {
    const parts = setUp();
    const time = fakeTime();
    parts.leases.takeOver('two');
    const relay = relayOf({ ...parts, clock: time });
    time.ms = 40_000;
    await eventually(() => parts.leases.refusedAcquires > 1 && relay.stalledFor() === 0);
  });

  it.each(Array.from({ length: 20 }, (_, seed) => seed))('REL-12 skips and reorders nothing whatever fails (seed %i)', async (seed) => {
    const random = seeded(seed);
    const parts = setUp();
    parts.publisher.failing = () => random() < 0.2;
    parts.leases.failing = () => random() < 0.1;
    relayOf({ ...parts, batchEvents: 7 });
    relayOf({ ...parts, batchEvents: 7, owner: 'two' });
    const versions = new Map<string, number>();
    for (let n = 0; n < 120; n++) {
      const stream = `organizations.directive-${Math.floor(random() * 6)}`;
      const count = 1 + Math.floor(random() * 3);
      parts.tail.commit(commitOf(stream, (versions.get(stream) ?? 0) + 1, count));
      versions.set(stream, (versions.get(stream) ?? 0) + count);
      if (random() < 0.1) parts.tail.break();
      if (random() < 0.05) parts.leases.expire();
      if (random() < 0.3) await new Promise(setImmediate);
    }
    await eventually(() => expect(parts.leases.savedToken()).toBe(120));
    expect(streamsOf(parts.publisher.sent)).toEqual(versions);
  });
});
