import type { NewCommit } from '@zhitong/eventing';
import { createInProcessTransport } from '@zhitong/inprocess';
import { openSqliteEventStore, openSqliteReadModelStore, type SqliteEventStore } from '@zhitong/sqlite';
import { temporaryFolder } from '@zhitong/testing/temporary-folder.ts';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { rate } from './measure.ts';
import { rebuilt } from './projecting.ts';
import type { Rows } from './rows.ts';
import { appendsTo, commit, newStream } from './workload.ts';

/** The embedded log against the disk under it and the engine inside it. */
export async function embeddedRows(): Promise<Rows> {
  const folder = temporaryFolder();
  const file = folder.file('log.db');
  const store: SqliteEventStore = openSqliteEventStore({ file, context: 'organizations', epoch: 1 });
  const disk = openSync(folder.file('disk'), 'w');
  const page = Buffer.alloc(4096, 1);

  const appends = (callers: number, each: number) => appendsTo((next) => store.append(next), callers, each);
  const overwrites = () =>
    rate(500, async () => {
      for (let n = 0; n < 500; n++) {
        writeSync(disk, page, 0, page.length, 0);
        fdatasyncSync(disk);
      }
    });

  const bare = openBareLog(folder.file('bare.db'));

  const loaded = newStream();
  const raw = new DatabaseSync(file, { readOnly: true });
  const count = (total: number) => total + 1;
  const prepared = (async () => {
    for (let version = 0; version < 20; version++) await store.append(commit(loaded, version));
    return raw.prepare('SELECT meta, events FROM commits WHERE stream = ? ORDER BY first_version');
  })();
  const loads = async () => {
    await prepared;
    return rate(1000, async () => {
      for (let n = 0; n < 1000; n++) (await store.load(loaded)).reduce(count, 0);
    });
  };
  /** The same rows as they lie in the log. */
  const selects = async () => {
    const select = await prepared;
    return rate(1000, async () => {
      for (let n = 0; n < 1000; n++)
        select
          .all(loaded)
          .flatMap(({ meta, events }) => [JSON.parse(String(meta)), JSON.parse(String(events))])
          .reduce(count, 0);
    });
  };

  const long = openSqliteEventStore({ file: folder.file('long.db'), context: 'organizations', epoch: 1 });
  const readModels = await openSqliteReadModelStore({ file: folder.file('read-models.db') });
  const filled = async () => {
    if (long.head() === 0) await appendsTo((next) => long.append(next), 400, 50, 5);
    return long.head() * 5;
  };
  let build = 0;
  const transport = createInProcessTransport([long], { restricted: () => false });
  const rebuilds = async () => rebuilt(long, transport, readModels, ++build, await filled());
  const reads = async () => {
    const events = await filled();
    const log = new DatabaseSync(folder.file('long.db'), { readOnly: true });
    const page = log.prepare('SELECT position, meta, events FROM commits WHERE position > ? ORDER BY position LIMIT 1000');
    const measured = await rate(events, async () => {
      for (let after = 0, rows = page.all(after); rows.length > 0; rows = page.all(after)) {
        after += rows.length;
        rows.flatMap(({ meta, events: facts }) => [JSON.parse(String(meta)), JSON.parse(String(facts))]).reduce(count, 0);
      }
    });
    log.close();
    return measured;
  };

  return {
    rows: [
      { id: 'E1', what: 'durable append, 1 caller', against: '4 KiB overwrite + fdatasync', reach: 0.8, ours: () => appends(1, 500), theirs: overwrites },
      {
        id: 'E1b',
        what: 'durable append, 1 caller',
        against: 'bare node:sqlite, the same table, indexes and rows',
        reach: 0.8,
        ours: () => appends(1, 500),
        theirs: () => appendsTo(bare.append, 1, 500),
      },
      { id: 'E2', what: 'durable append, 64 callers', against: 'E1', reach: 8, ours: () => appends(64, 40), theirs: () => appends(1, 500) },
      { id: 'E4', what: 'load and fold 20 events', against: 'raw SELECT + JSON.parse of the same rows', reach: 0.7, ours: loads, theirs: selects },
      { id: 'E5', what: 'rebuild of 100,000 events', against: 'read + JSON.parse of the same log', reach: 0.25, ours: rebuilds, theirs: reads },
    ],
    findings: [
      {
        id: 'E7',
        what: 'event loop delay, p99, while 100,000 events are rebuilt',
        against: 'idle',
        reach: '<= 10 ms',
        async find() {
          await filled();
          const [idle, busy] = [await delayDuring(() => setTimeout(1000)), await delayDuring(rebuilds)];
          return { ours: `${busy.toFixed(1)} ms`, theirs: `${idle.toFixed(1)} ms`, reached: busy <= 10 };
        },
      },
    ],
    async close() {
      await store.close();
      bare.close();
      await transport.close();
      await long.close();
      await readModels.close();
      raw.close();
      closeSync(disk);
      folder.remove();
    },
  };
}

/** Appends what our log appends, by its statement alone: no checks, no groups, no head beside it, no answers. */
function openBareLog(file: string) {
  void openSqliteEventStore({ file, context: 'organizations', epoch: 1 }).close(); // made the table
  const log = new DatabaseSync(file);
  log.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000');
  const insert = log.prepare('INSERT INTO commits VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)');
  let position = 0;
  return {
    append({ stream, expectedVersion, events, commandId, bodyHash, metadata }: NewCommit): Promise<void> {
      const [first, last] = [expectedVersion + 1, expectedVersion + events.length];
      insert.run(++position, stream, first, last, commandId, bodyHash, metadata.occurredAt, JSON.stringify(metadata), JSON.stringify(events));
      return Promise.resolve();
    },
    close: () => log.close(),
  };
}

/** The delay in ms that 99 of 100 turns of the event loop stay within meanwhile. */
async function delayDuring(during: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  await during();
  delays.disable();
  return delays.percentile(99) / 1e6;
}
