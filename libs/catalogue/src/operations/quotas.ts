import { z } from 'zod';
import { meetingKinds } from '../codes-meetings.ts';
import { views } from '../codes.ts';
import { fields } from '../fields.ts';
import { defineQuery, pageOf, paging } from '../operation.ts';

const { organizationId, date } = fields;
const reading = { context: 'organizations', right: 'meeting.read', reach: 'within' } as const;
const kind = z.enum(meetingKinds.values);
const view = z.enum(views.values).default('line');
const share = { met: z.int(), owed: z.int() } as const;

export const meetingQuotas = defineQuery({
  ...reading,
  name: 'meetingQuotas',
  path: '/organizations/{organizationId}/meeting-quotas',
  summary:
    'What a subtree owed of each kind of meeting in a year, closed by a day, and what of it was held (R-05, R-06, R-07), by what is directly below; of a branch its periods one by one.',
  input: z.strictObject({
    organizationId,
    view,
    /** The year of the day asked about, where none is named. */
    year: fields.year.optional(),
    asOf: date.optional(),
  }),
  output: z
    .object({
      year: z.string(),
      asOf: z.string(),
      kinds: z.array(z.object({ kind, ...share })),
      /** Member, committee and group meetings and lectures together 三会一课; theme days stand apart. */
      threeMeetings: z.object(share),
      /** Meetings held that begin with the first agenda item, and those in which it was dealt with. */
      firstItem: z.object({ done: z.int(), held: z.int() }),
      /** Organizations that owed something, and those that held all of it. */
      organizations: z.object({ complete: z.int(), counted: z.int() }),
      /** What is directly below and owes something, with all below it: each kind adds up to `kinds`. */
      below: z.array(
        z.object({
          organizationId: z.string(),
          name: z.string(),
          kinds: z.array(
            z.object({
              kind,
              ...share,
              /** Of the periods that run today: not held yet. Null for another day than today, and above a few hundred branches. */
              due: z.int().nullable(),
            }),
          ),
        }),
      ),
      /** Of the organization itself, where it owes meetings. */
      cells: z.array(
        z.object({
          kind,
          groupId: z.string().nullable(),
          groupName: z.string().nullable(),
          /** `2026`, `2026-Q1` or `2026-03`. */
          period: z.string(),
          held: z.int(),
          state: z.enum(['met', 'missed', 'planned', 'open', 'notOwed']),
        }),
      ),
      lagSeconds: z.number(),
    })
    .meta({ id: 'MeetingQuotas' }),
});

export const listQuotas = defineQuery({
  ...reading,
  name: 'listQuotas',
  path: '/meeting-quotas',
  summary: 'Quotas of one kind that were owed in a year and closed, those met or those missed: what a figure of the board counts (R-05).',
  input: z.strictObject({ ...paging, organizationId, view, kind, year: fields.year, missed: fields.yes.default('true') }),
  output: pageOf(
    z
      .object({ organizationId: z.string(), kind, groupId: z.string().nullable(), period: z.string(), held: z.int(), met: z.boolean(), closedOn: z.string() })
      .meta({ id: 'QuotaRow' }),
  ),
});
