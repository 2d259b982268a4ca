import type { z } from 'zod';

/** What the ephemeral store kept, as this release reads it; undefined when another release wrote it otherwise: it counts as lost. */
export const readKept = <Kept extends z.ZodType>(schema: Kept, stored: string | undefined): z.output<Kept> | undefined =>
  stored === undefined ? undefined : schema.safeParse(JSON.parse(stored)).data;
