import type { Operation, Receipt } from '@zhitong/catalogue';
import { actorIdOf, Rejected, shanghaiDate, type Call, type Fact } from '@zhitong/kernel';
import {
  streamName,
  type CommitMetadata,
  type Projection,
  type StreamCommand,
  type StreamHandler,
  type StreamReceipt,
  type StreamType,
} from '@zhitong/eventing';
import type { Actor, Grant, GrantsRow } from '../access/access.port.ts';
import { grantsProjection } from '../access/access.projections.ts';
import { decideAccess, mayRead, readScope } from '../access/scope.ts';
import type { TreeView } from '../access/tree.port.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Content } from '../content/content-store.ts';
import type { HandleOptions, Kit, ServiceEnv, Target } from './kit.ts';
import { rowsOf, type Freshness, type RowsOptions } from './rows.ts';

export interface KitDependencies {
  readonly handler: StreamHandler;
  readonly rows: RowsOptions;
  readonly env: ServiceEnv;
  readonly content: Content;
  readonly audit: AuditLog;
  /** Says what would be answered, and writes nothing. */
  readonly rehearsal?: boolean;
}

/** The kit of one call, and what the runtime reads off it afterwards. */
export interface BoundKit {
  readonly kit: Kit;
  readonly freshness: Freshness;
  readonly receipts: readonly StreamReceipt[];
  readonly actor: Actor;
  /** Of a rehearsal: it was carried out before, or has nothing to do. */
  readonly repeated: () => boolean;
}

/** The importer fills an empty installation: the one subject that needs no grant. */
export const isImporter = ({ subject }: Call): boolean => subject.kind === 'system' && subject.policy === 'seed';

export async function bindKit(operation: Operation, call: Call, dependencies: KitDependencies): Promise<BoundKit> {
  const { handler, env, content, audit, rows } = dependencies;
  const freshness: Freshness = { after: call.after ?? {}, stale: false };
  const receipts: StreamReceipt[] = [];
  const actor = await actorOf(call, dependencies);
  const treeNow = await treeFor(call, env);
  const trusted = isImporter(call);
  let allowed = trusted;
  let repeated = false;
  const onRecord = { at: call.now, operation: operation.name, result: 'done', target: null, personIds: [], traceId: call.correlationId };

  const commandFor = <Command>(id: string, command: Command): StreamCommand<Command> => {
    const { commandId, bodyHash, ifVersion } = call;
    return { id, command, commandId, bodyHash, metadata: metadataOf(call), ...(ifVersion === undefined ? {} : { ifVersion }) };
  };

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
    rehearse: (stream, id, command) => handler.rehearse(stream, commandFor(id, command)),
    async handle<State, Command, Event extends Fact>(
      stream: StreamType<State, Command, Event>,
      id: string,
      command: Command,
      options?: HandleOptions,
    ): Promise<Receipt> {
      if (!allowed) throw new Rejected('FORBIDDEN_ROLE', 'This act was not allowed to anyone.', { operation: operation.name });
      if (dependencies.rehearsal === true) {
        repeated = await handler.rehearse(stream, commandFor(id, command));
        return { id: options?.receiptId ?? id, stream: '', version: 0, warnings: [] };
      }
      const act = call.subject.kind === 'person' ? { act: { operation: operation.name, answeredId: options?.receiptId ?? id } } : {};
      const { ifVersion, ...asked } = commandFor(id, command);
      const bound = ifVersion === undefined || options?.unseen === true ? asked : { ...asked, ifVersion };
      const receipt = await handler.handle(stream, { ...bound, ...act });
      receipts.push(receipt);
      return { id: options?.receiptId ?? id, stream: receipt.stream, version: receipt.version, warnings: [...receipt.warnings] };
    },
    newId: (prefix) => `${prefix}_${call.commandId.replaceAll('-', '')}`,
    audit(read) {
      const by = { actorId: actor.personId, organizationId: actor.acting?.organizationId ?? null };
      return audit.append({ ...onRecord, ...by, kind: 'read', ...read }, { sealed: operation.sealed === true });
    },
    auditLogIn({ personId, organizationId, acr }) {
      const { commandId, bodyHash } = call;
      const by = { actorId: personId, organizationId };
      return audit.append({ ...onRecord, ...by, kind: 'session', fields: [], purpose: acr, command: { commandId, bodyHash, answeredId: personId } });
    },
  };
  return { kit, freshness, receipts, actor, repeated: () => repeated };
}

function metadataOf(call: Call): CommitMetadata {
  const { subject } = call;
  return {
    occurredAt: call.now,
    actorId: actorIdOf(subject),
    ...(subject.kind === 'person' ? { organizationId: subject.organizationId } : {}),
    ...(subject.kind === 'system' && subject.onBehalfOf !== undefined ? { onBehalfOf: subject.onBehalfOf } : {}),
    ...(call.causationId === undefined ? {} : { causationId: call.causationId }),
    correlationId: call.correlationId,
    ...(call.traceparent === undefined ? {} : { traceparent: call.traceparent }),
  };
}

/** The tree as it is, at least as new as the caller has seen it. */
async function treeFor({ seen }: Call, { tree }: ServiceEnv): Promise<TreeView> {
  if (seen !== undefined && seen.tree > tree.current().version) await tree.at(seen.tree);
  return tree.current();
}

/** The person with the grants that are live today; no row, no grant: default deny. */
export async function actorOf(call: Pick<Call, 'subject' | 'now' | 'seen'>, { rows }: Pick<KitDependencies, 'rows'>): Promise<Actor> {
  const { subject } = call;
  if (subject.kind === 'system') return { personId: actorIdOf(subject), grants: [], acting: undefined };
  const after = call.seen === undefined ? {} : { [streamName({ context: 'organizations', category: 'grants', id: subject.personId })]: call.seen.grants };
  const known = rowsOf(grantsProjection, rows);
  const first = await known.get(subject.personId);
  const behind = call.seen !== undefined && (first?.version ?? 0) < call.seen.grants;
  const row = behind ? await newerGrants(subject.personId, after, rows) : first;
  const grants = live(row, shanghaiDate(call.now));
  const acting = grants.find(({ grantId }) => grantId === subject.grantId);
  return { personId: subject.personId, grants, acting };
}

/** The gateway has seen newer grants than this service: nothing older may decide. */
async function newerGrants(personId: string, after: Freshness['after'], rows: RowsOptions): Promise<GrantsRow | undefined> {
  const freshness: Freshness = { after, stale: false };
  const row = await rowsOf(grantsProjection, rows, freshness).get(personId);
  if (freshness.stale) throw new Rejected('SERVICE_UNAVAILABLE', 'Newer rights of this person have not arrived yet.');
  return row;
}

const live = (row: GrantsRow | undefined, today: string): readonly Grant[] =>
  (row?.grants ?? []).filter(({ from, until }) => from <= today && (until === null || today <= until));
