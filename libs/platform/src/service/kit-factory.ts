import type { Operation, Receipt } from '@zhitong/catalogue';
import { Rejected, shanghaiDate, type Call, type Fact } from '@zhitong/kernel';
import type { CommitMetadata, Projection, StreamHandler, StreamReceipt, StreamType } from '@zhitong/eventing';
import type { Actor, Grant, GrantsRow } from '../access/access.port.ts';
import { grantsProjection } from '../access/access.projections.ts';
import { decideAccess, mayRead, readScope } from '../access/scope.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Content, Kit, ServiceEnv, Target } from './kit.ts';
import { rowsOf, type Freshness, type RowsOptions } from './rows.ts';

export interface KitDependencies {
  readonly handler: StreamHandler;
  readonly rows: RowsOptions;
  readonly env: ServiceEnv;
  readonly content: Content;
  readonly audit: AuditLog;
}

/** The kit of one call, and what the runtime reads off it afterwards. */
export interface BoundKit {
  readonly kit: Kit;
  readonly freshness: Freshness;
  readonly receipts: readonly StreamReceipt[];
  readonly actor: Actor;
}

/** The importer fills an empty installation: the one subject that needs no grant. */
export const isImporter = ({ subject }: Call): boolean => subject.kind === 'system' && subject.policy === 'seed';

export async function bindKit(operation: Operation, call: Call, dependencies: KitDependencies): Promise<BoundKit> {
  const { handler, env, content, audit, rows } = dependencies;
  const freshness: Freshness = { after: call.after ?? {}, stale: false };
  const receipts: StreamReceipt[] = [];
  const actor = await actorOf(call, dependencies);
  const treeNow = env.tree.current();
  const trusted = isImporter(call);
  let allowed = trusted;

  const kit: Kit = {
    ...env,
    call,
    content,
    treeNow,
    rows: <Row, Env>(projection: Projection<Row, Env>) => rowsOf(projection, rows, freshness),
    allow(target: Target) {
      if (!trusted) decideAccess({ actor, right: operation.right, reach: operation.reach, target, tree: treeNow });
      allowed = true;
      return Promise.resolve();
    },
    mayRead: (organizationId) => trusted || mayRead(actor, organizationId, treeNow),
    readScope: () => readScope(actor, treeNow),
    async handle<State, Command, Event extends Fact>(
      stream: StreamType<State, Command, Event>,
      id: string,
      command: Command,
      options?: { readonly receiptId?: string },
    ): Promise<Receipt> {
      if (!allowed) throw new Rejected('FORBIDDEN_ROLE', 'This act was not allowed to anyone.', { operation: operation.name });
      const { commandId, bodyHash } = call;
      const receipt = await handler.handle(stream, {
        id,
        command,
        commandId,
        bodyHash,
        metadata: metadataOf(call),
        ...(call.ifVersion === undefined ? {} : { ifVersion: call.ifVersion }),
      });
      receipts.push(receipt);
      return { id: options?.receiptId ?? id, stream: receipt.stream, version: receipt.version, warnings: [...receipt.warnings] };
    },
    peek: (stream, id) => handler.load(stream, id),
    newId: (prefix) => `${prefix}_${call.commandId.replaceAll('-', '')}`,
    audit: ({ personIds, fields, purpose }) =>
      audit.append({
        at: call.now,
        actorId: actor.personId,
        organizationId: actor.acting?.organizationId ?? null,
        operation: operation.name,
        kind: 'read',
        result: 'done',
        target: null,
        personIds,
        fields,
        purpose,
        traceId: call.correlationId,
      }),
  };
  return { kit, freshness, receipts, actor };
}

function metadataOf(call: Call): CommitMetadata {
  const { subject } = call;
  return {
    occurredAt: call.now,
    actorId: subject.kind === 'person' ? subject.personId : `system:${subject.policy}`,
    ...(subject.kind === 'person' ? { organizationId: subject.organizationId } : {}),
    ...(subject.kind === 'system' && subject.onBehalfOf !== undefined ? { onBehalfOf: subject.onBehalfOf } : {}),
    ...(call.causationId === undefined ? {} : { causationId: call.causationId }),
    correlationId: call.correlationId,
    ...(call.traceparent === undefined ? {} : { traceparent: call.traceparent }),
  };
}

/** The person with the grants that are live today; no row, no grant: default deny. */
async function actorOf(call: Call, { rows }: KitDependencies): Promise<Actor> {
  const { subject } = call;
  if (subject.kind === 'system') return { personId: `system:${subject.policy}`, grants: [], acting: undefined };
  const row = await rowsOf(grantsProjection, rows).get(subject.personId);
  const grants = live(row, shanghaiDate(call.now));
  const acting = grants.find(({ grantId }) => grantId === subject.grantId);
  return { personId: subject.personId, grants, acting };
}

const live = (row: GrantsRow | undefined, today: string): readonly Grant[] =>
  (row?.grants ?? []).filter(({ from, until }) => from <= today && (until === null || today <= until));
