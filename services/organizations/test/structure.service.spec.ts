import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as directives from '@zhitong/catalogue/operations/directives.ts';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import { endMembership } from '@zhitong/catalogue/operations/members.ts';
import * as requests from '@zhitong/catalogue/operations/requests.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { addDays, Rejected, startOfDay } from '@zhitong/kernel';
import { dueProjection } from '@zhitong/platform/service/deadlines.ts';
import { eventually } from '@zhitong/testing';
import type { z } from 'zod';
import { heldBack } from '../../all/held-back.ts';
import { restructureDeadline } from '../src/policies/restructure.deadline.ts';
import { memberMoves, movesKey } from '../src/projections/member-moves.projection.ts';
import { membership } from '../src/projections/membership.projection.ts';
import { somebody } from '../../members/test/people.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('the structure of the city, on the running services', () => {
  let town: Town;
  let community: TestCaller;
  let neighbour: TestCaller;
  let street: TestCaller;
  const lists = heldBack();

  beforeAll(async () => {
    town = await startTown(undefined, { adapters: lists.adapters });
    [community, neighbour, street] = [town.as('community-440308001002'), town.as('community-440308001005'), town.as('street-440308001')];
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const today = () => new Date(Date.parse(town.clock.now()) + 8 * 3_600_000).toISOString().slice(0, 10);
  const propose = (fields: Partial<z.input<typeof tree.proposeOrganization.input>> = {}, who = community) =>
    town.act(who, tree.proposeOrganization, {
      name: '企业党委',
      kind: 'committee',
      level: 'base',
      sector: 'community',
      lineParentId: who.organizationId,
      placeParentId: who.organizationId,
      ...fields,
    });
  const approve = (organizationId: string) => town.act(street, tree.approveOrganization, { organizationId });
  const founded = async (name: string, fields: Parameters<typeof propose>[0] = {}, who = community) => {
    const { id } = await propose({ name, ...fields }, who);
    await approve(id);
    return id;
  };
  const profile = (organizationId: string, who: TestCaller = street) => town.ask(who, tree.getOrganization, { organizationId });
  const membersOf = async (branchId: string) =>
    (
      await town
        .service('organizations')
        .runtime.env.rows(membership)
        .query({ where: [{ field: 'branchId', eq: branchId }], limit: 100 })
    ).items.map(({ personId }) => personId);
  const codeOf = (error: unknown) => (error instanceof Rejected ? error.code : String(error));
  const move = (organizationId: string, toParentId: string, who = community, effectiveOn = today()) =>
    town.act(who, tree.moveOrganization, { organizationId, toParentId, effectiveOn, reasonCode: 'reorganized' });

  it('ORG-01 ORG-02 is proposed, waits for the nearest committee, and is refused to its proposer', async () => {
    const { id } = await propose();
    expect(await profile(id)).toMatchObject({ state: 'proposed', approvingOrgId: community.organizationId, decideByAt: '2026-04-01T15:59:59.999Z' });
    expect(await refusal(town.act(community, tree.approveOrganization, { organizationId: id }))).toBe('SELF_APPROVAL');
    expect(await refusal(town.act(neighbour, tree.approveOrganization, { organizationId: id }))).toBe('NOT_FOUND');
    await approve(id);
    expect(await profile(id)).toMatchObject({ state: 'active', decideByAt: null, lineParentId: community.organizationId });
    expect(await refusal(approve(id))).toBe('STATE_NOT_ALLOWED');
    const other = await propose({ name: '另一党委' });
    await town.act(street, tree.refuseOrganization, { organizationId: other.id, reason: '条件不足' });
    expect(await profile(other.id)).toMatchObject({ state: 'refused' });
    const { items } = await town.ask(street, tree.getOrganizationHistory, { organizationId: id });
    expect(items.map(({ type }) => type)).toEqual(['OrganizationApproved', 'OrganizationProposed']);
  });

  it('ORG-01 ORG-09 ORG-11 refuses what the rules of founding do not allow', async () => {
    const members = await membersOf(town.org('branch-440308001002'));
    const branch = { kind: 'branch' as const, name: '新支部' };
    expect(await refusal(propose({ name: '小梅沙社区第一党支部' }))).toBe('NAME_TAKEN');
    expect(await refusal(propose({ ...branch, memberIds: members.slice(0, 2) }))).toBe('TOO_FEW_FULL_MEMBERS');
    expect(await refusal(propose({ ...branch, lineParentId: town.org('branch-440308001002') }))).toBe('KIND_NOT_ALLOWED');
    expect(await refusal(propose({ ...branch, kind: 'jointBranch', memberIds: members, units: [{ unitId: 'unt_1', memberIds: members }] }))).toBe(
      'TOO_FEW_UNITS',
    );
    expect(await refusal(propose({ ...branch, kind: 'temporaryBranch', memberIds: members }))).toBe('END_DATE_MISMATCH');
    expect(await refusal(propose({ ...branch, kind: 'temporaryBranch', memberIds: members, endsOn: '2027-03-03' }))).toBe('END_DATE_OUT_OF_RANGE');
    expect(await refusal(propose({ level: 'community' }))).toBe('PLACE_NOT_LEADING');
    expect(await refusal(propose({ placeCode: '440308001' }))).toBe('PLACE_CODE_MISMATCH');
    expect(
      await refusal(
        propose({ level: 'community', placeCode: '440308001002', lineParentId: street.organizationId, placeParentId: street.organizationId }, street),
      ),
    ).toBe('LEVEL_SEAT_TAKEN');
    expect(await refusal(propose({ name: '国企党委', sector: 'soe' }))).toBe('REASON_REQUIRED');
    expect((await propose({ name: '国企党委', sector: 'soe', reasonCode: 'industryManaged' })).warnings).toEqual(['LINE_UNUSUAL']);
    const { id: proposed } = await propose({ name: '待批党委' });
    expect(await refusal(propose({ name: '其下党委', lineParentId: proposed }))).toBe('PARENT_NOT_ACTIVE');
    expect(await refusal(propose({ lineParentId: neighbour.organizationId }))).toBe('NOT_FOUND');
    expect(
      await refusal(
        town.act(street, tree.registerOrganizations, {
          organizations: [
            {
              organizationId: 'org_x',
              name: '外来',
              kind: 'committee',
              level: 'base',
              sector: 'other',
              lineParentId: street.organizationId,
              placeParentId: street.organizationId,
            },
          ],
          effectiveOn: today(),
        }),
      ),
    ).toBe('FORBIDDEN_ROLE');
    await expect(
      town.asImporter('registerOrganizations', {
        organizations: [
          {
            organizationId: street.organizationId,
            name: '重复',
            kind: 'committee',
            level: 'base',
            sector: 'other',
            lineParentId: street.organizationId,
            placeParentId: street.organizationId,
            approvesMembers: false,
          },
        ],
        effectiveOn: today(),
      }),
    ).rejects.toMatchObject({ code: 'ORGANIZATION_EXISTS' });
  });

  it('ORG-02 a proposal nobody decides in thirty days is told to the next up', async () => {
    const { id } = await propose({ name: '迟批党委' });
    const { decideByAt } = await profile(id);
    town.clock.to(new Date(Date.parse(decideByAt ?? '') + 1).toISOString());
    await eventually(async () =>
      expect((await town.ask(street, tree.getOrganizationHistory, { organizationId: id })).items[0]).toMatchObject({
        type: 'ApprovalOverdue',
        details: { toldOrgId: street.organizationId },
      }),
    );
  });

  it('ORG-08 moves by release and acceptance of two persons, on its day, and stays when they do not agree', async () => {
    const id = await founded('迁移党委');
    expect(await refusal(move(id, community.organizationId))).toBe('LINE_UNCHANGED');
    await move(id, neighbour.organizationId, street);
    expect(await refusal(move(id, street.organizationId, street))).toBe('MOVE_PENDING');
    expect(await refusal(town.act(street, tree.acceptOrganization, { organizationId: town.org('branch-440308001002') }))).toBe('STATE_NOT_ALLOWED');
    await town.act(community, tree.releaseOrganization, { organizationId: id });
    expect(await refusal(town.act(community, tree.acceptOrganization, { organizationId: id }))).toBe('NOT_FOUND');
    expect(await profile(id)).toMatchObject({ pendingMove: { released: true, accepted: false } });
    await town.act(neighbour, tree.acceptOrganization, { organizationId: id });
    expect(await profile(id)).toMatchObject({ lineParentId: neighbour.organizationId, placeParentId: community.organizationId, pendingMove: null });
    expect(await refusal(profile(id, town.as('branch-440308001002')))).toBe('NOT_FOUND');

    await move(id, community.organizationId, street);
    await town.act(neighbour, tree.releaseOrganization, { organizationId: id });
    const { pendingMove } = await profile(id);
    town.clock.to(new Date(Date.parse(pendingMove?.dueAt ?? '') + 1).toISOString());
    await eventually(async () => expect(await profile(id)).toMatchObject({ lineParentId: neighbour.organizationId, pendingMove: null }));

    await move(id, community.organizationId, street);
    await town.act(street, tree.releaseOrganization, { organizationId: id });
    expect(await refusal(town.act(street, tree.acceptOrganization, { organizationId: id }))).toBe('SELF_APPROVAL');
    town.clock.to(new Date(Date.parse(town.clock.now()) + 31 * 86_400_000).toISOString());
    const late = await refusal(town.act(community, tree.acceptOrganization, { organizationId: id }));
    // Before the ticker, behind it, or between its commit and what is read of it.
    expect(['LINE_NOT_AGREED', 'OUT_OF_SCOPE', 'STATE_NOT_ALLOWED']).toContain(late);
  }, 30_000);

  it('ORG-08 two moves at once that would form a ring: one takes effect, the other is refused as CYCLE', async () => {
    const [first, second] = [await founded('甲党委'), await founded('乙党委')];
    await move(first, second);
    await move(second, first);
    await town.act(community, tree.releaseOrganization, { organizationId: first });
    await town.act(community, tree.releaseOrganization, { organizationId: second });
    const outcomes = await Promise.allSettled([first, second].map((organizationId) => town.act(street, tree.acceptOrganization, { organizationId })));
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = outcomes.find(({ status }) => status === 'rejected');
    expect(refused).toMatchObject({ reason: { code: 'CYCLE' } });
    const moved = outcomes[0]?.status === 'fulfilled' ? first : second;
    expect(await refusal(move(moved, moved))).toBe('CYCLE');
    const parents = [(await profile(first)).lineParentId, (await profile(second)).lineParentId];
    expect(parents).toContain(community.organizationId);
  });

  it('ORG-08 ORG-13 GW-14 a change of place keeps the line, and the tree of a past day shows it as it was', async () => {
    const before = today();
    const id = await founded('搬迁党委');
    town.clock.toDay(new Date(Date.parse(before) + 86_400_000).toISOString().slice(0, 10));
    await town.act(street, tree.relocateOrganization, { organizationId: id, toPlaceId: neighbour.organizationId, effectiveOn: today() });
    expect(await profile(id)).toMatchObject({ lineParentId: community.organizationId, placeParentId: neighbour.organizationId });
    const on = (asOf: string) => town.ask(street, tree.organizationTreeAsOf, { organizationId: id, view: 'place', asOf });
    expect((await on(before)).path.map(({ organizationId }) => organizationId)).toEqual([
      town.org('city'),
      town.org('district-440308'),
      street.organizationId,
      community.organizationId,
      id,
    ]);
    expect((await on(today())).path.at(-2)).toMatchObject({ organizationId: neighbour.organizationId });
    expect(await refusal(on('2026-03-01'))).toBe('NOT_FOUND');
    expect(
      await refusal(town.act(street, tree.relocateOrganization, { organizationId: id, toPlaceId: community.organizationId, effectiveOn: '2027-01-01' })),
    ).toBe('FUTURE_DATED');
    expect(
      await refusal(town.act(community, tree.relocateOrganization, { organizationId: id, toPlaceId: community.organizationId, effectiveOn: '2025-01-01' })),
    ).toBe('BACKDATE_TOO_FAR');
    expect(
      await refusal(town.act(street, tree.relocateOrganization, { organizationId: id, toPlaceId: community.organizationId, effectiveOn: '2025-01-01' })),
    ).toBe('REASON_REQUIRED');
  });

  it('ORG-04 ORG-09 converts, guides and empowers only where the rules allow', async () => {
    const id = await founded('转换党委');
    expect(await refusal(town.act(community, tree.convertOrganization, { organizationId: id, kind: 'committee', effectiveOn: today() }))).toBe(
      'KIND_UNCHANGED',
    );
    expect(
      await refusal(
        town.act(community, tree.convertOrganization, { organizationId: town.org('branch-440308001002'), kind: 'generalBranch', effectiveOn: today() }),
      ),
    ).toBe('MEMBERS_UNASSIGNED');
    await town.act(community, tree.convertOrganization, { organizationId: id, kind: 'generalBranch', effectiveOn: today() });
    expect(await profile(id)).toMatchObject({ kind: 'generalBranch' });
    expect(await refusal(town.act(community, tree.changeApprovesMembers, { organizationId: id, approvesMembers: true }))).toBe('KIND_NOT_ALLOWED');
    await town.act(community, tree.linkGuidance, { organizationId: id, guidingOrgId: neighbour.organizationId });
    expect(await profile(id, neighbour)).toMatchObject({ guidingOrgId: neighbour.organizationId });
    expect(await refusal(town.act(neighbour, tree.dissolveOrganization, { organizationId: id, reasonCode: 'reorganized', effectiveOn: today() }))).toBe(
      'OUT_OF_SCOPE',
    );
    await town.act(community, tree.linkGuidance, { organizationId: id });
    expect(await refusal(profile(id, neighbour))).toBe('NOT_FOUND');
  });

  it('ORG-07 LINK-09 X-10 dissolving passes open duties and requests to the parent', async () => {
    const id = await founded('撤销党委');
    const city = town.as('city');
    const { id: directiveId } = await town.act(city, directives.draftDirective, {
      issuerId: city.organizationId,
      kind: 'notice',
      title: '移交',
      text: '移交',
      scope: { clauses: [{ organizationIds: [id, neighbour.organizationId] }] },
    });
    await town.act(city, directives.issueDirective, { directiveId });
    const branch = town.as('branch-440308001002');
    const { id: requestId } = await town.act(branch, requests.submitRequest, {
      organizationId: branch.organizationId,
      topicCode: 'residentNeed',
      text: '移交事项',
    });
    await town.act(community, requests.rerouteRequest, { requestId, toOrganizationId: id, reason: '由其办理' });
    await town.settle();
    expect(
      await refusal(
        town.act(community, tree.dissolveOrganization, { organizationId: town.org('branch-440308001002'), reasonCode: 'unitClosed', effectiveOn: today() }),
      ),
    ).toBe('HAS_MEMBERS');
    expect(
      await refusal(town.act(street, tree.dissolveOrganization, { organizationId: community.organizationId, reasonCode: 'unitClosed', effectiveOn: today() })),
    ).toBe('HAS_CHILDREN');
    await town.act(community, tree.dissolveOrganization, { organizationId: id, reasonCode: 'unitClosed', effectiveOn: today() });
    const boxed = async () =>
      (await town.ask(community, inbox.listInbox, { organizationId: community.organizationId, box: 'toAcknowledge' })).items.map((row) => row.directiveId);
    await eventually(async () => expect(await boxed()).toContain(directiveId));
    await eventually(async () =>
      expect(await town.ask(branch, requests.getRequest, { requestId, organizationId: branch.organizationId })).toMatchObject({
        holder: { organizationId: community.organizationId },
      }),
    );
    const { levels } = await town.ask(city, directives.directiveProgress, { directiveId, organizationId: city.organizationId });
    expect(levels.reduce((sum, { addressees }) => sum + addressees, 0)).toBe(2);
    expect(await profile(id).catch(() => undefined)).toMatchObject({ state: 'dissolved' });
  });

  it('ORG-06 X-09 a merge completes once its members have moved, and the survivor takes over what was open', async () => {
    const [source, survivor] = [town.org('branch-440308001002-2'), town.org('branch-440308001002')];
    const before = [...(await membersOf(source)), ...(await membersOf(survivor))].sort();
    expect(await refusal(town.act(community, tree.mergeOrganizations, { organizationId: survivor, sourceIds: [survivor], effectiveOn: today() }))).toBe(
      'CYCLE',
    );
    await town.act(community, tree.mergeOrganizations, { organizationId: survivor, sourceIds: [source], effectiveOn: today() });
    await eventually(async () => expect((await membersOf(survivor)).sort()).toEqual(before));
    await eventually(async () => expect(await profile(source)).toMatchObject({ state: 'dissolved' }));
    expect(await membersOf(source)).toEqual([]);
    const dissolved = { type: 'OrganizationDissolved', details: expect.objectContaining({ successorId: survivor, reasonCode: 'membersMoved' }) };
    await eventually(async () => {
      const { items } = await town.ask(street, tree.getOrganizationHistory, { organizationId: source });
      expect(items).toContainEqual(expect.objectContaining(dissolved));
    });
  }, 30_000);

  it('X-09 X-02 a merge whose last member has left is completed as soon as that is counted, however late', async () => {
    const [source, survivor] = ['org_emptied', town.org('branch-440308001002')];
    const place = { lineParentId: community.organizationId, placeParentId: community.organizationId };
    const branch = { organizationId: source, name: '余一人的党支部', kind: 'branch', level: 'base', sector: 'community', ...place };
    await town.asImporter('registerOrganizations', { organizations: [branch], effectiveOn: today() });
    await eventually(() => town.service('members').runtime.env.tree.current().node(source) !== undefined);
    const membershipOf = { source: 'initialLoad', branchId: source, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
    await town.asImporter('registerMember', { ...somebody(), ...membershipOf });
    const { rows } = town.service('organizations').runtime.env;
    const due = rows(dueProjection(restructureDeadline));
    await eventually(async () => expect(await membersOf(source)).toHaveLength(1));
    await lists.while('membership', async () => {
      await town.act(street, tree.mergeOrganizations, { organizationId: survivor, sourceIds: [source], effectiveOn: today() });
      await eventually(async () => expect((await rows(memberMoves).tallies([movesKey(source)])).get(movesKey(source))).toEqual({ members: 0 }));
      town.clock.pass(60_000);
      await eventually(async () => expect((await due.query({ where: [{ field: 'dueAt', lte: town.clock.now() }], limit: 1 })).items).toEqual([]));
      expect(await profile(source)).toMatchObject({ state: 'merging' });
    });
    await eventually(async () => expect(await profile(source)).toMatchObject({ state: 'dissolved' }));
  });

  it('X-09 X-21 founders who have not moved yet when their branch merges go to its survivor', async () => {
    const [old, survivor] = [town.org('branch-440308001005'), town.org('branch-440308001002')];
    const membershipOf = { source: 'initialLoad', branchId: old, kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
    const registered = await Promise.all([1, 2, 3].map(() => town.asImporter('registerMember', { ...somebody(), ...membershipOf })));
    const memberIds = registered.map(({ id }) => id);
    await eventually(async () => expect(await membersOf(old)).toEqual(expect.arrayContaining(memberIds)));
    await lists.while('due-founding-members', async () => {
      const source = await founded('未及编入的党支部', { kind: 'branch', memberIds });
      await town.act(street, tree.mergeOrganizations, { organizationId: survivor, sourceIds: [source], effectiveOn: today() });
      await eventually(async () => expect(await profile(source)).toMatchObject({ state: 'dissolved' }));
      await eventually(() => town.service('members').runtime.env.tree.current().node(source)?.state === 'dissolved');
    });
    await eventually(async () => expect(await membersOf(survivor)).toEqual(expect.arrayContaining(memberIds)));
  });

  it('ORG-05 a split names each member once', async () => {
    const branch = town.org('branch-440308001005');
    const members = await membersOf(branch);
    const part = (name: string, memberIds: string[]) => ({ name, kind: 'branch' as const, memberIds });
    const split = (parts: ReturnType<typeof part>[]) =>
      refusal(town.act(neighbour, tree.splitOrganization, { organizationId: branch, parts, effectiveOn: today() }));
    expect(await split([part('甲支部', members), part('乙支部', members.slice(0, 1))])).toBe('MEMBER_TWICE');
    expect(await split([part('甲支部', members.slice(1)), part('乙支部', [])])).toBe('MEMBERS_UNASSIGNED');
    expect(await split([part('甲支部', members), part('乙支部', ['per_stranger'])])).toBe('NOT_A_MEMBER');
    expect(await split([part('甲支部', members.slice(0, 2)), part('乙支部', members.slice(2))])).toBe('TOO_FEW_FULL_MEMBERS');
  });

  it('ORG-05 X-09 the parts of a split take members from its day on, and nothing is shown as done before they have moved', async () => {
    const branch = town.org('branch-440308001005');
    const members = await membersOf(branch);
    const parts = [
      { name: '联合一部', kind: 'branch' as const, memberIds: members },
      { name: '总支', kind: 'generalBranch' as const, memberIds: [] },
    ];
    const day = new Date(Date.parse(today()) + 86_400_000).toISOString().slice(0, 10);
    await town.act(neighbour, tree.splitOrganization, { organizationId: branch, parts, effectiveOn: day });
    const states = async () =>
      (await town.ask(neighbour, tree.listChildren, { organizationId: neighbour.organizationId })).items
        .filter(({ name }) => name === '联合一部' || name === '总支')
        .map(({ state }) => state);
    expect(await states()).toEqual(['proposed', 'proposed']);
    expect(await profile(branch)).toMatchObject({ state: 'underReview' });
    town.clock.toDay(day);
    await eventually(async () => expect(await states()).toEqual(['active', 'active']));
    expect(await profile(branch)).toMatchObject({ state: 'underReview' });
  });

  it('ORG-08 GW-14 a street moved with its three hundred organizations is invisible to the old parent at once, and there for the new one', async () => {
    const [before, after] = [town.as('district-440308'), town.as('district-440303')];
    const organizationId = 'org_movedStreet';
    const below = (parent: string) => ({ lineParentId: parent, placeParentId: parent });
    const moved = {
      organizationId,
      name: '待划转街道党工委',
      kind: 'workCommittee',
      level: 'street',
      sector: 'community',
      placeCode: '440308999',
      ...below(before.organizationId),
    };
    const unit = (n: number) => ({ organizationId: `org_moved${n}`, name: `待划转第${n}党支部`, kind: 'branch', level: 'base', sector: 'community' });
    const units = Array.from({ length: 300 }, (_, n) => ({ ...unit(n), ...below(organizationId) }));
    await town.asImporter('registerOrganizations', { organizations: [moved], effectiveOn: today() });
    for (const some of [units.slice(0, 150), units.slice(150)]) await town.asImporter('registerOrganizations', { organizations: some, effectiveOn: today() });
    const ids = [organizationId, ...units.map((one) => one.organizationId)];
    const answers = async (who: TestCaller) => {
      const asked = ids.map((id) => who.query('getOrganization', { organizationId: id }).then(() => 'answered', codeOf));
      const codes = await Promise.all(asked);
      return Object.fromEntries([...Map.groupBy(codes, (code) => code)].map(([code, those]) => [code, those.length]));
    };
    await eventually(async () => expect(await answers(before)).toEqual({ answered: 301 }));
    await move(organizationId, after.organizationId, before);
    await town.act(before, tree.releaseOrganization, { organizationId });
    await town.asImporter('relocateOrganization', { organizationId, toPlaceId: after.organizationId, effectiveOn: today() });
    await town.act(after, tree.acceptOrganization, { organizationId });
    expect(await answers(before)).toEqual({ NOT_FOUND: 301 });
    await eventually(async () => expect(await answers(after)).toEqual({ answered: 301 }));
  }, 60_000);

  it('X-21 ORG-03 whoever stands above is told of a founded branch that still has too few full members after thirty days, until it has decided', async () => {
    const membershipOf = { source: 'initialLoad', branchId: town.org('branch-440308001002'), kind: 'full', joinedOn: '2015-06-01', fullFrom: '2016-06-01' };
    const memberIds = (await Promise.all([1, 2, 3].map(() => town.asImporter('registerMember', { ...somebody(), ...membershipOf })))).map(({ id }) => id);
    await eventually(async () => expect(await membersOf(membershipOf.branchId)).toEqual(expect.arrayContaining(memberIds)));
    const day = today();
    const organizationId = await founded('少了人的党支部', { kind: 'branch', memberIds });
    await eventually(async () => expect(await membersOf(organizationId)).toHaveLength(3));
    await town.act(community, endMembership, { personId: memberIds[0] ?? '', kind: 'left', decidedOn: day });
    await eventually(async () => expect(await membersOf(organizationId)).toHaveLength(2));
    const owed = async () =>
      (await town.ask(community, inbox.todo, { organizationId: community.organizationId, limit: 100 })).entries.filter(({ action }) => action === 'decideSize');
    const lookedAt = startOfDay(addDays(day, 31));
    town.clock.to(new Date(Date.parse(lookedAt) - 1).toISOString());
    await eventually(async () => expect((await profile(organizationId)).sizeBands).toEqual(['SIZE_BELOW_3']));
    expect(await owed()).toEqual([]);
    town.clock.to(lookedAt);
    expect(await owed()).toMatchObject([{ subject: 'org', id: organizationId, group: 'waiting', dueAt: null, overdue: false }]);
    const granted = { organizationId, band: 'SIZE_BELOW_3' as const, reasonCode: 'membersExpected' as const, reviewOn: addDays(day, 90) };
    await town.act(community, tree.grantSizeException, granted);
    await eventually(async () => expect(await owed()).toEqual([]));
    town.clock.toDay(addDays(day, 90));
    expect(await owed()).toMatchObject([{ id: organizationId }]);
  });
});
