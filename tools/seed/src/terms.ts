import { hasTerms, isCommitteeKind } from '@zhitong/catalogue';
import { addDays } from '@zhitong/kernel';
import type { PlannedOrganization } from './organizations.ts';
import { randomOf } from './random.ts';

/** A term that runs on the day of the introduction; a few are over already. */
export interface PlannedTerm {
  readonly key: string;
  readonly startsOn: string;
}

/** So long after its end a term may still wait for its election. */
const overdueDays = 20;

/** Begun on a day within the usual length of a term of that kind, so that every month has some that end. */
export function planTerms(organizations: readonly PlannedOrganization[], seed: number, baseDate: string): readonly PlannedTerm[] {
  const byKey = new Map(organizations.map((organization) => [organization.key, organization]));
  const ofCommunity = (organization: PlannedOrganization | undefined): boolean =>
    organization !== undefined && (organization.level === 'community' || ofCommunity(byKey.get(organization.lineParent ?? '')));
  return organizations
    .filter(({ kind }) => hasTerms(kind))
    .map((organization) => {
      const years = isCommitteeKind(organization.kind) || ofCommunity(organization) ? 5 : 3;
      const age = randomOf(seed, `term/${organization.key}`).between(1, years * 365 + overdueDays);
      return { key: organization.key, startsOn: addDays(baseDate, -age) };
    });
}
