import { afterEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type ReadModelStore } from '@zhitong/eventing';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { eventually } from '@zhitong/testing';
import type { JSONWebKeySet } from 'jose';
import { generateSigningKeys } from '../grpc/subject-keys.ts';
import { AuditCheckpoints } from './audit-checkpoints.ts';
import { AuditLog, auditCollections } from './audit-log.ts';
import { chained, genesisOf, type AuditEntry, type AuditRecord } from './audit-record.ts';
import { checkpointKeys } from './checkpoint-keys.ts';

const entry = (n: number, change: Partial<AuditEntry> = {}): AuditEntry => ({
  at: '2026-03-02T01:00:00.000Z',
  actorId: `per_${n % 7}`,
  organizationId: n % 3 === 0 ? null : 'org_1',
  operation: 'revealField',
  kind: 'read',
  result: 'done',
  target: null,
  personIds: [`per_${n}`],
  fields: ['phone'],
  purpose: 'contactMember',
  traceId: `trace-${n}`,
  ...change,
});
const key = (number: number) => String(number).padStart(12, '0');
const length = 40;
/** A checkpoint at every tenth record. */
const step = 10;
const places = 100;

const opened: Chain[] = [];

/** One service with its chain and its sink. */
class Chain {
  private constructor(
    readonly context: string,
    readonly store: ReadModelStore,
    readonly sink: ReadModelStore,
    readonly keys: JSONWebKeySet,
  ) {}

  static async open(context = 'members', keys?: JSONWebKeySet): Promise<Chain> {
    const [store, sink] = [openSqliteDocumentStore({ file: ':memory:' }), openSqliteDocumentStore({ file: ':memory:' })];
    await store.ensure(auditCollections);
    const chain = new Chain(context, store, sink, keys ?? (await generateSigningKeys()));
    opened.push(chain);
    return chain;
  }

  log(keys = this.keys): AuditLog {
    const { store, sink, context } = this;
    return new AuditLog(store, context, new AuditCheckpoints({ sink, context, keys: checkpointKeys(keys), now: () => '2026-03-02T01:00:00.000Z' }));
  }

  async fill(upTo = length, log = this.log()): Promise<this> {
    for (let n = (await log.head()).number + 1; n <= upTo; n++) {
      await log.append(entry(n));
      if (n % step === 0) await log.seal();
    }
    return this;
  }

  firstBad = async () => (await this.log().verify()).firstBad;

  async row(number: number): Promise<AuditRecord> {
    const row = await this.store.get<AuditRecord>('audit', key(number));
    if (!row) throw new Error(`There is no record ${number}`);
    return row;
  }

  /** Somebody with the database in hand. */
  async put(number: number, row: object | null, collection = 'audit', store = this.store): Promise<void> {
    const [stored] = await store.stored(collection, [key(number)]);
    const write = { collection, key: key(number), expectedRevision: stored?.revision ?? 0, guards: {}, row };
    expect(await store.commit({ writes: [write] })).toBe('committed');
  }

  /** Records from a number on as an intruder would have them, each hash in place. */
  async rewrite(from: number, upTo: number, change: Partial<AuditEntry>): Promise<void> {
    let previous = from === 1 ? genesisOf(this.context) : (await this.row(from - 1)).hash;
    const rows = Array.from({ length: upTo - from + 1 }, (_, at) => {
      const record = chained(entry(from + at, at === 0 ? change : {}), from + at, previous);
      previous = record.hash;
      return record;
    });
    await this.putAll(from, rows);
  }

  truncate(after: number): Promise<void> {
    return this.putAll(
      after + 1,
      Array.from({ length: length - after }, () => null),
    );
  }

  /** One after the other from a number on. */
  async putAll(from: number, rows: readonly (object | null)[]): Promise<void> {
    const keys = rows.map((_row, at) => key(from + at));
    const stored = new Map((await this.store.stored('audit', keys)).map(({ key: of, revision }) => [of, revision]));
    const writes = keys.map((of, at) => ({ collection: 'audit', key: of, expectedRevision: stored.get(of) ?? 0, guards: {}, row: rows[at] ?? null }));
    expect(await this.store.commit({ writes })).toBe('committed');
  }

  async close(): Promise<void> {
    await this.store.close();
    await this.sink.close();
  }
}

afterEach(async () => {
  for (const chain of opened.splice(0)) await chain.close();
});

const filled = async (context?: string, keys?: JSONWebKeySet): Promise<Chain> => (await Chain.open(context, keys)).fill();

/** At a hundred random places: what was done there, and that it is found there. The chain is as it was after each. */
async function everywhere(chain: Chain, upTo: number, attack: (place: number) => Promise<void>, found: (place: number, firstBad: number | null) => void) {
  const rows = await Promise.all(Array.from({ length }, (_, at) => chain.row(at + 1)));
  for (let n = 0; n < places; n++) {
    const place = 2 + Math.floor(Math.random() * (upTo - 2));
    await attack(place);
    found(place, await chain.firstBad());
    await chain.putAll(1, [...rows, null]);
  }
  expect(await chain.firstBad()).toBeNull();
}
const exactly = (place: number, firstBad: number | null) => expect(firstBad).toBe(place);
/** A forged chain that fits into itself: bad from the newest checkpoint before the place on. */
const since = (place: number, firstBad: number | null) => expect(firstBad).toBe(Math.floor((place - 1) / step) * step + 1);

describe('SEC-24 the chain of records', () => {
  it('verifies while nobody has touched it, also what was written at the same moment', async () => {
    const chain = await filled();
    const log = chain.log();
    await Promise.all(Array.from({ length: 30 }, (_, n) => log.append(entry(100 + n))));
    expect(await log.verify()).toEqual({ verified: length + 30, firstBad: null, unsealed: 30 });
  });

  it.each<[string, object]>([
    ['who', { actorId: 'per_other' }],
    ['what', { operation: 'getMember' }],
    ['whose', { personIds: [] }],
    ['the reason', { purpose: 'other' }],
    ['when', { at: '2026-03-02T01:00:00.001Z' }],
    ['the algorithm', { algorithm: 'none' }],
    ['the record before', { previous: 'f'.repeat(64) }],
    ['the hash', { hash: 'f'.repeat(64) }],
  ])('names a record in which %s was changed', async (_what, change) => {
    const chain = await filled();
    const number = 2 + Math.floor(Math.random() * (length - 3));
    await chain.put(number, { ...(await chain.row(number)), ...change });
    expect(await chain.firstBad()).toBe(number);
  });

  it('finds an edit, a deletion, an insertion and a change of order at 100 of 100 places each', async () => {
    const chain = await filled();
    await everywhere(chain, length, async (place) => chain.put(place, { ...(await chain.row(place)), actorId: 'per_other' }), exactly);
    await everywhere(chain, length, (place) => chain.put(place, null), exactly);
    const insert = async (place: number) => {
      const later = await Promise.all(Array.from({ length: length - place + 1 }, (_, at) => chain.row(place + at)));
      await chain.put(place, chained(entry(999), place, (await chain.row(place - 1)).hash));
      const moved = later.map((row) => ({ ...row, number: row.number + 1 }));
      await chain.putAll(place + 1, moved);
    };
    await everywhere(chain, length, insert, (place, firstBad) => expect(firstBad).toBe(place % step === 0 ? place - step + 1 : place + 1));
    const swap = async (place: number) => {
      const [one, next] = [await chain.row(place), await chain.row(place + 1)];
      await chain.put(place, { ...next, number: place });
      await chain.put(place + 1, { ...one, number: place + 1 });
    };
    await everywhere(chain, length - 1, swap, exactly);
  }, 60_000);

  it('finds a chain that was cut, cut and written on, or made again with every hash in place, at 100 of 100 places each', async () => {
    const chain = await filled();
    await everywhere(
      chain,
      length,
      (place) => chain.truncate(place - 1),
      (place, firstBad) => expect(firstBad).toBe(place),
    );
    const again = async (place: number) => {
      await chain.truncate(place - 1);
      await chain.rewrite(place, length, { actorId: 'per_other' });
    };
    await everywhere(chain, length, again, since);
    await everywhere(
      chain,
      length,
      (place) => chain.rewrite(1, length, { actorId: `per_${place}0` }),
      (_place, firstBad) => expect(firstBad).toBe(1),
    );
  }, 60_000);

  it('finds the chain of another service, and another chain of the same service, 100 of 100 times each', async () => {
    const chain = await filled();
    const [organizations, twin] = [await filled('organizations', chain.keys), await filled('members', chain.keys)];
    expect([await organizations.firstBad(), await twin.firstBad()]).toEqual([null, null]);
    await twin.rewrite(1, length, { actorId: 'per_other' });
    const swapped = (other: Chain) => async (place: number) => {
      await chain.putAll(1, await Promise.all(Array.from({ length: place }, (_, at) => other.row(at + 1))));
    };
    await everywhere(chain, length, swapped(organizations), (_place, firstBad) => expect(firstBad).toBe(1));
    await everywhere(chain, length, swapped(twin), (place, firstBad) => expect(firstBad).toBe(place < step ? place + 1 : 1));
  }, 60_000);
});

describe('SEC-24 the checkpoints', () => {
  const checkpoint = async ({ sink }: Chain, ordinal: number): Promise<object> => {
    const row = await sink.get<object>('audit_checkpoints', key(ordinal));
    if (!row) throw new Error(`There is no checkpoint ${ordinal}`);
    return row;
  };

  it.each<[string, (chain: Chain, ordinal: number) => Promise<object | null>]>([
    ['an old one in its place', (chain, ordinal) => checkpoint(chain, ordinal - 1)],
    ['an old one with its number', async (chain, ordinal) => ({ ...(await checkpoint(chain, ordinal - 1)), ordinal })],
    ['one that nobody signed', async (chain, ordinal) => ({ ...(await checkpoint(chain, ordinal)), hash: 'f'.repeat(64) })],
    ['one signed with a foreign key of the same name', async (chain, ordinal) => forged(chain, ordinal)],
    ['none', () => Promise.resolve(null)],
  ])('are believed in order only: %s is found, 100 of 100 times', async (_what, instead) => {
    const chain = await filled();
    for (let n = 0; n < places; n++) {
      const ordinal = 2 + Math.floor(Math.random() * (length / step - 2));
      const before = await checkpoint(chain, ordinal);
      await chain.put(ordinal, await instead(chain, ordinal), 'audit_checkpoints', chain.sink);
      expect(await chain.firstBad()).toBe((ordinal - 1) * step + 1);
      await chain.put(ordinal, before, 'audit_checkpoints', chain.sink);
    }
    expect(await chain.firstBad()).toBeNull();
  });

  async function forged({ sink, context, keys, store }: Chain, ordinal: number): Promise<object> {
    const [first] = (await generateSigningKeys()).keys;
    const foreign = checkpointKeys({ keys: [{ ...first, kid: keys.keys[0]?.kid ?? '', kty: 'OKP' }] });
    const row = await sink.get<{ readonly number: number }>('audit_checkpoints', key(ordinal));
    const { hash } = (await store.get<AuditRecord>('audit', key(row?.number ?? 0))) ?? { hash: '' };
    return { ...row, hash, context, ...foreign.sign('anything') };
  }

  it('raise no alarm on 100 clean chains whose keys were changed on the way', async () => {
    for (let n = 0; n < places; n++) {
      const first = await generateSigningKeys();
      const chain = await Chain.open('members', first);
      const turn = 1 + Math.floor(Math.random() * 20);
      await chain.fill(turn);
      const rotated = { keys: [...(await generateSigningKeys()).keys, ...first.keys.map(({ d: _private, ...key }) => key)] };
      const log = chain.log(rotated);
      await chain.fill(25, log);
      await log.append(entry(26), { sealed: true });
      expect(await log.verify()).toEqual({ verified: 26, firstBad: null, unsealed: 0 });
    }
  }, 60_000);

  it('no longer vouch with a key that was taken off the list', async () => {
    const chain = await filled();
    expect((await chain.log(await generateSigningKeys()).verify()).firstBad).toBe(1);
  });

  it('come by themselves after 1,000 records', async () => {
    const chain = await Chain.open();
    const log = chain.log();
    await Promise.all(Array.from({ length: 1100 }, (_, n) => log.append(entry(n))));
    await eventually(() => log.unsealed < 1000);
    expect((await log.verify()).firstBad).toBeNull();
  });

  it('hold a copy of what is sealed before it is answered, and find where the chain says otherwise', async () => {
    const chain = await filled();
    const log = chain.log();
    await Promise.all(Array.from({ length: 20 }, (_, n) => log.append(entry(100 + n), { sealed: n % 2 === 0 })));
    expect(await chain.sink.count('audit_copies', [])).toEqual({ count: 10, more: false });
    expect((await chain.log().checkpoints.newest())?.number).toBe(length + 20);
    const copy = await chain.row(length + 1);
    await chain.put(length + 1, { ...copy, actorId: 'per_other' }, 'audit_copies', chain.sink);
    expect(await chain.firstBad()).toBe(length + 1);
  });

  it('are written once by two processes that seal at the same moment', async () => {
    const chain = await Chain.open();
    const [one, two] = [chain.log(), chain.log()];
    await Promise.all(Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? one : two).append(entry(n), { sealed: true })));
    expect(await one.verify()).toEqual({ verified: 40, firstBad: null, unsealed: 0 });
    expect((await chain.sink.count('audit_copies', [])).count).toBe(40);
  });
});

describe('SEC-24 a sink that does not answer', () => {
  it('refuses what must reach it, and nothing else', async () => {
    const chain = await filled();
    const away = () => Promise.reject(new StoreUnavailable('away'));
    const sink: ReadModelStore = { ...chain.sink, ensure: away, query: away, commit: away, getMany: away };
    const { store, context, keys } = chain;
    const log = new AuditLog(store, context, new AuditCheckpoints({ sink, context, keys: checkpointKeys(keys), now: () => '' }));
    await expect(log.append(entry(1), { sealed: true })).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await expect(log.checkpoints.newest()).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await log.append(entry(2));
    expect((await log.head()).number).toBe(length + 2);
  });
});

describe('SEC-25 a command that is told twice', () => {
  it('is recorded once, by whoever is first, also in the same moment', async () => {
    const chain = await Chain.open();
    const [one, two] = [chain.log(), chain.log()];
    const command = (n: number) => entry(n, { kind: 'command', command: { commandId: `cmd-${n}`, bodyHash: 'b', answeredId: 'a' } });
    await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 === 0 ? one : two).append(command(n % 15), { sealed: n % 5 === 0 })));
    expect(await one.verify()).toMatchObject({ verified: 15, firstBad: null });
  });
});
