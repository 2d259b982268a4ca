import { againstLedger, policiesActOnce, streamsAreWhole, topicsAreTheLog } from './check-log.ts';
import { rowsAreTheFold } from './check-rows.ts';
import type { Observation, Violation } from './observation.ts';

/** Everything that is wrong with a city at rest, by the list (a) to (j); nothing when it is as it must be. */
export async function check(observation: Observation): Promise<readonly Violation[]> {
  const found: Violation[] = [
    ...againstLedger(observation),
    ...streamsAreWhole(observation),
    ...topicsAreTheLog(observation),
    ...policiesActOnce(observation),
    ...parkedIsWhatWasPoisoned(observation),
    ...auditIsWhole(observation),
    ...nothingPersonalLeaked(observation),
  ];
  for await (const violation of rowsAreTheFold(observation)) found.push(violation);
  return found;
}

/** (h) */
function* parkedIsWhatWasPoisoned({ parked = [], poisoned = [] }: Observation): Generator<Violation> {
  for (const subject of parked.filter((stream) => !poisoned.includes(stream))) yield { rule: 'h', subject, sentence: 'is parked and was not poisoned' };
  for (const subject of poisoned.filter((stream) => !parked.includes(stream))) yield { rule: 'h', subject, sentence: 'was poisoned and is not parked' };
}

/** (i) */
function* auditIsWhole({ auditFirstBad = [], audited = { recorded: [], acts: [] } }: Observation): Generator<Violation> {
  for (const number of auditFirstBad) if (number !== null) yield { rule: 'i', subject: `record ${number}`, sentence: 'does not fit into the audit chain' };
  const times = Map.groupBy(audited.recorded, (commandId) => commandId);
  for (const subject of audited.acts) {
    const count = times.get(subject)?.length ?? 0;
    if (count !== 1) yield { rule: 'i', subject, sentence: `stands ${count} times in the audit` };
  }
}

/** (j) */
function* nothingPersonalLeaked({ texts = [], canaries = [] }: Observation): Generator<Violation> {
  for (const { place, text } of texts) {
    const leaked = canaries.find((canary) => text.includes(canary));
    if (leaked !== undefined) yield { rule: 'j', subject: place, sentence: 'holds personal data' };
  }
}
