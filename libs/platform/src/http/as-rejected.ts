import { Rejected } from '@zhitong/kernel';

const outages: Readonly<Record<string, readonly [code: string, sentence: string]>> = {
  StoreUnavailable: ['STORE_UNAVAILABLE', 'The store does not answer; the same request may be repeated.'],
  StoreFull: ['STORE_FULL', 'The store has no room left.'],
  EphemeralUnavailable: ['SESSIONS_UNAVAILABLE', 'Sessions cannot be checked at the moment.'],
};

/** What a caller may learn of an error: a refusal as it is, a known outage by its code, undefined for everything that must stay inside. */
export function asRejected(error: unknown): Rejected | undefined {
  if (error instanceof Rejected) return error;
  const outage = error instanceof Error ? outages[error.name] : undefined;
  return outage && new Rejected(...outage);
}
