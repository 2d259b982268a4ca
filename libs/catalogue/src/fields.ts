import { z } from 'zod';
import { views, type View } from './codes.ts';
import { says } from './field-sentences.ts';
import { holdsPersonalNumber } from './personal-numbers.ts';

/** Strings that events hold as they are. */
const screened = (string: z.ZodString) => string.refine((text) => !holdsPersonalNumber(text), says('personalNumber'));

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[A-Za-z0-9.]{1,64}$`), says('id'));

/** Field schemas that every operation shares: one definition of what an id, a date, a code looks like at the door. */
export const fields = {
  organizationId: id('org'),
  personId: id('per'),
  directiveId: id('dir'),
  requestId: id('req'),
  transferId: id('trf'),
  objectionId: id('obj'),
  grantId: id('grt'),
  postId: id('pst'),
  electionId: id('elc'),
  groupId: id('grp'),
  meetingId: id('mtg'),
  campaignId: id('cmp'),
  reviewId: id('rev'),
  affairId: id('aff'),
  unitId: id('unt'),
  importId: id('imp'),
  exportId: id('exp'),
  date: z.iso.date(),
  /** `2026` */
  year: z.string().regex(/^2\d{3}$/, says('year')),
  /** `2026-Q2` */
  quarter: z.string().regex(/^2\d{3}-Q[1-4]$/, says('quarter')),
  instant: z.iso.datetime({ offset: true }),
  code: screened(z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,63}$/, says('code'))),
  /** Number of a letter, a receipt, a record. */
  paperNumber: screened(z.string().regex(/^[A-Za-z0-9-]{4,40}$/, says('paperNumber'))),
  /** Names of organizations: public, no personal data. */
  name: screened(z.string().trim().min(2).max(80)),
  /** Free text: goes to the content store, never into an event. */
  text: (max: number) => z.string().trim().min(1).max(max),
  reason: z.string().trim().min(2).max(500),
  /** A filter switched on or off in an address; stays text, because an input is read again behind the gateway. */
  yes: z.enum(['true', 'false']),
  version: z.coerce.number().int().min(0),
} as const;

/** An organization and what stands below it along a view; the usual one where none is named. */
export const subtreeBy = (usual: View) => ({ organizationId: fields.organizationId, view: z.enum(views.values).default(usual) }) as const;

/** `asOf`: end of that day, today without it; `knownAt`: only what was on record by then (0.3). A subtree is the one of that day. */
export const atMoment = { asOf: fields.date.optional(), knownAt: fields.instant.optional() } as const;
