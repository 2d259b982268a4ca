import type { RecordedEvent, StoredCommit } from '@zhitong/eventing';
import type { LedgerEntry, Observation, Violation } from './observation.ts';

type Commits = ReadonlyMap<string, readonly StoredCommit[]>;

/** (a) to (c): what the clients were told, against the logs. */
export function* againstLedger({ ledger, commits }: Pick<Observation, 'ledger' | 'commits'>): Generator<Violation> {
  const byCommand = Map.groupBy(commits, ({ commandId }) => commandId);
  for (const entry of ledger) yield* againstEntry(entry, byCommand);
}

function* againstEntry({ commandId: subject, outcome }: LedgerEntry, byCommand: Commits): Generator<Violation> {
  const found = byCommand.get(subject) ?? [];
  switch (outcome.kind) {
    case 'refused':
      if (found.length > 0) yield { rule: 'c', subject, sentence: 'was refused and stands in the log' };
      return;
    case 'unknown':
      if (found.length > 1) yield { rule: 'b', subject, sentence: `got no answer and took effect ${found.length} times` };
      return;
    case 'receipt': {
      const rule = outcome.retried === true ? 'b' : 'a';
      const own = found.filter(({ stream }) => stream === outcome.stream);
      if (own.length !== 1) yield { rule, subject, sentence: `got a receipt and stands ${own.length} times in ${outcome.stream}` };
      for (const commit of own) {
        const version = lastVersion(commit);
        if (version !== outcome.version) yield { rule, subject, sentence: `got version ${outcome.version} and stands at ${version} of ${outcome.stream}` };
      }
    }
  }
}

const lastVersion = ({ firstVersion, events }: StoredCommit): number => firstVersion + events.length - 1;

/** (d): versions run from 1 without a gap, each command once a stream, and an event says of itself where it stands. */
export function* streamsAreWhole({ commits }: Pick<Observation, 'commits'>): Generator<Violation> {
  for (const [subject, ofStream] of Map.groupBy(commits, ({ stream }) => stream)) {
    let next = 1;
    for (const { firstVersion, events } of ofStream.toSorted((a, b) => a.firstVersion - b.firstVersion)) {
      if (firstVersion !== next) yield { rule: 'd', subject, sentence: `goes on with version ${firstVersion}, expected ${next}` };
      for (const [at, event] of events.entries()) {
        if (event.version !== firstVersion + at || event.stream !== subject)
          yield { rule: 'd', subject, sentence: `holds ${event.stream}@${event.version} at version ${firstVersion + at}` };
      }
      next = firstVersion + events.length;
    }
    for (const [commandId, twice] of Map.groupBy(ofStream, (commit) => commit.commandId))
      if (twice.length > 1) yield { rule: 'd', subject, sentence: `holds command ${commandId} ${twice.length} times` };
  }
}

/** (e): of each key the first occurrences are 1..n in order, and the very events of the store. */
export function* topicsAreTheLog({ commits, published }: Pick<Observation, 'commits' | 'published'>): Generator<Violation> {
  if (published === undefined) return;
  const stored = Map.groupBy(
    commits.flatMap(({ events }) => events),
    ({ stream }) => stream,
  );
  const read = Map.groupBy(published, ({ stream }) => stream);
  for (const subject of read.keys()) if (!stored.has(subject)) yield { rule: 'e', subject, sentence: 'was published and is in no log' };
  for (const [subject, events] of stored) yield* keyIsTheStream(subject, events, read.get(subject) ?? []);
}

function* keyIsTheStream(subject: string, stored: readonly RecordedEvent[], read: readonly RecordedEvent[]): Generator<Violation> {
  const byVersion = new Map(stored.map((event) => [event.version, event]));
  let seen = 0;
  for (const event of read) {
    const original = byVersion.get(event.version);
    if (original === undefined) yield { rule: 'e', subject, sentence: `published version ${event.version}, which is in no log` };
    else if (!sameJson(original, event)) yield { rule: 'e', subject, sentence: `published version ${event.version} in another shape` };
    if (event.version > seen + 1) yield { rule: 'e', subject, sentence: `published version ${event.version} before ${seen + 1}` };
    seen = Math.max(seen, event.version);
  }
  if (seen < stored.length) yield { rule: 'e', subject, sentence: `was published up to version ${seen} of ${stored.length}` };
}

/** (g): what a policy did on behalf of an event stands once in each stream it acted on: the same command sent again is the same command. */
export function* policiesActOnce({ commits }: Pick<Observation, 'commits'>): Generator<Violation> {
  const acts = commits.filter(({ events: [first] }) => first?.actorId.startsWith('system:') === true && first.causationId !== undefined);
  const effectOf = ({ stream, events: [first] }: StoredCommit) =>
    [first?.actorId, first?.causationId, stream, first?.type, JSON.stringify(first?.data)].join('|');
  for (const [effect, same] of Map.groupBy(acts, effectOf)) {
    const [policy = '', event = '', stream = ''] = effect.split('|');
    if (same.length > 1) yield { rule: 'g', subject: stream, sentence: `${policy} acted ${same.length} times for event ${event}` };
  }
}

/** Equal as they travel: the order of fields means nothing. */
export const sameJson = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part,
  );
}
