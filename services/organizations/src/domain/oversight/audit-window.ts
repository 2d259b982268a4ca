import type { AuditOccasion } from '@zhitong/catalogue';
import { addDays } from '@zhitong/kernel';

/** The day of an election, or of leaving the post. */
export interface Occasion {
  readonly code: AuditOccasion;
  readonly on: string;
}
/** First and last day on which the audit for an occasion is in time. */
export interface AuditWindow extends Occasion {
  readonly fromOn: string;
  readonly untilOn: string;
}

/** {audit.windowDays} on either side. */
export const windowOf = (occasion: Occasion, windowDays: number): AuditWindow => ({
  ...occasion,
  fromOn: addDays(occasion.on, -windowDays),
  untilOn: addDays(occasion.on, windowDays),
});

/** The first occasion whose window has begun by a day without an audit since it began; a late audit settles it as well. */
export const owedOn = (windows: readonly AuditWindow[], audits: readonly string[], today: string): AuditWindow | undefined =>
  windows.filter(({ fromOn }) => fromOn <= today && !audits.some((auditedOn) => auditedOn >= fromOn)).sort((a, b) => (a.on < b.on ? -1 : 1))[0];
