import { operations } from '@zhitong/catalogue';
import type { EventStore, Intents, Policy, RecordedEvent, StoredCommit, StreamType } from '@zhitong/eventing';
import { isSystemActor } from '@zhitong/kernel';
import type { AuditLog } from './audit-log.ts';
import type { AuditEntry } from './audit-record.ts';

const sealed = new Set(operations.filter((operation) => operation.sealed === true).map(({ name }) => name));

export interface AuditFromLogOptions {
  readonly streams: readonly Pick<StreamType, 'context' | 'category'>[];
  readonly store: EventStore;
  readonly audit: AuditLog;
}

/**
 * Puts on record what the log holds and the audit does not: a process died between the commit of a person's command and its record, and
 * nobody repeated the command (SEC-25). Reads the own log like any policy, with a checkpoint of its own; what is on record is left alone.
 */
export function auditFromLog({ streams, store, audit }: AuditFromLogOptions): Policy {
  const put = async ({ stream, commandId, actorId }: RecordedEvent): Promise<Intents> => {
    if (isSystemActor(actorId) || (await audit.ofCommand(commandId)) !== undefined) return [];
    const entry = entryOf(await store.findCommit(stream, commandId));
    if (entry) await audit.append(entry, { sealed: sealed.has(entry.operation) });
    return [];
  };
  const sources = streams.map(({ context, category }) => ({ context, category, handler: () => put }));
  return { name: 'when-command-stored-then-record-it', startFrom: 'beginning', expects: [], sources };
}

/** The same as the service writes while it lives. Commits without an act are no person's. */
function entryOf(commit: StoredCommit | undefined): AuditEntry | undefined {
  const [event] = commit?.events ?? [];
  if (!commit?.act || !event) return undefined;
  const { act, stream, commandId, bodyHash } = commit;
  return {
    at: event.occurredAt,
    actorId: event.actorId,
    organizationId: event.organizationId ?? null,
    operation: act.operation,
    kind: 'command',
    result: 'done',
    target: stream,
    personIds: [],
    fields: [],
    purpose: null,
    traceId: event.correlationId,
    command: { commandId, bodyHash, answeredId: act.answeredId },
  };
}
