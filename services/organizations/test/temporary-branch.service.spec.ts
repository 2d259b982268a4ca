import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attendanceReportRows } from '@zhitong/catalogue/operations/attendance.ts';
import * as affairs from '@zhitong/catalogue/operations/affairs.ts';
import * as directives from '@zhitong/catalogue/operations/directives.ts';
import * as groups from '@zhitong/catalogue/operations/groups.ts';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as leaders from '@zhitong/catalogue/operations/leaders.ts';
import * as meetings from '@zhitong/catalogue/operations/meetings.ts';
import * as members from '@zhitong/catalogue/operations/members.ts';
import * as posts from '@zhitong/catalogue/operations/posts.ts';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import * as terms from '@zhitong/catalogue/operations/terms.ts';
import { requestTransfer } from '@zhitong/catalogue/operations/transfers.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { endOfDay } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { somebody } from '../../members/test/people.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('a temporary branch, on the running services', () => {
  let town: Town;
  let community: TestCaller;
  let street: TestCaller;
  let home: TestCaller;
  let neighbour: TestCaller;
  let member: TestCaller;
  let guest = '';
  beforeAll(async () => {
    town = await startTown();
    [community, street] = [town.as('community-440308001002'), town.as('street-440308001')];
    [home, neighbour, member] = [town.as('branch-440308001002'), town.as('branch-440308001005'), town.as('member')];
    guest = (await fullMembersOf(neighbour)).find((personId) => personId !== neighbour.personId) ?? '';
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const fullMembersOf = async (secretary: TestCaller) =>
    (await town.ask(secretary, members.listMembers, { branchId: secretary.organizationId, kind: 'full' })).items.map(({ personId }) => personId);
  const founded = async (name: string, endsOn: string) => {
    const memberIds = (await fullMembersOf(home)).filter((personId) => personId !== member.personId).slice(0, 3);
    const place = { lineParentId: community.organizationId, placeParentId: community.organizationId };
    const proposal = { name, kind: 'temporaryBranch', level: 'base', sector: 'community', ...place, memberIds, endsOn } as const;
    const { id: branchId } = await town.act(community, tree.proposeOrganization, proposal);
    await town.act(street, tree.approveOrganization, { organizationId: branchId });
    await eventually(async () => expect(await attached(branchId)).toEqual([...memberIds].sort()));
    return { branchId, memberIds };
  };
  const profile = (organizationId: string) => town.ask(street, tree.getOrganization, { organizationId });
  const attached = async (organizationId: string, who = street) =>
    (await town.ask(who, members.attachedMembers, { organizationId })).items.map(({ personId }) => personId).sort();
  const attach = (who: TestCaller, personId: string, branchId: string) => town.act(who, members.attachMember, { personId, branchId });
  const detach = (who: TestCaller, personId: string, branchId: string) => town.act(who, members.detachMember, { personId, branchId });
  const extend = (who: TestCaller, organizationId: string, endsOn: string) => town.act(who, tree.extendTemporaryBranch, { organizationId, endsOn });
  /** Its secretary, once the grant of the post is known everywhere. */
  const secretaryOf = async (branchId: string, personId: string) => {
    await town.act(community, posts.fillPost, { organizationId: branchId, personId, type: 'secretary', fromOn: '2026-03-02' });
    const secretary = town.person(personId, branchId);
    await eventually(async () => expect(await secretary.grants()).toContainEqual(expect.objectContaining({ organizationId: branchId })));
    return secretary;
  };

  it('ORG-11 X-21 its founders are attached to it when it is approved, and stay at home where they were', async () => {
    const { branchId, memberIds } = await founded('抢险临时党支部', '2026-09-02');
    expect(await profile(branchId)).toMatchObject({ kind: 'temporaryBranch', state: 'active', endsOn: '2026-09-02', fullMembers: 0 });
    expect(await profile(home.organizationId)).toMatchObject({ endsOn: null });
    const { items } = await town.ask(street, members.attachedMembers, { organizationId: branchId });
    expect(items).toEqual(memberIds.map(() => expect.objectContaining({ homeBranchId: home.organizationId, state: 'full', attachedOn: '2026-03-02' })));
    expect(await town.ask(home, members.getMember, { personId: memberIds[0] ?? '' })).toMatchObject({
      branchId: home.organizationId,
      temporaryBranches: [{ branchId, attachedOn: '2026-03-02' }],
    });
  });

  it('ORG-11 the home branch attaches its members and calls them back, the temporary branch lets them go, nobody else does either', async () => {
    const { branchId, memberIds } = await founded('援建临时党支部', '2026-09-02');
    const secretary = await secretaryOf(branchId, memberIds[0] ?? '');
    const nameOf = async () => (await town.ask(secretary, members.memberNames, { personIds: [guest] })).names[0]?.masked;
    expect(await refusal(attach(secretary, guest, branchId))).toBe('NOT_FOUND');
    expect(await refusal(attach(home, guest, branchId))).toBe('NOT_FOUND');
    expect(await refusal(attach(neighbour, guest, home.organizationId))).toBe('NOT_A_TEMPORARY_BRANCH');
    expect(await refusal(attach(neighbour, guest, 'org_nobody'))).toBe('NOT_FOUND');
    expect(await nameOf()).toBe(true);
    await attach(neighbour, guest, branchId);
    expect(await attached(branchId)).toEqual([...memberIds, guest].sort());
    expect(await attached(branchId, secretary)).toContain(guest);
    expect(await nameOf()).toBe(false);
    expect(await refusal(town.ask(neighbour, members.attachedMembers, { organizationId: branchId }))).toBe('NOT_FOUND');
    expect(await refusal(town.ask(secretary, members.getMember, { personId: guest }))).toBe('NOT_FOUND');
    expect(await refusal(detach(home, guest, branchId))).toBe('NOT_FOUND');
    await detach(secretary, guest, branchId);
    expect(await attached(branchId)).toEqual([...memberIds].sort());
    expect(await refusal(detach(secretary, guest, branchId))).toBe('NOT_FOUND');
    await attach(neighbour, guest, branchId);
    await detach(neighbour, guest, branchId);
    expect(await attached(branchId)).toEqual([...memberIds].sort());
  });

  it('ORG-11 who stands above the temporary branch lets a member go of a line that is only seen from there', async () => {
    const { branchId } = await founded('联防临时党支部', '2026-09-02');
    const district = town.as('district-440308');
    const other = { organizationId: 'org_otherline', name: '驻区单位党支部', kind: 'branch', level: 'base', sector: 'agency' };
    const place = { lineParentId: town.org('city'), placeParentId: community.organizationId };
    await town.asImporter('registerOrganizations', { organizations: [{ ...other, ...place }], effectiveOn: '2026-03-01' });
    await eventually(() => town.service('members').runtime.env.tree.current().node(other.organizationId) !== undefined);
    const dates = { kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
    const { id: personId } = await town.asImporter('registerMember', { ...somebody(), ...dates, source: 'initialLoad', branchId: other.organizationId });
    await town.asImporter('attachMember', { personId, branchId });
    expect(await refusal(attach(district, personId, branchId))).toBe('OUT_OF_SCOPE');
    await eventually(async () => expect(await attached(branchId)).toContain(personId));
    await detach(district, personId, branchId);
    await eventually(async () => expect(await attached(branchId)).not.toContain(personId));
    expect(await refusal(detach(district, personId, branchId))).toBe('OUT_OF_SCOPE');
  });

  it('ORG-11 ORG-37 R-08 its meetings count who is attached, its motions decide on no admission', async () => {
    const { branchId, memberIds } = await founded('会务临时党支部', '2026-09-02');
    const secretary = await secretaryOf(branchId, memberIds[0] ?? '');
    const meeting = { organizationId: branchId, kinds: ['memberMeeting' as const], startsAt: '2026-03-02T00:30:00.000Z', title: '临时党员大会' };
    const { id: meetingId } = await town.act(secretary, meetings.planMeeting, meeting);
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    const seen = () => town.ask(secretary, meetings.getMeeting, { meetingId });
    await eventually(async () => expect(await seen()).toMatchObject({ expected: 3, entitled: 3 }));
    await attach(neighbour, guest, branchId);
    await eventually(async () => expect(await seen()).toMatchObject({ expected: 4, entitled: 4 }));
    const people = (await town.ask(secretary, meetings.listAttendance, { meetingId })).items;
    expect(people.map(({ personId }) => personId).sort()).toEqual([...memberIds, guest].sort());
    const motion = { meetingId, no: 0, abstain: 0 };
    const plain = { ...motion, type: 'other' as const, subject: '分工' };
    expect(await refusal(town.act(secretary, meetings.recordMotion, { ...plain, present: 1, yes: 1 }))).toBe('QUORUM_NOT_MET');
    await town.act(secretary, meetings.recordMotion, { ...plain, present: 3, yes: 3 });
    for (const type of ['admit', 'approveFull', 'extend', 'cancelProvision'] as const)
      expect(await refusal(town.act(secretary, meetings.recordMotion, { ...motion, type, personIds: [guest], present: 4, yes: 4 }))).toBe('TEMPORARY_BRANCH');
    expect((await seen()).motions.map(({ passed, votes }) => [passed, votes.entitled])).toEqual([[true, 4]]);
    const asked = { organizationId: branchId, from: '2026-03-01', asOf: '2026-03-02' };
    await eventually(async () =>
      expect((await town.ask(secretary, attendanceReportRows, asked)).items).toEqual([expect.objectContaining({ organizationId: branchId, members: 4 })]),
    );
    await detach(neighbour, guest, branchId);
  });

  it('ORG-11 ORG-12 ORG-45 who is attached is found by name, called to meetings, put into a group and told of open affairs, until called back', async () => {
    const { branchId, memberIds } = await founded('片区临时党支部', '2026-09-02');
    const secretary = await secretaryOf(branchId, memberIds[0] ?? '');
    const { personId } = member;
    const [{ name: text } = { name: '' }] = (await town.ask(home, members.memberNames, { personIds: [personId] })).names;
    const { id: affairId } = await town.act(secretary, affairs.publishAffair, {
      ...{ organizationId: branchId, type: 'other', subject: '安排', text: '任务安排', untilOn: '2026-03-20' },
    });
    const startsAt = '2026-03-02T00:30:00.000Z';
    const { id: meetingId } = await town.act(secretary, meetings.planMeeting, { organizationId: branchId, kinds: ['themeDay'], startsAt, title: '主题党日' });
    await town.act(secretary, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
    const seen = async () => {
      const [found, called, told] = await Promise.all([
        town.ask(secretary, members.resolvePersonBySearch, { text }),
        town.ask(member, meetings.ownMeetings, {}),
        town.ask(member, affairs.ownAffairs, {}),
      ]);
      return [
        found.items.some((one) => one.personId === personId),
        called.items.some((one) => one.meetingId === meetingId),
        told.items.some((one) => one.affairId === affairId),
      ];
    };
    const group = { organizationId: branchId, name: '第一党小组', headId: memberIds[1] ?? '', memberIds: [personId] };
    const grouped = async () => (await town.ask(secretary, groups.partyGroups, { organizationId: branchId })).items.map((one) => one.memberIds);
    expect(await seen()).toEqual([false, false, false]);
    expect(await refusal(town.act(secretary, groups.setPartyGroup, group))).toBe('NOT_A_MEMBER');
    await attach(home, personId, branchId);
    await eventually(() => town.act(secretary, groups.setPartyGroup, group));
    expect(await grouped()).toEqual([[memberIds[1], personId]]);
    expect(await seen()).toEqual([true, true, true]);
    await town.act(member, affairs.objectToAffair, { affairId, text: '时间不合适' });
    await detach(home, personId, branchId);
    await eventually(async () => expect(await grouped()).toEqual([[memberIds[1]]]));
    expect(await seen()).toEqual([false, false, false]);
  });

  it('ORG-11 ORG-42 what a leader does there is not done in the own branch', async () => {
    const { branchId, memberIds } = await founded('督导临时党支部', '2026-09-02');
    const secretary = await secretaryOf(branchId, memberIds[0] ?? '');
    const district = town.as('district-440308');
    await attach(neighbour, guest, branchId);
    await town.act(district, leaders.listLeader, { organizationId: district.organizationId, personId: guest });
    const take = async (who: TestCaller) => {
      const meeting = { organizationId: who.organizationId, kinds: ['memberMeeting' as const], startsAt: '2026-03-02T00:30:00.000Z', title: '党员大会' };
      const { id: meetingId } = await town.act(who, meetings.planMeeting, meeting);
      await town.act(who, meetings.holdMeeting, { meetingId, heldOn: '2026-03-02' });
      await eventually(() => town.act(who, meetings.recordAttendance, { meetingId, personId: guest, mark: 'present' }));
    };
    const attended = async () => (await town.ask(district, leaders.leaderLives, { organizationId: district.organizationId })).items[0]?.attended;
    await take(secretary);
    await take(neighbour);
    await eventually(async () => expect(await attended()).toBe(1));
    await town.settle();
    expect(await attended()).toBe(1);
    await detach(neighbour, guest, branchId);
  });

  it('ORG-11 MEM-02 it elects nobody, admits nobody and is no home', async () => {
    const { branchId, memberIds } = await founded('展会临时党支部', '2026-09-02');
    const above = street;
    expect(await refusal(town.act(above, terms.enterTerm, { organizationId: branchId, startsOn: '2026-03-01' }))).toBe('TEMPORARY_BRANCH');
    const election = { organizationId: branchId, ballotOn: '2026-03-20', seats: 3, deputies: 0, candidateIds: [...memberIds, guest] };
    for (const form of ['members', 'delegates'] as const)
      expect(await refusal(town.act(above, terms.callElection, { ...election, form, scattered: true }))).toBe('TEMPORARY_BRANCH');
    const applicant = { ...somebody(), branchId, kind: 'provisional', joinedOn: '2026-03-01' } as const;
    expect(await refusal(town.act(street, members.registerMember, { ...applicant, source: 'admission' }))).toBe('TEMPORARY_BRANCH');
    expect(await refusal(town.act(street, members.registerMember, { ...applicant, source: 'initialLoad' }))).toBe('NOT_A_HOME_BRANCH');
    const transfer = { personId: guest, kind: 'sameCommittee' as const, toBranchId: branchId, duesPaidTo: '2026-03' };
    expect(await refusal(town.act(neighbour, requestTransfer, transfer))).toBe('NOT_A_HOME_BRANCH');
    const convert = { organizationId: branchId, kind: 'branch' as const, effectiveOn: '2026-03-02' };
    expect(await refusal(town.act(community, tree.convertOrganization, convert))).toBe('TEMPORARY_BRANCH');
  });

  it('ORG-11 only the organization above extends it, within the months that are set on the day; an end that is set stays when they change', async () => {
    const { branchId } = await founded('普查临时党支部', '2026-06-01');
    expect(await refusal(extend(home, branchId, '2026-09-02'))).toBe('FORBIDDEN_ROLE');
    expect(await refusal(extend(town.as('community-440308001005'), branchId, '2026-09-02'))).toBe('NOT_FOUND');
    expect(await refusal(extend(community, branchId, '2026-05-31'))).toBe('END_DATE_OUT_OF_RANGE');
    expect(await refusal(extend(community, branchId, '2027-03-03'))).toBe('END_DATE_OUT_OF_RANGE');
    expect(await refusal(extend(community, community.organizationId, '2026-09-02'))).toBe('OUT_OF_SCOPE');
    expect(await refusal(extend(street, community.organizationId, '2026-09-02'))).toBe('END_DATE_MISMATCH');
    await extend(community, branchId, '2027-03-02');
    expect(await profile(branchId)).toMatchObject({ endsOn: '2027-03-02' });
    await town.act(town.as('city'), changeSetting, {
      key: 'org.temporaryMaxMonths',
      value: '1',
      organizationId: town.org('city'),
      effectiveOn: '2026-03-03',
      reason: '收紧',
    });
    town.clock.toDay('2026-03-03');
    await town.settle();
    const later = await founded('设限临时党支部', '2026-04-02');
    expect(await refusal(extend(community, later.branchId, '2026-04-04'))).toBe('END_DATE_OUT_OF_RANGE');
    await extend(community, later.branchId, '2026-04-03');
    expect(await profile(branchId)).toMatchObject({ endsOn: '2027-03-02' });
  });

  it('ORG-11 X-10 the day after its end the clock dissolves it: members, posts and duties leave it, and nothing before', async () => {
    const { branchId, memberIds } = await founded('专班临时党支部', '2026-03-31');
    await secretaryOf(branchId, memberIds[0] ?? '');
    await attach(neighbour, guest, branchId);
    const city = town.as('city');
    const notice = {
      issuerId: city.organizationId,
      kind: 'notice' as const,
      title: '移交',
      text: '移交',
      scope: { clauses: [{ organizationIds: [branchId] }] },
    };
    const { id: directiveId } = await town.act(city, directives.draftDirective, notice);
    await town.act(city, directives.issueDirective, { directiveId });
    await town.settle();
    town.clock.to(endOfDay('2026-03-31'));
    await town.settle();
    expect(await profile(branchId)).toMatchObject({ state: 'active' });
    town.clock.pass(1);
    await eventually(async () => expect(await profile(branchId)).toMatchObject({ state: 'dissolved' }));
    await eventually(async () => expect(await attached(branchId)).toEqual([]));
    const history = await town.ask(street, tree.getOrganizationHistory, { organizationId: branchId });
    expect(history.items.map(({ type }) => type)).toEqual(expect.arrayContaining(['TemporaryBranchEnded', 'OrganizationDissolved']));
    expect(history.items).toContainEqual(
      expect.objectContaining({
        type: 'OrganizationDissolved',
        actorId: 'system:temporary-branch-end',
        details: expect.objectContaining({ effectiveOn: '2026-04-01', successorId: community.organizationId, reasonCode: 'temporaryEnded' }),
      }),
    );
    await eventually(async () => expect(await town.ask(neighbour, members.getMember, { personId: guest })).toMatchObject({ temporaryBranches: [] }));
    expect(await town.ask(neighbour, members.memberHistory, { personId: guest })).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ type: 'MemberDetached', branchId, code: 'branchDissolved' })]),
    });
    await eventually(async () => {
      const { items } = await town.ask(community, inbox.listInbox, { organizationId: community.organizationId, box: 'toAcknowledge' });
      expect(items.map((row) => row.directiveId)).toContain(directiveId);
    });
    await eventually(async () => {
      const { items } = await town.ask(street, posts.listPosts, { organizationId: branchId });
      expect(items.filter(({ vacatedOn }) => vacatedOn === null)).toEqual([]);
    });
    expect(await refusal(attach(neighbour, guest, branchId))).toBe('BRANCH_NOT_ACTIVE');
    expect(await refusal(extend(community, branchId, '2026-04-20'))).toBe('STATE_NOT_ALLOWED');
  });
});
