import { defineStream } from '@zhitong/eventing';
import { treeDecider } from './tree.decider.ts';

/** The only stream of its category; its version is the tree version. */
export const treeId = 'city';

export const treeStream = defineStream({
  context: 'organizations',
  category: 'tree',
  decider: treeDecider,
  keepInMemory: true,
  eventTypes: [
    'OrganizationRegistered',
    'OrganizationProposed',
    'OrganizationApproved',
    'OrganizationRefused',
    'ApprovalOverdue',
    'OrganizationKindChanged',
    'LineMoveRequested',
    'LineMoveReleased',
    'LineMoveAccepted',
    'LineMoveLapsed',
    'ManagingLineChanged',
    'PlaceChanged',
    'GuidanceLinked',
    'GuidanceUnlinked',
    'OrganizationDissolved',
    'SplitApproved',
    'MergeApproved',
    'ApprovesMembersChanged',
  ],
});
