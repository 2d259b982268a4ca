import { rightsOf, roles } from '@zhitong/catalogue';
import { defineProjection, from, type Change } from '@zhitong/eventing';
import type { GrantsEvent } from '../domain/grants/grants.decider.ts';

interface OfficeGrant {
  readonly grantId: string;
  readonly organizationId: string;
  /** Last valid day. */
  readonly until: string | null;
}

export interface DigestReader {
  readonly personId: string;
  readonly grants: readonly OfficeGrant[];
  /** Has an office with an inbox. */
  readonly reads: boolean;
}

const withGrants = (personId: string, fold: (grants: readonly OfficeGrant[]) => readonly OfficeGrant[]): Change<DigestReader> => ({
  key: personId,
  fold: (row) => {
    const grants = fold(row?.grants ?? []);
    return { personId, grants, reads: grants.length > 0 };
  },
});

type Body = Extract<GrantsEvent, { readonly type: 'GrantProposed' | 'GrantGiven' }>['data'];

/** A proposal counts only once it is confirmed; until then it is kept with a day that is past. */
const never = '0001-01-01';

const given = ({ personId, grantId, organizationId, role, untilDate }: Body, until: string | null = untilDate ?? null) =>
  rightsOf[roles.parse(role)].includes('directive.read')
    ? withGrants(personId, (grants) => [...grants.filter((grant) => grant.grantId !== grantId), { grantId, organizationId, until }])
    : [];

const until = (personId: string, grantId: string, day: string | null) =>
  withGrants(personId, (grants) => grants.map((grant) => (grant.grantId === grantId ? { ...grant, until: day } : grant)));

/** One row per person with an office: who gets a digest, for which organizations (LINK-22). */
export const digestReaders = defineProjection<DigestReader>({
  name: 'digest-readers',
  version: 1,
  indexes: [['reads']],
  sources: [
    from<GrantsEvent>(
      'organizations',
      'grants',
    )<DigestReader>({
      GrantProposed: ({ data }) => given(data, never),
      GrantConfirmed: ({ data }) => until(data.personId, data.grantId, null),
      GrantGiven: ({ data }) => given(data),
      GrantRevoked: ({ data }) => withGrants(data.personId, (grants) => grants.filter(({ grantId }) => grantId !== data.grantId)),
      GrantEnded: ({ data }) => until(data.personId, data.grantId, data.endedOn),
    }),
  ],
});
