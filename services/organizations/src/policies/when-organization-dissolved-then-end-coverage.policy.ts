import { definePolicy, eachRow, intend, when, type Intent } from '@zhitong/eventing';
import { systemActor } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { unitStream } from '../domain/unit/unit.stream.ts';
import { unitList } from '../projections/unit-list.projection.ts';

const policy = 'when-organization-dissolved-then-end-coverage';

interface Dissolved {
  readonly coveringOrgId: string;
  readonly lostOn: string;
  readonly at: string;
}

async function* uncovered({ coveringOrgId, lostOn, at }: Dissolved, env: ServiceEnv): AsyncGenerator<Intent> {
  const units = env.rows(unitList);
  const where = [{ field: 'coveringOrgId', eq: coveringOrgId }];
  const command = { type: 'LoseCoverage', cause: 'organizationDissolved', coveringOrgId, lostOn, at, byId: systemActor(policy) } as const;
  for await (const { unitId } of eachRow((start) => units.query({ where, limit: 500, ...start }))) yield intend(unitStream, unitId, command);
}

/** ORG-33: an organization that is gone covers nothing. */
export const whenOrganizationDissolvedThenEndCoverage = definePolicy<ServiceEnv>({
  name: policy,
  startFrom: 'beginning',
  sources: [
    when<TreeEvent>(
      'organizations',
      'tree',
    )<ServiceEnv>({
      OrganizationDissolved: ({ data: { organizationId, effectiveOn }, occurredAt }, env) =>
        uncovered({ coveringOrgId: organizationId, lostOn: effectiveOn, at: occurredAt }, env),
    }),
  ],
  expects: [],
});
