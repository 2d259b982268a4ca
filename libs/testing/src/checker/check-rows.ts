import { parseStream, type AnyProjection, type Change, type RecordedEvent, type StoredRow } from '@zhitong/eventing';
import { sameJson } from './check-log.ts';
import type { Observation, ObservedRows, Violation } from './observation.ts';

interface Folded {
  row: unknown;
  readonly guards: Record<string, number>;
}

/** (f): every row of a read model is the fold of the logs, and no position ever went back. */
export async function* rowsAreTheFold({ commits, readModels, positions = [] }: Observation): AsyncGenerator<Violation> {
  const events = commits.flatMap((commit) => commit.events).toSorted((a, b) => (a.stream < b.stream ? -1 : a.stream > b.stream ? 1 : a.version - b.version));
  for (const readModel of readModels) yield* readModelIsTheFold(readModel, events);
  for (const { subscription, offsets } of positions) {
    const back = offsets.findIndex((offset, at) => offset < (offsets[at - 1] ?? offset));
    if (back > 0) yield { rule: 'f', subject: subscription, sentence: `went back from ${offsets[back - 1]} to ${offsets[back]}` };
  }
}

async function* readModelIsTheFold({ projection, env, rows }: ObservedRows, events: readonly RecordedEvent[]): AsyncGenerator<Violation> {
  const expected = await fold(projection, env, events);
  const found = new Map(rows.map((row) => [row.key, row]));
  for (const key of new Set([...expected.keys(), ...found.keys()])) {
    const wrong = difference(expected.get(key), found.get(key));
    if (wrong !== undefined) yield { rule: 'f', subject: `${projection.name}/${key}`, sentence: wrong };
  }
}

async function fold(projection: AnyProjection, env: unknown, events: readonly RecordedEvent[]): Promise<ReadonlyMap<string, Folded>> {
  const rows = new Map<string, Folded>();
  for (const event of events) {
    const { context, category } = parseStream(event.stream);
    const source = projection.sources.find((one) => one.context === context && one.category === category);
    const changes = (await source?.handler(event.type)?.(event, env as never)) ?? [];
    const list: readonly Change<unknown>[] = 'key' in changes ? [changes] : changes;
    for (const { key, fold: folds } of list) {
      const row = rows.get(key) ?? { row: null, guards: {} };
      row.row = folds(row.row);
      row.guards[category] = event.version;
      rows.set(key, row);
    }
  }
  return rows;
}

function difference(expected: Folded | undefined, found: StoredRow | undefined): string | undefined {
  if (expected === undefined) return found?.row === null ? undefined : 'is there and follows from no event';
  if (found === undefined) return expected.row === null ? undefined : 'is missing';
  const behind = Object.entries(expected.guards).find(([category, version]) => (found.guards[category] ?? 0) < version);
  if (behind !== undefined) return `is stale: ${behind[0]} ${found.guards[behind[0]] ?? 0} of ${behind[1]}`;
  return sameJson(expected.row, found.row) ? undefined : 'is not what the events say';
}
