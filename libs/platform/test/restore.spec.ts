import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collectionsOf } from '@zhitong/eventing';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { platformOperation } from '@zhitong/catalogue';
import { platformUseCases } from '../src/service/platform-use-cases.ts';
import { echo, idOf, notes, startNotes, writeNote, type NoteRow, type NoteService } from './notes.samples.ts';

const now = '2026-03-01T09:00:00.000Z';
const log = ['log.db', 'log.db-head'];
let folder: TemporaryFolder;
let backup: TemporaryFolder;
let service: NoteService;

beforeEach(async () => {
  folder = temporaryFolder();
  backup = temporaryFolder();
  service = await startNotes(folder.path, () => now);
});
afterEach(async () => {
  await service.stop();
  folder.remove();
  backup.remove();
});

const write = async (from: number, to: number) => {
  for (let nth = from; nth <= to; nth++) await writeNote(service, `n${nth % 5}`, nth, now);
};
const streams = Array.from({ length: 5 }, (_, nth) => `organizations.note-n${nth}`);
const echoes = async () => Promise.all(streams.map(async (stream) => (await service.runtime.handler.load(echo, idOf(stream))).version));
const caughtUp = () => eventually(() => service.runtime.consumer.caughtUp() && service.runtime.consumer.lag() === 0);
const copy = (from: string, to: string) => log.forEach((name) => cpSync(join(from, name), join(to, name), { force: true }));

/** As an operator asks for it, whatever the name stands for. */
async function rebuild(projection: string): Promise<void> {
  const operation = platformOperation('rebuildProjection', 'organizations').name;
  const useCase = platformUseCases(service.runtime, service.runtime.rebuilds).find((known) => known.operation.name === operation);
  await useCase?.execute({ projection }, { allow: () => Promise.resolve() } as never);
}

/** Yesterday's log beside today's read models, in a new epoch. */
async function restored(): Promise<void> {
  await write(1, 20);
  await eventually(async () => expect(await echoes()).toEqual([4, 4, 4, 4, 4]));
  await caughtUp();
  await service.stop();
  copy(join(folder.path, 'organizations'), backup.path);
  service = await startNotes(folder.path, () => now);
  await write(21, 60);
  await caughtUp();
  await eventually(async () => expect(await echoes()).toEqual([12, 12, 12, 12, 12]));
  await service.stop();
  copy(backup.path, join(folder.path, 'organizations'));
  service = await startNotes(folder.path, () => now, { logEpoch: 2 });
}

const policies = ['when-noted-then-echo', 'when-command-stored-then-record-it'];

describe('REL-37 a restored log beside newer read models', () => {
  it('is not served from: readiness says EPOCH_MISMATCH until everything was rebuilt, which then is the fold of the log', async () => {
    await restored();
    await eventually(() => expect(service.runtime.readiness().parts['epoch']?.detail).toMatch(/EPOCH_MISMATCH: rebuild .*notes\.v1\.b1.*when-noted-then-echo/));
    expect(service.runtime.readiness().ready).toBe(false);
    await write(61, 65);
    for (const { name } of service.runtime.projections) await rebuild(name);
    await eventually(() => expect(service.runtime.readiness().parts['epoch']?.detail).toBe(`EPOCH_MISMATCH: rebuild ${policies.join(', ')}`), 60_000);
    for (const policy of policies) await rebuild(policy);
    await eventually(() => expect(service.runtime.readiness().ready).toBe(true));
    const build = service.runtime.builds.active(notes);
    const rows = await service.runtime.adapters.readModels.getMany<NoteRow>(collectionsOf(notes, build).rows.name, streams);
    expect([...rows.values()].map((row) => row.notes)).toEqual(new Array(5).fill([1, 2, 3, 4, 5]));
    await eventually(async () => expect(await echoes()).toEqual([5, 5, 5, 5, 5]));
  }, 90_000);

  it('refuses to let a policy begin again that reads the log as it is', async () => {
    await expect(rebuild('when-noted-then-echo')).rejects.toMatchObject({ code: 'CONFLICT' });
  });
});
