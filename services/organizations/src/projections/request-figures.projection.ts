import type { RequestFigure } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, fromEvery, put, type Change, type Contribution, type Recorded } from '@zhitong/eventing';
import { justAfter, shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import { requestDecider } from '../domain/request/request.decider.ts';
import type { Request, RequestEvent } from '../domain/request/request-state.ts';
import { pathOf } from './inbox-row.ts';
import { forever } from './organization-validity.projection.ts';

type Env = Pick<ServiceEnv, 'tree'>;

/**
 * What R-23 counts of one request, each with the day from which on it counts and the cell (`street|dues`: level of the holder at that
 * moment, topic) it counts in. Days never change once they are set: as of a past day the same is counted as was on it.
 */
export interface RequestFiguresRow {
  readonly requestId: string;
  readonly request: Request;
  /** The submitter and everything above it by place, on the tree it was routed on. */
  readonly ancestors: readonly string[];
  readonly path: string;
  readonly routedCell: string | null;
  readonly routedOn: string;
  readonly answeredCell: string | null;
  readonly answeredOn: string | null;
  /** Whole hours of working days until the first answer. */
  readonly workingHours: number | null;
  readonly onTimeCell: string | null;
  /** Of who let the deadline of the first answer pass. */
  readonly missedCell: string | null;
  readonly missedOn: string | null;
  /** First day on which it no longer waits for its first answer. */
  readonly missedUntil: string;
  readonly reopenedOn: string | null;
  readonly confirmedOn: string | null;
  readonly autoClosedOn: string | null;
  readonly escalatedOn: string | null;
}

const cellOf = (request: Request): string | null =>
  request.status === 'absent' || request.holder === null ? null : `${request.holder.level}|${request.topicCode}`;

/** Day of the first instant at which a deadline has passed. */
const dayAfter = (dueAt: string) => shanghaiDate(justAfter(dueAt));

function figured(row: RequestFiguresRow, event: RequestEvent): Partial<RequestFiguresRow> {
  const cell = cellOf(row.request);
  switch (event.type) {
    case 'RequestRouted':
      return { routedCell: cellOf(requestDecider.evolve(row.request, event)), routedOn: shanghaiDate(event.data.routedAt) };
    case 'RequestOverdue':
      return event.data.dutyCode !== 'answer' || row.answeredOn !== null || row.missedOn !== null
        ? {}
        : { missedCell: cell, missedOn: dayAfter(event.data.dueAt) };
    case 'RequestAnswered': {
      if (row.answeredOn !== null) return {};
      const { answeredAt, late, workingHours = null } = event.data;
      const answeredOn = shanghaiDate(answeredAt);
      const onTime = !late && row.missedOn === null;
      return { answeredCell: cell, answeredOn, workingHours, onTimeCell: onTime ? cell : null, missedUntil: row.missedOn === null ? forever : answeredOn };
    }
    case 'RequestEscalated':
      return { escalatedOn: row.escalatedOn ?? shanghaiDate(event.data.escalatedAt) };
    case 'RequestReopened':
      return { reopenedOn: row.reopenedOn ?? shanghaiDate(event.data.reopenedAt) };
    case 'RequestConfirmed':
      return { confirmedOn: shanghaiDate(event.data.confirmedAt) };
    case 'RequestAutoClosed':
      return { autoClosedOn: shanghaiDate(event.data.closedAt) };
    default:
      return {};
  }
}

const take = (event: Recorded<RequestEvent>) =>
  amend<RequestFiguresRow>(event.data.requestId, (row) => ({ ...row, ...figured(row, event), request: requestDecider.evolve(row.request, event) }));

async function submitted(event: Recorded<RequestEvent, 'RequestSubmitted'>, { tree }: Env): Promise<Change<RequestFiguresRow>> {
  const { requestId, submitterId, treeVersion, submittedAt } = event.data;
  const ancestors = (await tree.at(treeVersion)).path(submitterId, 'place');
  const row: RequestFiguresRow = {
    requestId,
    request: requestDecider.evolve(requestDecider.initial, event),
    ancestors,
    path: pathOf(ancestors),
    routedCell: null,
    routedOn: shanghaiDate(submittedAt),
    answeredCell: null,
    answeredOn: null,
    workingHours: null,
    onTimeCell: null,
    missedCell: null,
    missedOn: null,
    missedUntil: forever,
    reopenedOn: null,
    confirmedOn: null,
    autoClosedOn: null,
    escalatedOn: null,
  };
  return put(requestId, row);
}

/** Where the rows of a figure are found: cell and day, one index each. */
export const figureFields = {
  routed: ['routedCell', 'routedOn'],
  answered: ['answeredCell', 'answeredOn'],
  answeredOnTime: ['onTimeCell', 'answeredOn'],
  unansweredLate: ['missedCell', 'missedOn'],
  reopened: ['answeredCell', 'reopenedOn'],
  confirmed: ['answeredCell', 'confirmedOn'],
  autoClosed: ['answeredCell', 'autoClosedOn'],
  escalated: ['routedCell', 'escalatedOn'],
} as const satisfies Readonly<Record<RequestFigure, readonly [cell: keyof RequestFiguresRow, day: keyof RequestFiguresRow]>>;

/** Counter rows of an organization: one a day and, for the months that are over, one a month. */
export const figuresKey = (organizationId: string, dayOrMonth: string): string => `requests|${organizationId}|${dayOrMonth}`;

interface Entry {
  readonly on: string;
  readonly amount: string;
  readonly by: 1 | -1;
}

function entries(row: RequestFiguresRow): readonly Entry[] {
  const entry = (figure: string, cell: string | null, on: string | null, by: Entry['by'] = 1): readonly Entry[] =>
    cell === null || on === null ? [] : [{ on, amount: `${figure}|${cell}`, by }];
  return [
    ...Object.entries(figureFields).flatMap(([figure, [cell, day]]) => entry(figure, row[cell], row[day])),
    ...(row.missedUntil === forever ? [] : entry('unansweredLate', row.missedCell, row.missedUntil, -1)),
    ...(row.workingHours === null ? [] : entry(`hours.${row.workingHours}`, row.answeredCell, row.answeredOn)),
  ];
}

/** Amounts `<figure>|<level>|<topic>` by day: up to a day they add up to what counted on it. */
function contributions(row: RequestFiguresRow): readonly Contribution[] {
  const found = entries(row);
  return row.ancestors.flatMap((organizationId) =>
    [...Map.groupBy(found, ({ on }) => on)].flatMap(([on, ofDay]) => {
      const amounts: Record<string, number> = {};
      for (const { amount, by } of ofDay) amounts[amount] = (amounts[amount] ?? 0) + by;
      return [on, on.slice(0, 7)].map((when) => ({ key: figuresKey(organizationId, when), amounts }));
    }),
  );
}

/** One row per request: what it counts for in R-23, at the submitter and everything above it by place. */
export const requestFigures = defineProjection<RequestFiguresRow, Env>({
  name: 'request-figures',
  version: 1,
  indexes: [
    ['routedOn'],
    ['routedCell', 'path', 'routedOn'],
    ['answeredCell', 'path', 'answeredOn'],
    ['onTimeCell', 'path', 'answeredOn'],
    ['missedCell', 'path', 'missedOn', 'missedUntil'],
    ['answeredCell', 'path', 'reopenedOn'],
    ['answeredCell', 'path', 'confirmedOn'],
    ['answeredCell', 'path', 'autoClosedOn'],
    ['routedCell', 'path', 'escalatedOn'],
  ],
  sources: [
    fromEvery<RequestEvent>(aggregates.organizations.request)<RequestFiguresRow, Env>((event, env) =>
      event.type === 'RequestSubmitted' ? submitted(event, env) : take(event),
    ),
  ],
  tallies: contributions,
});
