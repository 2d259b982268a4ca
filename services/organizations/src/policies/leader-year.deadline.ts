import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineDeadline, fromSome, intend, put, type Change, type Changes, type DueRow, type Intent } from '@zhitong/eventing';
import { startOfDay } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { leaderNeeds } from '../application/leader-needs.ts';
import type { LeaderLifeEvent, PassLeaderMoment } from '../domain/leader/leader-life.decider.ts';
import type { LeaderEvent } from '../domain/leader/leader.decider.ts';
import { closedOn, warnedOn } from '../domain/leader/leader-year.ts';
import { leaderLifeId, leaderLifeStream, leaderStream } from '../domain/leader/leader.stream.ts';

interface LeaderDue extends DueRow {
  readonly personId: string;
  readonly year: string;
  readonly moment: PassLeaderMoment['type'];
}

const due = (personId: string, year: string, moment: LeaderDue['moment'], day: string): Change<LeaderDue> =>
  put(`${personId}|${year}|${moment}`, { personId, year, moment, dueAt: startOfDay(day) });

const momentsOf = (personId: string, year: string): readonly Change<LeaderDue>[] => [
  due(personId, year, 'WarnLeader', warnedOn(year)),
  due(personId, year, 'CloseLeaderYear', closedOn(year)),
];

/** A closed year sets the next one; one that is turned later sets it again, and the decider finds nothing to do. */
const closed = ({ data: { personId, periodCode } }: { readonly data: LeaderLifeEvent['data'] }): Changes<LeaderDue> =>
  momentsOf(personId, String(Number(periodCode) + 1));

/** Who is on no list any more owes nothing; from the log, for a list that lags would end the years of a leader. */
async function fire({ personId, year, moment: type, dueAt: scheduledAt }: LeaderDue, now: string, env: ServiceEnv): Promise<readonly Intent[]> {
  const { organizationId } = (await env.peek(leaderStream, personId)).state;
  if (organizationId === null) return [];
  const needs = leaderNeeds(env, year, organizationId);
  return [intend(leaderLifeStream, leaderLifeId(personId, year), { type, personId, year, needs, scheduledAt, at: now })];
}

/** ORG-42: the years of a leader pass one after the other while on the list. */
export const leaderYear = defineDeadline<LeaderDue, ServiceEnv>({
  name: 'leader-year',
  version: 1,
  sources: [
    fromSome<LeaderEvent>(aggregates.organizations.leader)<LeaderDue, ServiceEnv>({
      LeaderListed: ({ data: { personId, listedOn } }) => momentsOf(personId, listedOn.slice(0, 4)),
    }),
    fromSome<LeaderLifeEvent>(aggregates.organizations.leaderlife)<LeaderDue, ServiceEnv>({ LeaderLifeMet: closed, LeaderLifeMissed: closed }),
  ],
  fire,
  expects: [],
});
