import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { JumpingClock } from '@zhitong/testing/faults/jumping-clock.ts';
import { startSource, type OwnProcess } from '@zhitong/testing/faults/own-process.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

let folder: TemporaryFolder;
let child: OwnProcess | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await child?.kill();
  folder.remove();
});

function start(source: string): OwnProcess {
  const file = `${folder.path}/child.ts`;
  writeFileSync(file, source);
  return (child = startSource(pathToFileURL(file)));
}
/** As the kernel tells it: `T` stopped, `S` waiting, `R` at work. */
const stateOf = ({ pid }: OwnProcess): string => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] ?? '';

describe('a process of our own', () => {
  it('is stopped, goes on, and is asked to end', async () => {
    const running = start(`process.on('SIGTERM', () => process.exit(3)); process.stdout.write('up\\n'); setInterval(() => undefined, 1_000);`);
    await running.printed(1);
    running.signal('SIGSTOP');
    await eventually(() => stateOf(running) === 'T');
    running.signal('SIGCONT');
    await eventually(() => stateOf(running) !== 'T');
    running.signal('SIGTERM');
    expect(await running.ended).toEqual({ code: 3, signal: null });
    expect(running.lines).toEqual(['up']);
  });

  it('is killed, also while it is stopped', async () => {
    const running = start(`process.stdout.write('up\\n'); setInterval(() => undefined, 1_000);`);
    await running.printed(1);
    running.signal('SIGSTOP');
    expect(await running.kill()).toEqual({ code: null, signal: 'SIGKILL' });
    running.signal('SIGTERM');
  });

  it('tells whoever waits for more lines that it has ended', async () => {
    const running = start(`process.stdout.write('one\\n');`);
    await expect(running.printed(2)).rejects.toThrow('ended after 1 lines');
  });
});

describe('a clock that jumps', () => {
  it('goes forward and back', () => {
    const clock = new JumpingClock();
    const before = Date.parse(clock.now());
    clock.jump(3_600_000);
    const after = Date.parse(clock.now());
    clock.jump(-7_200_000);
    expect(after - before).toBeGreaterThanOrEqual(3_600_000);
    expect(Date.parse(clock.now())).toBeLessThan(before);
  });
});
