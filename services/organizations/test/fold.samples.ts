import type { Change, Contribution, Projection, RecordedEvent, Source, Changes } from '@zhitong/eventing';
import { streamName } from '@zhitong/eventing';
import type { Fact } from '@zhitong/kernel';

/** An event in an envelope: its stream, its place in it, and the time it happened. */
export const recorded = (category: string, id: string, version: number, { type, data }: Fact, occurredAt = '2026-03-02T01:00:00.000Z'): RecordedEvent => ({
  stream: streamName({ context: 'organizations', category, id }),
  version,
  type,
  data,
  occurredAt,
  recordedAt: occurredAt,
  actorId: 'per_a',
  correlationId: 'c1',
  commandId: `k${version}`,
  logEpoch: 1,
});

const changesOf = async <Row, Env>(sources: readonly Source<Changes<Row>, Env>[], event: RecordedEvent, env: Env): Promise<readonly Change<Row>[]> => {
  const category = event.stream.slice('organizations.'.length).split('-')[0];
  const handler = sources.find((source) => source.category === category)?.handler(event.type);
  if (handler === undefined) throw new Error(`nobody takes ${event.type} of ${String(category)}`);
  const changes = await handler(event, env);
  return 'fold' in changes ? [changes] : changes;
};

/** Folds events into rows, as the engine does, without guards: what a projection makes of a history. */
export async function rowsAfter<Row, Env>(
  { sources }: Pick<Projection<Row, Env>, 'sources'>,
  env: Env,
  events: readonly RecordedEvent[],
): Promise<ReadonlyMap<string, Row>> {
  const rows = new Map<string, Row>();
  for (const event of events) {
    for (const { key, fold } of await changesOf(sources, event, env)) {
      const row = fold(rows.get(key) ?? null);
      if (row === null) rows.delete(key);
      else rows.set(key, row);
    }
  }
  return rows;
}

/** Counters over rows. */
export function tallied<Row>(tallies: (row: Row) => readonly Contribution[], rows: Iterable<Row>): ReadonlyMap<string, Readonly<Record<string, number>>> {
  const sums = new Map<string, Record<string, number>>();
  for (const row of rows) {
    for (const { key, amounts } of tallies(row)) {
      const sum = sums.get(key) ?? {};
      for (const [name, amount] of Object.entries(amounts)) sum[name] = (sum[name] ?? 0) + amount;
      sums.set(key, sum);
    }
  }
  return sums;
}
