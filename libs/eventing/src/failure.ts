import { Rejected } from '@zhitong/kernel';

const outages = new Set(['StoreUnavailable', 'StoreFull', 'EphemeralUnavailable', 'Fenced', 'SubscriptionPaused']);
const outageCodes = new Set(['SERVICE_UNAVAILABLE', 'STORE_UNAVAILABLE', 'STORE_FULL', 'OVERLOADED', 'OUTCOME_UNKNOWN', 'CONFLICT']);

/** True for what passes by itself (a server away, a lost race): retried for ever, never parked. Everything else fails the same way each time. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Rejected ? outageCodes.has(error.code) : error instanceof Error && outages.has(error.name);

/** Name and message for operators; never the payload. */
export const describe = (error: unknown): string => (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(0, 500);
