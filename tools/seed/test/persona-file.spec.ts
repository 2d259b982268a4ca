import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { openPersonas, personasIn, type Persona } from '@zhitong/seed';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { writeFileSync } from 'node:fs';

const persona: Persona = {
  ...{ login: 'city', group: 'city', title: 'organizer', description: 'branch-1/1', personId: 'per_1' },
  ...{ organizationId: 'org_1', organizationName: '市委', shown: true },
};

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

it('a city is filled once, and known by its file from then on', async () => {
  const seeded = await openPersonas(folder.path, () => Promise.resolve([persona]));
  const again = await openPersonas(folder.path, () => Promise.reject(new Error('never')));
  expect([seeded, again, personasIn(folder.path)]).toEqual([[persona], [persona], [persona]]);
});

it('a seeding that was cut off, also while its file was written, goes on', async () => {
  await expect(openPersonas(folder.path, () => Promise.reject(new Error('cut off')))).rejects.toThrow('cut off');
  writeFileSync(folder.file('personas.json.draft'), '[{"login":');
  expect(await openPersonas(folder.path, () => Promise.resolve([persona]))).toEqual([persona]);
});
