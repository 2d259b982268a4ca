import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, fromEvery, ignore, put, type Changes, type Recorded } from '@zhitong/eventing';
import { shanghaiDate } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { MemberEvent } from '../domain/member/member-event.ts';

/** One line of a person's history: what happened, when, the branch and the code of it. */
export interface MemberHistoryRow {
  readonly personId: string;
  readonly version: number;
  readonly type: MemberEvent['type'];
  readonly on: string;
  readonly at: string;
  readonly transferId?: string;
  readonly branchId?: string;
  readonly organizationId?: string;
  readonly code?: string;
}

/** Markers of the clock and the acts of an erasure are no part of a membership. */
const unlisted: ReadonlySet<MemberEvent['type']> = new Set<MemberEvent['type']>(['ErasureProposed']);

const text = (data: object, ...names: readonly string[]): string | undefined => {
  const fields = new Map<string, unknown>(Object.entries(data));
  return names.map((name) => fields.get(name)).find((value) => typeof value === 'string');
};
const optional = (fields: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

export function historyRow({ type, data, version, occurredAt }: Pick<Recorded<MemberEvent>, 'type' | 'data' | 'version' | 'occurredAt'>): MemberHistoryRow {
  return {
    personId: data.personId,
    version,
    type,
    on: shanghaiDate(occurredAt),
    at: occurredAt,
    ...optional({
      transferId: text(data, 'transferId'),
      branchId: text(data, 'branchId', 'fromBranchId'),
      organizationId: text(data, 'committeeId', 'mediatorId', 'organizationId', 'issuerId', 'toCommitteeId', 'authorityId'),
      code: text(data, 'causeCode', 'outcomeCode', 'flagCode', 'kind', 'sourceCode', 'originCode'),
    }),
  };
}

/** `per_1.0000000007`: lines of a person in the order of the stream. */
export const historyKey = (personId: string, version: number): string => `${personId}.${String(version).padStart(10, '0')}`;

function line(event: Recorded<MemberEvent>): Changes<MemberHistoryRow> {
  if (unlisted.has(event.type)) return ignore();
  return put(historyKey(event.data.personId, event.version), historyRow(event));
}

/** Every fact of every person, for the history of a member and the steps of a transfer. */
export const memberHistory = defineProjection<MemberHistoryRow, ServiceEnv>({
  name: 'member-history',
  version: 2,
  indexes: [
    ['personId', 'version'],
    ['transferId', 'version'],
  ],
  sources: [fromEvery<MemberEvent>(aggregates.members.member)<MemberHistoryRow, ServiceEnv>(line)],
});
