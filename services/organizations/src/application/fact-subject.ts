import type { Kit } from '@zhitong/platform';
import type { Subject } from '../domain/facts/attributes.ts';
import { nodeOf } from './organization-rows.ts';

/** An organization as the rules about facts see it today. */
export function subjectOf(kit: Kit, organizationId: string): Subject {
  const { kind, level, sector, state, placeCode } = nodeOf(kit.treeNow, organizationId);
  return { kind, level, sector, state, leadsPlace: placeCode !== null };
}
