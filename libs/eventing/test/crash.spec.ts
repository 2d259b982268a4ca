import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runSource, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';

const child = new URL('./crash.child.ts', import.meta.url);
let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const everythingOnce = {
  folded: [
    ['c0', '1,2,3'],
    ['c1', '1,2,3'],
    ['c2', '1,2,3'],
    ['total', '1,2,3,4,5,6,7,8,9'],
  ].map(([id, versions]) => [`organizations.counter-${id}`, versions]),
  logged: [3, 3, 3, 9],
  tallies: { rows: 4, versions: 18 },
};

describe('REL-22 a process that is killed', () => {
  it.each([
    'append.before#4',
    'append.stored#3',
    'append.answered#5',
    'project.read#2',
    'project.written#1',
    'project.written#2',
    'project.saved#3',
    'policy.read#2',
    'policy.commanded#1',
    'policy.commanded#5',
    'policy.saved#2',
    'park.written#1',
  ])(
    'at %s has done everything exactly once after the next start',
    async (point) => {
      expect(await runSource(child, [folder.path], { ZT_CRASH_AT: point, NODE_ENV: 'test' })).toMatchObject({ signal: 'SIGKILL', output: '' });
      const { code, output } = await runSource(child, [folder.path]);
      expect([code, JSON.parse(output)]).toEqual([0, everythingOnce]);
    },
    40_000,
  );
});

describe('REL-30 a ticker that is killed', () => {
  it.each(['tick.fired#1', 'tick.fired#4', 'append.stored#1', 'append.answered#7'])(
    'at %s has fired every row once after the next start',
    async (point) => {
      const ticking = new URL('./deadline.child.ts', import.meta.url);
      expect(await runSource(ticking, [folder.path], { ZT_CRASH_AT: point, NODE_ENV: 'test' })).toMatchObject({ signal: 'SIGKILL', output: '' });
      const { code, output } = await runSource(ticking, [folder.path]);
      expect([code, JSON.parse(output)]).toEqual([0, new Array(10).fill(2)]);
    },
    40_000,
  );
});
