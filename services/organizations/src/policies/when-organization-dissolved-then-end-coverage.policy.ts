import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, eachRow, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import { shanghaiDate, systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import type { UnitEvent } from '../domain/unit/unit-state.ts';
import { unitStream } from '../domain/unit/unit.stream.ts';
import { unitList } from '../projections/unit-list.projection.ts';
import { isDissolved } from './dissolved.ts';

const policy = 'when-organization-dissolved-then-end-coverage';

interface Dissolved {
  readonly coveringOrgId: string;
  readonly lostOn: string;
  readonly at: string;
}

const lose = (unitId: string, dissolved: Dissolved): Intent =>
  intend(unitStream, unitId, { type: 'LoseCoverage', cause: 'organizationDissolved', ...dissolved, byId: systemActor(policy) });

async function* uncovered(dissolved: Dissolved, env: ServiceEnv): AsyncGenerator<Intent> {
  const where = [{ field: 'coveringOrgId', eq: dissolved.coveringOrgId }];
  for await (const { unitId } of eachRow((start) => env.rows(unitList).query({ where, limit: 500, ...start }))) yield lose(unitId, dissolved);
}

/** Covered while that was under way: what ends coverage found nothing yet. */
async function uncoveredAgain({ data, occurredAt: at }: Recorded<UnitEvent, 'OrganizationCoverageAchieved'>, env: ServiceEnv): Promise<readonly Intent[]> {
  const { unitId, coveringOrgId } = data;
  return (await isDissolved(env, coveringOrgId)) ? [lose(unitId, { coveringOrgId, lostOn: shanghaiDate(at), at })] : [];
}

/** ORG-33: an organization that is gone covers nothing. */
export const whenOrganizationDissolvedThenEndCoverage = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<TreeEvent>(aggregates.organizations.tree)<ServiceEnv>({
      OrganizationDissolved: ({ data: { organizationId, effectiveOn }, occurredAt }, env) =>
        uncovered({ coveringOrgId: organizationId, lostOn: effectiveOn, at: occurredAt }, env),
    }),
    when<UnitEvent>(aggregates.organizations.unit)<ServiceEnv>({ OrganizationCoverageAchieved: uncoveredAgain }),
  ],
  expects: [],
  reads: [unitList],
});
