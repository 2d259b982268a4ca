import type { DiscardReason } from '@zhitong/catalogue';
import { parkedAt, parkedCollection, writeNow, type Collection, type ParkedKey, type RowWrite } from '@zhitong/eventing';
import { Rejected } from '@zhitong/kernel';
import { redrive, type RedriveOutcome } from './redrive.ts';
import type { RunningService } from './running-service.ts';

type Runtime = Pick<RunningService, 'adapters' | 'consumer' | 'now'>;

/** One operator's wish to leave an event out for good; it names the very event, so that no other can be meant later. */
export interface Discard extends ParkedKey {
  readonly event: string;
  readonly reasonCode: DiscardReason;
  readonly proposedById: string;
  readonly proposedAt: string;
}

export const discardsCollection: Collection = { name: 'parked_discards', indexes: [['subscription']] };

export const discardKey = ({ subscription, stream }: ParkedKey): string => `${subscription}|${stream}`;

/** A later proposal takes the place of an earlier one. @throws {Rejected} NOT_FOUND when nothing is parked there; CONFLICT beside another proposal. */
export async function proposeDiscard(runtime: Runtime, key: ParkedKey, reasonCode: DiscardReason, proposedById: string): Promise<void> {
  const first = await firstParked(runtime, key);
  const row: Discard = { ...key, event: first.$key, reasonCode, proposedById, proposedAt: runtime.now() };
  await commit(runtime, [await writeNow(runtime.adapters.readModels, discardsCollection.name, discardKey(key), row)]);
}

/**
 * Lets the first parked event go without taking it in, then takes in what waits behind it.
 * @throws {Rejected} NOT_FOUND without a proposal; SECOND_PERSON_REQUIRED from whoever proposed it; CONFLICT when another event has come first since.
 */
export async function confirmDiscard(runtime: Runtime, key: ParkedKey, confirmedById: string): Promise<RedriveOutcome & { readonly discarded: Discard }> {
  const { readModels } = runtime.adapters;
  const discard = await readModels.get<Discard>(discardsCollection.name, discardKey(key));
  if (!discard) throw new Rejected('NOT_FOUND', 'Nobody has proposed to discard anything there.', { ...key });
  if (discard.proposedById === confirmedById) throw new Rejected('SECOND_PERSON_REQUIRED', 'One operator proposes a discard, another confirms it.');
  const first = await firstParked(runtime, key);
  if (first.$key !== discard.event) throw new Rejected('CONFLICT', 'Another event waits first since this was proposed.', { ...key });
  await commit(runtime, [
    await writeNow(readModels, parkedCollection.name, first.$key, null),
    await writeNow(readModels, discardsCollection.name, discardKey(key), null),
  ]);
  const outcome = await redrive(runtime, key);
  return { ...outcome, version: Math.max(outcome.version, first.version), discarded: discard };
}

async function firstParked({ adapters }: Runtime, key: ParkedKey) {
  const [first] = await parkedAt(adapters.readModels, key, 1);
  if (!first) throw new Rejected('NOT_FOUND', 'Nothing is parked there.', { ...key });
  return first;
}

async function commit({ adapters }: Runtime, writes: readonly RowWrite[]): Promise<void> {
  if ((await adapters.readModels.commit({ writes })) !== 'committed') throw new Rejected('CONFLICT', 'Another operator was faster.');
}
