import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  collectionsOf,
  intend,
  parkedCollection,
  PolicyRunner,
  ProjectionRunner,
  StoreUnavailable,
  subscriptionName,
  when,
  writeNow,
  type Batch,
  type ParkedEvent,
  type ReadModelStore,
  type RecordedEvent,
  type Subscription,
} from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';
import { batchOf, recordedEvent } from '@zhitong/testing';
import { between, seeded } from '@zhitong/testing/faults/random.ts';
import { counter, noting, sampleProjection, type SampleRow } from './counter.samples.ts';
import { closeStoresAfterwards, readModels } from './stores.ts';

const perBatch = 100;
const batches = 30;
const streams = Array.from({ length: 1000 }, (_, nth) => `organizations.thing-${nth}`);
const minute = 60_000;

/** Batches in which chance places one message in a hundred that is no event, one of a type nobody knows, and one that a handler throws at. */
function poisoned(seed: number) {
  const random = seeded(seed);
  const versions = new Map<string, number>();
  const anyStream = () => streams[between(random, 0, streams.length - 1)] ?? '';
  const next = (type: string, data: object = {}): RecordedEvent => {
    const stream = anyStream();
    versions.set(stream, (versions.get(stream) ?? 0) + 1);
    return recordedEvent(stream, versions.get(stream) ?? 1, type, data);
  };
  const dealt = Array.from({ length: batches }, (_, nth) => {
    const messages: (RecordedEvent | { readonly malformed: string })[] = Array.from({ length: perBatch - 3 }, () => next('Noted'));
    for (const message of [next('Unheard'), next('Noted', { bad: true }), { malformed: anyStream() }]) messages.push(message);
    return batchOf(messages, { firstOffset: nth * perBatch });
  });
  const events = dealt.flatMap(({ messages }) => messages).flatMap((message) => ('event' in message ? [message.event] : []));
  const sick = dealt
    .flatMap(({ messages }) => messages)
    .flatMap((message) => {
      if ('malformed' in message) return [message.malformed.stream];
      return 'bad' in message.event.data ? [message.event.stream] : [];
    });
  return {
    batches: dealt,
    sick: new Set(sick),
    whole: Map.groupBy(
      events.filter(({ type }) => type === 'Noted'),
      ({ stream }) => stream,
    ),
  };
}

/** What a stream has come to. */
type Taken = (stream: string) => Promise<readonly number[]>;
interface Subject {
  readonly runner: Subscription;
  readonly taken: Taken;
}
interface Noted extends Fact {
  readonly type: 'Noted';
  readonly data: object;
}

describe('REL-23 one message in a hundred is poison', () => {
  let store: ReadModelStore;
  let now = 0;
  let away = 0;
  let mended = false;
  const trip = ({ data }: Pick<RecordedEvent, 'data'>): void => {
    if ('bad' in data && !mended) throw new TypeError('bad');
  };
  const projection = sampleProjection([
    {
      category: 'thing',
      handle: (event) => {
        trip(event);
        return noting(event.stream, String(event.version));
      },
    },
  ]);
  const policy = 'when-noted-then-added';
  const build = subscriptionName(projection, 1);
  beforeAll(async () => {
    store = await readModels();
  });
  closeStoresAfterwards([build, policy]);

  const answering = <Answer>(answer: () => Answer) => (away-- > 0 ? Promise.reject(new StoreUnavailable('away')) : answer());
  /** The read store, which is away as a whole for so many questions, as is the log. */
  const absent = (): ReadModelStore =>
    new Proxy(store, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...args: readonly unknown[]) => answering(() => Reflect.apply(member, target, args));
      },
    });
  const common = () => ({ store: absent(), env: {}, topicOf: (context: string) => context, now: () => new Date(now).toISOString() });
  const subjects: Readonly<Record<string, () => Promise<Subject>>> = {
    async projection() {
      await store.ensure(Object.values(collectionsOf(projection, 1)));
      const known = { ...projection, sources: projection.sources.map((source) => ({ ...source, handler: knownOnly(source.handler) })) };
      const taken: Taken = async (stream) => ((await store.get<SampleRow>(collectionsOf(projection, 1).rows.name, stream))?.versions ?? []).map(Number);
      return { runner: new ProjectionRunner({ ...common(), projection: known, build: 1 }), taken };
    },
    policy() {
      const effects = new Map<string, Set<number>>();
      const sources = [
        when<Noted>({ context: 'organizations', category: 'thing', eventTypes: ['Noted'] })({
          Noted: (event) => {
            trip(event);
            return [intend(counter, 'x', { amount: 1 })];
          },
        }),
      ];
      const runner = new PolicyRunner({
        ...common(),
        policy: { name: policy, startFrom: 'beginning', sources, expects: [] },
        endOf: () => Promise.resolve(0),
        carryOut: (_intent, { event: { stream, version } }) =>
          answering(() => Promise.resolve(effects.set(stream, (effects.get(stream) ?? new Set()).add(version)))),
      });
      return Promise.resolve({ runner, taken: (stream) => Promise.resolve([...(effects.get(stream) ?? [])]) });
    },
  };
  const knownOnly =
    <Handler>(handler: (type: string) => Handler) =>
    (type: string) =>
      type === 'Noted' ? handler(type) : undefined;
  const parked = async (name: string) => {
    const where = [{ field: 'subscription', eq: name }];
    return (await store.query<ParkedEvent>(parkedCollection.name, { where, limit: 1000 })).items;
  };
  const keysOf = (waiting: readonly ParkedEvent[]) => new Set(waiting.map(({ stream }) => stream));

  const give = async (runner: Subscription, batch: Batch): Promise<void> => {
    expect(await runner.take(batch)).toMatchObject({ offset: batch.nextOffset });
  };

  it.each(Object.keys(subjects))(
    'and a %s stops at those keys alone, at none while its store is away, and ends as the fold once they are redriven',
    async (kind) => {
      mended = false;
      now = Date.parse('2026-03-01T09:00:00.000Z');
      const { batches: dealt, sick, whole } = poisoned(23);
      const { runner, taken } = (await subjects[kind]?.()) ?? {};
      if (!runner || !taken) throw new Error(`There is no ${kind}`);
      for (const [nth, batch] of dealt.entries()) {
        now += 3 * minute;
        if (nth === 15) await throughAnOutage(runner, batch);
        else await give(runner, batch);
      }
      const waiting = await parked(runner.name);
      expect(keysOf(waiting)).toEqual(sick);
      for (const stream of streams.filter((each) => !sick.has(each))) expect(await taken(stream)).toEqual(versionsOf(whole.get(stream)));
      mended = true;
      for (const event of inOrder(waiting)) {
        if (event.event === null) await discard(event);
        else expect(await runner.again(event)).toEqual({});
      }
      for (const stream of streams) expect(await taken(stream)).toEqual(versionsOf(whole.get(stream)));
      expect([await parked(runner.name), runner.status().state]).toEqual([[], 'running']);
    },
    60_000,
  );

  /** What was parked before is all that is parked until the store answers again. */
  async function throughAnOutage(runner: Subscription, batch: Batch): Promise<void> {
    const before = keysOf(await parked(runner.name));
    away = 300;
    while (away > 0) await expect(runner.take(batch)).rejects.toThrow(StoreUnavailable);
    expect(keysOf(await parked(runner.name))).toEqual(before);
    await give(runner, batch);
  }

  const discard = async ({ subscription, stream, offset }: ParkedEvent) => {
    const key = `${subscription}|${stream}|@${offset}`;
    await store.commit({ writes: [await writeNow(store, parkedCollection.name, key, null)] });
  };
});

const versionsOf = (events: readonly RecordedEvent[] = []): readonly number[] => events.map(({ version }) => version);

const inOrder = (waiting: readonly ParkedEvent[]): readonly ParkedEvent[] =>
  [...waiting].sort((one, other) => one.stream.localeCompare(other.stream) || one.version - other.version);
