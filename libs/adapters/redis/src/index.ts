export { openRedisEphemeralStore, type RedisEphemeralStoreOptions } from './ephemeral-store.ts';
