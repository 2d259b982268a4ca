import { z } from 'zod';
import { campaignKinds, dutyStates } from '../codes-meetings.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { organizationId, campaignId, meetingId, date } = fields;
const keeping = { context, right: 'meeting.keep', reach: 'within' } as const;
const reading = { context, right: 'meeting.read', reach: 'within' } as const;
const kind = z.enum(campaignKinds.values);

export const openCampaign = defineCommand({
  ...keeping,
  name: 'openCampaign',
  path: '/campaigns',
  summary: 'A committee opens a campaign: every branch below holds a meeting of it within its days (ORG-44).',
  input: z.strictObject({
    organizationId,
    kind,
    title: fields.text(80),
    /** Of the discipline education month the year only: which month it is, a setting says. */
    year: fields.year.optional(),
    fromOn: date.optional(),
    untilOn: date.optional(),
  }),
});

export const tagCampaignMeeting = defineCommand({
  ...keeping,
  name: 'tagCampaignMeeting',
  path: '/meetings/{meetingId}/campaign',
  summary: 'A meeting that was held within the days of a campaign belongs to it (ORG-44).',
  input: z.strictObject({ meetingId, campaignId }),
});

export const listCampaigns = defineQuery({
  ...reading,
  name: 'listCampaigns',
  path: '/campaigns',
  summary: 'Campaigns that an organization opened or that one above it did, the last one first (ORG-44).',
  input: z.strictObject({ ...paging, organizationId }),
  output: pageOf(
    z
      .object({ campaignId: z.string(), organizationId: z.string(), kind, title: z.string(), fromOn: z.string(), untilOn: z.string() })
      .meta({ id: 'CampaignRow' }),
  ),
});

export const campaignProgress = defineQuery({
  ...reading,
  name: 'campaignProgress',
  path: '/campaigns/{campaignId}/branches',
  summary: 'Which branches below an organization have held a meeting of a campaign, and how many (ORG-44).',
  input: z.strictObject({ ...paging, campaignId, organizationId, state: z.enum(dutyStates.values).optional() }),
  output: pageOf(
    z
      .object({ organizationId: z.string(), state: z.enum(dutyStates.values), meetings: z.int(), doneOn: z.string().nullable() })
      .meta({ id: 'CampaignBranchRow' }),
  ).extend({ figures: z.object({ branches: z.int(), done: z.int(), missed: z.int() }) }),
});
