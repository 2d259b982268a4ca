import { parkedCollection, type ParkedEvent } from '@zhitong/eventing';
import type { ServiceRuntime } from './service-runtime.ts';

export interface RedriveOutcome {
  readonly taken: number;
  readonly version: number;
  /** Set when an event still fails; it and those behind it stay parked. */
  readonly error?: string;
}

/** Takes the parked events of one stream in again, in order, also those that come to wait meanwhile; then a paused subscription reads on. */
export async function redrive(runtime: Pick<ServiceRuntime, 'adapters' | 'consumer'>, name: string, stream: string): Promise<RedriveOutcome> {
  const { readModels } = runtime.adapters;
  const subscription = runtime.consumer.subscription(name);
  if (!subscription) return { taken: 0, version: 0 };
  let version = 0;
  let taken = 0;
  for (;;) {
    const { items } = await readModels.query<ParkedEvent>(parkedCollection.name, {
      where: [
        { field: 'subscription', eq: name },
        { field: 'stream', eq: stream },
      ],
      orderBy: { field: 'version', direction: 'asc' },
      limit: 100,
    });
    if (items.length === 0) break;
    for (const parked of items) {
      const { error } = await subscription.again(parked);
      taken++;
      if (error !== undefined) return { taken, version, error };
      version = parked.version;
    }
  }
  subscription.forget();
  await runtime.consumer.resume(name);
  return { taken, version };
}
