import { aggregates } from '@zhitong/contracts/aggregates.ts';
import { defineProjection, from, ignore, type Change, type Changes, type Recorded } from '@zhitong/eventing';
import { pinyin } from 'pinyin-pro';
import type { TreeEvent } from '@zhitong/platform/access/tree-nodes.ts';
import { isWorking, type OrganizationState } from '@zhitong/catalogue';
import type { PostsEvent } from '../domain/posts/posts.decider.ts';

export interface PendingMoveRow {
  readonly fromParentId: string;
  readonly toParentId: string;
  readonly effectiveOn: string;
  readonly dueAt: string;
  readonly released: boolean;
  readonly accepted: boolean;
}

/** What a list shows beside the tree itself: who leads it, how it is found by name, what it waits for. */
export interface OrganizationListRow {
  readonly organizationId: string;
  readonly name: string;
  /** First letters of the name in pinyin. */
  readonly initials: string;
  readonly state: OrganizationState | null;
  readonly secretary: { readonly postId: string; readonly personId: string } | null;
  /** Nobody has been secretary since that day, for longer than is allowed (ORG-22). */
  readonly vacantSinceOn: string | null;
  readonly approvingOrgId: string | null;
  readonly decideByAt: string | null;
  readonly pendingMove: PendingMoveRow | null;
  /** Last day of a temporary branch. */
  readonly endsOn: string | null;
}

const blank = (organizationId: string): OrganizationListRow => ({
  organizationId,
  name: '',
  initials: '',
  state: null,
  secretary: null,
  vacantSinceOn: null,
  approvingOrgId: null,
  decideByAt: null,
  pendingMove: null,
  endsOn: null,
});

export const initialsOf = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' })
    .join('')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

const set = (organizationId: string, fields: Partial<OrganizationListRow>): Change<OrganizationListRow> => ({
  key: organizationId,
  fold: (row) => ({ ...(row ?? blank(organizationId)), ...fields }),
});

const born = (organizationId: string, name: string, fields: Partial<OrganizationListRow>) =>
  set(organizationId, { name, initials: initialsOf(name), ...fields });
const decided = (state: OrganizationState) => (event: Recorded<TreeEvent>) =>
  set(event.data.organizationId, { state, approvingOrgId: null, decideByAt: null, pendingMove: null });
const onMove = (event: Recorded<TreeEvent>, fields: Partial<PendingMoveRow>): Change<OrganizationListRow> => ({
  key: event.data.organizationId,
  fold: (row) => (row?.pendingMove ? { ...row, pendingMove: { ...row.pendingMove, ...fields } } : row),
});
const moveOver = (event: Recorded<TreeEvent>) => set(event.data.organizationId, { pendingMove: null });

const vacated = ({ data }: Recorded<PostsEvent, 'PostVacated'>): Changes<OrganizationListRow> => ({
  key: data.organizationId,
  fold: (row) => (row?.secretary?.postId === data.postId ? { ...row, secretary: null } : row),
});

/** One row per organization; names by text and initials; tally `org/<id>` counts active organizations. */
export const organizationList = defineProjection<OrganizationListRow>({
  name: 'organization-list',
  version: 3,
  indexes: [['initials']],
  sources: [
    from<TreeEvent>(aggregates.organizations.tree)({
      OrganizationRegistered: ({ data }) => born(data.organizationId, data.name, { state: 'active' }),
      OrganizationProposed: ({ data }) =>
        born(data.organizationId, data.name, {
          state: 'proposed',
          approvingOrgId: data.approvingOrgId,
          decideByAt: data.decideByAt,
          endsOn: data.endsOn ?? null,
        }),
      OrganizationApproved: decided('active'),
      OrganizationRefused: decided('refused'),
      OrganizationDissolved: decided('dissolved'),
      LineMoveRequested: ({ data: { organizationId, fromParentId, toParentId, effectiveOn, dueAt } }) =>
        set(organizationId, { pendingMove: { fromParentId, toParentId, effectiveOn, dueAt, released: false, accepted: false } }),
      LineMoveReleased: (event) => onMove(event, { released: true }),
      LineMoveAccepted: (event) => onMove(event, { accepted: true }),
      LineMoveLapsed: moveOver,
      ManagingLineChanged: moveOver,
      SplitApproved: ({ data }) => [
        set(data.organizationId, { state: 'underReview' }),
        ...data.parts.map(({ organizationId, name }) => born(organizationId, name, { state: 'proposed' })),
      ],
      MergeApproved: ({ data }) => data.sourceIds.map((id) => set(id, { state: 'merging' })),
      ApprovalOverdue: ignore,
      OrganizationKindChanged: ignore,
      PlaceChanged: ignore,
      GuidanceLinked: ignore,
      GuidanceUnlinked: ignore,
      ApprovesMembersChanged: ignore,
      TemporaryBranchExtended: ({ data: { organizationId, endsOn } }) => set(organizationId, { endsOn }),
      TemporaryBranchEnded: ignore,
    }),
    from<PostsEvent>(aggregates.organizations.posts)({
      PostFilled: ({ data: { organizationId, postId, personId, type } }) =>
        type === 'secretary' ? set(organizationId, { secretary: { postId, personId }, vacantSinceOn: null }) : [],
      PostVacated: vacated,
      SecretaryRemoved: ignore,
      SecretaryVacancyLong: ({ data: { organizationId, vacatedOn } }) => set(organizationId, { vacantSinceOn: vacatedOn }),
    }),
  ],
  tallies: ({ organizationId, state }) => (state !== null && isWorking(state) ? [{ key: `org/${organizationId}`, amounts: { active: 1 } }] : []),
});
