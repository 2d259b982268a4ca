import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, intend, when } from '@zhitong/eventing';
import { addDays } from '@zhitong/kernel';
import type { ServiceEnv } from '@zhitong/platform';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { termStream } from '../domain/term/term.stream.ts';

/** ORG-16: a new organization is led by an appointed secretary until its first election. */
export const whenOrganizationApprovedThenExpectFirstElection = definePolicy<ServiceEnv>({
  name: 'when-organization-approved-then-expect-first-election',
  startFrom: 'beginning',
  sources: [
    when<TreeEvent>(aggregates.organizations.tree)<ServiceEnv>({
      async OrganizationApproved({ data: { organizationId, effectiveOn }, occurredAt, version }, { tree, settings }) {
        const kind = (await tree.at(version)).node(organizationId)?.kind;
        const days = settings.number('term.firstElectionDays', occurredAt, organizationId);
        return kind === undefined ? [] : [intend(termStream, organizationId, { type: 'ExpectFirst', organizationId, kind, dueOn: addDays(effectiveOn, days) })];
      },
    }),
  ],
  expects: [],
});
