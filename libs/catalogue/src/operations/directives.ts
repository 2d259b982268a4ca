import { z } from 'zod';
import { askedAgainReasons, directiveKinds, directiveStates, receiptDuties, receiptStates } from '../codes-link.ts';
import { levels, organizationKinds, sectors, views } from '../codes.ts';
import { says } from '../field-sentences.ts';
import { fields } from '../fields.ts';
import { defineCommand, defineQuery, pageOf, paging } from '../operation.ts';

const context = 'organizations';
const { directiveId, organizationId } = fields;
const kind = z.enum(directiveKinds.values);
const level = z.enum(levels.values);
const view = z.enum(views.values);
const text = fields.text(20_000);

/** One clause of a scope (LINK-02): what is set is ANDed. */
export const scopeClauseSchema = z
  .strictObject({
    subtreeOf: organizationId.optional(),
    /** Tree of `subtreeOf`; default: place for leading organizations, line for others. */
    view: view.optional(),
    levels: z.array(level).max(5).optional(),
    kinds: z.array(z.enum(organizationKinds.values)).max(10).optional(),
    sectors: z.array(z.enum(sectors.values)).max(20).optional(),
    managedBy: organizationId.optional(),
    organizationIds: z.array(organizationId).max(400).optional(),
  })
  .meta({ id: 'ScopeClause' });

/** Clauses are ORed, excluded organizations taken out. Bounded, because the rule travels in every event of the directive. */
export const scopeSchema = z
  .strictObject({
    clauses: z.array(scopeClauseSchema).min(1).max(20),
    exclude: z.array(organizationId).max(400).default([]),
  })
  .refine(({ clauses, exclude }) => clauses.reduce((sum, clause) => sum + (clause.organizationIds?.length ?? 0), exclude.length) <= 400, says('tooManyNamed'))
  .meta({ id: 'DirectiveScope' });

/** A DirectiveScope as JSON, for a question's address; undefined when it is none. */
export function scopeIn(text: string): z.output<typeof scopeSchema> | undefined {
  try {
    return scopeSchema.safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** What a topic guide adds to a directive: its quarter, and what meetings cite; the titles of the topics are part of the text. */
const guide = z.strictObject({ quarter: fields.quarter, topicCodes: z.array(fields.code).min(1).max(20) }).meta({ id: 'GuideDraft' });

/** What a draft says. */
const draftFields = {
  kind,
  title: fields.text(120),
  text,
  scope: scopeSchema,
  urgent: z.boolean().default(false),
  forwardingAllowed: z.boolean().default(false),
  /** What a report or survey is about; the same topic asked again within 90 days needs a reason. */
  topicCode: fields.code.optional(),
  /** Day the report is due; absent: no report is asked for. */
  reportDueOn: fields.date.optional(),
  /** Of a topic guide only, and then required (LINK-12). */
  guide: guide.optional(),
} as const;

export const draftDirective = defineCommand({
  name: 'draftDirective',
  context,
  path: '/directives',
  summary: 'Writes a directive without sending it.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({
    issuerId: organizationId,
    ...draftFields,
  }),
});

export const editDraft = defineCommand({
  name: 'editDraft',
  context,
  path: '/directives/{directiveId}/edit',
  summary: 'Writes a draft anew; what was sent is amended instead.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({ directiveId, ...draftFields }),
});

export const discardDraft = defineCommand({
  name: 'discardDraft',
  context,
  path: '/directives/{directiveId}/discard',
  summary: 'Throws a draft away.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({ directiveId }),
});

export const previewDirective = defineQuery({
  name: 'previewDirective',
  context,
  path: '/directives/preview',
  summary: 'Counts whom a scope reaches and shows the burden on them, before anything is sent.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({
    issuerId: organizationId,
    /** JSON of a DirectiveScope. */
    scope: z
      .string()
      .max(20_000)
      .refine((text) => scopeIn(text) !== undefined, says('directiveScope')),
    kind: kind.default('notice'),
    topicCode: fields.code.optional(),
  }),
  output: z
    .object({
      addressees: z.int(),
      byLevel: z.array(z.object({ level, addressees: z.int() })),
      informed: z.int(),
      /** First organization, by id, that the issuer may not address. */
      firstOffenderId: organizationId.optional(),
      burden: z.object({
        /** Tasks and surveys of the issuing level in the window at the most burdened addressee, this one included. */
        most: z.int(),
        mostAt: organizationId.optional(),
        cap: z.int(),
        windowDays: z.int(),
        secondPersonRequired: z.boolean(),
        /** Open duties of all kinds now: over all addressees, and at the addressee that has most. */
        openDuties: z.int(),
        mostOpenDuties: z.int(),
      }),
      reportAskedBefore: z.boolean(),
    })
    .meta({ id: 'DirectivePreview' }),
});

export const issueDirective = defineCommand({
  name: 'issueDirective',
  context,
  path: '/directives/{directiveId}/issue',
  summary: 'Sends a draft to all addressees at once; above the burden cap another person than the drafter must do it.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({
    directiveId,
    /** Where the same was asked of an addressee not long ago. */
    reasonCode: z.enum(askedAgainReasons.values).optional(),
  }),
});

export const amendDirective = defineCommand({
  name: 'amendDirective',
  context,
  path: '/directives/{directiveId}/amend',
  summary: 'Replaces the text; a material amendment is a new version and receipts start again.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({ directiveId, material: z.boolean(), text, reportDueOn: fields.date.optional() }),
});

export const recallDirective = defineCommand({
  name: 'recallDirective',
  context,
  path: '/directives/{directiveId}/recall',
  summary: 'Takes a directive back; open receipts are cancelled.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({ directiveId, reason: fields.reason }),
});

export const closeDirective = defineCommand({
  name: 'closeDirective',
  context,
  path: '/directives/{directiveId}/close',
  summary: 'Ends a directive by hand.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({ directiveId }),
});

export const remindDirective = defineCommand({
  name: 'remindDirective',
  context,
  path: '/directives/{directiveId}/remind',
  summary: 'Reminds all who still owe something, at most once a day.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({ directiveId }),
});

export const forwardDirective = defineCommand({
  name: 'forwardDirective',
  context,
  path: '/directives/{directiveId}/forward',
  summary: 'Passes a directive on inside the own subtree with a note, where its issuer allows that; the text stays as it is.',
  right: 'directive.issue',
  reach: 'own',
  input: z
    .strictObject({
      directiveId,
      /** The addressee that forwards. */
      organizationId,
      note: fields.text(2_000).optional(),
      scope: scopeSchema.optional(),
      /** Not later than the deadlines of the directive. */
      acknowledgeDueAt: fields.instant.optional(),
      reportDueOn: fields.date.optional(),
    })
    .refine(({ note, scope }) => note !== undefined || scope !== undefined, says('noteOrScope')),
});

const receiptStep = z.strictObject({ directiveId, organizationId });

export const openDirective = defineCommand({
  name: 'openDirective',
  context,
  path: '/directives/{directiveId}/open',
  summary: 'An officer of the addressee opens the text: read for the whole organization.',
  right: 'directive.read',
  reach: 'own',
  input: receiptStep,
});

export const acknowledgeDirective = defineCommand({
  name: 'acknowledgeDirective',
  context,
  path: '/directives/{directiveId}/acknowledge',
  summary: 'The secretary or a deputy confirms receipt.',
  right: 'directive.acknowledge',
  reach: 'own',
  input: receiptStep,
});

export const reportDirective = defineCommand({
  name: 'reportDirective',
  context,
  path: '/directives/{directiveId}/report',
  summary: 'Sends the report that was asked for.',
  right: 'directive.acknowledge',
  reach: 'own',
  input: z.strictObject({ ...receiptStep.shape, report: fields.text(5_000) }),
});

export const returnReport = defineCommand({
  name: 'returnReport',
  context,
  path: '/directives/{directiveId}/return-report',
  summary: 'The issuer sends a report back with a reason and a new deadline, at most twice.',
  right: 'directive.issue',
  reach: 'own',
  input: z.strictObject({
    directiveId,
    /** Whose report. */
    organizationId,
    reason: fields.reason,
    reportDueOn: fields.date,
  }),
});

export const directiveRow = z
  .object({
    directiveId,
    issuerId: organizationId,
    issuerLevel: level,
    kind,
    state: z.enum(directiveStates.values),
    title: z.string().nullable(),
    urgent: z.boolean(),
    issuedAt: fields.instant.nullable(),
    acknowledgeDueAt: fields.instant.nullable(),
    reportDueAt: fields.instant.nullable(),
    textVersion: z.int(),
    addressees: z.int(),
    rootDirectiveId: directiveId,
    topicCode: fields.code.nullable(),
  })
  .meta({ id: 'DirectiveRow' });

export const listDirectives = defineQuery({
  name: 'listDirectives',
  context,
  path: '/directives',
  summary: 'Directives an organization issued, newest first; those addressed to it are its inbox.',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    /** The issuer. */
    organizationId,
    state: z.enum(directiveStates.values).optional(),
  }),
  output: pageOf(directiveRow),
});

export const getDirective = defineQuery({
  name: 'getDirective',
  context,
  path: '/directives/{directiveId}',
  summary: 'A directive as one organization sees it: text and its hash, deadlines, supplements, own receipt.',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({
    directiveId,
    /** Issuer, addressee or an organization between. */
    organizationId,
  }),
  output: z
    .object({
      ...directiveRow.shape,
      /** Null once its key was destroyed. */
      text: z.string().nullable(),
      /** sha256, the same in every copy. */
      textHash: z.string(),
      /** Of the directive's stream, for If-Match. */
      version: z.int(),
      forwardingAllowed: z.boolean(),
      recallReason: z.string().nullable(),
      /** Why the same is asked again so soon. */
      askedAgainReason: z.enum(askedAgainReasons.values).nullable(),
      /** Texts that were replaced, oldest first. */
      earlier: z.array(z.object({ textVersion: z.int(), text: z.string().nullable(), textHash: z.string(), replacedAt: fields.instant })),
      supplements: z.array(z.object({ directiveId, organizationId, level, note: z.string().nullable(), forwardedAt: fields.instant, addressees: z.int() })),
      receipt: z
        .object({
          state: z.enum(receiptStates.values),
          informedOnly: z.boolean(),
          report: z.string().nullable(),
          returnReason: z.string().nullable(),
          remindedAt: fields.instant.nullable(),
        })
        .nullable(),
      /** Whom a draft is meant for; null once it was sent. */
      scope: scopeSchema.nullable(),
      /** Of a topic guide. */
      guide: guide.nullable(),
    })
    .meta({ id: 'Directive' }),
});

const counters = {
  addressees: z.int(),
  delivered: z.int(),
  opened: z.int(),
  acknowledgedOnTime: z.int(),
  acknowledgedLate: z.int(),
  notAcknowledged: z.int(),
  reported: z.int(),
  reportedOnTime: z.int(),
  overdue: z.int(),
  /** Transferred or cancelled: in no denominator. */
  left: z.int(),
} as const;

export const directiveProgress = defineQuery({
  name: 'directiveProgress',
  context,
  path: '/directives/{directiveId}/progress',
  summary: 'Receipts per level with attenuation, and the same counters for the children of one organization.',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({
    directiveId,
    /** Who looks: the issuer or an organization above or between. */
    organizationId,
    /** Drill-down: its children in the directive's tree; default: the issuer. */
    under: organizationId.optional(),
  }),
  output: z
    .object({
      /** Before the deadline: so far. */
      soFar: z.boolean(),
      levels: z.array(
        z.object({
          level,
          ...counters,
          /** A(L) in tenths of a percent; null without addressees. */
          onTimeShare: z.int().nullable(),
          /** T(L): median seconds to acknowledgement; null when nobody did. */
          medianSeconds: z.int().nullable(),
          /** A of the next upper level with addressees minus A(L), tenths of a point. */
          loss: z.int().nullable(),
        }),
      ),
      under: organizationId,
      children: z.array(z.object({ organizationId, name: z.string(), level, ...counters, hasChildren: z.boolean() })),
      lagSeconds: z.number(),
    })
    .meta({ id: 'DirectiveProgress' }),
});

export const receiptRow = z
  .object({
    directiveId,
    organizationId,
    name: z.string(),
    level,
    state: z.enum(receiptStates.values),
    openedAt: fields.instant.nullable(),
    acknowledgedAt: fields.instant.nullable(),
    acknowledgedLate: z.boolean(),
    reportedAt: fields.instant.nullable(),
    reportedLate: z.boolean(),
    /** What it owes next, and until when. */
    duty: z.enum(receiptDuties.values).nullable(),
    dueAt: fields.instant.nullable(),
    overdue: z.boolean(),
    /** Last time it was reminded of the present text. */
    remindedAt: fields.instant.nullable(),
  })
  .meta({ id: 'ReceiptRow' });

export const listReceipts = defineQuery({
  name: 'listReceipts',
  context,
  path: '/directives/{directiveId}/receipts',
  summary: 'Addressees of a directive and how far each is.',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({
    ...paging,
    directiveId,
    /** Who looks. */
    organizationId,
    level: level.optional(),
    state: z.enum(receiptStates.values).optional(),
    /** Only those whose next step is overdue now; not together with level or state. */
    overdue: fields.yes.optional(),
    /** Only this organization's part of the tree. */
    under: organizationId.optional(),
  }),
  output: pageOf(receiptRow),
});

export const attenuationMonthly = defineQuery({
  name: 'attenuationMonthly',
  context,
  path: '/directives/attenuation',
  summary: 'Share acknowledged on time per level and month of the deadline, weighted by addressees, with the loss between levels.',
  right: 'directive.read',
  reach: 'within',
  input: z.strictObject({
    /** The issuer. */
    organizationId,
    fromMonth: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, says('month')),
    months: z.coerce.number().int().min(1).max(36).default(12),
  }),
  output: z
    .object({
      months: z.array(
        z.object({
          month: z.string(),
          levels: z.array(
            z.object({
              level,
              addressees: z.int(),
              acknowledgedOnTime: z.int(),
              onTimeShare: z.int().nullable(),
              loss: z.int().nullable(),
              /** T(L): the medians of the directives, weighted by addressees; null when nobody acknowledged. */
              medianSeconds: z.int().nullable(),
            }),
          ),
        }),
      ),
      lagSeconds: z.number(),
    })
    .meta({ id: 'AttenuationMonthly' }),
});
