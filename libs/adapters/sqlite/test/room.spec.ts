import { describe, expect, it } from '@jest/globals';
import { StoreFull } from '@zhitong/eventing';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { diskOf, Room, roomMs, type Disk } from '../src/room.ts';

const megabyte = 2 ** 20;

describe('REL-08 the room on the disk of a log', () => {
  let now = 0;
  let disk: Disk;
  let looks: number;
  const open = (free: number, total: number) => {
    looks = 0;
    disk = { free, total };
    return new Room(
      () => {
        looks += 1;
        return disk;
      },
      () => now,
    );
  };

  it.each([
    ['a small disk keeps a twentieth free', 5, 100, false],
    ['a small disk with less is full', 4.9, 100, true],
    ['a large disk keeps 64 MB free', 64, 10_000, false],
    ['a large disk with less is full', 63.9, 10_000, true],
  ])('%s', (_what, free, total, full) => {
    const room = open(free * megabyte, total * megabyte);
    expect(room.full).toBe(full);
    if (full) expect(() => room.expect()).toThrow(StoreFull);
    else expect(() => room.expect()).not.toThrow();
  });

  it('is looked at every two seconds at most, and found again though nobody writes', () => {
    const room = open(0, megabyte);
    expect([room.full, room.full, looks]).toEqual([true, true, 1]);
    disk = { free: megabyte, total: megabyte };
    now += roomMs - 1;
    expect([room.full, looks]).toEqual([true, 1]);
    now += 1;
    expect([room.full, looks]).toEqual([false, 2]);
  });

  it('is believed to be gone when a commit found none, until the next look', () => {
    const room = open(megabyte, megabyte);
    expect(room.full).toBe(false);
    room.missed();
    expect(room.full).toBe(true);
    now += roomMs;
    expect(room.full).toBe(false);
  });

  it('is that of the file system the folder lies on', () => {
    const folder = temporaryFolder();
    const { free, total } = diskOf(folder.path);
    expect(free).toBeGreaterThan(0);
    expect(total).toBeGreaterThanOrEqual(free);
    folder.remove();
  });
});
