import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runSource } from '@zhitong/testing/source-process.ts';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing/temporary-folder.ts';

const child = new URL('./audit-crash.child.ts', import.meta.url);
let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Where each run dies: between commit and record most of the time, sooner or later in its work, or while it makes good what the run before left out. */
const nthOf = (run: number) => String(1 + (run % 7));
const kills = Array.from(
  { length: 30 },
  (_, run) => (run % 5 === 4 ? ['policy.read#2', 'policy.saved#1'] : [`append.answered#${nthOf(run)}`, `append.stored#${nthOf(run)}`])[run % 2] ?? '',
);

describe('SEC-25 a service that is killed between an act and its record', () => {
  it('has exactly one record of each act after 30 kills, though nobody repeated a command', async () => {
    for (const [run, point] of kills.entries()) {
      expect(await runSource(child, [folder.path, String(run), '16'], { ZT_CRASH_AT: point, NODE_ENV: 'test' })).toMatchObject({ signal: 'SIGKILL' });
    }
    const { code, output } = await runSource(child, [folder.path]);
    expect(code).toBe(0);
    const { recorded, expected, sound } = JSON.parse(output) as { recorded: unknown[]; expected: unknown[]; sound: boolean };
    expect(expected.length).toBeGreaterThanOrEqual(kills.length);
    expect([recorded, sound]).toEqual([expected, true]);
  }, 300_000);
});
