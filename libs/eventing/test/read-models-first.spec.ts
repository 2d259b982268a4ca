import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  collectionsOf,
  defineProjection,
  from,
  intend,
  PolicyRunner,
  Progress,
  ProjectionRunner,
  put,
  ReadModelsFirst,
  subscriptionName,
  when,
  type AnyProjection,
  type Policy,
  type ReadModelStore,
} from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';
import { batchOf, recordedEvent } from '@zhitong/testing';
import { counter } from './counter.samples.ts';
import { closeStoresAfterwards, readModels } from './stores.ts';

interface Told extends Fact {
  readonly type: 'Told';
  readonly data: object;
}
const aggregate = (category: string) => ({ context: 'organizations', category, eventTypes: ['Told'] as const });
/** A row for each stream of its category that told anything. */
const tellers = (category: string): AnyProjection =>
  defineProjection({
    name: category,
    version: 1,
    indexes: [],
    sources: [from<Told>(aggregate(category))({ Told: ({ stream }) => put(stream, { stream }) })],
  });
const [listed, present] = [tellers('listed'), tellers('present')];
const [listing, presence] = [recordedEvent('organizations.listed-a', 1, 'Told'), recordedEvent('organizations.present-a', 1, 'Told')];
const subscriptionOf = (projection: AnyProjection) => subscriptionName(projection, 1);
const name = 'when-listed-or-present-then-added';

let store: ReadModelStore;
let progress: Progress;
beforeAll(async () => {
  store = await readModels();
});
beforeEach(async () => {
  await store.ensure([listed, present].flatMap((projection) => Object.values(collectionsOf(projection, 1))));
  progress = new Progress();
});
closeStoresAfterwards([name, ...[listed, present].map(subscriptionOf)]);

const first = (options: { readonly patienceMs?: number } = {}) => new ReadModelsFirst({ store, progress, logEpoch: 1, subscriptionOf, ...options });
const common = () => ({ store, env: {}, topicOf: (_context: string, category: string) => category, now: () => '2026-03-01T09:00:00.000Z' });
const takeIn = (projection: AnyProjection, event: typeof listing, told = true) =>
  new ProjectionRunner({ ...common(), projection, build: 1, ...(told ? { progressed: (note) => progress.note(note) } : {}) }).take(
    batchOf([event], { topic: projection.name }),
  );

/** Adds once both were told: whichever it hears of looks for the other one. */
function adding() {
  const added: string[] = [];
  const other = (projection: AnyProjection, stream: string) => async () =>
    (await store.get(collectionsOf(projection, 1).rows.name, stream)) === undefined ? [] : [intend(counter, 'both', { amount: 1 })];
  const policy: Policy<never> = {
    name,
    startFrom: 'beginning',
    expects: [],
    reads: [listed, present],
    sources: [
      when<Told>(aggregate('listed'))({ Told: other(present, presence.stream) }),
      when<Told>(aggregate('present'))({ Told: other(listed, listing.stream) }),
    ],
  };
  const carryOut = async (_intent: unknown, { event }: { readonly event: typeof listing }) => added.push(event.stream);
  const runner = new PolicyRunner({ ...common(), policy, readModels: first(), endOf: () => Promise.resolve(0), carryOut });
  const hear = (event: typeof listing, topic: string) => runner.take(batchOf([event], { topic }));
  return { added, hear };
}

describe('what a policy decides by', () => {
  it.each([
    ['listed, present', [listed, present], [presence.stream]],
    ['present, listed', [present, listed], [listing.stream]],
  ] as const)('has the event first: of two that are told at once the second one finds the other, taken in as %s', async (_title, order, found) => {
    const { added, hear } = adding();
    const heard = [hear(listing, 'listed'), hear(presence, 'present')];
    for (const projection of order) {
      await takeIn(projection, projection === listed ? listing : presence);
      await heard[projection === listed ? 0 : 1];
    }
    expect(added).toEqual(found);
  });

  it('is asked for its checkpoint where its progress was not heard, once for all events before it', async () => {
    await takeIn(listed, listing, false);
    let asked = 0;
    const checkpoints = async (subscription: string) => {
      asked += 1;
      return store.checkpoints(subscription);
    };
    const readModels = new ReadModelsFirst({ store: { checkpoints }, progress, logEpoch: 1, subscriptionOf });
    const place = { topic: 'listed', partition: 0, offset: 0 };
    for (let times = 0; times < 3; times++) await readModels.have([listed], listing, place);
    expect(asked).toBe(1);
  });

  it('holds the event back while it is behind, or stands in another log', async () => {
    const place = { topic: 'listed', partition: 0, offset: 0 };
    const behind = { code: 'SERVICE_UNAVAILABLE', details: { subscription: 'listed.v1.b1', stream: listing.stream, version: 1 } };
    await expect(first({ patienceMs: 1 }).have([listed], listing, place)).rejects.toMatchObject(behind);
    await takeIn(listed, listing, false);
    const elsewhere = new ReadModelsFirst({ store, progress, logEpoch: 2, subscriptionOf, patienceMs: 1 });
    await expect(elsewhere.have([listed], listing, place)).rejects.toMatchObject(behind);
  });

  it('does not wait for what does not follow the event', async () => {
    await first().have([present], listing, { topic: 'listed', partition: 0, offset: 0 });
  });
});
