import { z } from 'zod';
import { defineQuery, pageOf, paging } from '../operation.ts';
import { heldFlagSchema, memberHistoryEntrySchema, memberRowSchema } from './members.ts';
import { objectionSchema } from './objections.ts';
import { ownTransferRowSchema } from './transfers.ts';

const ownRecord = z
  .object({
    personId: z.string(),
    member: memberRowSchema.optional(),
    name: z.string(),
    citizenNumberMasked: z.string().optional(),
    birthDate: z.string().optional(),
    phone: z.string().optional(),
    address: z.string().optional(),
    partyAge: z.int().optional(),
  })
  .meta({ id: 'OwnRecord' });

export const myRecord = defineQuery({
  name: 'myRecord',
  context: 'members',
  path: '/me/record',
  right: 'own.read',
  reach: 'self',
  summary: 'The own record, in clear but for the citizen number.',
  input: z.strictObject({}),
  output: ownRecord,
});

export const lookSchema = z
  .object({ at: z.string(), byPersonId: z.string(), byOrganizationId: z.string().optional(), fields: z.array(z.string()), reason: z.string() })
  .meta({ id: 'Look' });

export const whoLookedAtMe = defineQuery({
  name: 'whoLookedAtMe',
  context: 'members',
  path: '/me/looks',
  right: 'own.read',
  reach: 'self',
  summary: 'Who looked at the own data, when, and why.',
  input: z.strictObject({ ...paging }),
  output: pageOf(lookSchema),
});

export const exportMyRecord = defineQuery({
  name: 'exportMyRecord',
  context: 'members',
  path: '/me/record/export',
  right: 'own.read',
  reach: 'self',
  sealed: true,
  summary: 'Everything kept about the person: record in clear, flags, history, transfers, looks, objections (MEM-07).',
  input: z.strictObject({}),
  output: z
    .object({
      record: ownRecord.extend({ citizenNumber: z.string().optional() }),
      /** That a flag is held, by whom and since when; there is no more to know. */
      flags: z.array(heldFlagSchema),
      history: z.array(memberHistoryEntrySchema),
      transfers: z.array(ownTransferRowSchema),
      looks: z.array(lookSchema),
      objections: z.array(objectionSchema),
    })
    .meta({ id: 'OwnRecordExport' }),
});
