export * from './envelope.ts';
export * from './ports/clock.port.ts';
export * from './ports/ephemeral-store.port.ts';
export * from './ports/event-store.port.ts';
export * from './ports/event-transport.port.ts';
export * from './ports/lease.port.ts';
export * from './ports/read-model-store.port.ts';
