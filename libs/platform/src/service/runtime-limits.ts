/** Times in ms; chaos tests shorten all of them by one factor. */
export interface RuntimeLimits {
  readonly tickMs: number;
  readonly leaseMs: number;
  readonly refreshMs: number;
  /** A part that made no progress for longer turns readiness red: said and seen within 30 s. */
  readonly stalledMs: number;
}

/** The standard ones, all shorter by one factor. */
export function limitsDividedBy(factor: number): RuntimeLimits {
  const { tickMs, leaseMs, refreshMs, stalledMs } = standardLimits;
  return { tickMs: tickMs / factor, leaseMs: leaseMs / factor, refreshMs: refreshMs / factor, stalledMs: stalledMs / factor };
}

export const standardLimits: RuntimeLimits = { tickMs: 1000, leaseMs: 5000, refreshMs: 1000, stalledMs: 25_000 };
