import { contexts, type Context } from '@zhitong/catalogue';
import type { ReadModelStore } from '@zhitong/eventing';
import { openMongoReadModelStore } from '@zhitong/mongodb';
import { openSqliteDocumentStore } from '@zhitong/sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigurationError, type Configuration } from './configuration.ts';
import { databaseOf } from './distributed.ts';
import { auditSinkOf } from './embedded.ts';
import { AuditCheckpoints } from '../audit/audit-checkpoints.ts';
import { AuditLog, auditCollections } from '../audit/audit-log.ts';
import type { Verification } from '../audit/audit-verification.ts';
import type { CheckpointKeys } from '../audit/checkpoint-keys.ts';

interface AuditStores {
  readonly documents: ReadModelStore;
  readonly sink: ReadModelStore;
}

/** Verifies the chain of every service of an installation that runs, stands still, or lies on a disk as a copy. */
export async function* verifyInstallation(configuration: Configuration, keys: CheckpointKeys): AsyncGenerator<Verification & { readonly context: Context }> {
  for (const context of contexts) {
    const { documents, sink } = await storesOf(configuration, context);
    try {
      await documents.ensure(auditCollections);
      const now = () => new Date().toISOString();
      const verification = await new AuditLog(documents, context, new AuditCheckpoints({ sink, context, keys, now })).verify();
      yield { context, ...verification };
    } finally {
      await Promise.all([documents.close(), sink.close()]);
    }
  }
}

/** Servers when they are named, else the data folder. */
async function storesOf(configuration: Configuration, context: Context): Promise<AuditStores> {
  const { ZT_MONGO_URL: url, ZHITONG_PREFIX: prefix, ZHITONG_AUDIT_SINK: named, ZHITONG_DATA: data } = configuration;
  if (url === undefined) {
    if (!existsSync(data)) throw new ConfigurationError('ZHITONG_DATA: there is no such folder');
    return { documents: existing(join(data, context, 'documents.db')), sink: existing(join(named ?? auditSinkOf(data), `${context}.db`)) };
  }
  const database = databaseOf(prefix, context);
  const [documents, sink] = await Promise.all([
    openMongoReadModelStore({ url, database: `${database}_documents` }),
    openMongoReadModelStore({ url: named ?? url, database: `${database}_audit_sink` }),
  ]);
  return { documents, sink };
}

/** A file that is gone holds nothing; it is not made again by who looks for it. */
const existing = (file: string): ReadModelStore => openSqliteDocumentStore({ file: existsSync(file) ? file : ':memory:' });
