import type { Context } from '@zhitong/catalogue';
import { eachRow } from '@zhitong/eventing';
import { auditCollection, type AuditRecord } from '@zhitong/platform/audit/audit-record.ts';
import type { Attempt } from '@zhitong/platform/telemetry/security-log.ts';
import type { TestCity } from '../test-city.ts';

/** Refusals that tell of an attempt wherever they come from; the others are also what a mistyped address or a changed list is answered with. */
const telling = new Set(['UNAUTHENTICATED', 'TOKEN_INVALID', 'STEP_UP_REQUIRED', 'FORBIDDEN_ROLE', 'OUT_OF_SCOPE', 'NOT_AUTHORISED_BODY', 'ORIGIN_REFUSED']);

/** How often each trace is on record, in the audits of all services and among the attempts on the gateway. */
async function recordsByTrace(city: TestCity, parts: readonly Context[], attempts: readonly Attempt[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const add = ({ traceId }: { readonly traceId: string }) => counts.set(traceId, (counts.get(traceId) ?? 0) + 1);
  attempts.forEach(add);
  for (const part of parts) {
    const { documents } = city.service(part).runtime.adapters;
    const query = { where: [{ field: 'kind', eq: 'refusal' }], orderBy: { field: 'number', direction: 'asc' }, limit: 1000 } as const;
    for await (const record of eachRow((start) => documents.query<AuditRecord>(auditCollection.name, { ...query, ...start }))) add(record);
  }
  return counts;
}

export interface Refused {
  readonly traceId: string;
  readonly code: string;
  /** What was sent, for whoever reads a failure. */
  readonly name: string;
}

/** Attempts that left no record, or more than one. */
export async function unevenRecords(
  city: TestCity,
  parts: readonly Context[],
  attempts: readonly Attempt[],
  refused: readonly Refused[],
): Promise<readonly string[]> {
  const records = await recordsByTrace(city, parts, attempts);
  const byTrace = [...Map.groupBy(refused, ({ traceId }) => traceId)].filter(([, all]) => all.every(({ code }) => telling.has(code)));
  if (byTrace.length === 0) return ['no attempt was made'];
  return byTrace.flatMap(([traceId, all]) => {
    const found = records.get(traceId) ?? 0;
    return found === all.length ? [] : [`${all.map(({ name, code }) => `${name} ${code}`).join()}: ${found} records`];
  });
}
