import { describe, it } from '@jest/globals';
import { given } from '@zhitong/testing';
import type { TreeCommand } from './tree.commands.ts';
import { treeDecider } from './tree.decider.ts';
import type { TreeEvent } from './tree.evolve.ts';
import * as s from './tree.samples.ts';

const decided = { approvingOrgId: 'org_community', approvedById: 'per_x', effectiveOn: '2026-03-10' };
const merge: TreeEvent = { type: 'MergeApproved', data: { organizationId: 'org_b1', sourceIds: ['org_branch'], ...decided } };
const split: TreeEvent = {
  type: 'SplitApproved',
  data: {
    organizationId: 'org_branch',
    lineParentId: 'org_community',
    placeParentId: 'org_community',
    sector: 'community',
    ...decided,
    parts: [
      { organizationId: 'org_p1', name: 'One', kind: 'branch', memberIds: ['per_1'] },
      { organizationId: 'org_p2', name: 'Two', kind: 'branch', memberIds: ['per_2'] },
    ],
  },
};
const past = [...s.past, s.registered('org_b1', 'org_community', { kind: 'branch' })];
const dayAt = '2026-03-09T16:00:00.000Z';
const act = (type: 'OpenParts' | 'CompleteRestructure', at = dayAt): TreeCommand => ({ type, organizationId: 'org_branch', at });
const dissolved = (successorId: string): TreeEvent => ({
  type: 'OrganizationDissolved',
  data: { organizationId: 'org_branch', successorId, reasonCode: 'membersMoved', ...decided },
});
const approved = (organizationId: string): TreeEvent => ({ type: 'OrganizationApproved', data: { organizationId, ...decided } });

describe('X-09 a restructure whose members have moved', () => {
  it('ORG-06 a merged branch dissolves into the survivor, not before its day and once', () => {
    given(treeDecider, ...past, merge)
      .when(act('CompleteRestructure', '2026-03-09T15:59:59.999Z'))
      .then();
    given(treeDecider, ...past, merge)
      .when(act('CompleteRestructure'))
      .then(dissolved('org_b1'));
    given(treeDecider, ...past, merge, dissolved('org_b1'))
      .when(act('CompleteRestructure'))
      .then();
  });
  it('ORG-06 X-10 what was open goes on to whoever took over from a survivor that is gone by then', () => {
    const on: TreeEvent = { type: 'MergeApproved', data: { organizationId: 'org_b2', sourceIds: ['org_b1'], ...decided } };
    const gone: TreeEvent = {
      type: 'OrganizationDissolved',
      data: { organizationId: 'org_b1', successorId: 'org_b2', reasonCode: 'membersMoved', ...decided },
    };
    const chain = given(treeDecider, ...past, s.registered('org_b2', 'org_community', { kind: 'branch' }), merge, on);
    chain.when(act('CompleteRestructure')).then(dissolved('org_b1'));
    given(treeDecider, ...past, s.registered('org_b2', 'org_community', { kind: 'branch' }), merge, on, gone)
      .when(act('CompleteRestructure'))
      .then(dissolved('org_b2'));
  });
  it('ORG-05 the parts of a split become active on its day; only then can it be completed', () => {
    given(treeDecider, ...past, split)
      .when(act('OpenParts', '2026-03-09T15:59:59.999Z'))
      .then();
    given(treeDecider, ...past, split)
      .when(act('CompleteRestructure'))
      .then();
    given(treeDecider, ...past, split)
      .when(act('OpenParts'))
      .then(approved('org_p1'), approved('org_p2'));
    const opened = given(treeDecider, ...past, split, approved('org_p1'), approved('org_p2'));
    opened.when(act('OpenParts')).then();
    opened.when(act('CompleteRestructure')).then(dissolved('org_p1'));
  });
  it('an organization that is neither merged nor split is left alone', () => {
    given(treeDecider, ...past)
      .when(act('CompleteRestructure'))
      .then();
    given(treeDecider, ...past)
      .when({ type: 'OpenParts', organizationId: 'org_unknown', at: dayAt })
      .then();
  });
});
