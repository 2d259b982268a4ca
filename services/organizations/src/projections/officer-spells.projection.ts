import { roles, type Role } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { amend, defineProjection, from, put, type Change, type Recorded } from '@zhitong/eventing';
import { addDays, shanghaiDate } from '@zhitong/kernel';
import type { GrantsEvent } from '../domain/grants/grants.decider.ts';
import { forever } from './organization-validity.projection.ts';

/** Somebody who may act for an organization, from a day on. */
export interface OfficerSpellRow {
  readonly organizationId: string;
  /** Null while the grant is only proposed. */
  readonly recordedAt: string | null;
  readonly fromOn: string;
  /** First day no longer, as it was planned when it began. */
  readonly plannedToOn: string;
  /** First day no longer. */
  readonly toOn: string;
  /** When an earlier end than the planned one became known. */
  readonly closedAt: string | null;
}

/** Who speaks for an organization; treasurers, managers of centers and administrators do not. */
const acting: ReadonlySet<Role> = new Set<Role>(['secretary', 'deputySecretary', 'organizationOfficer']);

type Born = Recorded<Extract<GrantsEvent, { readonly type: 'GrantProposed' | 'GrantGiven' }>>;

function born({ data }: Born, recordedAt: string | null): readonly Change<OfficerSpellRow>[] {
  const { grantId, organizationId, role, fromDate, untilDate } = data;
  if (!acting.has(roles.parse(role))) return [];
  const toOn = untilDate === undefined ? forever : addDays(untilDate, 1);
  return [put(grantId, { organizationId, recordedAt, fromOn: fromDate, plannedToOn: toOn, toOn, closedAt: null })];
}

const later = (a: string, b: string): string => (a > b ? a : b);
const earlier = (a: string, b: string): string => (a < b ? a : b);

const closed = (grantId: string, on: string, closedAt: string) => amend<OfficerSpellRow>(grantId, (row) => ({ ...row, toOn: earlier(row.toOn, on), closedAt }));

/** One row per grant that lets somebody act for an organization: for how long it did, and since when that is known. */
export const officerSpells = defineProjection<OfficerSpellRow>({
  name: 'officer-spells',
  version: 1,
  indexes: [['organizationId', 'fromOn']],
  sources: [
    from<GrantsEvent>(aggregates.organizations.grants)<OfficerSpellRow>({
      GrantProposed: (event) => born(event, null),
      GrantGiven: (event) => born(event, event.recordedAt),
      GrantConfirmed: ({ data: { grantId }, occurredAt, recordedAt }) =>
        amend(grantId, (row) => ({ ...row, recordedAt, fromOn: later(row.fromOn, shanghaiDate(occurredAt)) })),
      GrantRevoked: ({ data: { grantId }, occurredAt, recordedAt }) => closed(grantId, shanghaiDate(occurredAt), recordedAt),
      GrantEnded: ({ data: { grantId, endedOn }, recordedAt }) => closed(grantId, addDays(endedOn, 1), recordedAt),
    }),
  ],
});

/** Whether somebody acted on a day, as far as known by an instant. */
export function acted({ recordedAt, fromOn, plannedToOn, toOn, closedAt }: OfficerSpellRow, asOf: string, knownAt: string): boolean {
  const until = closedAt !== null && closedAt > knownAt ? plannedToOn : toOn;
  return recordedAt !== null && recordedAt <= knownAt && fromOn <= asOf && asOf < until;
}
