import { describe, expect, it } from '@jest/globals';
import { inLanes, inParallel } from '../src/lanes.ts';

const queues = [['a1', 'a2', 'a3'], ['b1', 'b2'], ['c1'], ['d1', 'd2']];

/** Work that ends when it is let go. */
function held() {
  const begun: string[] = [];
  const doors = new Map<string, PromiseWithResolvers<void>>();
  const work = (item: string): Promise<void> => {
    begun.push(item);
    const door = Promise.withResolvers<void>();
    doors.set(item, door);
    return door.promise;
  };
  const settle = async (act: (door: PromiseWithResolvers<void> | undefined) => void, item: string) => {
    act(doors.get(item));
    await new Promise(setImmediate);
  };
  const end = (item: string) => settle((door) => door?.resolve(), item);
  const fail = (item: string) => settle((door) => door?.reject(new Error(item)), item);
  return { begun, work, end, fail };
}

describe('work in lanes', () => {
  it('goes on side by side up to the width, each queue in its order', async () => {
    const { begun, work, end } = held();
    const all = inLanes(queues, 2, work);
    expect(begun).toEqual(['a1', 'b1']);
    await end('b1');
    await end('b2');
    await end('a1');
    expect(begun).toEqual(['a1', 'b1', 'b2', 'c1', 'a2']);
    for (const item of ['c1', 'd1', 'd2', 'a2', 'a3']) await end(item);
    await all;
    expect(begun).toHaveLength(8);
  });

  it('begins nothing new after a failure and waits for what was begun', async () => {
    const { begun, work, end, fail } = held();
    let ended = false;
    const all = inLanes(queues, 3, work).finally(() => (ended = true));
    all.catch(() => undefined);
    await fail('b1');
    await end('a1');
    expect([begun, ended]).toEqual([['a1', 'b1', 'c1'], false]);
    const refused = expect(all).rejects.toThrow('b1');
    await fail('c1');
    await refused;
    expect(begun).toEqual(['a1', 'b1', 'c1']);
  });

  it('takes items that wait for no other as lanes are free, however many there are', async () => {
    const { begun, work, end } = held();
    const made: string[] = [];
    function* items() {
      for (const item of ['a', 'b', 'c', 'd']) {
        made.push(item);
        yield item;
      }
    }
    const all = inParallel(items(), 2, work);
    expect([begun, made]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
    for (const item of ['b', 'a', 'c', 'd']) await end(item);
    await all;
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  it('of nothing ends at once', async () => {
    await expect(inLanes([], 4, () => Promise.reject(new Error('never')))).resolves.toBeUndefined();
  });
});
