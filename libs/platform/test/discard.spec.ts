import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { platformOperation } from '@zhitong/catalogue';
import { eventually, temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { platformUseCases } from '../src/service/platform-use-cases.ts';
import { redrive } from '../src/service/redrive.ts';
import { notes, poison, startNotes, writeNote, type NoteService } from './notes.samples.ts';

const now = '2026-03-01T09:00:00.000Z';
const key = { subscription: 'notes.v1.b1', stream: 'organizations.note-sick' };
let folder: TemporaryFolder;
let service: NoteService;
let audited: unknown[];
let count: number;

beforeEach(async () => {
  [audited, count] = [[], 0];
  folder = temporaryFolder();
  service = await startNotes(folder.path, () => now);
  poison.on = true;
});
afterEach(async () => {
  poison.on = false;
  await service.stop();
  folder.remove();
});

function call(personId: string, name: Parameters<typeof platformOperation>[0], input: object): Promise<unknown> {
  const operation = platformOperation(name, 'organizations').name;
  const useCase = platformUseCases(service.runtime, service.runtime.rebuilds).find((known) => known.operation.name === operation);
  const kit = {
    call: { subject: { kind: 'person', personId } },
    allow: () => Promise.resolve(),
    audit: (entry: object) => Promise.resolve(audited.push({ personId, ...entry })),
  };
  return useCase?.execute(input, kit as never) ?? Promise.reject(new TypeError(name));
}
const propose = (personId: string) => call(personId, 'proposeDiscard', { ...key, reasonCode: 'withoutObject' });
const confirm = (personId: string) => call(personId, 'confirmDiscard', key);
const write = () => writeNote(service, 'sick', ++count, now);
const taken = async () => (await service.runtime.env.rows(notes).get(key.stream))?.notes;
const waiting = (number: number) =>
  eventually(async () =>
    expect(await call('per_1', 'parkedKeys', {})).toMatchObject({
      items: [{ ...key, error: expect.stringMatching(/^TypeError at .*\.ts:\d+$/), waiting: number }],
    }),
  );

describe('SEC-13 discarding a parked event', () => {
  it('takes a reason and a second person, is audited, and lets the later events of the key go on', async () => {
    for (let nth = 0; nth < 4; nth++) await write();
    await waiting(2);
    await expect(confirm('per_2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await propose('per_1');
    expect(await call('per_2', 'parkedKeys', {})).toMatchObject({
      items: [{ discard: { reasonCode: 'withoutObject', proposedById: 'per_1', proposedAt: now } }],
    });
    await expect(confirm('per_1')).rejects.toMatchObject({ code: 'SECOND_PERSON_REQUIRED' });
    expect(await taken()).toEqual([1]);
    expect(await confirm('per_2')).toMatchObject({ stream: key.stream, version: 4 });
    expect(await taken()).toEqual([1, 3, 4]);
    await write();
    await eventually(async () => expect(await taken()).toEqual([1, 3, 4, 5]));
    expect(await call('per_1', 'parkedKeys', {})).toMatchObject({ items: [] });
    expect(audited).toEqual([
      { personId: 'per_1', personIds: [], fields: [key.stream], purpose: 'withoutObject' },
      { personId: 'per_2', personIds: [], fields: [`${key.subscription}|${key.stream}|0000000002`], purpose: 'withoutObject' },
    ]);
    await expect(confirm('per_2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('means one event: a proposal is void once that was taken in', async () => {
    await write();
    await write();
    await waiting(0);
    await propose('per_1');
    poison.on = false;
    await redrive(service.runtime, key);
    await expect(confirm('per_2')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(propose('per_1')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await taken()).toEqual([1, 2]);
  });
});
