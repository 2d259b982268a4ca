import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { collectionsOf, parkedCollection, type ParkedEvent } from '@zhitong/eventing';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { eventuallyReaches } from '@zhitong/testing/eventually.ts';
import { Rebuilds } from '../src/service/rebuild.ts';
import { redrive } from '../src/service/redrive.ts';
import type { ServiceRuntime } from '../src/service/service-runtime.ts';
import { dropUnusedBuilds } from '../src/service/unused-builds.ts';
import { echo, idOf, note, notes, poison, startNotes, writeNote, type NoteService } from './notes.samples.ts';

let folder: TemporaryFolder;
let service: NoteService;
let runtime: ServiceRuntime;
let now: string;
let count = 0;
async function start(): Promise<void> {
  service = await startNotes(folder.path, () => now);
  runtime = service.runtime;
}
const stop = () => service.stop();
beforeEach(async () => {
  count = 0;
  folder = temporaryFolder();
  now = '2026-03-01T09:00:00.000Z';
  poison.on = false;
  await start();
});
afterEach(async () => {
  await stop();
  folder.remove();
});

const write = (id: string) => writeNote(service, id, ++count, now);
const fill = (events: number) => Promise.all(Array.from({ length: events }, (_, nth) => write(`n${nth % 20}`)));
const keys = Array.from({ length: 20 }, (_, nth) => `organizations.note-n${nth}`);
const versionsOf = async (type: typeof note) => Promise.all(keys.map(async (key) => (await runtime.handler.load(type, idOf(key))).version));
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const caughtUp = () => eventually(() => runtime.consumer.caughtUp() && runtime.consumer.lag() === 0);
const notesIn = async (build: number) => (await runtime.adapters.readModels.sums(collectionsOf(notes, build).tallies.name, ['all'])).get('all')?.['notes'];
const storedRows = async (build: number) =>
  (await runtime.adapters.readModels.stored(collectionsOf(notes, build).rows.name, keys))
    .map(({ key, guards, row }) => JSON.stringify([key, guards, row]))
    .sort();
const building = () => new Rebuilds(runtime);

describe('REL-25 a rebuild', () => {
  it('fails no read under constant reads and writes, takes over by itself and comes out as the live one', async () => {
    await fill(400);
    await eventually(async () => (await notesIn(1)) === count);
    let ended = false;
    let reads = 0;
    const { rows } = runtime.env;
    const last = new Map<string, number>();
    const reading = (async () => {
      while (!ended) {
        for (const key of keys.slice(0, 5)) {
          const row = await rows(notes).get(key);
          expect(row?.notes).toEqual(Array.from({ length: row?.notes.length ?? -1 }, (_, at) => at + 1));
          last.set(key, row?.notes.length ?? 0);
        }
        expect((await rows(notes).tallies(['all'])).get('all')?.['notes']).toBeGreaterThan(0);
        reads++;
      }
    })();
    const writing = (async () => {
      while (!ended) await fill(20);
    })();
    const { build, done } = await building().start('notes');
    await done;
    const [old, fresh] = await Promise.all([1, 2].map(notesIn));
    expect((old ?? 0) - (fresh ?? 0)).toBeLessThan(500);
    expect([build, runtime.builds.active(notes)]).toEqual([2, 2]);
    ended = true;
    await Promise.all([reading, writing]);
    expect(reads).toBeGreaterThan(0);
    const taken = async () => (await rows(notes).tallies(['all'])).get('all')?.['notes'] ?? 0;
    await eventuallyReaches(taken, count, 10_000);
    expect(await taken()).toBe(count);
    const again = await building().start('notes');
    await again.done;
    expect(await storedRows(3)).toEqual(await storedRows(2));
  }, 120_000);

  it('is refused with CONFLICT beside another one of the same projection', async () => {
    await fill(100);
    const rebuilds = building();
    const first = await rebuilds.start('notes');
    await expect(rebuilds.start('notes')).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(building().start('notes')).rejects.toMatchObject({ code: 'CONFLICT' });
    await first.done;
    await expect(rebuilds.start('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('REL-26 carries nothing out again', async () => {
    await fill(40);
    await eventually(async () => sum(await versionsOf(echo)) === 40);
    await (
      await building().start('notes')
    ).done;
    await caughtUp();
    expect(await versionsOf(echo)).toEqual(new Array(20).fill(2));
  });

  it('serves and is fed after a restart', async () => {
    await fill(40);
    await (
      await building().start('notes')
    ).done;
    await stop();
    await start();
    expect(runtime.consumer.status().map(({ name }) => name)).toContain('notes.v1.b2');
    const { version } = await write('n0');
    await eventually(async () => (await runtime.env.rows(notes).get('organizations.note-n0'))?.notes.length === version);
  });

  it('leaves the old build in place for 24 hours, then drops it with its checkpoints', async () => {
    await fill(40);
    await caughtUp();
    await (
      await building().start('notes')
    ).done;
    const { readModels } = runtime.adapters;
    now = '2026-03-02T08:59:59.999Z';
    expect(await dropUnusedBuilds(runtime)).toEqual([]);
    now = '2026-03-02T09:00:00.000Z';
    expect(await dropUnusedBuilds(runtime)).toEqual(['notes.v1.b1']);
    expect((await readModels.collections()).filter((name) => name.startsWith('notes_'))).toEqual(['notes_v1_b2', 'notes_v1_b2_tallies']);
    expect(await readModels.checkpoints('notes.v1.b1')).toEqual([]);
    expect(await dropUnusedBuilds(runtime)).toEqual([]);
    expect((await runtime.env.rows(notes).get('organizations.note-n0'))?.notes).toEqual([1, 2]);
  });
});

describe('REL-23 redriving a stream', () => {
  it('takes its events in again in order, and those that come later follow', async () => {
    poison.on = true;
    for (let nth = 0; nth < 4; nth++) await write('sick');
    const { readModels } = runtime.adapters;
    const parked = () => readModels.query<ParkedEvent>(parkedCollection.name, { where: [{ field: 'subscription', eq: 'notes.v1.b1' }], limit: 100 });
    await eventually(async () => expect((await parked()).items).toHaveLength(3));
    const stream = 'organizations.note-sick';
    expect(await redrive(runtime, { subscription: 'notes.v1.b1', stream })).toMatchObject({
      taken: 1,
      error: expect.stringMatching(/^TypeError at .*\.ts:\d+$/),
    });
    poison.on = false;
    expect(await redrive(runtime, { subscription: 'notes.v1.b1', stream })).toEqual({ taken: 3, version: 4 });
    await write('sick');
    await eventually(async () => expect((await runtime.env.rows(notes).get(stream))?.notes).toEqual([1, 2, 3, 4, 5]));
    expect((await parked()).items).toEqual([]);
    expect(await redrive(runtime, { subscription: 'notes.v1.b1', stream })).toEqual({ taken: 0, version: 0 });
  });
});
