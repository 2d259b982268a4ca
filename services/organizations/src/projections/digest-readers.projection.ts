import { rightsOf, roles } from '@zhitong/catalogue';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, ignore, type Change } from '@zhitong/eventing';
import type { DataOf } from '@zhitong/kernel';
import type { DigestEvent } from '../domain/digest/digest.decider.ts';
import type { DigestTimes } from '../domain/digest/digest-time.ts';
import type { GrantsEvent } from '../domain/grants/grants.decider.ts';

interface OfficeGrant {
  readonly grantId: string;
  readonly organizationId: string;
  /** A proposed one gives nothing until a second person confirms it. */
  readonly live: boolean;
  readonly from: string;
  /** Last valid day. */
  readonly until: string | null;
}

interface OwnTimes extends DigestTimes {
  readonly effectiveOn: string;
}

export interface DigestReader {
  readonly personId: string;
  readonly grants: readonly OfficeGrant[];
  /** Has an office with an inbox. */
  readonly reads: boolean;
  /** In the order they were set. */
  readonly times: readonly OwnTimes[];
  /** Has said when. */
  readonly ownTimes: boolean;
}

/** Organizations whose inboxes are the person's on a day. */
export const officesOn = ({ grants }: DigestReader, date: string): readonly string[] => [
  ...new Set(
    grants.filter(({ live, from: first, until }) => live && first <= date && (until === null || until >= date)).map(({ organizationId }) => organizationId),
  ),
];

/** What the person has set for a day: the one that began last, of one day the one set last. */
export const timesOn = ({ times }: Pick<DigestReader, 'times'>, date: string): DigestTimes | undefined =>
  times
    .filter(({ effectiveOn }) => effectiveOn <= date)
    .reduce<OwnTimes | undefined>((last, own) => (last && last.effectiveOn > own.effectiveOn ? last : own), undefined);

const withGrants = (personId: string, fold: (grants: readonly OfficeGrant[]) => readonly OfficeGrant[]): Change<DigestReader> => ({
  key: personId,
  fold: (row) => {
    const grants = fold(row?.grants ?? []);
    return { personId, grants, reads: grants.length > 0, times: row?.times ?? [], ownTimes: row?.ownTimes ?? false };
  },
});

const withTimes = ({ personId, time, quietFrom, quietUntil, effectiveOn }: OwnTimes & { readonly personId: string }): Change<DigestReader> => ({
  key: personId,
  fold: (row) => {
    const times = [...(row?.times ?? []), { time, quietFrom, quietUntil, effectiveOn }];
    return { personId, grants: row?.grants ?? [], reads: row?.reads ?? false, times, ownTimes: true };
  },
});

type Body = DataOf<GrantsEvent, 'GrantProposed' | 'GrantGiven'>;

const given = ({ personId, grantId, organizationId, role, fromDate, untilDate }: Body, live: boolean) =>
  rightsOf[roles.parse(role)].includes('directive.read')
    ? withGrants(personId, (grants) => [
        ...grants.filter((grant) => grant.grantId !== grantId),
        { grantId, organizationId, live, from: fromDate, until: untilDate ?? null },
      ])
    : [];

const changed = (personId: string, grantId: string, change: (grant: OfficeGrant) => Partial<OfficeGrant>) =>
  withGrants(personId, (grants) => grants.map((grant) => (grant.grantId === grantId ? { ...grant, ...change(grant) } : grant)));

/** One row per person with an office: who gets a digest, when, for which organizations (LINK-22). */
export const digestReaders = defineProjection<DigestReader>({
  name: 'digest-readers',
  version: 2,
  indexes: [['reads'], ['ownTimes']],
  sources: [
    from<GrantsEvent>(aggregates.organizations.grants)<DigestReader>({
      GrantProposed: ({ data }) => given(data, false),
      GrantConfirmed: ({ data }) => changed(data.personId, data.grantId, () => ({ live: true })),
      GrantGiven: ({ data }) => given(data, true),
      GrantRevoked: ({ data }) => withGrants(data.personId, (grants) => grants.filter(({ grantId }) => grantId !== data.grantId)),
      GrantEnded: ({ data: { personId, grantId, endedOn } }) =>
        changed(personId, grantId, ({ until }) => ({ until: until === null || until > endedOn ? endedOn : until })),
    }),
    from<DigestEvent>(aggregates.organizations.digest)<DigestReader>({
      DigestSent: ignore,
      DigestRoundFinished: ignore,
      DigestTimesSet: ({ data }) => withTimes(data),
    }),
  ],
});
