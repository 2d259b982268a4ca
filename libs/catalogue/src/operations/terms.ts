import { z } from 'zod';
import { electionForms, fewerSeatsReasons, moreSeatsReasons, reminderMeans, shiftReasons, termStates } from '../codes-organizations.ts';
import { levels, organizationKinds } from '../codes.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, electionId, personId, date } = fields;
const count = z.int().min(0).max(100_000);

/** Totals of a secret ballot: how many voted for whom, never who. */
const ballot = z.strictObject({
  ballotOn: date,
  entitled: count.min(1),
  present: count,
  issued: count,
  returned: count,
  votes: z
    .array(z.strictObject({ personId, yes: count }))
    .min(1)
    .max(40),
});

/** Acts of the organization above. */
const above = { context, right: 'organization.approve', reach: 'above' } as const;
/** Acts of the organization itself, or of one above for it. */
const own = { context, right: 'post.change', reach: 'within' } as const;

export const enterTerm = defineCommand({
  ...above,
  name: 'enterTerm',
  path: '/terms/{organizationId}',
  summary: 'Enters a term that runs already; its length is the one in force on its first day (ORG-16).',
  input: z.strictObject({
    organizationId,
    startsOn: date,
    /** For a date further back than is filed as a rule (0.3). */
    reason: fields.reason.optional(),
  }),
});

export const confirmTermReminder = defineCommand({
  ...above,
  name: 'confirmTermReminder',
  path: '/terms/{organizationId}/confirm-reminder',
  summary: 'Says that the organization was reminded by letter or by phone (ORG-17).',
  input: z.strictObject({ organizationId, means: z.enum(reminderMeans.values), confirmedOn: date }),
});

export const requestTermShift = defineCommand({
  ...own,
  name: 'requestTermShift',
  path: '/terms/{organizationId}/request-shift',
  summary: 'Asks for an earlier or later election, by a year at most, once a term (ORG-18).',
  input: z.strictObject({ organizationId, toOn: date, reasonCode: z.enum(shiftReasons.values) }),
});

export const approveTermShift = defineCommand({
  ...above,
  name: 'approveTermShift',
  path: '/terms/{organizationId}/approve-shift',
  summary: 'The term ends on the day that was asked for (ORG-18).',
  input: z.strictObject({ organizationId }),
});

export const callElection = defineCommand({
  ...above,
  name: 'callElection',
  path: '/terms/{organizationId}/elections',
  summary: 'Approves day, seats and candidates of an election (ORG-19).',
  input: z.strictObject({
    organizationId,
    ballotOn: date,
    form: z.enum(electionForms.values).default('members'),
    /** Members live too far apart to meet: delegates elect. */
    scattered: z.boolean().default(false),
    seats: z.int().min(1).max(50),
    deputies: z.int().min(0).max(10),
    candidateIds: z.array(personId).min(1).max(40),
    reasonCode: z.enum(moreSeatsReasons.values).optional(),
  }),
});

export const recordElectionResult = defineCommand({
  ...own,
  name: 'recordElectionResult',
  path: '/terms/{organizationId}/elections/{electionId}/result',
  summary: 'Records the totals of a ballot; elected is who has more than half of those present (ORG-20).',
  input: z.strictObject({
    organizationId,
    electionId,
    ballot,
    secretaryId: personId.optional(),
    deputyIds: z.array(personId).max(10).default([]),
    reason: fields.reason.optional(),
  }),
});

export const orderRunoff = defineCommand({
  ...own,
  name: 'orderRunoff',
  path: '/terms/{organizationId}/elections/{electionId}/runoff',
  summary: 'Keeps a ballot with equal votes at the cut; the next one is between those (ORG-20).',
  input: z.strictObject({ organizationId, electionId, ballot, reason: fields.reason.optional() }),
});

export const approveElection = defineCommand({
  ...above,
  name: 'approveElection',
  path: '/terms/{organizationId}/elections/{electionId}/approve',
  summary: 'Approves the result: the old term ends, the new one begins on the day of the ballot, the posts change hands (ORG-20).',
  input: z.strictObject({ organizationId, electionId, reasonCode: z.enum(fewerSeatsReasons.values).optional() }),
});

const election = z
  .object({
    electionId: z.string(),
    ballotOn: z.string(),
    form: z.enum(electionForms.values),
    seats: z.int(),
    deputies: z.int(),
    candidateIds: z.array(z.string()),
    /** Ballots so far. */
    round: z.int(),
    electedIds: z.array(z.string()),
    tiedIds: z.array(z.string()),
    openSeats: z.int(),
    secretaryId: z.string().nullable(),
    deputyIds: z.array(z.string()),
    recordedById: z.string().nullable(),
    warnings: z.array(z.string()),
    /** Why there are more seats than usual. */
    moreSeatsReason: z.enum(moreSeatsReasons.values).nullable(),
  })
  .meta({ id: 'Election' });

export const termRow = z
  .object({
    organizationId: z.string(),
    organizationName: z.string(),
    kind: z.enum(organizationKinds.values),
    level: z.enum(levels.values),
    state: z.enum(termStates.values),
    /** Last day of the term, or of the time for the first election. */
    dueOn: z.string(),
    startsOn: z.string().nullable(),
    years: z.int().nullable(),
    /** Why the election it began with left seats empty. */
    fewerSeatsReason: z.enum(fewerSeatsReasons.values).nullable(),
    /** Where the term was to end before it was shifted. */
    shiftedFromOn: z.string().nullable(),
    shiftRequest: z.object({ toOn: z.string(), reasonCode: z.string(), requestedById: z.string() }).nullable(),
    /** The last rung of the ladder, in days before the end. */
    remindedDaysBefore: z.int().nullable(),
    confirmed: z.object({ on: z.string(), means: z.enum(reminderMeans.values) }).nullable(),
    election: election.nullable(),
    /** Ended terms, newest first. */
    past: z.array(z.object({ termId: z.string(), startsOn: z.string(), expiresOn: z.string(), endedOn: z.string() })),
  })
  .meta({ id: 'TermRow' });
export type TermRow = z.infer<typeof termRow>;

const subtree = subtreeBy('line');

export const listTerms = defineQuery({
  name: 'listTerms',
  context,
  path: '/terms',
  summary: 'Terms in a subtree by state and last day, soonest first (ORG-16, ORG-17).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    organizationId: organizationId.optional(),
    view: subtree.view,
    state: z.enum(termStates.values).optional(),
    dueFrom: date.optional(),
    dueUntil: date.optional(),
  }),
  output: pageOf(termRow),
});

export const getTerm = defineQuery({
  name: 'getTerm',
  context,
  path: '/terms/{organizationId}',
  summary: 'The running term of an organization, its election, and the terms before.',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ organizationId }),
  output: termRow,
});

export const termCalendar = defineQuery({
  name: 'termCalendar',
  context,
  path: '/organizations/{organizationId}/term-calendar',
  summary: 'How many terms end in each of the next twelve months, and which are due in 180 days or over (R-10).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject(subtree),
  output: z
    .object({
      months: z.array(z.object({ month: z.string(), ending: z.int() })),
      dueSoon: z.int(),
      overdue: z.int(),
      awaitingFirst: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'TermCalendar' }),
});

/** The window is that from a day, without it from the first of the year, to the day of the report. */
const reported = { ...subtree, from: date.optional(), ...atMoment } as const;

export const termReport = defineQuery({
  name: 'termReport',
  context,
  path: '/organizations/{organizationId}/term-report',
  summary: 'Terms due in 180 days, overdue, and of those that were to end in a window the ones with an election in time, now or on a day (R-10).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject(reported),
  output: z
    .object({ from: date, asOf: date, dueSoon: z.int(), overdue: z.int(), expired: z.int(), onTime: z.int(), lagSeconds: z.number() })
    .meta({ id: 'TermReport' }),
});

/** Lists behind the figures of the report. */
export const termFigureNames = ['dueSoon', 'overdue', 'expired', 'onTime'] as const;

export const termReportRows = defineQuery({
  name: 'termReportRows',
  context,
  path: '/organizations/{organizationId}/term-report/{figure}',
  summary: 'The terms behind a figure of the term report: exactly as many rows (R-10).',
  right: 'organization.read',
  reach: 'within',
  input: z.strictObject({ ...reported, ...paging, figure: z.enum(termFigureNames) }),
  output: pageOf(
    z
      .object({
        organizationId: z.string(),
        name: z.string(),
        kind: z.enum(organizationKinds.values),
        level: z.enum(levels.values),
        termId: z.string(),
        startsOn: z.string(),
        /** Last day of the term, as it was decided by then. */
        expiresOn: z.string(),
        /** Day of the election that ended it. */
        electedOn: z.string().nullable(),
      })
      .meta({ id: 'TermReportRow' }),
  ),
});
