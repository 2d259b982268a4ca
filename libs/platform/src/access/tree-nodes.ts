import { isCommitteeKind, levels, organizationKinds, sectors, type OrganizationState } from '@zhitong/catalogue';
import { assertNever, type EventOf } from '@zhitong/kernel';
import { aggregates } from '@zhitong/contracts/aggregates.ts';
import type {
  OrganizationProposed,
  OrganizationRegistered,
  SplitApproved,
  TreeEvents,
} from '@zhitong/contracts/events/zhitong/organizations/v1/tree_events.ts';
import type { OrganizationNode } from './tree.port.ts';

export type TreeEvent = EventOf<TreeEvents>;

const treeEventTypes: ReadonlySet<string> = new Set(aggregates.organizations.tree.eventTypes);
const isTreeEvent = (recorded: { readonly type: string; readonly data: object }): recorded is TreeEvent => treeEventTypes.has(recorded.type);

/** What one event of the tree does to one organization. Two organizations never need each other to be folded. */
export interface NodeChange {
  readonly organizationId: string;
  fold(node: OrganizationNode | null): OrganizationNode | null;
}

type Fields = Partial<Omit<OrganizationNode, 'organizationId' | 'since' | 'changed'>>;

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

const parts = ({ parts: named, lineParentId, placeParentId, sector, guidingOrgId }: Readonly<SplitApproved>) =>
  named.map(({ organizationId, name, kind }) => ({
    organizationId,
    name,
    kind: organizationKinds.parse(kind),
    level: 'base' as const,
    sector: sectors.parse(sector),
    state: 'proposed' as const,
    lineParentId,
    placeParentId,
    guidingOrgId: guidingOrgId ?? null,
    placeCode: null,
    approvesMembers: false,
  }));

/**
 * Every event marks each organization it names with its version, also where no field changes:
 * the highest `changed` of all nodes is the version of the tree.
 */
export function nodeChanges({ type, data }: TreeEvent, version: number): readonly NodeChange[] {
  const born = (node: Omit<OrganizationNode, 'since' | 'changed'>): NodeChange => ({
    organizationId: node.organizationId,
    fold: () => ({ ...node, since: version, changed: version }),
  });
  const set = (organizationId: string, fields: Fields | ((node: OrganizationNode) => Fields) = {}): NodeChange => ({
    organizationId,
    fold: (node) => (node === null ? null : { ...node, ...(typeof fields === 'function' ? fields(node) : fields), changed: version }),
  });
  const enter = (organizationId: string, state: OrganizationState) => [set(organizationId, { state })];
  switch (type) {
    case 'OrganizationRegistered':
      return [born({ ...identity(data), state: 'active', approvesMembers: data.approvesMembers })];
    case 'OrganizationProposed':
      return [born({ ...identity(data), state: 'proposed', approvesMembers: false })];
    case 'OrganizationApproved':
      return enter(data.organizationId, 'active');
    case 'OrganizationRefused':
      return enter(data.organizationId, 'refused');
    case 'OrganizationDissolved':
      return enter(data.organizationId, 'dissolved');
    case 'OrganizationKindChanged': {
      const kind = organizationKinds.parse(data.toKind);
      return [set(data.organizationId, (node) => ({ kind, approvesMembers: node.approvesMembers && isCommitteeKind(kind) }))];
    }
    case 'ManagingLineChanged':
      return [set(data.organizationId, { lineParentId: data.toParentId })];
    case 'PlaceChanged':
      return [set(data.organizationId, { placeParentId: data.toParentId })];
    case 'GuidanceLinked':
      return [set(data.organizationId, { guidingOrgId: data.guidingOrgId })];
    case 'GuidanceUnlinked':
      return [set(data.organizationId, { guidingOrgId: null })];
    case 'ApprovesMembersChanged':
      return [set(data.organizationId, { approvesMembers: data.approvesMembers })];
    case 'SplitApproved':
      return [set(data.organizationId, { state: 'underReview' }), ...parts(data).map(born)];
    case 'MergeApproved':
      return [set(data.organizationId), ...data.sourceIds.flatMap((id) => enter(id, 'merging'))];
    case 'ApprovalOverdue':
    case 'TemporaryBranchExtended':
    case 'TemporaryBranchEnded':
    case 'LineMoveRequested':
    case 'LineMoveReleased':
    case 'LineMoveAccepted':
    case 'LineMoveLapsed':
      return [set(data.organizationId)];
    default:
      return assertNever(type);
  }
}

/** An event as it was recorded, in this union. An unknown one is refused: a tree without it would decide rights wrongly. */
export function toTreeEvent(recorded: { readonly type: string; readonly data: object }): TreeEvent {
  if (!isTreeEvent(recorded)) throw new TypeError(`"${recorded.type}" is no event of the tree this version knows`);
  return recorded;
}
