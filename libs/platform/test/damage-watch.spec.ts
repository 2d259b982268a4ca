import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLog } from '@zhitong/eventing';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedRuntime } from '../src/runtime/embedded.ts';
import { exitCodeOf } from '../src/runtime/exit.ts';

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const stream = 'organizations.note-1';
const metadata = { occurredAt: '2026-03-01T09:00:00.000Z', actorId: 'per_1', correlationId: 'cor_1' };

async function opened(damaged: (error: unknown) => void) {
  const runtime = openEmbeddedRuntime({ dataFolder: folder.path, contexts: ['organizations'], logEpoch: 1, log: silentLog, damaged });
  return { runtime, ...(await runtime.adapters('organizations')) };
}

describe('REL-09 damage that is found at work', () => {
  it('is told with the commit it was found in, ends the process with 74, and still is an error to whoever asked', async () => {
    const intact = await opened(() => undefined);
    for (let version = 0; version < 400; version++) {
      const events = [{ type: 'Noted', data: { mark: `mark${version};` } }];
      await intact.store.append({ stream, expectedVersion: version, events, commandId: `cmd-${version}`, bodyHash: '', metadata });
    }
    await intact.runtime.close();
    const file = join(folder.path, 'organizations', 'log.db');
    const bytes = readFileSync(file);
    const at = bytes.lastIndexOf('mark7;');
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(file, bytes);

    const found: unknown[] = [];
    const damaged = await opened((error) => found.push(error));
    await expect(damaged.store.load(stream)).rejects.toThrow(/commit 8 .*checksum/);
    expect(found.map(exitCodeOf)).toEqual([74]);
    expect(await damaged.store.load('organizations.note-2')).toEqual([]);
    expect(found).toHaveLength(1);
    await damaged.runtime.close();
  });
});
