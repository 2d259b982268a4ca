import { codeList, type CodeOf } from '@zhitong/kernel';
import { z } from 'zod';
import { fields, subtreeBy } from '../fields.ts';
import { contexts, defineCommand, defineQuery, pageOf, paging, type Context, type Operation } from '../operation.ts';

/** A figure of the cockpit: parent = own + children + unlocated, now or as of a past date. */
const figure = z
  .object({
    metric: z.string(),
    organizationId: z.string(),
    value: z.int(),
    /** 本级直属: held by the organization itself. */
    own: z.int(),
    /** 未定位: counted, but in no child's subtree of this view. */
    unlocated: z.int(),
    children: z.array(z.object({ organizationId: z.string(), name: z.string(), value: z.int() }).meta({ id: 'FigureOfChild' })),
    asOf: z.string().nullable(),
    lagSeconds: z.number(),
  })
  .meta({ id: 'Figure' });

const subscription = z
  .object({
    name: z.string(),
    kind: z.enum(['projection', 'policy']),
    state: z.enum(['running', 'failing', 'paused']),
    handled: z.int(),
    lastError: z.string().nullable(),
    position: z.int(),
    build: z.int().nullable(),
    building: z.int().nullable(),
    /** Share of the events the new build has taken in, 0..1. */
    buildingProgress: z.number().nullable(),
  })
  .meta({ id: 'SubscriptionStatus' });

/** Why an event is left out for good: never by the way, never in free words. */
export const discardReasons = codeList(
  'notAnEvent', // bytes that cannot be mended
  'withoutObject', // what it speaks of is no more
  'mendedElsewhere', // a later event or an operator has brought about what it would have
);
export type DiscardReason = CodeOf<typeof discardReasons>;

const parkedKey = z
  .object({
    subscription: z.string(),
    stream: z.string(),
    type: z.string(),
    error: z.string(),
    parkedAt: z.string(),
    waiting: z.int(),
    /** Proposed by one operator, waiting for another. */
    discard: z.object({ reasonCode: z.enum(discardReasons.values), proposedById: z.string(), proposedAt: z.string() }).nullable(),
  })
  .meta({ id: 'ParkedKey' });

const parkedKeyInput = { subscription: z.string().max(120), stream: z.string().max(200) };

const auditRecord = z
  .object({
    number: z.int(),
    at: z.string(),
    actorId: z.string(),
    organizationId: z.string().nullable(),
    operation: z.string(),
    kind: z.string(),
    result: z.string(),
    target: z.string().nullable(),
    personIds: z.array(z.string()),
    fields: z.array(z.string()),
    purpose: z.string().nullable(),
    traceId: z.string(),
    hash: z.string(),
  })
  .meta({ id: 'AuditRecord' });

const reconciliationRun = z
  .object({ flow: z.string(), on: z.string(), ranAt: z.string(), compared: z.int(), differences: z.int() })
  .meta({ id: 'ReconciliationRun' });

/** A key under which the source of a flow and its target do not say the same. */
const difference = z
  .object({ flow: z.string(), key: z.string(), source: z.int(), target: z.int(), sinceOn: z.string() })
  .meta({ id: 'ReconciliationDifference' });

const pascal = (context: Context) => context.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase());

/** What every service answers about itself; the gateway asks all and merges the parts. */
const operationsOf = (context: Context): readonly Operation[] => {
  const at = `/contexts/${context}`;
  const of = `Of${pascal(context)}`;
  return [
    defineQuery({
      name: `figures${of}`,
      context,
      path: `${at}/figures`,
      summary: 'Cockpit figures this service owns for an organization, with the parts they are made of.',
      right: 'organization.read',
      reach: 'within',
      input: z.strictObject(subtreeBy('place')),
      output: z.object({ items: z.array(figure) }),
    }),
    defineQuery({
      name: `subscriptions${of}`,
      context,
      path: `${at}/subscriptions`,
      summary: 'Projections and policies of this service: position, state, last error, builds.',
      right: 'operations.read',
      reach: 'anyone',
      input: z.strictObject({}),
      output: z.object({ items: z.array(subscription), lag: z.int(), stalledMs: z.int(), relayStalledMs: z.int().nullable() }),
    }),
    defineCommand({
      name: `rebuildProjection${of}`,
      context,
      path: `${at}/projections/{projection}/rebuild`,
      summary: 'Fills a projection anew beside the one that serves; it takes over once it has caught up. A policy that a new log epoch stopped begins again.',
      right: 'operations.act',
      reach: 'anyone',
      recordedFirst: true,
      input: z.strictObject({ projection: fields.code }),
    }),
    defineQuery({
      name: `parkedKeys${of}`,
      context,
      path: `${at}/parked-keys`,
      summary: 'Streams a subscription has stopped at, with the number of events waiting behind; no payloads.',
      right: 'operations.read',
      reach: 'anyone',
      input: z.strictObject({ ...paging }),
      output: pageOf(parkedKey),
    }),
    defineCommand({
      name: `redriveKey${of}`,
      context,
      path: `${at}/parked-keys/redrive`,
      summary: 'Takes the parked events of a stream in again, in order, once the cause is mended.',
      right: 'operations.act',
      reach: 'anyone',
      recordedFirst: true,
      input: z.strictObject(parkedKeyInput),
    }),
    defineCommand({
      name: `proposeDiscard${of}`,
      context,
      path: `${at}/parked-keys/discard`,
      summary: 'Proposes to leave out the first parked event of a stream for good, with a reason.',
      right: 'operations.act',
      reach: 'anyone',
      recordedFirst: true,
      input: z.strictObject({ ...parkedKeyInput, reasonCode: z.enum(discardReasons.values) }),
    }),
    defineCommand({
      name: `confirmDiscard${of}`,
      context,
      path: `${at}/parked-keys/discard/confirm`,
      summary: 'Leaves out what another operator proposed to; the events that wait behind it are taken in, in order.',
      right: 'operations.act',
      reach: 'anyone',
      recordedFirst: true,
      input: z.strictObject(parkedKeyInput),
    }),
    defineQuery({
      name: `reconciliation${of}`,
      context,
      path: `${at}/reconciliation`,
      summary: 'Flows into this service reckoned again last night: what was compared, and the keys that differ, for people to mend.',
      right: 'operations.read',
      reach: 'anyone',
      input: z.strictObject({ ...paging }),
      output: pageOf(difference).extend({ runs: z.array(reconciliationRun) }),
    }),
    defineQuery({
      name: `audit${of}`,
      context,
      path: `${at}/audit`,
      summary: 'The audit chain of this service, newest first.',
      right: 'audit.read',
      reach: 'anyone',
      input: z.strictObject({
        actorId: z.string().max(80).optional(),
        operation: z.string().max(80).optional(),
        result: z.string().max(80).optional(),
        ...paging,
      }),
      output: pageOf(auditRecord),
    }),
    defineQuery({
      name: `verifyAudit${of}`,
      context,
      path: `${at}/audit/verification`,
      summary: 'Walks the audit chain of this service beside its checkpoints in the sink and names the first record that does not fit.',
      right: 'audit.read',
      reach: 'anyone',
      input: z.strictObject({}),
      output: z.object({
        verified: z.int(),
        firstBad: z.int().nullable(),
        /** Records that no checkpoint vouches for yet. */
        unsealed: z.int(),
      }),
    }),
  ];
};

export const platformOperations: readonly Operation[] = contexts.flatMap(operationsOf);

/** A platform operation of one context, by its plain name. */
export const platformOperation = (
  name:
    | 'figures'
    | 'subscriptions'
    | 'rebuildProjection'
    | 'parkedKeys'
    | 'redriveKey'
    | 'proposeDiscard'
    | 'confirmDiscard'
    | 'audit'
    | 'verifyAudit'
    | 'reconciliation',
  context: Context,
): Operation => {
  const operation = platformOperations.find((known) => known.name === `${name}Of${pascal(context)}`);
  if (!operation) throw new TypeError(`${context} has no operation ${name}`);
  return operation;
};
