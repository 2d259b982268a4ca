import { expect, it } from '@jest/globals';
import { startSource } from '@zhitong/testing/faults/own-process.ts';

it('REL-33 a process that is told to end says so, works on for a while, closes once and ends with 0', async () => {
  const told = startSource(new URL('close-on-signal.child.ts', import.meta.url));
  await told.printed(1);
  told.signal('SIGTERM');
  told.signal('SIGTERM');
  expect(await told.ended).toEqual({ code: 0, signal: null });
  const { lines } = told;
  expect(lines.filter((line) => line !== 'works')).toEqual(['up', 'leaves', 'closes']);
  expect(lines.slice(lines.indexOf('leaves'), lines.indexOf('closes'))).toContain('works');
});
