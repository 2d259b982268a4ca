import { z } from 'zod';
import type { RevealableField } from '@zhitong/catalogue';

/** Who a person is. Lives sealed in the vault and nowhere else (requirements 12). */
export const identitySchema = z.strictObject({
  name: z.string(),
  citizenNumber: z.string(),
  birthDate: z.string(),
  phone: z.string().optional(),
  address: z.string().optional(),
});
export type Identity = z.infer<typeof identitySchema>;

export const clearValue = (identity: Identity, field: RevealableField): string | undefined => identity[field];
