import { parkedAt, type ParkedKey } from '@zhitong/eventing';
import type { RunningService } from './running-service.ts';

export interface RedriveOutcome {
  readonly taken: number;
  readonly version: number;
  /** Set when an event still fails; it and those behind it stay parked. */
  readonly error?: string;
}

/** Takes the parked events of one stream in again, in order, also those that come to wait meanwhile; then a paused subscription reads on. */
export async function redrive({ adapters, consumer }: Pick<RunningService, 'adapters' | 'consumer'>, key: ParkedKey): Promise<RedriveOutcome> {
  const subscription = consumer.subscription(key.subscription);
  if (!subscription) return { taken: 0, version: 0 };
  let version = 0;
  let taken = 0;
  for (;;) {
    const waiting = await parkedAt(adapters.readModels, key, 100);
    if (waiting.length === 0) break;
    for (const parked of waiting) {
      const { error } = await subscription.again(parked);
      taken++;
      if (error !== undefined) return { taken, version, error };
      version = parked.version;
    }
  }
  subscription.forget();
  await consumer.resume(key.subscription);
  return { taken, version };
}
