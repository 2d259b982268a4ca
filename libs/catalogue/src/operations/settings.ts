import { z } from 'zod';
import { says } from '../field-sentences.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const key = z.string().regex(/^[a-z][A-Za-z]*(\.[a-z][A-Za-z]*)+$/, says('settingKey'));

export const changeSetting = defineCommand({
  name: 'changeSetting',
  context,
  path: '/settings/{key}/change',
  summary: 'Sets a value from a later day on, for an organization and everything below it (requirements section 10).',
  right: 'setting.change',
  reach: 'within',
  input: z.strictObject({
    key,
    organizationId: fields.organizationId,
    /** The typed value as JSON. */
    value: z.string().min(1).max(20_000),
    effectiveOn: fields.date,
    /** Regulation and seed figures: cites the new rule. */
    reason: fields.reason,
  }),
});

export const settingRow = z
  .object({
    key: z.string(),
    /** Who may change it: city, district, center manager, operator, person. */
    who: z.enum(['city', 'district', 'center', 'operator', 'person']),
    /** JSON. */
    defaultValue: z.string(),
    /** JSON; in force on the asked day for the asked organization. */
    value: z.string(),
    min: z.number().nullable(),
    max: z.number().nullable(),
    usedBy: z.string(),
    /** Live organizations a new value would count for: those in scope that have no nearer one on the asked day. */
    reach: z.int(),
    changes: z.array(
      z.object({
        organizationId: z.string(),
        value: z.string(),
        effectiveOn: z.string(),
        recordedAt: z.string(),
        changedById: z.string(),
        reason: z.string().nullable(),
      }),
    ),
    /** Version of the setting's stream, for If-Match. */
    version: z.int(),
  })
  .meta({ id: 'SettingRow' });
export type SettingRow = z.infer<typeof settingRow>;

export const listSettings = defineQuery({
  name: 'listSettings',
  context,
  path: '/settings',
  summary: 'All settings with default, value in force on a day, and their changes.',
  right: 'setting.change',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    limit: z.coerce.number().int().min(1).max(200).default(200),
    organizationId: fields.organizationId.optional(),
    on: fields.date.optional(),
  }),
  output: pageOf(settingRow),
});
