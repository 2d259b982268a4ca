import { z } from 'zod';
import { jointActionKinds } from '../codes-meetings.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, date } = fields;
const reading = { context, right: 'organization.read', reach: 'within' } as const;

export const recordJointAction = defineCommand({
  context,
  right: 'meeting.keep',
  reach: 'within',
  name: 'recordJointAction',
  path: '/organizations/{organizationId}/joint-actions',
  summary: 'An action that an organization held and others joined, one side of it a street or a community; it counts for both (ORG-27).',
  input: z.strictObject({
    organizationId,
    partnerIds: z.array(organizationId).min(1).max(20),
    kind: z.enum(jointActionKinds.values),
    heldOn: date,
    /** For a date further back than is filed as a rule, from above (0.3). */
    reason: fields.reason.optional(),
  }),
});

export const listParticipation = defineQuery({
  ...reading,
  name: 'listParticipation',
  path: '/organizations/{organizationId}/participation',
  summary: 'Who took part in the joint meetings and actions of an organization in a year, or in whose it took part itself (ORG-27).',
  input: z.strictObject({
    ...paging,
    organizationId,
    /** `hosted`: others in what it held. `joined`: itself in what others held. */
    direction: z.enum(['hosted', 'joined']).default('hosted'),
    /** This year without it. */
    year: fields.year.optional(),
  }),
  output: pageOf(
    z
      .object({
        /** The other organization. */
        organizationId: z.string(),
        name: z.string(),
        /** Attendances of part-time members at joint meetings. */
        meetings: z.int(),
        actions: z.int(),
        lastOn: z.string(),
      })
      .meta({ id: 'ParticipationRow' }),
  ),
});

const asked = { ...subtreeBy('line'), ...atMoment } as const;

export const partTimeReport = defineQuery({
  ...reading,
  name: 'partTimeReport',
  path: '/organizations/{organizationId}/part-time-report',
  summary: 'Community committees of a subtree and those with a part-time member, now or on a day (ORG-27, R-12).',
  input: z.strictObject(asked),
  output: z.object({ asOf: date, communities: z.int(), staffed: z.int(), lagSeconds: z.number() }).meta({ id: 'PartTimeReport' }),
});

export const partTimeReportRows = defineQuery({
  ...reading,
  name: 'partTimeReportRows',
  path: '/organizations/{organizationId}/part-time-report/communities',
  summary: 'The communities behind the report on part-time members: exactly as many rows; those without one carry the warning (ORG-27, R-12).',
  input: z.strictObject({ ...asked, ...paging, staffed: z.enum(['true', 'false']).optional() }),
  output: pageOf(
    z
      .object({
        organizationId: z.string(),
        organizationName: z.string(),
        partTimeMembers: z.int(),
        warning: z.enum(['NO_PART_TIME_MEMBER']).nullable(),
      })
      .meta({ id: 'PartTimeReportRow' }),
  ),
});
