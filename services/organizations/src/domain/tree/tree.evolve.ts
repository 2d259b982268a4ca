import { isCommitteeKind, levels, organizationKinds, sectors } from '@zhitong/catalogue';
import type { EventOf } from '@zhitong/kernel';
import { assertNever } from '@zhitong/kernel';
import type {
  MergeApproved,
  OrganizationProposed,
  OrganizationRegistered,
  SplitApproved,
  TreeEvents,
} from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import { put, type Organization, type PendingMove, type Restructure, type TreeState } from './tree-state.ts';

export type TreeEvent = EventOf<TreeEvents>;

const identity = (data: Readonly<OrganizationProposed | OrganizationRegistered>) => ({
  organizationId: data.organizationId,
  name: data.name,
  kind: organizationKinds.parse(data.kind),
  level: levels.parse(data.level),
  sector: sectors.parse(data.sector),
  lineParentId: data.lineParentId ?? null,
  placeParentId: data.placeParentId ?? null,
  guidingOrgId: data.guidingOrgId ?? null,
  placeCode: data.placeCode ?? null,
});

/** Replaces fields of an organization; an unknown one is damage, not something to skip. */
function change(tree: TreeState, organizationId: string, fields: (before: Organization) => Organization): TreeState {
  const before = tree.organizations.get(organizationId);
  if (before === undefined) throw new TypeError(`The tree does not know ${organizationId}`);
  return put(tree, fields(before));
}

/** A branch for a time is born with its last day. */
const ending = ({ endsOn }: Readonly<OrganizationProposed>) => (endsOn === undefined ? {} : { endsOn });

const decided = (tree: TreeState, organizationId: string, state: 'active' | 'refused') =>
  change(tree, organizationId, ({ proposal: _done, founders: _kept, ...organization }) => ({ ...organization, state }));

const moved = (tree: TreeState, organizationId: string, fields: Partial<PendingMove>) =>
  change(tree, organizationId, (organization) =>
    organization.move === undefined ? organization : { ...organization, move: { ...organization.move, ...fields } },
  );

const settled = (tree: TreeState, organizationId: string, fields: Partial<Organization>) =>
  change(tree, organizationId, ({ move: _over, ...organization }) => ({ ...organization, ...fields }));

const restructured = (
  { approvingOrgId, actedForId, approvedById, effectiveOn }: Readonly<SplitApproved | MergeApproved>,
  intoIds: readonly string[],
): Restructure => ({ approvingOrgId, ...(actedForId === undefined ? {} : { actedForId }), approvedById, effectiveOn, intoIds });

function split(tree: TreeState, data: Readonly<SplitApproved>): TreeState {
  const { organizationId, parts, lineParentId, placeParentId, sector, guidingOrgId } = data;
  const inherited = { lineParentId, placeParentId, sector: sectors.parse(sector), guidingOrgId: guidingOrgId ?? null, level: 'base', placeCode: null } as const;
  return parts.reduce(
    (after, { organizationId: id, name, kind, memberIds }) => {
      const founders = memberIds.filter((memberId) => !tree.promised.has(memberId));
      return put(after, { ...inherited, organizationId: id, name, kind: organizationKinds.parse(kind), approvesMembers: false, state: 'proposed', founders });
    },
    change(tree, organizationId, (source) => ({
      ...source,
      state: 'underReview',
      restructure: restructured(
        data,
        parts.map((part) => part.organizationId),
      ),
    })),
  );
}

export function evolve(tree: TreeState, { type, data }: TreeEvent): TreeState {
  switch (type) {
    case 'OrganizationRegistered':
      return put(tree, { ...identity(data), state: 'active', approvesMembers: data.approvesMembers });
    case 'OrganizationProposed': {
      const { proposedById, approvingOrgId, decideByAt, foundingMemberIds: founders } = data;
      return put(tree, {
        ...identity(data),
        ...ending(data),
        state: 'proposed',
        approvesMembers: false,
        proposal: { proposedById, approvingOrgId, decideByAt, overdue: false },
        founders,
      });
    }
    case 'OrganizationApproved':
      return decided(tree, data.organizationId, 'active');
    case 'OrganizationRefused':
      return decided(tree, data.organizationId, 'refused');
    case 'ApprovalOverdue':
      return change(tree, data.organizationId, (organization) =>
        organization.proposal === undefined ? organization : { ...organization, proposal: { ...organization.proposal, overdue: true } },
      );
    case 'OrganizationKindChanged': {
      const kind = organizationKinds.parse(data.toKind);
      return change(tree, data.organizationId, (before) => ({ ...before, kind, approvesMembers: before.approvesMembers && isCommitteeKind(kind) }));
    }
    case 'LineMoveRequested': {
      const { fromParentId, toParentId, effectiveOn, dueAt } = data;
      return change(tree, data.organizationId, (before) => ({ ...before, move: { fromParentId, toParentId, effectiveOn, dueAt } }));
    }
    case 'LineMoveReleased':
      return moved(tree, data.organizationId, { releasedById: data.releasedById });
    case 'LineMoveAccepted':
      return moved(tree, data.organizationId, { acceptedById: data.acceptedById });
    case 'LineMoveLapsed':
      return settled(tree, data.organizationId, {});
    case 'ManagingLineChanged':
      return settled(tree, data.organizationId, { lineParentId: data.toParentId });
    case 'PlaceChanged':
      return change(tree, data.organizationId, (before) => ({ ...before, placeParentId: data.toParentId }));
    case 'GuidanceLinked':
      return change(tree, data.organizationId, (before) => ({ ...before, guidingOrgId: data.guidingOrgId }));
    case 'GuidanceUnlinked':
      return change(tree, data.organizationId, (before) => ({ ...before, guidingOrgId: null }));
    case 'OrganizationDissolved':
      return settled(tree, data.organizationId, { state: 'dissolved', successorId: data.successorId });
    case 'SplitApproved':
      return split(tree, data);
    case 'MergeApproved':
      return data.sourceIds.reduce(
        (after, id) => change(after, id, (before) => ({ ...before, state: 'merging', restructure: restructured(data, [data.organizationId]) })),
        tree,
      );
    case 'ApprovesMembersChanged':
      return change(tree, data.organizationId, (before) => ({ ...before, approvesMembers: data.approvesMembers }));
    case 'TemporaryBranchExtended':
      return change(tree, data.organizationId, (before) => ({ ...before, endsOn: data.endsOn }));
    case 'TemporaryBranchEnded':
      return tree;
    default:
      return assertNever(type);
  }
}
