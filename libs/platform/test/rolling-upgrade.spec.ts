import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collectionsOf, silentLog, type AnyProjection } from '@zhitong/eventing';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { echo, note, notes, startNotes, writeNote, type NoteService } from './notes.samples.ts';

const now = '2026-03-01T09:00:00.000Z';
const next: AnyProjection = { ...notes, version: 2 };
/** In both releases. */
const copies: AnyProjection = { ...notes, name: 'copies' };
const ids = Array.from({ length: 60 }, (_, nth) => `n${nth}`);

let folders: readonly [TemporaryFolder, TemporaryFolder];
let before: NoteService;
let after: NoteService;
let written = 0;
beforeEach(async () => {
  written = 0;
  folders = [temporaryFolder(), temporaryFolder()];
  before = await startNotes(folders[0].path, () => now, { projections: [notes, copies], adapters: (own) => ({ ...own, log }) });
});
afterEach(async () => {
  await after.runtime.stop();
  await before.stop();
  await after.stop();
  for (const folder of folders) folder.remove();
});

const warnings: unknown[] = [];
const log = { ...silentLog, warn: (...said: unknown[]) => void warnings.push(said) };
/** A replica of the next release, on the servers of the one before. */
const upgraded = () =>
  startNotes(folders[1].path, () => now, { projections: [next, copies], adapters: () => ({ ...before.runtime.adapters, owner: 'next', log }) });
const writeToAll = (service: NoteService) => Promise.all(ids.map((id) => writeNote(service, id, ++written, now)));
const noted = async (projection: AnyProjection) =>
  (await before.runtime.adapters.readModels.sums(collectionsOf(projection, 1).tallies.name, ['all'])).get('all')?.['notes'];
const echoed = async () => {
  const heads = await Promise.all(ids.map((id) => before.runtime.handler.load(echo, id)));
  return heads.reduce((sum, { version }) => sum + version, 0);
};

describe('REL-38 a release with another version of a read model', () => {
  it('is ready once its rows are whole, works beside the one before without doubling anything, and goes on alone', async () => {
    await writeToAll(before);
    await eventually(async () => (await noted(notes)) === written && (await echoed()) === written);
    after = await upgraded();
    await eventually(() => after.runtime.readiness().ready);
    expect(await noted(next)).toBe(written);

    await writeToAll(before);
    await writeToAll(after);
    await eventually(async () => (await noted(notes)) === written && (await noted(next)) === written && (await echoed()) === written);
    expect(await noted(copies)).toBe(written);

    await before.runtime.stop();
    await writeToAll(after);
    await eventually(async () => (await noted(next)) === written && (await noted(copies)) === written && (await echoed()) === written);
    expect(await Promise.all(ids.map(async (id) => (await after.runtime.handler.load(note, id)).version))).toEqual(ids.map(() => 4));
    expect(warnings).toEqual([]);
  });
});
