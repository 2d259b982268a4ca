import type { EventStore, ServiceConsumer, SubscriptionStatus } from '@zhitong/eventing';

/** One part of a process, for whoever routes traffic. */
export interface Part {
  readonly ok: boolean;
  readonly detail: string;
}

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, Part>>;
}

/** Ready when every part is. */
export const readinessOf = (parts: Readonly<Record<string, Part>>): Readiness => ({ ready: Object.values(parts).every(({ ok }) => ok), parts });

/** A part that has to move on: red once its last progress is older than the limit. */
export const movingPart = (stalledForMs: number, limitMs: number): Part => ({
  ok: stalledForMs < limitMs,
  detail: `progress ${Math.round(stalledForMs / 1000)} s ago`,
});

/** Red once the process has been told to end: it works on until who routes traffic has seen it (REL-33). */
export const processPart = (leaving: boolean): Part => ({ ok: !leaving, detail: leaving ? 'closing' : 'at work' });

/** Red while the store refuses commits for want of room. */
export const roomPart = ({ full = false }: Pick<EventStore, 'full'>): Part => ({ ok: !full, detail: full ? 'no room left' : 'room left' });

/** Red at once when a subscription has read a log that is no more. */
export function epochPart(subscriptions: readonly SubscriptionStatus[]): Part {
  const stopped = subscriptions.filter(({ epochMismatch }) => epochMismatch).map(({ name }) => name);
  return { ok: stopped.length === 0, detail: stopped.length === 0 ? 'one epoch' : `EPOCH_MISMATCH: rebuild ${stopped.join(', ')}` };
}

/** Red once a missing event, or anything else, has held a partition for longer than the limit. */
export function consumerPart(consumer: ServiceConsumer, limitMs: number): Part {
  const part = movingPart(consumer.stalledFor(), limitMs);
  const gap = consumer.gap();
  return gap ? { ok: part.ok && gap.forMs < limitMs, detail: `an event is missing: ${gap.sentence}` } : part;
}

/** Red while a subscription waits for an operator. */
export function subscriptionsPart(subscriptions: readonly SubscriptionStatus[]): Part {
  const troubled = subscriptions.filter(({ state }) => state !== 'running');
  return { ok: troubled.every(({ state }) => state !== 'paused'), detail: troubled.map(({ name, state }) => `${name} ${state}`).join(', ') || 'running' };
}
