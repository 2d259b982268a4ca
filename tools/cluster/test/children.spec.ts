import { expect, it } from '@jest/globals';
import { temporaryFolder } from '@zhitong/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { startChildren } from '../src/child.ts';

it('a process that started beside one that did not is ended', async () => {
  const folder = temporaryFolder();
  const child = (name: string, program: string) => {
    writeFileSync(folder.file(`${name}.mjs`), program);
    return { name, entry: folder.file(`${name}.mjs`), environment: { PID: folder.file('pid') }, logFile: folder.file(`${name}.log`) };
  };
  const lasting = `(await import('node:fs')).writeFileSync(process.env.PID, String(process.pid)); console.log('{}'); setInterval(() => {}, 1000);`;
  await expect(startChildren([child('lasting', lasting), child('failing', 'process.exit(3)')])).rejects.toThrow('failing ended with 3');
  const pid = Number(readFileSync(folder.file('pid'), 'utf8'));
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  folder.remove();
});
