import { createInProcessTransport } from '@zhitong/inprocess';
import { openMemoryEphemeralStore } from '@zhitong/memory';
import {
  lockDataFolder,
  openSqliteDocumentStore,
  openSqliteEventStore,
  openSqliteLeaseStore,
  openSqliteReadModelStore,
  type SqliteEventStore,
} from '@zhitong/sqlite';
import { restrictedCategories, type Context } from '@zhitong/catalogue';
import { parseStream, type EphemeralStore, type Log } from '@zhitong/eventing';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ServiceAdapters } from '../service/adapters.ts';
import { watchingDamage } from './damage-watch.ts';

/** The adapters of one process that holds all services: SQLite files in one folder, transport and fan-out in memory. */
export interface EmbeddedRuntime {
  readonly ephemeral: EphemeralStore;
  adapters(context: Context): Promise<ServiceAdapters>;
  close(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** Checkpoints of the audit chains; `audit-sink` in the data folder when absent. */
  readonly auditSinkFolder?: string;
  readonly contexts: readonly Context[];
  readonly logEpoch: number;
  readonly log: Log;
  /** Told of damage that is found at work, so that the process can end. */
  readonly damaged?: (error: unknown) => void;
}

/** @throws {FolderInUse} when another process works on the folder. */
export function openEmbeddedRuntime(options: EmbeddedOptions): EmbeddedRuntime {
  const { dataFolder, auditSinkFolder = auditSinkOf(dataFolder), contexts, logEpoch, log, damaged = () => undefined } = options;
  const lock = lockDataFolder(dataFolder);
  const folder = (context: Context) => {
    const path = join(dataFolder, context);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const watched = <Store extends object>(store: Store) => watchingDamage(store, damaged);
  const logs = new Map<Context, SqliteEventStore>(
    contexts.map((context) => [context, watched(openSqliteEventStore({ file: join(folder(context), 'log.db'), context, epoch: logEpoch }))]),
  );
  const transport = createInProcessTransport([...logs.values()], { restricted, log });
  const ephemeral = openMemoryEphemeralStore();
  const history: ServiceAdapters['history'] = async (stream, fromVersion) =>
    [...logs.values()].find(({ context }) => context === parseStream(stream).context)?.load(stream, fromVersion);
  const closers: (() => Promise<void> | void)[] = [];
  return {
    ephemeral,
    async adapters(context) {
      const store = logs.get(context);
      if (!store) throw new TypeError(`${context} is not part of this process`);
      const file = (name: string) => join(folder(context), name);
      const readModels = watched(await openSqliteReadModelStore({ file: file('read-models.db') }));
      const documents = watched(openSqliteDocumentStore({ file: file('documents.db') }));
      const keys = watched(openSqliteDocumentStore({ file: file('keys.db') }));
      mkdirSync(auditSinkFolder, { recursive: true });
      const auditSink = watched(openSqliteDocumentStore({ file: join(auditSinkFolder, `${context}.db`) }));
      const leases = watched(openSqliteLeaseStore({ file: file('leases.db') }));
      closers.push(
        () => readModels.close(),
        () => documents.close(),
        () => keys.close(),
        () => auditSink.close(),
        () => leases.close(),
      );
      const owner = `process-${process.pid}`;
      const close = () => Promise.resolve();
      return { store, readModels, documents, auditSink, keys, leases, transport, logEpoch, history, ephemeral, log, owner, close };
    },
    async close() {
      await transport.close();
      for (const close of closers.reverse()) await close();
      for (const store of logs.values()) await store.close();
      await ephemeral.close();
      lock.release();
    },
  };
}

/** Where the sink lies when nobody said where. */
export const auditSinkOf = (dataFolder: string): string => join(dataFolder, 'audit-sink');

const restricted = (stream: string): boolean => {
  const { context, category } = parseStream(stream);
  return restrictedCategories.has(`${context}.${category}`);
};
