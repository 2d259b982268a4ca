import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { status } from '@grpc/grpc-js';
import type { ReadModelStore } from '@zhitong/eventing';
import { openMemoryEphemeralStore } from '@zhitong/memory';
import { createLocalKeyService, KeyRing, Metrics, parseMasterKeys } from '@zhitong/platform';
import { failureOf } from '@zhitong/platform/grpc/problem-metadata.ts';
import { Meter } from '@zhitong/platform/service/meter.ts';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { between, seeded } from '@zhitong/testing/faults/random.ts';
import { Vault } from './vault.ts';
import { persons, type PersonRow } from './vault.store.ts';

const at = '2026-03-02T01:00:00.000Z';
const base64 = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const serviceOf = (masters: string) => createLocalKeyService(parseMasterKeys(masters, base64(9)));
const [first, second] = [`m1:${base64(1)}`, `m2:${base64(2)}`];
const keysOf = 'data_keys';

interface KeyRow {
  readonly masterKeyId: string;
  readonly wrapped: { readonly algorithm: string; readonly masterKeyId: string; readonly bytes: string };
}

let store: ReadModelStore;
let keyStore: ReadModelStore;
let vault: Vault;
const people = 40;
const idOf = (n: number) => `per_${String(n)}`;

const openVault = async (masters: string) => {
  const service = serviceOf(masters);
  const keys = await KeyRing.open(keyStore, service);
  return { keys, vault: await Vault.open({ store, service, keys, ephemeral: openMemoryEphemeralStore() }) };
};
beforeEach(async () => {
  [store, keyStore] = [openSqliteDocumentStore({ file: ':memory:' }), openSqliteDocumentStore({ file: ':memory:' })];
  ({ vault } = await openVault(first));
  for (let n = 0; n < people; n += 1) {
    const identity = { name: `张${String(n)}`, citizenNumber: `0000001987041300${String(n).padStart(2, '0')}`, birthDate: '1987-04-13', phone: '10012345678' };
    await vault.keep(idOf(n), await vault.reserve(identity.citizenNumber, idOf(n), at, async () => false), identity);
  }
});
afterEach(async () => {
  await store.close();
  await keyStore.close();
});

/** Writes past everything that guards it, as somebody with the file does. */
async function put(into: ReadModelStore, collection: string, key: string, row: unknown): Promise<void> {
  const [stored] = await into.stored(collection, [key]);
  await into.commit({ writes: [{ collection, key, expectedRevision: stored?.revision ?? 0, guards: {}, row }] });
}
const recordOf = async (n: number) => (await store.get<PersonRow>(persons, idOf(n))) ?? fail();
const keyOf = async (n: number) => (await keyStore.get<KeyRow>(keysOf, idOf(n))) ?? fail();
const fail = (): never => {
  throw new Error('There is no such row');
};

function altered(text: string, random: () => number): string {
  const bytes = Buffer.from(text, 'base64url');
  const place = between(random, 0, bytes.length - 1);
  bytes[place] = (bytes[place] ?? 0) ^ between(random, 1, 255);
  return bytes.toString('base64url');
}
const shortened = (text: string, random: () => number) =>
  Buffer.from(text, 'base64url')
    .subarray(0, between(random, 0, 40))
    .toString('base64url');

interface Attack {
  readonly victim: number;
  readonly other: number;
  readonly random: () => number;
}
const attacks: Readonly<Record<string, (attack: Attack) => Promise<void>>> = {
  'a byte of the record': async ({ victim, random }) => {
    const { sealed, ...rest } = await recordOf(victim);
    await put(store, persons, idOf(victim), { ...rest, sealed: { ...sealed, bytes: altered(sealed.bytes, random) } });
  },
  'a record cut off': async ({ victim, random }) => {
    const { sealed, ...rest } = await recordOf(victim);
    await put(store, persons, idOf(victim), { ...rest, sealed: { ...sealed, bytes: shortened(sealed.bytes, random) } });
  },
  'another algorithm': async ({ victim }) => {
    const { sealed, ...rest } = await recordOf(victim);
    await put(store, persons, idOf(victim), { ...rest, sealed: { ...sealed, algorithm: 'none' } });
  },
  "somebody else's record": async ({ victim, other }) => put(store, persons, idOf(victim), await recordOf(other)),
  "somebody else's key": async ({ victim, other }) => put(keyStore, keysOf, idOf(victim), await keyOf(other)),
  "somebody else's record and key": async ({ victim, other }) => {
    await put(store, persons, idOf(victim), await recordOf(other));
    await put(keyStore, keysOf, idOf(victim), await keyOf(other));
  },
  'a byte of the key': async ({ victim, random }) => {
    const key = await keyOf(victim);
    await put(keyStore, keysOf, idOf(victim), { ...key, wrapped: { ...key.wrapped, bytes: altered(key.wrapped.bytes, random) } });
  },
  'another master key': async ({ victim }) => {
    const key = await keyOf(victim);
    await put(keyStore, keysOf, idOf(victim), { masterKeyId: 'm9', wrapped: { ...key.wrapped, masterKeyId: 'm9' } });
  },
  'a key of no known kind': async ({ victim }) => {
    const key = await keyOf(victim);
    await put(keyStore, keysOf, idOf(victim), { ...key, wrapped: { ...key.wrapped, algorithm: 'none' } });
  },
};

describe('SEC-18 the vault under attack', () => {
  const trials = 1_000;

  it(`refuses ${String(trials)} altered or swapped records and keys with INTERNAL, and counts each for the alarm`, async () => {
    const random = seeded(18);
    const metrics = new Metrics();
    const meter = new Meter('members', metrics, () => at);
    const kinds = Object.entries(attacks);
    const passed: string[] = [];
    for (let trial = 0; trial < trials; trial += 1) {
      const [kind, attack] = kinds[trial % kinds.length] ?? fail();
      const victim = between(random, 0, people - 1);
      const other = (victim + between(random, 1, people - 1)) % people;
      const [record, key] = [await recordOf(victim), await keyOf(victim)];
      await attack({ victim, other, random });
      const read = trial % 2 === 0 ? () => vault.own(idOf(victim)) : () => vault.names([idOf(victim), idOf(other)]);
      const error = await meter.call('getMember', async () => read()).catch((thrown: unknown) => thrown);
      const { failure, refusal } = failureOf(error);
      if (!(error instanceof Error) || failure.code !== status.INTERNAL || refusal !== undefined) passed.push(`${kind} (${String(trial)})`);
      await put(store, persons, idOf(victim), record);
      await put(keyStore, keysOf, idOf(victim), key);
    }
    expect(passed).toEqual([]);
    expect(await metrics.text()).toContain(`zhitong_seals_broken_total{context="members",operation="getMember"} ${String(trials)}\n`);
    expect((await vault.names([...Array(people).keys()].map(idOf))).size).toBe(people);
  });

  it('turns all keys to a new master key while everybody is read: no read fails, and the old one is needless then', async () => {
    const both = await openVault(`${second} ${first}`);
    const unturned = await openVault(`${first} ${second}`); // a replica that knows the new one, but does not write with it yet
    const everybody = [...Array(people).keys()].map(idOf);
    let [turning, reads] = [true, 0];
    const reader = async (of: Vault) => {
      while (turning) {
        expect((await of.names(everybody)).size).toBe(people);
        reads += 1;
        await new Promise(setImmediate);
      }
    };
    const readers = [both.vault, unturned.vault, both.vault].map(reader);
    let turned = 0;
    for (let step = await both.keys.rotate(3); step > 0; step = await both.keys.rotate(3)) {
      turned += step;
      await new Promise(setImmediate);
    }
    turning = false;
    await Promise.all(readers);
    expect([turned, reads > 0]).toEqual([people, true]);
    expect((await (await openVault(second)).vault.names(everybody)).size).toBe(people);
    await expect((await openVault(first)).vault.names(everybody)).rejects.toMatchObject({ name: 'SealBroken' });
  });
});
