import { eventId } from '@zhitong/eventing';
import { check } from '@zhitong/testing/checker/check.ts';
import type { Violation } from '@zhitong/testing/checker/observation.ts';
import { eventuallyReaches } from '@zhitong/testing/eventually.ts';
import type { Ledger } from './ledger.ts';
import { observe, type Seen } from './observe.ts';
import type { Site } from './site.ts';
import { heldOf, statusOf } from './subject/client.ts';
import { endReplica, type Replica } from './subject/replica.ts';
import { echoing } from './subject/tally.ts';

/** The system is not what it must be. */
export class Violated extends Error {
  override readonly name = 'Violated';
  constructor(violations: readonly string[]) {
    super(`${String(violations.length)} violations:\n${violations.slice(0, 20).join('\n')}`);
  }
}

/** Ends a run that has failed: rows that are behind may take their time, rows that stand still may not. */
const standstillMs = 120_000;

export interface Rest {
  readonly site: Site;
  readonly ledger: Ledger;
  /** Those that still run; they are ended in order. */
  readonly replicas: readonly Replica[];
  /** Streams that must lie parked in the end; nothing else may. */
  readonly poisoned?: readonly string[];
}

/** Waits until the rows hold what clients were promised, ends the service and holds ledger, log, topics and rows against each other. */
export async function expectSound({ site, ledger, replicas, poisoned = [] }: Rest): Promise<{ readonly commits: number }> {
  const [first] = replicas;
  const late = first && (await untilArrived(first, ledger));
  for (const replica of replicas) await endReplica(replica);
  const seen = await observe(site);
  const violations = [...(await check({ ...seen, poisoned, ledger: ledger.entries() })).map(sentence), ...eventsWithoutEcho(seen)];
  if (late !== undefined) violations.unshift(late);
  if (violations.length > 0) throw new Violated(violations);
  return { commits: seen.commits.length };
}

async function untilArrived({ door }: Replica, { added }: Ledger): Promise<string | undefined> {
  try {
    await eventuallyReaches(async () => heldOf(await statusOf(door), added), 2 * added, standstillMs);
  } catch (error) {
    return `the rows do not move any more: ${error instanceof Error ? error.message : String(error)}`;
  }
  const status = await statusOf(door);
  if (status.added === added && status.echoed === added) return undefined;
  return `the rows hold ${String(status.added)} added and ${String(status.echoed)} echoed of ${String(added)}`;
}

const sentence = ({ rule, subject, sentence: text }: Violation): string => `(${rule}) ${subject} ${text}`;

/** A policy that acted for no event twice must have acted for each one as well. */
function* eventsWithoutEcho({ commits }: Seen): Generator<string> {
  const events = commits.flatMap((commit) => commit.events);
  const origins = new Set(events.filter(({ actorId }) => actorId === `system:${echoing.name}`).map(({ causationId }) => causationId));
  for (const event of events) {
    if (event.type === 'Added' && !origins.has(eventId(event))) yield `(g) ${event.stream}@${String(event.version)} has no echo`;
  }
}
