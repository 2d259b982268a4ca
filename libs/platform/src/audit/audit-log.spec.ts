import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ReadModelStore } from '@zhitong/eventing';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { temporaryFolder, type TemporaryFolder } from '@zhitong/testing';
import { join } from 'node:path';
import { AuditLog, auditCollection, auditPersonCollection, type AuditEntry } from './audit-log.ts';

const entry = (n: number): AuditEntry => ({
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
});
const key = (number: number) => String(number).padStart(12, '0');
const length = 40;

let folder: TemporaryFolder;
let store: ReadModelStore;
let audit: AuditLog;

async function chain(context: string, file: string): Promise<[ReadModelStore, AuditLog]> {
  const opened = openSqliteDocumentStore({ file: join(folder.path, file) });
  await opened.ensure([auditCollection, auditPersonCollection]);
  const log = new AuditLog(opened, context);
  for (let n = 1; n <= length; n++) await log.append(entry(n));
  return [opened, log];
}
beforeEach(async () => {
  folder = temporaryFolder();
  [store, audit] = await chain('members', 'documents.db');
});
afterEach(async () => {
  await store.close();
  folder.remove();
});

const rowAt = async (number: number, from = store): Promise<object> => {
  const [row] = await from.stored(auditCollection.name, [key(number)]);
  if (typeof row?.row !== 'object' || row.row === null) throw new Error(`There is no record ${number}`);
  return row.row;
};
/** Somebody with the database in hand. */
async function put(number: number, row: object | null): Promise<void> {
  const [stored] = await store.stored(auditCollection.name, [key(number)]);
  const write = { collection: auditCollection.name, key: key(number), expectedRevision: stored?.revision ?? 0, guards: {}, row };
  expect(await store.commit({ writes: [write] })).toBe('committed');
}
const somewhere = () => 2 + Math.floor(Math.random() * (length - 3));
const firstBad = async () => (await audit.verify()).firstBad;

describe('SEC-24 the chain of records', () => {
  it('verifies while nobody has touched it, also what was written at the same moment', async () => {
    await Promise.all(Array.from({ length: 30 }, (_, n) => audit.append(entry(100 + n))));
    expect(await audit.verify()).toEqual({ verified: length + 30, firstBad: null });
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
    const number = somewhere();
    await put(number, { ...(await rowAt(number)), ...change });
    expect(await firstBad()).toBe(number);
  });

  it('names where a record is gone, and where two have changed places', async () => {
    const number = somewhere();
    const [one, next] = [await rowAt(number), await rowAt(number + 1)];
    await put(number, { ...next, number });
    await put(number + 1, { ...one, number: number + 1 });
    expect(await firstBad()).toBe(number);
    await put(number, null);
    expect(await firstBad()).toBe(number);
  });

  it('names a record that was put in, and one of another service', async () => {
    await put(length + 1, { ...(await rowAt(length)), number: length + 1 });
    expect(await firstBad()).toBe(length + 1);
    const [others, log] = await chain('organizations', 'others.db');
    expect(await log.verify()).toEqual({ verified: length, firstBad: null });
    for (let number = 1; number <= length; number++) await put(number, await rowAt(number, others));
    await others.close();
    expect(await firstBad()).toBe(1);
  });
});
