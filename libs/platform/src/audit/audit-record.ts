import { hash } from 'node:crypto';
import type { Collection } from '@zhitong/eventing';
import { canonicalJson } from './canonical-json.ts';

/** Who did what to whom, and how it ended. Ids and codes only. */
export interface AuditEntry {
  readonly at: string;
  readonly actorId: string;
  /** Organization of the post the actor used. */
  readonly organizationId: string | null;
  /** The use case. */
  readonly operation: string;
  readonly kind: 'command' | 'read' | 'refusal' | 'session' | 'operation';
  /** `done`, `begun` where no commit tells how it went on, or the code of the refusal. */
  readonly result: string;
  /** Stream or target acted on. */
  readonly target: string | null;
  /** Persons whose data were seen or changed. */
  readonly personIds: readonly string[];
  readonly fields: readonly string[];
  readonly purpose: string | null;
  readonly traceId: string;
  /** Of a command that was carried out: what a retry is answered with, whatever has become of the actor's rights. */
  readonly command?: { readonly commandId: string; readonly bodyHash: string; readonly answeredId: string };
}

export interface AuditRecord extends AuditEntry {
  readonly number: number;
  readonly algorithm: 'sha256';
  readonly previous: string;
  readonly hash: string;
}

export const auditCollection: Collection = {
  name: 'audit',
  indexes: [['number'], ['actorId', 'number'], ['operation', 'number'], ['result', 'number'], ['kind', 'number'], ['command.commandId']],
};

/** Rows are kept and read in the order of their numbers. */
export const numberKey = (number: number): string => String(number).padStart(12, '0');

export const sha256 = (text: string): string => hash('sha256', text);

/** A chain begins with the name of its service: records of another one do not fit into it. */
export const genesisOf = (context: string): string => sha256(`audit of ${context}`);

export function chained(entry: AuditEntry, number: number, previous: string): AuditRecord {
  const record = { ...entry, number, algorithm: 'sha256' as const, previous };
  return { ...record, hash: sha256(canonicalJson(record)) };
}

/** Every field counts, those of the chain itself as well. */
export function fits({ number: found, algorithm, previous: before, hash, ...entry }: AuditRecord, number: number, previous: string): boolean {
  const expected = chained(entry, number, previous);
  return found === number && algorithm === expected.algorithm && before === previous && hash === expected.hash;
}
