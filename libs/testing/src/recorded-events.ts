import type { Batch, Delivered, RecordedEvent } from '@zhitong/eventing';

/** An event as every reader gets it. */
export const recordedEvent = (stream: string, version: number, type = 'Noted', data: object = {}): RecordedEvent => ({
  stream,
  version,
  type,
  data,
  occurredAt: '2026-03-01T09:00:00.000Z',
  recordedAt: '2026-03-01T09:00:00.123Z',
  actorId: 'per_1',
  correlationId: 'cor_1',
  commandId: `cmd_${stream}_${version}`,
  logEpoch: 1,
});

/** A batch of one partition whose messages have the offsets from `firstOffset` on. */
export const batchOf = (events: readonly (RecordedEvent | { readonly malformed: string })[], options: Partial<Batch> = {}): Batch => {
  const { firstOffset = 0 } = options;
  const messages = events.map((event, at): Delivered =>
    'malformed' in event
      ? { offset: firstOffset + at, malformed: { stream: event.malformed, reason: 'no JSON', raw: '{' } }
      : { offset: firstOffset + at, event },
  );
  const nextOffset = firstOffset + events.length;
  return {
    topic: 'organizations',
    partition: 0,
    firstOffset,
    nextOffset,
    highWatermark: nextOffset,
    messages,
    logEpoch: 1,
    isStale: () => false,
    heartbeat: () => Promise.resolve(),
    ...options,
  };
};
