import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { definePolicy, eachRow, intend, when, type Intent, type Recorded } from '@zhitong/eventing';
import { isLive } from '@zhitong/catalogue';
import type { EventOf } from '@zhitong/kernel';
import { treeNodesProjection, type ServiceEnv } from '@zhitong/platform';
import type { TreeEvents } from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import type { MemberEvent } from '../domain/member/member-event.ts';
import { memberStream } from '../domain/member/member.stream.ts';
import { attachmentList } from '../projections/attachment-list.projection.ts';

type TreeEvent = EventOf<TreeEvents>;

interface Ended {
  readonly branchId: string;
  readonly on: string;
  readonly at: string;
}
const leave = (personId: string, ended: Ended): Intent =>
  intend(memberStream, personId, { type: 'DetachMember', personId, cause: 'branchDissolved', ...ended });

async function* leaveAll(ended: Ended, env: ServiceEnv): AsyncGenerator<Intent> {
  const query = { where: [{ field: 'branchId', eq: ended.branchId }], orderBy: { field: 'attachedOn', direction: 'asc' }, limit: 500 } as const;
  for await (const { personId } of eachRow((start) => env.rows(attachmentList).query({ ...query, ...start }))) yield leave(personId, ended);
}

/** Attached while the branch was on the way out: what detaches its members found this one not yet. */
function leaveAgain({ data, occurredAt: at }: Recorded<MemberEvent, 'MemberAttached'>, { tree }: ServiceEnv): readonly Intent[] {
  const { personId, branchId, attachedOn: on } = data;
  const node = tree.current().node(branchId);
  return node !== undefined && !isLive(node.state) ? [leave(personId, { branchId, on, at })] : [];
}

/** ORG-11: with a temporary branch ends the part its members take in it, in whatever order both facts are heard. */
export const detachFromDissolved = definePolicy<ServiceEnv>({
  name: 'when-organization-dissolved-then-detach-members',
  startFrom: 'beginning',
  expects: ['ERASED'],
  sources: [
    when<TreeEvent>(aggregates.organizations.tree)<ServiceEnv>({
      OrganizationDissolved: ({ data: { organizationId: branchId, effectiveOn: on }, occurredAt: at }, env) => leaveAll({ branchId, on, at }, env),
    }),
    when<MemberEvent>(aggregates.members.member)<ServiceEnv>({ MemberAttached: leaveAgain }),
  ],
  reads: [attachmentList, treeNodesProjection],
});
