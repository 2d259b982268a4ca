import type { AnyProjection } from '@zhitong/eventing';
import type { Reconciliation, ServiceEnv } from '@zhitong/platform';
import { memberMoves, movesKey } from './projections/member-moves.projection.ts';
import { membersIn, membersKey, membership } from './projections/membership.projection.ts';

/** Sums of a projection's tallies, by organization. */
async function sumsOf(env: ServiceEnv, projection: AnyProjection, keyOf: (organizationId: string) => string, ids: readonly string[]) {
  const tallies = await env.rows(projection).tallies(ids.map(keyOf));
  return new Map(ids.map((id) => [id, membersIn(tallies.get(keyOf(id)))]));
}

/** an arrival counts in its branch, here as with the members service. */
const memberCounts: Reconciliation = {
  flow: 'X-02',
  keys: ({ tree }) => [...tree.current().nodes()].map(({ organizationId }) => organizationId),
  source: (env, ids) => sumsOf(env, memberMoves, movesKey, ids),
  target: (env, ids) => sumsOf(env, membership, membersKey, ids),
};

/** Flows into organizations; another one is one more line. */
export const reconciliations: readonly Reconciliation[] = [memberCounts];
