import { describe, expect, it } from '@jest/globals';
import { EphemeralMemory, openMemoryEphemeralStore } from '@zhitong/memory';

const day = 24 * 3_600_000;

function openAt(start: number) {
  const clock = { now: start };
  const memory = new EphemeralMemory(() => clock.now);
  return { clock, memory, store: openMemoryEphemeralStore({ memory }) };
}

describe('ephemeral memory', () => {
  it('keeps the services of a process apart by their prefix', async () => {
    const { memory } = openAt(0);
    const [one, other] = [openMemoryEphemeralStore({ memory, prefix: 'a:' }), openMemoryEphemeralStore({ memory, prefix: 'b:' })];
    await one.set('k', 'v', day);
    expect(await other.get('k')).toBeUndefined();
    await one.include('s', 'a', day);
    expect(await other.members('s')).toEqual([]);
    expect(await one.members('s')).toEqual(['a']);
  });

  it('ends a value at its time and not before', async () => {
    const { clock, store } = openAt(1_000);
    await store.set('k', 'v', 500);
    clock.now = 1_499;
    expect(await store.get('k')).toBe('v');
    clock.now = 1_500;
    expect(await store.get('k')).toBeUndefined();
  });

  it('keeps a set as long as its last member', async () => {
    const { clock, memory, store } = openAt(0);
    await store.include('s', 'long', 500);
    await store.include('s', 'short', 100);
    clock.now = 499;
    expect(await store.members('s')).toEqual(['long']);
    clock.now = 500;
    expect(memory.sets.get('s')).toBeUndefined();
  });

  it('refills a bucket by the time that passed', async () => {
    const { clock, store } = openAt(0);
    const bucket = { capacity: 2, perSecond: 2 };
    const asked = async () => (await store.allow('k', bucket)).allowed;
    expect([await asked(), await asked(), await asked()]).toEqual([true, true, false]);
    expect((await store.allow('k', bucket)).retryAfterMs).toBe(500);
    clock.now = 500;
    expect([await asked(), await asked()]).toEqual([true, false]);
  });

  it('sweeps out what has ended though nobody asks for it', async () => {
    const { clock, memory, store } = openAt(0);
    for (let n = 0; n < 999; n += 1) await store.set(`old-${String(n)}`, 'v', 10);
    clock.now = 20;
    await store.set('young', 'v', 10);
    clock.now = 5; // back to when the old ones were alive: only the sweep can have removed them
    expect(memory.values.keys('old')).toEqual([]);
    expect(memory.values.keys('young')).toEqual(['young']);
  });

  it('keeps the last 100,000 messages of a channel', async () => {
    const { store } = openAt(0);
    const ids: string[] = [];
    for (let n = 0; n < 102_000; n += 1) ids.push(await store.publish('c', 'm'));
    expect(await store.since('c', ids[999] ?? '', 1)).toBeUndefined();
    expect(await store.since('c', ids[2_001] ?? '', 1)).toHaveLength(1);
  });

  it('gives up messages older than a day, and ids grow though the clock goes back', async () => {
    const { clock, store } = openAt(day);
    const ids: string[] = [];
    for (let n = 0; n < 1_001; n += 1) ids.push(await store.publish('c', 'm'));
    clock.now = 3 * day;
    const late = await store.publish('c', 'late');
    clock.now = 0;
    const next = await store.publish('c', 'next');
    expect(await store.since('c', ids[0] ?? '', 1)).toBeUndefined();
    expect(await store.since('c', late, 5)).toEqual([{ id: next, message: 'next' }]);
    expect(Number(next.split('-')[0])).toBe(3 * day);
  });
});
