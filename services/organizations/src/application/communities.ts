import type { View } from '@zhitong/catalogue';
import type { Kit, Moment } from '@zhitong/platform';
import { leads } from '../domain/facts/attributes.ts';
import type { OrganizationValidityRow } from '../projections/organization-validity.projection.ts';
import { subjectOf } from './fact-subject.ts';
import { subtreeAsOf } from './tree-as-of.ts';

interface Subtree {
  readonly organizationId: string;
  readonly view: View;
}

/** What leads the communities of a subtree, as it was then; that it leads a place is what the tree of today says. */
export async function communitiesThen(kit: Kit, { organizationId, view }: Subtree, moment: Moment): Promise<readonly OrganizationValidityRow[]> {
  const rows = await subtreeAsOf(kit, organizationId, view, moment);
  return rows.filter((row) => leads({ ...subjectOf(kit, row.organizationId), level: row.level }, 'community'));
}
