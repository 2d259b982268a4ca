export { silentConnectionMs, type Connection } from './connection.ts';
export { openMongoEventStore, type EventStoreOptions } from './event-store.ts';
export { openMongoLeaseStore, type LeaseStoreOptions } from './lease-store.ts';
export { openMongoReadModelStore, type ReadModelStoreOptions } from './read-model-store.ts';
export { roomMs } from './room.ts';
export { tailTimes, type TailTimes } from './tail-source.ts';
