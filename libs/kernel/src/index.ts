export * from './call.ts';
export * from './codes.ts';
export * from './dates.ts';
export * from './decider.ts';
export * from './events.ts';
export * from './money.ts';
export * from './rejected.ts';
export * from './working-days.ts';
