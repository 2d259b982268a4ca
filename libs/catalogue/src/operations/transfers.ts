import { z } from 'zod';
import { appealOutcomes, memberKinds, refusalCauses, returnCauses, transferKinds, transferMeasures, transferSteps } from '../codes-members.ts';
import { views } from '../codes.ts';
import { says } from '../field-sentences.ts';
import { atMoment, fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';
import { identity } from './members.ts';

const { transferId, personId, organizationId, date, reason, paperNumber } = fields;
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, says('month'));

const destination = {
  kind: z.enum(['sameCommittee', 'withinCity', 'outOfCity', 'outOfProvince']),
  /** Receiving committee; inside the city. */
  toCommitteeId: organizationId.optional(),
  /** Branch asked for; needed inside one committee. */
  toBranchId: organizationId.optional(),
  /** Receiving organization outside the city, in words. */
  destination: fields.text(200).optional(),
  /** Month up to which dues are paid; the branch's own request holds its word. */
  duesPaidTo: month.optional(),
} as const;

export const requestTransfer = defineCommand({
  name: 'requestTransfer',
  context: 'members',
  path: '/transfers',
  right: 'transfer.request',
  reach: 'within',
  summary: 'The branch asks for a transfer of one of its members (MEM-17).',
  input: z.strictObject({ personId, ...destination }),
});

export const requestOwnTransfer = defineCommand({
  name: 'requestOwnTransfer',
  context: 'members',
  path: '/me/transfers',
  right: 'own.act',
  reach: 'self',
  summary: 'A member asks for the own transfer (MEM-17).',
  input: z.strictObject(destination).omit({ duesPaidTo: true }),
});

export const registerIncomingTransfer = defineCommand({
  name: 'registerIncomingTransfer',
  context: 'members',
  path: '/incoming-transfers',
  right: 'transfer.committee',
  reach: 'within',
  summary: 'Takes in the letter of an organization outside the city; the member is registered on arrival (MEM-18).',
  input: z.strictObject({
    ...identity,
    toCommitteeId: organizationId,
    kind: z.enum(memberKinds.values),
    joinedOn: date,
    fullFrom: date.optional(),
    letterNumber: paperNumber,
    letterIssuedOn: date,
    letterValidUntil: date,
    duesPaidTo: month.optional(),
    origin: fields.text(200),
  }),
});

export const requestTransfersInBatch = defineCommand({
  name: 'requestTransfersInBatch',
  context: 'members',
  path: '/transfer-batches',
  right: 'transfer.request',
  reach: 'within',
  summary: 'Requests many transfers to one place; items are independent, the failed ones come back as `<personId>=<code>` among the warnings (MEM-21).',
  input: z.strictObject({ personIds: z.array(personId).min(1).max(100), ...destination }),
});

const act = <Extra extends z.ZodRawShape>(extra: Extra) => z.strictObject({ transferId, ...extra });
const path = (useCase: string) => `/transfers/{transferId}/${useCase}`;

export const confirmTransferByBranch = defineCommand({
  name: 'confirmTransferByBranch',
  context: 'members',
  path: path('confirm-by-branch'),
  right: 'transfer.branch',
  reach: 'within',
  summary: 'Word of the sending branch; after its time the committee may act for it (8.1 step 2).',
  input: act({ duesPaidTo: month }),
});

export const approveTransfer = defineCommand({
  name: 'approveTransfer',
  context: 'members',
  path: path('approve'),
  right: 'transfer.committee',
  reach: 'within',
  summary: 'The sending committee approves and, where it issues the letter itself, issues it (MEM-18).',
  input: act({ letterDays: z.int().min(1).max(366).optional() }),
});

export const refuseTransfer = defineCommand({
  name: 'refuseTransfer',
  context: 'members',
  path: path('refuse'),
  right: 'transfer.committee',
  reach: 'within',
  summary: 'Refuses a transfer, only with a cause (MEM-18).',
  input: act({ cause: z.enum(refusalCauses.values).optional(), reason: reason.optional() }),
});

export const appealOwnTransfer = defineCommand({
  name: 'appealOwnTransfer',
  context: 'members',
  path: '/me/transfers/{transferId}/appeal',
  right: 'own.act',
  reach: 'self',
  summary: 'The member appeals once against a refusal, to the organization above the one that refused (8.1 step 3).',
  input: act({ reason }),
});

export const decideTransferAppeal = defineCommand({
  name: 'decideTransferAppeal',
  context: 'members',
  path: path('decide-appeal'),
  right: 'transfer.committee',
  reach: 'within',
  summary: 'The organization above upholds a refusal, or overrules it: the sender takes the transfer up again (8.1 step 3).',
  input: act({ outcome: z.enum(appealOutcomes.values), reason }),
});

export const issueLetter = defineCommand({
  name: 'issueLetter',
  context: 'members',
  path: path('issue-letter'),
  right: 'transfer.committee',
  reach: 'within',
  summary: 'Another organization than the approving committee issues the letter (MEM-18).',
  input: act({ letterDays: z.int().min(1).max(366).optional() }),
});

export const acceptTransfer = defineCommand({
  name: 'acceptTransfer',
  context: 'members',
  path: path('accept'),
  right: 'transfer.committee',
  reach: 'own',
  summary: 'The receiving committee accepts within the validity of the letter (MEM-20).',
  input: act({}),
});

export const returnTransfer = defineCommand({
  name: 'returnTransfer',
  context: 'members',
  path: path('return'),
  right: 'transfer.committee',
  reach: 'own',
  summary: 'The receiving committee sends the letter back with a cause (MEM-20).',
  input: act({ cause: z.enum(returnCauses.values).optional(), reason: reason.optional() }),
});

export const assignTransferBranch = defineCommand({
  name: 'assignTransferBranch',
  context: 'members',
  path: path('assign-branch'),
  right: 'transfer.committee',
  reach: 'own',
  summary: 'The receiving committee names the branch; nothing moves yet (8.1 step 5).',
  input: act({ branchId: organizationId }),
});

export const confirmArrival = defineCommand({
  name: 'confirmArrival',
  context: 'members',
  path: path('confirm-arrival'),
  right: 'transfer.branch',
  reach: 'within',
  summary: 'The receiving branch confirms the arrival: leaving and joining in one moment (MEM-20).',
  input: act({ reason: reason.optional() }),
});

export const reissueLetter = defineCommand({
  name: 'reissueLetter',
  context: 'members',
  path: path('reissue-letter'),
  right: 'transfer.committee',
  reach: 'within',
  summary: 'A new letter after a return or an expiry, twice at most, with a reason (MEM-21).',
  input: act({ letterDays: z.int().min(1).max(366).optional(), reason: reason.optional() }),
});

export const withdrawTransfer = defineCommand({
  name: 'withdrawTransfer',
  context: 'members',
  path: path('withdraw'),
  right: 'transfer.request',
  reach: 'within',
  summary: 'The sending side withdraws before the acceptance.',
  input: act({}),
});

export const withdrawOwnTransfer = defineCommand({
  name: 'withdrawOwnTransfer',
  context: 'members',
  path: '/me/transfers/{transferId}/withdraw',
  right: 'own.act',
  reach: 'self',
  summary: 'The member withdraws before the acceptance.',
  input: act({}),
});

export const linkExternalReceipt = defineCommand({
  name: 'linkExternalReceipt',
  context: 'members',
  path: path('link-external-receipt'),
  right: 'transfer.committee',
  reach: 'within',
  summary: 'Receipt and provincial record of the outside organization: the membership leaves the city (MEM-21).',
  input: act({ receiptNumber: paperNumber.optional(), recordNumber: paperNumber.optional(), acceptedOn: date, reason: reason.optional() }),
});

export const transferRowSchema = z
  .object({
    transferId: z.string(),
    personId: z.string(),
    kind: z.enum(transferKinds.values),
    step: z.enum(transferSteps.values),
    fromBranchId: z.string().optional(),
    fromCommitteeId: z.string().optional(),
    toCommitteeId: z.string().optional(),
    toBranchId: z.string().optional(),
    /** Organization whose turn it is; absent once closed. */
    handsId: z.string().optional(),
    /** Since when it is in these hands. */
    sinceOn: z.string(),
    /** Last day of the running limit. */
    dueOn: z.string().optional(),
    letterNumber: z.string().optional(),
    validUntil: z.string().optional(),
    requestedOn: z.string(),
  })
  .meta({ id: 'TransferRow' });

const clock = {
  /** Day n of the limit: 1 on the first day. */
  day: z.int(),
  /** Days of the running limit. */
  limitDays: z.int().optional(),
  overdue: z.boolean(),
} as const;

export const listTransfers = defineQuery({
  name: 'listTransfers',
  context: 'members',
  path: '/transfers',
  right: 'member.read',
  reach: 'within',
  summary: 'Transfers that leave or enter an organization, by step and lateness.',
  input: z.strictObject({
    ...paging,
    organizationId,
    side: z.enum(['sender', 'receiver', 'hands']).default('hands'),
    step: z.enum(transferSteps.values).optional(),
    lateness: z.enum(['all', 'overdue']).default('all'),
    /** With `view`: also of everything below the organization, as the figure transfer.open counts; in hands, not together with lateness. */
    below: fields.yes.optional(),
    view: z.enum(views.values).default('line'),
  }),
  output: pageOf(transferRowSchema.extend(clock).meta({ id: 'TransferListRow' })),
});

const transferEventSchema = z.object({ on: z.string(), at: z.string(), type: z.string(), code: z.string().optional(), organizationId: z.string().optional() });

export const getTransfer = defineQuery({
  name: 'getTransfer',
  context: 'members',
  path: '/transfers/{transferId}',
  right: 'member.read',
  reach: 'within',
  summary: 'A transfer with its steps, whose hands it is in, and the day of the limit.',
  input: z.strictObject({ transferId }),
  output: transferRowSchema
    .extend({
      ...clock,
      duesPaidTo: z.string().optional(),
      reissued: z.int(),
      destination: z.string().optional(),
      /** Whether the one appeal against a refusal was made, and why. */
      appealed: z.boolean(),
      appealReason: z.string().optional(),
      steps: z.array(transferEventSchema),
    })
    .meta({ id: 'TransferDetail' }),
});

export const ownTransferRowSchema = transferRowSchema
  .extend({
    ...clock,
    /** The one appeal against a refusal was made. */
    appealed: z.boolean(),
  })
  .meta({ id: 'OwnTransferRow' });

export const myTransfers = defineQuery({
  name: 'myTransfers',
  context: 'members',
  path: '/me/transfers',
  right: 'own.read',
  reach: 'self',
  summary: 'The own transfers, newest first.',
  input: z.strictObject({ ...paging }),
  output: pageOf(ownTransferRowSchema),
});

export const transferCounts = defineQuery({
  name: 'transferCounts',
  context: 'members',
  path: '/organizations/{organizationId}/transfer-counts',
  right: 'member.read',
  reach: 'within',
  summary: 'Transfers per step in the hands of an organization and below (R-26).',
  input: z.strictObject({ organizationId }),
  output: z.object({ steps: z.array(z.object({ step: z.enum(transferSteps.values), count: z.int() })), lagSeconds: z.number() }).meta({ id: 'TransferCounts' }),
});

/** `asOf`: end of that day, today without it; `knownAt`: only what was on record by then (0.3). */
const asked = { organizationId, ...atMoment } as const;

export const transferReport = defineQuery({
  name: 'transferReport',
  context: 'members',
  path: '/organizations/{organizationId}/transfer-report',
  right: 'member.read',
  reach: 'within',
  summary:
    'Transfers that an organization and those below answer for, on a day: open per step, overdue; of the year so far: median days, letters expired and issued (R-26).',
  input: z.strictObject(asked),
  output: z
    .object({
      asOf: z.string(),
      steps: z.array(z.object({ step: z.enum(transferSteps.values), count: z.int() })),
      open: z.int(),
      overdue: z.int(),
      /** Transfers whose member arrived in the year up to the day. */
      assigned: z.int(),
      /** Days from the request to the arrival, of those; absent where there is none. */
      medianDays: z.number().optional(),
      issued: z.int(),
      expired: z.int(),
      lagSeconds: z.number(),
    })
    .meta({ id: 'TransferReport' }),
});

export const transferReportRows = defineQuery({
  name: 'transferReportRows',
  context: 'members',
  path: '/organizations/{organizationId}/transfer-report/{measure}',
  right: 'member.read',
  reach: 'within',
  summary: 'The list behind a figure of the transfer report: exactly as many rows (R-26).',
  input: z.strictObject({ ...asked, measure: z.enum(transferMeasures.values), step: z.enum(transferSteps.values).optional(), ...paging }),
  output: pageOf(
    z
      .object({
        transferId: z.string(),
        personId: z.string(),
        organizationId: z.string(),
        step: z.enum(transferSteps.values),
        requestedOn: z.string(),
        /** Since when it stood there; for a letter the day of its mark. */
        on: z.string(),
        dueOn: z.string().optional(),
        days: z.int().optional(),
      })
      .meta({ id: 'TransferReportRow' }),
  ),
});
