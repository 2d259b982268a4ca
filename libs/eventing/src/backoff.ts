import { setTimeout } from 'node:timers/promises';

/** Limits of a wait that doubles with each failure, in ms. */
export interface BackoffLimits {
  readonly minMs: number;
  readonly maxMs: number;
}

/** Half of the doubled wait is fixed, half is random: clients that failed together do not come back together. */
export function backoffMs(failures: number, { minMs, maxMs }: BackoffLimits, random: () => number = Math.random): number {
  const full = Math.min(maxMs, minMs * 2 ** Math.max(0, failures - 1));
  return Math.max(minMs, Math.round(full / 2 + (full / 2) * random()));
}

/** Waits, at most until the signal ends the wait. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await setTimeout(ms, undefined, { signal }).catch((reason: unknown) => {
    if (!signal.aborted) throw reason;
  });
}

/** Waits before the next try after so many failures. */
export const backoff = async (failures: number, limits: BackoffLimits): Promise<void> => setTimeout(backoffMs(failures, limits));
