export { EphemeralMemory, openMemoryEphemeralStore, type MemoryEphemeralStoreOptions } from './ephemeral-store.ts';
