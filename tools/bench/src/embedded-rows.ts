import type { NewCommit } from '@zhitong/eventing';
import { openSqliteEventStore, type SqliteEventStore } from '@zhitong/sqlite';
import { randomUUID } from 'node:crypto';
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { rate } from './measure.ts';
import type { Row } from './rows.ts';

const event = (n: number) => ({ type: 'OrganizationRelocated', data: { organizationId: `org_${n}`, placeParentId: 'org_place', effectiveOn: '2026-01-01' } });

const commit = (stream: string, expectedVersion: number): NewCommit => ({
  stream,
  expectedVersion,
  events: [event(expectedVersion)],
  commandId: randomUUID(),
  bodyHash: 'bench',
  metadata: { occurredAt: '2026-01-01T00:00:00.000Z', actorId: 'system:bench', correlationId: 'bench' },
});

const newStream = () => `organizations.bench-${randomUUID()}`;

/** The embedded log against the disk under it and the engine inside it. */
export function embeddedRows(): { readonly rows: readonly Row[]; close(): Promise<void> } {
  const folder = mkdtempSync(join(tmpdir(), 'zhitong-bench-'));
  const file = join(folder, 'log.db');
  const store: SqliteEventStore = openSqliteEventStore({ file, context: 'organizations', epoch: 1 });
  const disk = openSync(join(folder, 'disk'), 'w');
  const page = Buffer.alloc(4096, 1);

  const appends = (callers: number, each: number) =>
    rate(callers * each, async () => {
      await Promise.all(
        Array.from({ length: callers }, async () => {
          const stream = newStream();
          for (let version = 0; version < each; version++) await store.append(commit(stream, version));
        }),
      );
    });
  const overwrites = () =>
    rate(500, async () => {
      for (let n = 0; n < 500; n++) {
        writeSync(disk, page, 0, page.length, 0);
        fdatasyncSync(disk);
      }
    });

  const loaded = newStream();
  const raw = new DatabaseSync(join(folder, 'raw.db'));
  raw.exec('CREATE TABLE events (stream TEXT, version INTEGER, body TEXT, PRIMARY KEY (stream, version))');
  const insert = raw.prepare('INSERT INTO events VALUES (?, ?, ?)');
  const select = raw.prepare('SELECT body FROM events WHERE stream = ? ORDER BY version');
  const prepared = (async () => {
    for (let version = 0; version < 20; version++) {
      await store.append(commit(loaded, version));
      insert.run(loaded, version, JSON.stringify(event(version)));
    }
  })();
  const loads = async () => {
    await prepared;
    return rate(1000, async () => {
      for (let n = 0; n < 1000; n++) await store.load(loaded);
    });
  };
  const selects = async () => {
    await prepared;
    return rate(1000, async () => {
      for (let n = 0; n < 1000; n++) for (const { body } of select.all(loaded)) JSON.parse(String(body));
    });
  };

  return {
    rows: [
      { id: 'E1', what: 'durable append, 1 caller', against: '4 KiB overwrite + fdatasync', reach: 0.8, ours: () => appends(1, 500), theirs: overwrites },
      { id: 'E2', what: 'durable append, 64 callers', against: 'E1', reach: 8, ours: () => appends(64, 40), theirs: () => appends(1, 500) },
      { id: 'E4', what: 'load 20 events', against: 'raw SELECT + JSON.parse', reach: 0.7, ours: loads, theirs: selects },
    ],
    async close() {
      await store.close();
      raw.close();
      closeSync(disk);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
