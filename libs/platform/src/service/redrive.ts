import { parkedCollection, type ParkedEvent, type StoredRow } from '@zhitong/eventing';
import type { ServiceRuntime } from './service-runtime.ts';

export interface RedriveOutcome {
  readonly taken: number;
  readonly version: number;
  /** Set when the first event still fails; nothing was taken in then. */
  readonly error?: string;
}

/** Takes the parked events of one stream in again, in order; each leaves the parking place in the unit that takes it in. */
export async function redrive(runtime: ServiceRuntime, name: string, stream: string): Promise<RedriveOutcome> {
  const { readModels } = runtime.adapters;
  const subscription = runtime.consumer.subscription(name);
  if (!subscription) return { taken: 0, version: 0 };
  const page = await readModels.query<ParkedEvent>(parkedCollection.name, {
    where: [
      { field: 'subscription', eq: name },
      { field: 'stream', eq: stream },
    ],
    orderBy: { field: 'version', direction: 'asc' },
    limit: 1000,
  });
  let version = 0;
  let taken = 0;
  for (const { $key, ...parked } of page.items) {
    const outcome = await subscription.again(parked);
    taken++;
    if (outcome.error !== undefined) return { taken, version, error: outcome.error };
    version = parked.version;
    await release(runtime, $key);
  }
  subscription.forget();
  return { taken, version };
}

async function release(runtime: ServiceRuntime, key: string): Promise<void> {
  const { readModels } = runtime.adapters;
  const [stored]: readonly StoredRow[] = await readModels.stored(parkedCollection.name, [key]);
  if (!stored) return;
  await readModels.commit({ writes: [{ collection: parkedCollection.name, key, expectedRevision: stored.revision, guards: stored.guards, row: null }] });
}

