import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, eachRow, from, ignore, intend, put, type Change, type DueRow, type Intent } from '@zhitong/eventing';
import { shanghaiDate, startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { dutiesOf, urgentWaits } from '../application/duty-counts.ts';
import { usualTimes } from '../application/link-settings.ts';
import type { DigestEvent } from '../domain/digest/digest.decider.ts';
import { digestRound, digestStream } from '../domain/digest/digest.stream.ts';
import { isQuiet, lastDigestOn, nextDigestAt, roundsOf, timeOfDay } from '../domain/digest/digest-time.ts';
import { digestReaders, officesOn, timesOn, type DigestReader } from '../projections/digest-readers.projection.ts';

interface RoundRow extends DueRow {
  readonly digestOn: string;
}

const round = (dueAt: string): RoundRow => ({ dueAt, digestOn: shanghaiDate(dueAt) });

/** One round per time of the day. */
const next = (dueAt: string) => put(timeOfDay(dueAt), round(dueAt));
const first = (after: string, time: string): Change<RoundRow> => ({ key: time, fold: (row) => row ?? round(nextDigestAt(after, time)) });

/** Everyone who may be told at a time of the day; at the usual time that is nearly everyone. */
async function* readersAt(time: string, digestOn: string, env: ServiceEnv): AsyncGenerator<DigestReader> {
  const usual = usualTimes(env.settings, digestOn);
  const readers = env.rows(digestReaders);
  const where = roundsOf(usual).includes(time) ? [{ field: 'reads', eq: true }] : [{ field: 'ownTimes', eq: true }];
  for await (const reader of eachRow((start) => readers.query({ where, limit: 500, ...start }))) {
    if (reader.reads && roundsOf(timesOn(reader, digestOn) ?? usual).includes(time)) yield reader;
  }
}

async function* fire({ dueAt }: RoundRow, now: string, env: ServiceEnv): AsyncGenerator<Intent> {
  const time = timeOfDay(dueAt);
  const digestOn = lastDigestOn(now, time);
  for await (const reader of readersAt(time, digestOn, env)) {
    const { personId } = reader;
    const organizationIds = officesOn(reader, digestOn);
    const silent = isQuiet(timesOn(reader, digestOn) ?? usualTimes(env.settings, digestOn), timeOfDay(now));
    if (silent && !(await urgentWaits(env, organizationIds))) continue;
    const waiting = await dutiesOf(env, organizationIds, now);
    yield intend(digestStream, personId, { type: 'SendDigest', personId, digestOn, ...waiting, at: now });
  }
  yield intend(digestStream, digestRound(time), { type: 'FinishRound', digestOn, nextAt: nextDigestAt(now, time) });
}

/**
 * One due row per time of the day somebody wants the digest at, moved on by each finished round; that of the usual time is set by the
 * first fact of the tree. After downtime the newest digest is sent under its own day, the missed ones are not (LINK-22): a round that runs
 * before the hour of its clock must not stand for the digest of that day, or the day's own round finds its work done and ends the chain.
 * In quiet hours only what is urgent is told; the rest waits for the round in which they end, or for the next day.
 */
export const digestRoundDeadline = defineDeadline<RoundRow, ServiceEnv>({
  name: 'digest-round',
  version: 2,
  sources: [
    {
      context: 'organizations',
      category: 'tree',
      handler:
        () =>
        ({ occurredAt, version }, { settings }) =>
          version > 1 ? [] : roundsOf(usualTimes(settings, occurredAt)).map((time) => first(occurredAt, time)),
    },
    from<DigestEvent>(aggregates.organizations.digest)<RoundRow, ServiceEnv>({
      DigestSent: ignore,
      DigestRoundFinished: ({ data }) => next(data.nextAt),
      DigestTimesSet: ({ data }) => roundsOf(data).map((time) => first(startOfDay(data.effectiveOn), time)),
    }),
  ],
  fire,
  expects: [],
});
