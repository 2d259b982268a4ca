export { FileDamaged, LogDamaged } from './damage.ts';
export { openSqliteEventStore, type SqliteEventStore, type SqliteEventStoreOptions } from './event-store.ts';
export { FolderInUse, lockDataFolder, type FolderLock } from './folder-lock.ts';
export { openSqliteLeaseStore, type SqliteLeaseStoreOptions } from './lease-store.ts';
export { openSqliteDocumentStore, openSqliteReadModelStore } from './read-model-store.ts';
