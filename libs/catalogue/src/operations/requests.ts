import { z } from 'zod';
import { requestAnswers, requestDuties, requestFigures, requestOffices, requestStates } from '../codes-link.ts';
import { levels, views } from '../codes.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';
import { requestTopicSchema } from '../request-topics.ts';

const context = 'organizations';
const { organizationId, personId, requestId } = fields;
const level = z.enum(levels.values);
const office = z.enum(requestOffices.values);
const topicCode = fields.code;
const state = z.enum(requestStates.values);

export const requestHolderSchema = z.object({ organizationId, office, level }).meta({ id: 'RequestHolder' });

export const submitRequest = defineCommand({
  name: 'submitRequest',
  context,
  path: '/requests',
  summary: 'Submits a request; it goes straight to the office that can decide.',
  right: 'request.submit',
  reach: 'own',
  input: z.strictObject({
    /** The organization that asks. */
    organizationId,
    topicCode,
    text: fields.text(2_000),
    urgent: z.boolean().default(false),
    /** Another level than the topic's own, inside its bounds. */
    level: level.optional(),
  }),
});

export const acceptRequest = defineCommand({
  name: 'acceptRequest',
  context,
  path: '/requests/{requestId}/accept',
  summary: 'The holder takes it on and names its officer.',
  right: 'request.handle',
  reach: 'own',
  input: z.strictObject({
    requestId,
    /** Default: the caller. */
    officerId: personId.optional(),
  }),
});

export const rerouteRequest = defineCommand({
  name: 'rerouteRequest',
  context,
  path: '/requests/{requestId}/reroute',
  summary: 'Not ours: passes it to the next holder, who must be named; at most twice.',
  right: 'request.handle',
  reach: 'own',
  input: z.strictObject({ requestId, toOrganizationId: organizationId.optional(), office: office.optional(), reason: fields.reason }),
});

export const decideRequestHolder = defineCommand({
  name: 'decideRequestHolder',
  context,
  path: '/requests/{requestId}/decide-holder',
  summary: 'After two reroutes the common superior names the holder, finally.',
  right: 'request.handle',
  reach: 'own',
  input: z.strictObject({ requestId, toOrganizationId: organizationId, office: office.optional() }),
});

export const pauseRequest = defineCommand({
  name: 'pauseRequest',
  context,
  path: '/requests/{requestId}/pause',
  summary: 'Waits for the submitter, who sees the reason; the clock stands for a bounded time.',
  right: 'request.handle',
  reach: 'own',
  input: z.strictObject({ requestId, reason: fields.reason }),
});

export const resumeRequest = defineCommand({
  name: 'resumeRequest',
  context,
  path: '/requests/{requestId}/resume',
  summary: 'The submitter supplied what was missing; the clock runs on.',
  right: 'request.submit',
  reach: 'own',
  input: z.strictObject({ requestId, note: fields.text(2_000).optional() }),
});

export const answerRequest = defineCommand({
  name: 'answerRequest',
  context,
  path: '/requests/{requestId}/answer',
  summary: 'Answers: done, planned for a date, or refused.',
  right: 'request.handle',
  reach: 'own',
  input: z.strictObject({ requestId, answer: z.enum(requestAnswers.values), text: fields.text(5_000), plannedOn: fields.date.optional() }),
});

export const confirmRequest = defineCommand({
  name: 'confirmRequest',
  context,
  path: '/requests/{requestId}/confirm',
  summary: 'The submitter is satisfied.',
  right: 'request.submit',
  reach: 'own',
  input: z.strictObject({ requestId }),
});

export const reopenRequest = defineCommand({
  name: 'reopenRequest',
  context,
  path: '/requests/{requestId}/reopen',
  summary: 'The submitter is not satisfied; a third time it goes one level up.',
  right: 'request.submit',
  reach: 'own',
  input: z.strictObject({ requestId, reason: fields.reason }),
});

export const withdrawRequest = defineCommand({
  name: 'withdrawRequest',
  context,
  path: '/requests/{requestId}/withdraw',
  summary: 'The submitter takes it back before an answer.',
  right: 'request.submit',
  reach: 'own',
  input: z.strictObject({ requestId }),
});

export const requestRow = z
  .object({
    requestId,
    submitterId: organizationId,
    submitterName: z.string(),
    topicCode,
    state,
    urgent: z.boolean(),
    holder: requestHolderSchema.nullable(),
    holderName: z.string().nullable(),
    heldSince: fields.instant.nullable(),
    /** What the holder owes next, and until when. */
    duty: z.enum(requestDuties.values).nullable(),
    dueAt: fields.instant.nullable(),
    overdue: z.boolean(),
    /** The holder's deadline in working days, null when no clock is set; while it waits for the submitter the answer clock, which stands. */
    clock: z
      .object({
        dueAt: fields.instant,
        /** From where it was set to the deadline, pauses included. */
        workdays: z.int(),
        /** After today; below zero: so many too late. */
        workdaysLeft: z.int(),
        paused: z.boolean(),
      })
      .nullable(),
    submittedAt: fields.instant,
    escalations: z.int(),
    reopenings: z.int(),
    version: z.int(),
  })
  .meta({ id: 'RequestRow' });

export const listRequests = defineQuery({
  name: 'listRequests',
  context,
  path: '/requests',
  summary: 'Requests that an organization submitted, holds, or is informed of; overdue ones first when asked for.',
  right: 'request.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    organizationId,
    role: z.enum(['submitter', 'holder', 'informed']).default('submitter'),
    state: state.optional(),
    /** Only those overdue now; not together with state or role informed. */
    overdue: fields.yes.optional(),
    /** With `view`: also of everything below the organization, as the figure request.overdue counts; holders, overdue. */
    below: fields.yes.optional(),
    view: z.enum(views.values).default('line'),
  }),
  output: pageOf(requestRow),
});

const step = z.object({
  step: fields.code,
  at: fields.instant,
  holder: requestHolderSchema.nullable(),
  /** For submitter and holders only. */
  text: z.string().nullable(),
  /** When the answer is due from this step on; null when none is. */
  answerDueAt: fields.instant.nullable(),
});

export const getRequest = defineQuery({
  name: 'getRequest',
  context,
  path: '/requests/{requestId}',
  summary: 'Who holds a request now, since when, until when, its steps and co-holders.',
  right: 'request.read',
  reach: 'within',
  input: z.strictObject({
    requestId,
    /** Submitter, holder, co-holder or informed level. */
    organizationId,
  }),
  output: z
    .object({
      ...requestRow.shape,
      text: z.string().nullable(),
      officerId: personId.nullable(),
      coHolders: z.array(requestHolderSchema),
      informedIds: z.array(organizationId),
      /** Who names the holder after two reroutes. */
      commonSuperiorId: organizationId.nullable(),
      reroutesLeft: z.int(),
      confirmDueAt: fields.instant.nullable(),
      plannedOn: fields.date.nullable(),
      overdueAtTop: z.boolean(),
      steps: z.array(step),
    })
    .meta({ id: 'Request' }),
});

export const requestTopics = defineQuery({
  name: 'requestTopics',
  context,
  path: '/requests/topics',
  summary: 'The topic catalogue, with the holder each topic would go to from an organization.',
  right: 'request.read',
  reach: 'within',
  input: z.strictObject({ organizationId }),
  output: z.object({
    topics: z.array(z.object({ ...requestTopicSchema.shape, holder: requestHolderSchema, gap: z.boolean() })),
    /** Refused here, with a pointer to the authorised body. */
    excluded: z.array(z.string()),
  }),
});

/** Tenths of a percent; null without any. */
const share = z.int().nullable();

/** R-23; a request counts at the level that held it at that moment, as routed and as escalated at the level it was first routed to. */
const onTimeFigures = {
  routed: z.int(),
  answered: z.int(),
  answeredOnTime: z.int(),
  /** Still without a first answer when its deadline passed, and until the answer. */
  unansweredLate: z.int(),
  reopened: z.int(),
  confirmed: z.int(),
  autoClosed: z.int(),
  escalated: z.int(),
  /** answeredOnTime of answered and unansweredLate. */
  onTimeShare: share,
  /** The next three of answered. */
  reopenedShare: share,
  confirmedShare: share,
  autoClosedShare: share,
  /** Of routed. */
  escalatedShare: share,
  /** Hours of working days from routing to the first answer, whole hours each; half an hour between two middle ones. */
  medianWorkingHours: z.number().nullable(),
};

const asOf = fields.date.optional();

export const requestsOnTime = defineQuery({
  name: 'requestsOnTime',
  context,
  path: '/requests/on-time',
  summary: 'Requests answered on time by level of the holder and topic, now or as of a past day (R-23).',
  right: 'request.read',
  reach: 'within',
  input: z.strictObject({
    /** Subtree of the submitters by place, as it was when they submitted. */
    organizationId,
    /** End of this day; default now. */
    asOf,
  }),
  output: z
    .object({
      asOf: fields.date,
      rows: z.array(z.object({ level, topicCode, ...onTimeFigures })),
      total: z.object(onTimeFigures),
      lagSeconds: z.number(),
    })
    .meta({ id: 'RequestsOnTime' }),
});

export const requestsBehind = defineQuery({
  name: 'requestsBehind',
  context,
  path: '/requests/behind',
  summary: 'The requests behind one figure of the report on answers in time (R-23).',
  right: 'request.read',
  reach: 'within',
  input: z.strictObject({ ...paging, organizationId, figure: z.enum(requestFigures.values), level, topicCode, asOf }),
  output: pageOf(requestRow),
});
