import { describe, expect, it } from '@jest/globals';
import { given, walk } from '@zhitong/testing';
import fc from 'fast-check';
import { groupsDecider, type GroupsCommand, type GroupsEvent, type SetGroup } from './groups.decider.ts';

const set = (fields: Partial<SetGroup> = {}): SetGroup => ({
  type: 'SetGroup',
  organizationId: 'org_1',
  kind: 'branch',
  organizationState: 'active',
  groupId: 'grp_1',
  name: '第一党小组',
  headId: 'per_1',
  memberIds: ['per_2'],
  strangerIds: [],
  headIsFull: true,
  byId: 'per_9',
  ...fields,
});
const was = (fields: Partial<GroupsEvent['data']> = {}): GroupsEvent => ({
  type: 'GroupSet',
  data: { organizationId: 'org_1', groupId: 'grp_1', name: '第一党小组', headId: 'per_1', memberIds: ['per_1', 'per_2'], setById: 'per_9', ...fields },
});
const leave = (personId: string) => ({ type: 'LeaveGroup', organizationId: 'org_1', personId, byId: 'system:x' }) as const;

describe('ORG-12 party groups', () => {
  it('ORG-12 a member is in one group at most, the head is a full member of the branch', () => {
    given(groupsDecider).when(set()).then(was());
    given(groupsDecider, was())
      .when(set({ groupId: 'grp_2', name: '第二党小组', headId: 'per_3', memberIds: ['per_2'] }))
      .thenRejected('GROUP_TAKEN', { personIds: ['per_2'] });
    given(groupsDecider, was())
      .when(set({ memberIds: ['per_2', 'per_3'] }))
      .then(was({ memberIds: ['per_1', 'per_2', 'per_3'] }));
    given(groupsDecider)
      .when(set({ headIsFull: false }))
      .thenRejected('NOT_FULL_MEMBER');
    given(groupsDecider)
      .when(set({ strangerIds: ['per_2'] }))
      .thenRejected('NOT_A_MEMBER', { personIds: ['per_2'] });
    given(groupsDecider, was())
      .when(set({ groupId: 'grp_2', headId: 'per_3', memberIds: [] }))
      .thenRejected('NAME_TAKEN');
  });
  it('ORG-12 inside an active branch only', () => {
    for (const kind of ['generalBranch', 'committee', 'leadingGroup'] as const) given(groupsDecider).when(set({ kind })).thenRejected('KIND_NOT_ALLOWED');
    given(groupsDecider)
      .when(set({ organizationState: 'merging' }))
      .thenRejected('STATE_NOT_ALLOWED');
  });
  it('ORG-12 who leaves the branch leaves the group; the head leaves it without one, the last one ends it', () => {
    given(groupsDecider, was())
      .when(leave('per_2'))
      .then(was({ memberIds: ['per_1'], setById: 'system:x' }));
    given(groupsDecider, was())
      .when(leave('per_1'))
      .then(was({ headId: undefined, memberIds: ['per_2'], setById: 'system:x' }));
    given(groupsDecider, was()).when(leave('per_7')).then();
    expect(given(groupsDecider, was(), was({ memberIds: [] })).state()).toEqual({});
    const dissolve = { type: 'DissolveGroup', organizationId: 'org_1', groupId: 'grp_1', byId: 'per_9' } as const;
    given(groupsDecider, was()).when(dissolve).thenTypes('GroupSet');
    given(groupsDecider).when(dissolve).thenRejected('NOT_FOUND');
  });
  it('ORG-12 no sequence of commands puts a member into two groups or leaves an empty one', () => {
    const person = fc.constantFrom('per_1', 'per_2', 'per_3', 'per_4');
    const groupId = fc.constantFrom('grp_1', 'grp_2', 'grp_3');
    const commands: fc.Arbitrary<GroupsCommand> = fc.oneof(
      fc.tuple(groupId, person, fc.array(person, { maxLength: 3 })).map(([id, headId, memberIds]) => set({ groupId: id, name: id, headId, memberIds })),
      groupId.map((id) => ({ type: 'DissolveGroup', organizationId: 'org_1', groupId: id, byId: 'per_9' }) as const),
      person.map(leave),
    );
    fc.assert(
      fc.property(fc.array(commands, { maxLength: 40, size: 'max' }), (sequence) => {
        walk(groupsDecider, sequence, (_before, after) => {
          const everybody = Object.values(after).flatMap(({ memberIds }) => memberIds);
          expect(new Set(everybody).size).toBe(everybody.length);
          expect(Object.values(after).every(({ memberIds }) => memberIds.length > 0)).toBe(true);
        });
      }),
      { numRuns: 300, seed: 20260302 },
    );
  });
});
