import { defineDeadline, from, ignore, intend, type DueRow, type Intent } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { dutiesOf } from '../application/duty-counts.ts';
import type { DigestEvent } from '../domain/digest/digest.decider.ts';
import { digestRound, digestStream } from '../domain/digest/digest.stream.ts';
import { lastDigestOn, nextDigestAt } from '../domain/digest/digest-time.ts';
import { digestReaders } from '../projections/digest-readers.projection.ts';
import { allRows } from './pending-receipts.ts';

interface RoundRow extends DueRow {
  readonly digestOn: string;
}

const round = (dueAt: string): RoundRow => ({ dueAt, digestOn: shanghaiDate(dueAt) });
const key = 'round';

async function* fire(_due: RoundRow, now: string, env: ServiceEnv): AsyncGenerator<Intent> {
  const time = String(env.settings.json('digest.time', now));
  const digestOn = lastDigestOn(now, time);
  const readers = env.rows(digestReaders);
  for await (const { personId, grants } of allRows((query) => readers.query(query), { where: [{ field: 'reads', eq: true }] })) {
    const organizationIds = grants.filter(({ until }) => until === null || until >= digestOn).map(({ organizationId }) => organizationId);
    const waiting = await dutiesOf(env, [...new Set(organizationIds)], now);
    yield intend(digestStream, personId, { type: 'SendDigest', personId, digestOn, ...waiting, at: now });
  }
  const nextAt = nextDigestAt(now, time);
  yield intend(digestStream, digestRound, { type: 'FinishRound', digestOn, nextAt });
}

/**
 * One due row for the whole city, moved on by each finished round; the first one is set by the first fact of the tree.
 * After downtime the newest digest is sent under its own day, the missed ones are not (LINK-22): a round that runs
 * before the hour of its clock must not stand for the digest of that day, or the day's own round finds its work done and ends the chain.
 */
export const digestRoundDeadline = defineDeadline<RoundRow, ServiceEnv>({
  name: 'digest-round',
  version: 1,
  sources: [
    {
      context: 'organizations',
      category: 'tree',
      handler:
        () =>
        ({ occurredAt, version }, { settings }) =>
          version > 1 ? [] : { key, fold: (row: RoundRow | null) => row ?? round(nextDigestAt(occurredAt, String(settings.json('digest.time', occurredAt)))) },
    },
    from<DigestEvent>(
      'organizations',
      'digest',
    )<RoundRow, ServiceEnv>({
      DigestSent: ignore,
      DigestRoundFinished: ({ data }) => ({ key, fold: () => round(data.nextAt) }),
    }),
  ],
  fire,
  expects: [],
});
