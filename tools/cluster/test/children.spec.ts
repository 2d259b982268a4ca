import { expect, it } from '@jest/globals';
import { temporaryFolder } from '@zhitong/testing';
import { startSource } from '@zhitong/testing/faults/own-process.ts';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
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

it.each(['SIGKILL', 'SIGTERM'] as const)('a process that is still starting ends with the one that starts it, by %s', async (signal) => {
  const folder = temporaryFolder();
  writeFileSync(folder.file('starting.mjs'), `(await import('node:net')).connect(Number(process.env.DOOR), '127.0.0.1');`);
  const door = createServer().listen(0, '127.0.0.1');
  await once(door, 'listening');
  const address = door.address();
  const port = typeof address === 'object' ? String(address?.port) : '';
  const starter = startSource(new URL('starting.child.ts', import.meta.url), [folder.file('starting.mjs'), port, folder.file('log')]);
  const line = await new Promise<Socket>((resolve) => door.once('connection', resolve));
  starter.signal(signal);
  await once(line.resume(), 'close');
  await starter.ended;
  door.close();
  folder.remove();
});
