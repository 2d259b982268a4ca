import { describe, isOutage, parkedCollection, type ParkedEvent } from '@zhitong/eventing';
import { discardKey } from '../service/discard.ts';
import type { ServiceRuntime } from '../service/service-runtime.ts';
import type { Sample } from './exposition.ts';
import type { Gauges } from './metrics.ts';

const seconds = (ms: number) => ms / 1000;

/** What one service says about itself when it is asked. */
export function serviceGauges(runtime: ServiceRuntime): () => Promise<Gauges> {
  const { context } = runtime;
  const one = (value: number): readonly Sample[] => [{ labels: { context }, value }];
  return async () => {
    const { consumer, meter, relayStalledFor } = runtime;
    const { ready, parts } = runtime.readiness();
    const statuses = runtime.consumer.status();
    const parked = await parkedKeys(runtime);
    return new Map<string, readonly Sample[]>([
      ['zhitong_ready', one(ready ? 1 : 0)],
      ['zhitong_part_ready', Object.entries(parts).map(([part, { ok }]) => ({ labels: { context, part }, value: ok ? 1 : 0 }))],
      ['zhitong_ready_after_seconds', meter.readyAfterMs === undefined ? [] : one(seconds(meter.readyAfterMs))],
      ['zhitong_consumer_lag_events', one(consumer.lag())],
      ['zhitong_consumer_stalled_seconds', one(seconds(consumer.stalledFor()))],
      ['zhitong_relay_stalled_seconds', relayStalledFor === undefined ? [] : one(seconds(relayStalledFor))],
      ['zhitong_stream_gap_seconds', one(seconds(consumer.gap()?.forMs ?? 0))],
      ['zhitong_missing_events_fetched', one(consumer.fetched)],
      ['zhitong_subscriptions_paused', one(statuses.filter(({ state }) => state === 'paused').length)],
      ['zhitong_epoch_mismatches', one(statuses.filter(({ epochMismatch }) => epochMismatch).length)],
      ['zhitong_parked_keys', parked ? one(parked.keys) : []],
      ['zhitong_parked_oldest_seconds', parked ? one(parked.oldestSeconds) : []],
      ['zhitong_audit_first_bad', meter.firstBad === undefined ? [] : one(meter.firstBad)],
      ['zhitong_audit_unsealed_records', one(runtime.audit.unsealed)],
      ['zhitong_log_epoch', one(runtime.adapters.logEpoch)],
    ]);
  };
}

/**
 * Of the oldest 1,000 parked events: an alarm has long been raised before there are more. Undefined while the store does not answer, which
 * must not keep the other gauges from telling so.
 */
async function parkedKeys({ adapters, now }: ServiceRuntime): Promise<{ readonly keys: number; readonly oldestSeconds: number } | undefined> {
  try {
    const oldestFirst = { where: [], orderBy: { field: 'parkedAt', direction: 'asc' }, limit: 1000 } as const;
    return summary((await adapters.readModels.query<ParkedEvent>(parkedCollection.name, oldestFirst)).items, now());
  } catch (error) {
    if (!isOutage(error)) throw error;
    adapters.log.warn({ error: describe(error) }, 'parked keys could not be counted');
    return undefined;
  }
}

function summary(items: readonly ParkedEvent[], now: string) {
  const [oldest] = items;
  return { keys: new Set(items.map(discardKey)).size, oldestSeconds: oldest ? seconds(Date.parse(now) - Date.parse(oldest.parkedAt)) : 0 };
}
