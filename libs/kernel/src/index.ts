export * from './codes.ts';
export * from './decider.ts';
export * from './events.ts';
export * from './rejected.ts';
