import { z } from 'zod';
import { reserveAttributes, reserveStates, withdrawalReasons } from '../codes-organizations.ts';
import { atMoment, fields, subtreeBy } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const { organizationId, personId } = fields;
const command = { context: 'organizations', right: 'post.change', reach: 'within' } as const;
const query = { context: 'organizations', right: 'organization.read', reach: 'within' } as const;
const one = { organizationId, personId } as const;

export const listReserveCadre = defineCommand({
  ...command,
  name: 'listReserveCadre',
  path: '/organizations/{organizationId}/reserves',
  summary: 'Puts a full member in reserve for the secretary of a community (ORG-24).',
  input: z.strictObject({
    ...one,
    backbone: z.boolean().default(false),
    woman: z.boolean().default(false),
    /** Full years on the day; judged and forgotten. */
    age: z.int().min(18).max(120),
  }),
});

export const trainReserveCadre = defineCommand({
  ...command,
  name: 'trainReserveCadre',
  path: '/organizations/{organizationId}/reserves/{personId}/train',
  summary: 'The person in reserve has been trained (ORG-24).',
  input: z.strictObject(one),
});

export const appointReserveCadre = defineCommand({
  ...command,
  name: 'appointReserveCadre',
  path: '/organizations/{organizationId}/reserves/{personId}/appoint',
  summary: 'A trained person is appointed and in reserve no more (ORG-24).',
  input: z.strictObject(one),
});

export const withdrawReserveCadre = defineCommand({
  ...command,
  name: 'withdrawReserveCadre',
  path: '/organizations/{organizationId}/reserves/{personId}/withdraw',
  summary: 'A person is in reserve no more (ORG-24).',
  input: z.strictObject({ ...one, reasonCode: z.enum(withdrawalReasons.values) }),
});

export const reserveCadres = defineQuery({
  ...query,
  name: 'reserveCadres',
  path: '/organizations/{organizationId}/reserves',
  summary: 'Who is, and was, in reserve for the secretary of a community, newest first (ORG-24).',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(
    z
      .object({
        personId: z.string(),
        state: z.enum(reserveStates.values),
        attributes: z.array(z.enum(reserveAttributes.values)),
        listedOn: z.string(),
        changedOn: z.string(),
      })
      .meta({ id: 'ReserveCadreRow' }),
  ),
});

const subtree = { ...subtreeBy('place'), ...atMoment } as const;

export const reserveReport = defineQuery({
  ...query,
  name: 'reserveReport',
  path: '/organizations/{organizationId}/reserve-report',
  summary: 'Reserves over posts of the communities in a subtree, sum over sum, and how many communities have enough, on a day (R-11).',
  input: z.strictObject(subtree),
  output: z
    .object({
      asOf: fields.date,
      posts: z.int(),
      reserves: z.int(),
      /** That the setting asks for. */
      needed: z.int(),
      /** Communities with enough. */
      met: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'ReserveReport' }),
});

export const reservePosts = defineQuery({
  ...query,
  name: 'reservePosts',
  path: '/organizations/{organizationId}/reserve-posts',
  summary: 'The communities of a subtree, each with its reserves (ORG-24, R-11).',
  input: z.strictObject({
    ...subtree,
    ...paging,
    /** With fewer than needed only. */
    short: fields.yes.optional(),
  }),
  output: pageOf(
    z
      .object({ organizationId: z.string(), organizationName: z.string(), reserves: z.int(), trained: z.int(), needed: z.int(), short: z.boolean() })
      .meta({ id: 'ReservePostRow' }),
  ),
});
