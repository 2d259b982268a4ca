import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as access from '@zhitong/catalogue/operations/access.ts';
import * as directives from '@zhitong/catalogue/operations/directives.ts';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as members from '@zhitong/catalogue/operations/members.ts';
import * as posts from '@zhitong/catalogue/operations/posts.ts';
import * as settings from '@zhitong/catalogue/operations/settings.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { developmentIssuer, platformOperation } from '@zhitong/catalogue';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { membership } from '../src/projections/membership.projection.ts';
import { heldBack } from '../../all/held-back.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('posts, rights, log-ins and settings, on the running services', () => {
  let town: Town;
  let community: TestCaller;
  let security: TestCaller;
  let second: TestCaller;
  const lists = heldBack();

  beforeAll(async () => {
    town = await startTown(undefined, { adapters: lists.adapters });
    [community, security, second] = [town.as('community-440308001006'), town.as('security'), town.as('security-2')];
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const branchId = () => town.org('branch-440308001006');
  const membersOf = async (branch: string) =>
    (
      await town
        .service('organizations')
        .runtime.env.rows(membership)
        .query({ where: [{ field: 'branchId', eq: branch }], limit: 100 })
    ).items;
  /** A full member of the branch without any grant. */
  const somebody = async () => {
    for (const { personId, kind } of await membersOf(branchId())) {
      if (kind === 'full' && (await town.person(personId, branchId()).grants()).length === 0) return personId;
    }
    throw new Error('Everybody has a post');
  };
  const fill = (personId: string, fields: Partial<z.input<typeof posts.fillPost.input>> = {}) =>
    town.act(community, posts.fillPost, { organizationId: branchId(), personId, type: 'deputySecretary', fromOn: '2026-03-02', ...fields });
  const vacate = (postId: string) => town.act(community, posts.vacatePost, { postId, organizationId: branchId(), vacatedOn: '2026-03-02', cause: 'resigned' });
  const read = (who: TestCaller) => town.ask(who, tree.getOrganization, { organizationId: branchId() });

  it('ORG-21 a post brings its grant, and its end takes it at once', async () => {
    const personId = await somebody();
    const deputy = town.person(personId, branchId());
    expect(await refusal(read(deputy))).toBe('FORBIDDEN_ROLE');
    const { id: postId } = await fill(personId);
    await eventually(async () =>
      expect(await read(deputy)).toMatchObject({ posts: expect.arrayContaining([expect.objectContaining({ postId, type: 'deputySecretary' })]) }),
    );
    expect(await refusal(fill(personId))).toBe('POST_TAKEN');
    await vacate(postId);
    await eventually(async () => expect(await refusal(read(deputy))).toBe('FORBIDDEN_ROLE'));
    const { items } = await town.ask(community, posts.listPosts, { organizationId: branchId(), held: 'no' });
    expect(items).toMatchObject([{ postId, vacatedOn: '2026-03-02' }]);
    expect(await refusal(vacate('pst_unknown'))).toBe('NOT_FOUND');
  });

  it('0.3 ORG-21 a post of long ago is filed from above only, with a reason that stays sealed', async () => {
    const { organizationId } = community;
    const [street, { personId }] = [town.as('street-440308001'), town.as('branch-440308001006')];
    const fill = (who: TestCaller, reason?: string) =>
      town.act(who, posts.fillPost, { organizationId, personId, type: 'organizer', fromOn: '2025-11-02', ...(reason === undefined ? {} : { reason }) });
    expect(await refusal(fill(community, '漏报'))).toBe('BACKDATE_TOO_FAR');
    expect(await refusal(fill(street))).toBe('REASON_REQUIRED');
    const { id } = await fill(street, '漏报补录');
    const filled = (await town.recorded(`organizations.posts-${organizationId}`)).find(({ data }) => 'postId' in data && data.postId === id);
    expect(filled?.data).toMatchObject({ fromOn: '2025-11-02', lateReasonRef: expect.stringMatching(/^txt_/) });
    expect(JSON.stringify(filled)).not.toContain('漏报补录');
  });

  it('ORG-21 refuses whom the rule does not allow', async () => {
    const personId = await somebody();
    expect(await refusal(fill(personId, { type: 'secretary' }))).toBe('POST_TAKEN');
    expect(await refusal(fill('per_stranger'))).toBe('NOT_FULL_MEMBER');
    expect(await refusal(fill(personId, { fromOn: '2026-03-03' }))).toBe('FUTURE_DATED');
    expect(await refusal(fill(personId, { fromOn: '2025-12-01' }))).toBe('REASON_REQUIRED');
    expect(
      await refusal(
        town.act(town.as('community-440308001005'), posts.fillPost, { organizationId: branchId(), personId, type: 'organizer', fromOn: '2026-03-02' }),
      ),
    ).toBe('NOT_FOUND');
    expect(await refusal(town.act(town.as('audit'), posts.fillPost, { organizationId: branchId(), personId, type: 'organizer', fromOn: '2026-03-02' }))).toBe(
      'FORBIDDEN_ROLE',
    );
    const { id: postId } = await fill(personId, { type: 'organizer', fromOn: '2026-03-02' });
    expect(await refusal(town.act(community, posts.vacatePost, { postId, organizationId: branchId(), vacatedOn: '2026-03-01', cause: 'resigned' }))).toBe(
      'VACATED_BEFORE_FILLED',
    );
    await vacate(postId);
  });

  it('X-11 who is suspended loses the post, who leaves all rights', async () => {
    const personId = await somebody();
    const { id: postId } = await fill(personId);
    const decision = { decidedOn: '2026-03-02' };
    const held = async () => (await town.ask(community, posts.listPosts, { organizationId: branchId(), held: 'yes' })).items.map((post) => post.postId);
    expect(await held()).toContain(postId);
    await town.act(community, members.suspendMembership, { personId, ...decision });
    await eventually(async () => expect(await held()).not.toContain(postId));
    await eventually(async () => expect(await refusal(read(town.person(personId, branchId())))).toBe('FORBIDDEN_ROLE'));
    expect(await refusal(fill(personId))).toBe('NOT_FULL_MEMBER');

    const leaving = await somebody();
    const { id: grantId } = await town.act(security, access.proposeGrant, {
      personId: leaving,
      role: 'financeOfficer',
      organizationId: branchId(),
      fromOn: '2026-03-02',
    });
    await town.act(second, access.confirmGrant, { grantId, personId: leaving });
    await eventually(async () => expect(await read(town.person(leaving, branchId()))).toMatchObject({ organizationId: branchId() }));
    await town.act(community, members.endMembership, { personId: leaving, kind: 'left', ...decision });
    await eventually(async () => expect(await refusal(read(town.person(leaving, branchId())))).toBe('FORBIDDEN_ROLE'));
    expect(await town.ask(security, access.listGrants, { personId: leaving })).toMatchObject({ items: [{ state: 'revoked' }] });
  });

  it('X-10 X-11 a post that is given to somebody who is leaving is not kept, nor its grant, whichever list is behind', async () => {
    const personId = await somebody();
    const { runtime } = town.service('organizations');
    const heard = () => runtime.consumer.status().find(({ name }) => name === 'when-holder-or-organization-gone-then-vacate-posts')?.handled ?? 0;
    let postId = '';
    await lists.while('post-list', async () => {
      const before = heard();
      ({ id: postId } = await fill(personId, { type: 'organizer' }));
      await town.act(community, members.endMembership, { personId, kind: 'left', decidedOn: '2026-03-02' });
      await eventually(() => heard() > before);
    });
    const types = async () =>
      (await town.recorded(`organizations.posts-${branchId()}`)).map(({ type, data }) => ('postId' in data && data.postId === postId ? type : ''));
    await eventually(async () => expect(await types()).toContain('PostVacated'));
    await eventually(async () => expect(await refusal(read(town.person(personId, branchId())))).toBe('FORBIDDEN_ROLE'));
  });

  it('SEC-12 SEC-13 grants take two security administrators, none for themselves, and exclude each other', async () => {
    const personId = await somebody();
    const grant = (fields: Partial<z.input<typeof access.proposeGrant.input>> = {}, who = security) =>
      town.act(who, access.proposeGrant, { personId, role: 'financeOfficer', organizationId: branchId(), fromOn: '2026-03-02', ...fields });
    expect(await refusal(grant({ personId: security.personId }))).toBe('SELF_APPROVAL');
    expect(await refusal(grant({ fromOn: '2026-03-05', untilOn: '2026-03-04' }))).toBe('PERIOD_INVALID');
    expect(await refusal(grant({}, community))).toBe('FORBIDDEN_ROLE');
    const { id: grantId } = await grant();
    expect(await refusal(grant())).toBe('GRANT_EXISTS');
    expect(await refusal(grant({ role: 'auditAdministrator' }))).toBe('ROLE_EXCLUSIVE');
    expect(await refusal(town.act(security, access.confirmGrant, { grantId, personId }))).toBe('SECOND_PERSON_REQUIRED');
    const officer = town.person(personId, branchId());
    expect(await refusal(read(officer))).toBe('FORBIDDEN_ROLE');
    await town.act(second, access.confirmGrant, { grantId, personId });
    await eventually(async () => expect(await read(officer)).toMatchObject({ organizationId: branchId() }));
    const listed = await town.ask(security, access.listGrants, { personId, state: 'live', limit: 1 });
    expect(listed).toMatchObject({ items: [{ grantId, confirmedById: second.personId }], total: 1 });
    expect(await town.ask(security, access.listGrants, { personId, role: 'secretary' })).toMatchObject({ items: [], total: 0 });
    await town.act(security, access.revokeGrant, { grantId, personId, reasonCode: 'postEnded' });
    await eventually(async () => expect(await refusal(read(officer))).toBe('FORBIDDEN_ROLE'));
    expect(await refusal(town.act(second, access.confirmGrant, { grantId, personId }))).toBe('STATE_NOT_ALLOWED');
    expect(await refusal(town.act(security, access.revokeGrant, { grantId: 'grt_none', personId, reasonCode: 'wrongGrant' }))).toBe('NOT_FOUND');
    expect(await refusal(town.act(town.as('city'), access.giveGrant, { personId, role: 'operator', organizationId: branchId(), fromOn: '2026-03-02' }))).toBe(
      'FORBIDDEN_ROLE',
    );
    expect(await town.ask(security, access.previewGrant, { role: 'financeOfficer', organizationId: town.org('community-440308001006') })).toMatchObject({
      organizations: 2,
    });
  });

  it('SEC-09 grants are listed as far as the scope reaches; no cursor and no total tells of those of others', async () => {
    const idOf = ({ grantId: id }: { readonly grantId: string }) => id;
    const district = town.org('district-440303');
    const personId = await somebody();
    const { id: grantId } = await town.asImporter('giveGrant', {
      personId,
      role: 'securityAdministrator',
      organizationId: district,
      view: 'line',
      fromOn: '2026-03-02',
    });
    const officer = town.person(personId, district);
    await eventually(async () => expect(await officer.grants()).not.toHaveLength(0));
    const walk = async (who: TestCaller, filters: object = {}) => {
      const pages: { items: readonly { grantId: string; organizationId: string }[]; next?: string | undefined; total: number }[] = [];
      do pages.push(await town.ask(who, access.listGrants, { ...filters, limit: 2, cursor: pages.at(-1)?.next }));
      while (pages.at(-1)?.next !== undefined);
      return pages;
    };
    const all = (await walk(security)).flatMap(({ items }) => items);
    const { runtime } = town.service('organizations');
    const own = all.filter(({ organizationId }) => runtime.env.tree.current().within(district, organizationId, 'line'));
    const pages = await walk(officer);
    const shown = pages.flatMap(({ items }) => items.map(idOf));
    expect(own.length).toBeGreaterThan(3);
    expect(shown.toSorted()).toEqual(own.map(idOf).toSorted());
    for (const { next, total } of pages) {
      const told = Buffer.from((next ?? '').split('.')[1] ?? '', 'base64url').toString();
      expect([total <= own.length, [...told.matchAll(/grt_[\w.-]+/g)].every(([id]) => shown.includes(id))]).toEqual([true, true]);
    }
    expect(new Set((await walk(officer, { role: 'secretary' })).flatMap(({ items }) => items.map(idOf)))).toEqual(
      new Set(all.filter((row) => own.includes(row) && 'role' in row && row.role === 'secretary').map(idOf)),
    );
    await town.act(second, access.revokeGrant, { grantId, personId, reasonCode: 'postEnded' });
    await eventually(async () => expect(await officer.grants()).toEqual([]));
  });

  it('GW-01 a log-in stands for one person for life, and can be disabled', async () => {
    const system = town.as('system');
    const personId = await somebody();
    const open = (subject: string, person = personId) => town.act(system, access.openAccount, { issuer: developmentIssuer, subject, personId: person });
    const { id: accountId } = await open('new-login');
    expect(await refusal(open('new-login', community.personId))).toBe('ACCOUNT_EXISTS');
    expect(await refusal(open('own-login', system.personId))).toBe('SELF_APPROVAL');
    expect(await refusal(town.act(community, access.openAccount, { issuer: developmentIssuer, subject: 'x', personId }))).toBe('FORBIDDEN_ROLE');
    await town.act(system, access.disableAccount, { accountId, reasonCode: 'left' });
    expect(await town.ask(system, access.listAccounts, { personId })).toMatchObject({ items: [{ accountId, state: 'disabled' }] });
    expect(await refusal(town.act(system, access.disableAccount, { accountId: `acc_${'0'.repeat(64)}`, reasonCode: 'left' }))).toBe('NOT_FOUND');
    expect(await refusal(town.ask(community, access.resolveAccount, { issuer: developmentIssuer, subject: 'city' }))).toBe('FORBIDDEN_ROLE');
  });

  it('SEC-25 a log-in is on record once, by its person; nobody but the gateway puts one there', async () => {
    const personId = await somebody();
    const logIn = { personId, organizationId: branchId(), acr: 'urn:example:otp' };
    expect(await refusal(town.act(community, access.recordLogIn, logIn))).toBe('FORBIDDEN_ROLE');
    for (const key of ['first', 'first', 'second']) await town.asImporter('recordLogIn', logIn, key);
    const recorded = { actorId: personId, organizationId: branchId(), kind: 'session', result: 'done', purpose: 'urn:example:otp' };
    expect(await town.as('audit').query('auditOfOrganizations', { operation: 'recordLogIn' })).toMatchObject({
      items: [recorded, recorded, { actorId: community.personId, kind: 'refusal', result: 'FORBIDDEN_ROLE' }],
    });
  });

  it('X-22 GW-14 a setting changes from a later day on, by the rank it belongs to, and the past stays', async () => {
    const city = town.as('city');
    const district = town.as('district-440308');
    const set = (who: TestCaller, key: string, value: string, effectiveOn = '2026-03-03') =>
      town.act(who, settings.changeSetting, { key, organizationId: who.organizationId, value, effectiveOn, reason: '深组通〔2026〕1号' });
    expect(await refusal(set(city, 'directive.ackHours', '48', '2026-03-02'))).toBe('SETTING_RETROACTIVE');
    expect(await refusal(set(city, 'directive.ackHours', '721'))).toBe('SETTING_OUT_OF_RANGE');
    expect(await refusal(set(city, 'directive.ackHours', 'soon'))).toBe('SETTING_OUT_OF_RANGE');
    expect(await refusal(set(city, 'no.such', '1'))).toBe('NOT_FOUND');
    expect(await refusal(set(district, 'directive.burdenCap', '4'))).toBe('FORBIDDEN_ROLE');
    expect(await refusal(set(city, 'session.idleMinutes', '20'))).toBe('FORBIDDEN_ROLE');
    expect(await refusal(set(town.as('system'), 'directive.ackHours', '48'))).toBe('FORBIDDEN_ROLE');
    await set(town.as('system'), 'session.idleMinutes', '20');
    const { version } = await set(district, 'directive.ackHours', '48');
    const stale = town.act(
      district,
      settings.changeSetting,
      { key: 'directive.ackHours', organizationId: district.organizationId, value: '50', effectiveOn: '2026-03-03', reason: '再改' },
      { ifVersion: version + 5 },
    );
    expect(await refusal(stale)).toBe('STALE_VERSION');
    const valueOn = async (who: TestCaller, on: string) =>
      (await town.ask(who, settings.listSettings, { organizationId: who.organizationId, on })).items.find(({ key }) => key === 'directive.ackHours')?.value;
    await eventually(async () =>
      expect([await valueOn(district, '2026-03-02'), await valueOn(district, '2026-03-03'), await valueOn(city, '2026-03-03')]).toEqual(['72', '48', '72']),
    );

    town.clock.toDay('2026-03-03');
    const { id: directiveId } = await town.act(district, directives.draftDirective, {
      issuerId: district.organizationId,
      kind: 'notice',
      title: '时限',
      text: '时限',
      scope: { clauses: [{ levels: ['street'], subtreeOf: district.organizationId }] },
    });
    await town.act(district, directives.issueDirective, { directiveId });
    const { acknowledgeDueAt } = await town.ask(district, directives.getDirective, { directiveId, organizationId: district.organizationId });
    expect(acknowledgeDueAt).toBe('2026-03-05T01:00:00.000Z');
    await town.settle();
    const figures = platformOperation('figures', 'organizations');
    const answered = await city.query(figures.name, { organizationId: city.organizationId, view: 'line' });
    const { items } = z.object({ items: z.array(z.object({ metric: z.string(), value: z.int() })) }).parse(answered);
    expect(items).toContainEqual(expect.objectContaining({ metric: 'directive.ack', value: 1 }));
    expect(items).toContainEqual(expect.objectContaining({ metric: 'request.overdue', value: 0 }));
  });

  it('ORG-22 ORG-23 a secretary is removed from above by ground, and whoever stands above is told after three months without one', async () => {
    const street = town.as('street-440308001');
    const [held] = (await town.ask(street, posts.listPosts, { organizationId: branchId(), type: 'secretary', held: 'yes' })).items;
    const removal = { postId: held?.postId ?? '', organizationId: branchId(), removedOn: town.clock.now().slice(0, 10), ground: 'notPerforming' as const };
    expect(await refusal(town.act(town.as('branch-440308001006'), posts.removeSecretary, removal))).toBe('FORBIDDEN_ROLE');
    await town.act(street, posts.removeSecretary, removal);
    expect(await town.ask(street, posts.listPosts, { organizationId: branchId(), type: 'secretary', held: 'yes' })).toMatchObject({ items: [] });
    const owed = async () =>
      (await town.ask(community, inbox.todo, { organizationId: community.organizationId })).entries.filter(({ action }) => action === 'fillSecretary');
    town.clock.to('2026-06-03T15:59:59.999Z');
    expect(await owed()).toEqual([]);
    town.clock.to('2026-06-03T16:00:00.000Z');
    await eventually(async () => expect(await owed()).toMatchObject([{ subject: 'org', id: branchId(), overdue: true }]));
    await fill(await somebody(), { type: 'secretary', fromOn: '2026-06-03' });
    await eventually(async () => expect(await owed()).toEqual([]));
  });
});
