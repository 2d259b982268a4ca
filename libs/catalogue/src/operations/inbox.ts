import { z } from 'zod';
import { receiptStates } from '../codes-link.ts';
import { views } from '../codes.ts';
import { says } from '../field-sentences.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';
import { directiveRow } from './directives.ts';

const context = 'organizations';
const { organizationId } = fields;

export const inboxCounts = defineQuery({
  name: 'inboxCounts',
  context,
  path: '/organizations/{organizationId}/inbox/counts',
  summary: 'What waits for an organization, as numbers (LINK-21).',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({ organizationId }),
  output: z
    .object({
      unread: z.int(),
      toAcknowledge: z.int(),
      toReport: z.int(),
      toAnswer: z.int(),
      dueIn48h: z.int(),
      overdue: z.int(),
      /** Overdue duties of directly managed organizations. */
      overdueBelow: z.int(),
      /** Own imports for it of which the rows are still kept: for the tray of jobs. */
      jobs: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'InboxCounts' }),
});

export const inboxBoxes = ['unread', 'toAcknowledge', 'toReport', 'open', 'informed', 'overdueBelow', 'all'] as const;

export const listInbox = defineQuery({
  name: 'listInbox',
  context,
  path: '/organizations/{organizationId}/inbox',
  summary: 'Directives in the inbox of an organization: what it owes, and its read-only copies.',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    organizationId,
    box: z.enum(inboxBoxes).default('all'),
    /** With `view`: also of everything below the organization, as the figure directive.ack counts; in the box `toAcknowledge`. */
    below: fields.yes.optional(),
    view: z.enum(views.values).default('line'),
  }),
  output: pageOf(
    z
      .object({
        ...directiveRow.shape,
        /** Addressee: the organization itself, or one below it in the box `overdueBelow`. */
        organizationId,
        receiptState: z.enum(receiptStates.values),
        informedOnly: z.boolean(),
        dueAt: fields.instant.nullable(),
        overdue: z.boolean(),
      })
      .meta({ id: 'InboxRow' }),
  ),
});

/** What the end of a term asks for, of the organization itself and of those above. */
const termActs = ['elect', 'remindOfElection', 'approveShift', 'approveElection'] as const;

export const todo = defineQuery({
  name: 'todo',
  context,
  path: '/organizations/{organizationId}/todo',
  summary: 'One entry per duty of directives, requests, terms, reviews and leaders who are behind: waiting for us, not finished, coming (GW-06).',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({ organizationId, limit: z.coerce.number().int().min(1).max(100).default(50) }),
  output: z
    .object({
      entries: z.array(
        z.object({
          /** `waiting`: we owe a step. `unfinished`: others owe us one. `coming`: nothing to do yet. */
          group: z.enum(['waiting', 'unfinished', 'coming']),
          action: z.enum([
            'acknowledge',
            'report',
            'accept',
            'answer',
            'supply',
            'confirm',
            'followUp',
            'decideHolder',
            'fillSecretary',
            'decideSize',
            'decideReview',
            'recordAudit',
            'inviteLeader',
            'takePart',
            ...termActs,
          ]),
          subject: z.enum(['directive', 'request', 'term', 'org', 'review', 'leader']),
          id: z.string(),
          /** Directive: its title; term, organization and review: the organization's name; request: null, the topic says what it is; leader: null, the id names the person. */
          title: z.string().nullable(),
          topicCode: fields.code.nullable(),
          /** Issuer, submitter or holder: whom it is from or whom it waits for. */
          otherOrganizationId: organizationId,
          dueAt: fields.instant.nullable(),
          overdue: z.boolean(),
        }),
      ),
      /** More duties exist than are shown. */
      more: z.boolean(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'Todo' }),
});

/** What waits for an organization, or what it waits for. */
export type TodoEntry = z.infer<typeof todo.output>['entries'][number];

const timeOfDay = z.string().regex(/^\d{2}:\d{2}$/, says('timeOfDay'));
const digestTimes = z.object({ time: timeOfDay, quietFrom: timeOfDay, quietUntil: timeOfDay }).meta({ id: 'DigestTimes' });

export const setMyDigest = defineCommand({
  name: 'setMyDigest',
  context,
  path: '/me/digest',
  summary: 'When the own digest comes, and the hours in which only what is urgent does; from tomorrow on at the earliest (LINK-22).',
  right: 'own.act',
  reach: 'self',
  input: z.strictObject({ time: timeOfDay, quietFrom: timeOfDay, quietUntil: timeOfDay, effectiveOn: fields.date }),
});

export const myDigest = defineQuery({
  name: 'myDigest',
  context,
  path: '/me/digest',
  summary: 'When the own digest comes: today, and what was set for days to come.',
  right: 'own.read',
  reach: 'self',
  input: z.strictObject({}),
  output: z
    .object({
      today: digestTimes,
      /** By day, the next one first. */
      later: z.array(digestTimes.extend({ effectiveOn: fields.date })),
      lagSeconds: z.number(),
    })
    .meta({ id: 'MyDigest' }),
});
