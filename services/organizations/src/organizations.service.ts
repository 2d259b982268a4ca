import type { ServiceDefinition } from '@zhitong/platform';
import { accessCommands } from './application/access-commands.ts';
import { accessQueries } from './application/access-queries.ts';
import { groupUseCases } from './application/groups.ts';
import type { MeetingCodes } from './application/meeting-codes.ts';
import { directoryQueries } from './application/organization-directory.ts';
import { treeCommands } from './application/tree-commands.ts';
import { termCommands } from './application/term-commands.ts';
import { termQueries } from './application/term-queries.ts';
import { treeQueries } from './application/tree-queries.ts';
import { coverageDeadlines, coverageMetrics, coveragePolicies, coverageProjections, coverageStreams, coverageUseCases } from './coverage.ts';
import { accountStream } from './domain/account/account.stream.ts';
import { grantsStream } from './domain/grants/grants.stream.ts';
import { groupsStream } from './domain/groups/groups.stream.ts';
import { postsStream } from './domain/posts/posts.stream.ts';
import { settingStream } from './domain/setting/setting.stream.ts';
import { sizeStream } from './domain/size/size.stream.ts';
import { termStream } from './domain/term/term.stream.ts';
import { treeStream } from './domain/tree/tree.stream.ts';
import { factDeadlines, factPolicies, factProjections, factStreams, factsUseCases } from './facts.ts';
import { fileDeadlines, filePolicies, fileProjections, fileStreams, fileUseCases } from './files.ts';
import { lifeDeadlines, lifePolicies, lifeProjections, lifeStreams, lifeUseCases } from './life.ts';
import { linkDeadlines, linkPolicies, linkProjections, linkStreams, linkUseCases } from './link.ts';
import { meetingDeadlines, meetingPolicies, meetingProjections, meetingStreams, meetingUseCases } from './meetings.ts';
import { approvalDeadline } from './policies/approval.deadline.ts';
import { foundedSize } from './policies/founded-size.deadline.ts';
import { lineMoveDeadline } from './policies/line-move.deadline.ts';
import { temporaryBranchEnd } from './policies/temporary-branch-end.deadline.ts';
import { restructureDeadline } from './policies/restructure.deadline.ts';
import { secretaryVacancy } from './policies/secretary-vacancy.deadline.ts';
import { sizeCheckDeadline } from './policies/size-check.deadline.ts';
import { termLadder } from './policies/term-ladder.deadline.ts';
import { whenElectionApprovedThenChangePosts } from './policies/when-election-approved-then-change-posts.policy.ts';
import { whenHolderOrOrganizationGoneThenVacatePosts } from './policies/when-holder-or-organization-gone-then-vacate-posts.policy.ts';
import { whenMemberLeavesBranchThenCompleteRestructure } from './policies/when-member-leaves-branch-then-complete-restructure.policy.ts';
import { whenMemberLeavesBranchThenLeaveGroup } from './policies/when-member-leaves-branch-then-leave-group.policy.ts';
import { whenMembershipEndedThenRevokeGrants } from './policies/when-membership-ended-then-revoke-grants.policy.ts';
import { whenOrganizationApprovedThenExpectFirstElection } from './policies/when-organization-approved-then-expect-first-election.policy.ts';
import { whenPostFilledThenGiveGrant } from './policies/when-post-filled-then-give-grant.policy.ts';
import { whenPostVacatedThenEndGrant } from './policies/when-post-vacated-then-end-grant.policy.ts';
import { accountList } from './projections/account-list.projection.ts';
import { directiveInbox } from './projections/directive-inbox.projection.ts';
import { grantList } from './projections/grant-list.projection.ts';
import { groupList } from './projections/group-list.projection.ts';
import { tallyKeys } from './projections/inbox-tallies.ts';
import { memberMoves } from './projections/member-moves.projection.ts';
import { membership } from './projections/membership.projection.ts';
import { officerSpells } from './projections/officer-spells.projection.ts';
import { organizationHistory } from './projections/organization-history.projection.ts';
import { organizationList } from './projections/organization-list.projection.ts';
import { organizationValidity } from './projections/organization-validity.projection.ts';
import { postList } from './projections/post-list.projection.ts';
import { heldKey, requestList } from './projections/request-list.projection.ts';
import { sizeBandList } from './projections/size-bands.projection.ts';
import { termList } from './projections/term-list.projection.ts';
import { reconciliations } from './reconciliations.ts';
import { structurePolicies, structureProjections, structureStreams, structureUseCases } from './structure.ts';

export const organizationsStreams: ServiceDefinition['streams'] = [
  treeStream,
  groupsStream,
  postsStream,
  grantsStream,
  accountStream,
  settingStream,
  sizeStream,
  termStream,
  ...structureStreams,
  ...coverageStreams,
  ...factStreams,
  ...meetingStreams,
  ...lifeStreams,
  ...fileStreams,
  ...linkStreams,
];

/** Organizations, posts, access, settings, meetings; directives and requests between the levels. */
export const createOrganizationsService = (codes: MeetingCodes): ServiceDefinition => ({
  context: 'organizations',
  streams: organizationsStreams,
  projections: [
    organizationList,
    organizationHistory,
    organizationValidity,
    membership,
    memberMoves,
    postList,
    groupList,
    grantList,
    officerSpells,
    accountList,
    sizeBandList,
    termList,
    ...structureProjections,
    ...coverageProjections,
    ...factProjections,
    ...meetingProjections,
    ...lifeProjections,
    ...fileProjections,
    ...linkProjections,
  ],
  policies: [
    whenPostFilledThenGiveGrant,
    whenPostVacatedThenEndGrant,
    whenHolderOrOrganizationGoneThenVacatePosts,
    whenMembershipEndedThenRevokeGrants,
    whenMemberLeavesBranchThenLeaveGroup,
    whenMemberLeavesBranchThenCompleteRestructure,
    whenOrganizationApprovedThenExpectFirstElection,
    whenElectionApprovedThenChangePosts,
    ...structurePolicies,
    ...coveragePolicies,
    ...factPolicies,
    ...meetingPolicies,
    ...lifePolicies,
    ...filePolicies,
    ...linkPolicies,
  ],
  deadlines: [
    approvalDeadline,
    lineMoveDeadline,
    temporaryBranchEnd,
    restructureDeadline,
    sizeCheckDeadline,
    foundedSize,
    secretaryVacancy,
    termLadder,
    ...coverageDeadlines,
    ...factDeadlines,
    ...meetingDeadlines,
    ...lifeDeadlines,
    ...fileDeadlines,
    ...linkDeadlines,
  ],
  useCases: [
    ...treeCommands,
    ...treeQueries,
    ...termCommands,
    ...termQueries,
    ...groupUseCases,
    ...accessCommands,
    ...accessQueries,
    ...directoryQueries,
    ...structureUseCases,
    ...coverageUseCases,
    ...factsUseCases,
    ...meetingUseCases(codes),
    ...lifeUseCases,
    ...fileUseCases,
    ...linkUseCases,
  ],
  reconciliations,
  metrics: [
    { name: 'org.active', projection: organizationList, keyOf: (organizationId) => `org/${organizationId}`, amount: 'active' },
    ...coverageMetrics,
    { name: 'directive.ack', projection: directiveInbox, keyOf: tallyKeys.inbox, amount: 'toAcknowledge' },
    { name: 'request.overdue', projection: requestList, keyOf: heldKey, amount: 'overdue' },
  ],
});
