import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, rightsOf, type Operation, type Role } from '@zhitong/catalogue';
import { connectService } from '@zhitong/platform';
import { auditCollection } from '@zhitong/platform/audit/audit-record.ts';
import { startTestCity, type TestCaller, type TestCity } from '../test-city.ts';
import { actors, standsAbove, standsAt } from './actors.ts';
import { closed, hidden, linesOf, nextOf, outcomeOf, refusalOf } from './outcomes.ts';
import { nobody, recordsOf } from './records.ts';
import { specimen, type Ids } from './specimens.ts';

/** Communities whose own records are asked for: one below each district. */
const places = ['440308001002', '440303001001'] as const;

/** Items are independent: when none of them is found, the batch is refused as a whole. */
const batches = new Set(['requestTransfersInBatch']);

/** What they act on is made by no record here: a report, an arrival, a second person's part, something parked. Their doors are tried where it exists. */
const withoutObject = [
  ...[
    'answerAffairObjection',
    'answerObjection',
    'appealOwnTransfer',
    'appointReserveCadre',
    'approveElection',
    'confirmArrival',
    'confirmDiscardOfMembers',
    'confirmDiscardOfOrganizations',
    'confirmGrant',
    'decideReview',
    'decideTransferAppeal',
    'delistLeader',
    'disableAccount',
    'dissolvePartyGroup',
    'filePersonalMatters',
    'orderRunoff',
    'proposeDiscardOfMembers',
  ],
  ...[
    'proposeDiscardOfOrganizations',
    'rebuildProjectionOfMembers',
    'rebuildProjectionOfOrganizations',
    'recordAudit',
    'recordElectionResult',
    'redriveKeyOfMembers',
  ],
  ...[
    'redriveKeyOfOrganizations',
    'returnReport',
    'revokeGrant',
    'sendOrganizer',
    'topicGuideBranches',
    'topicGuideUse',
    'trainReserveCadre',
    'withdrawOwnTransfer',
    'withdrawReserveCadre',
  ],
];
/** End the post of somebody who is asked. */
const last = new Set(['removeSecretary', 'vacatePost']);

/** Asked by services only, or open to everybody who is logged in; each reviewed: names of organizations are public, the rest is the own. */
const openToAll = ['giveGrant', 'mySubject', 'organizationDirectory', 'organizationNames', 'recordLogIn', 'registerOrganizations', 'resolveAccount'];

/** The services of the foundation whose only operations are the platform's: the same code as in organizations. */
const twins = operations.filter(({ context }) => context !== 'organizations' && context !== 'members');
const matrix = operations.filter(({ context }) => context === 'organizations' || context === 'members');

const may = (role: Role, { right }: Operation): boolean => right !== 'none' && rightsOf[role].includes(right);

describe('SEC-09 what belongs to others, operation by operation', () => {
  let city: TestCity;
  const records = new Map<string, Ids>();
  beforeAll(async () => {
    city = await startTestCity();
    for (const place of places) records.set(place, await recordsOf(city, place));
    await city.settle();
  }, 60_000);
  afterAll(() => city.remove(), 20_000);

  /** Of the first place; acts for the own organization ask about that one. */
  const ownSpecimen = (operation: Operation, { organizationId }: TestCaller) => {
    const ids = records.get(places[0]) ?? nobody;
    const speaksOfOwn = operation.reach === 'own' || operation.name === 'changeSetting';
    return specimen(operation, speaksOfOwn ? { ...ids, organizationId, issuerId: organizationId } : ids);
  };
  const commitsOf = (context: 'organizations' | 'members') => city.events.filter(({ stream }) => stream.startsWith(`${context}.`)).length;

  it('leaves no operation out', () => {
    expect(matrix.length + twins.length).toBe(operations.length);
    const platform = new Set(matrix.filter(({ context }) => context === 'organizations').map(({ name }) => name.replace('Organizations', '')));
    for (const { name, context } of twins) {
      const suffix = context.replaceAll(/(?:^|-)(.)/g, (_all, letter: string) => letter.toUpperCase());
      expect(platform).toContain(name.replace(suffix, ''));
    }
    expect(matrix.filter((operation) => !operation.input.safeParse(specimen(operation, nobody)).success).map(({ name }) => name)).toEqual([]);
    const open = matrix.filter(({ right }) => right === 'none').map(({ name }) => name);
    expect(open.sort()).toEqual(openToAll);
  });

  /** Refused rights on record, over both services. */
  const onRecord = async () => {
    const counted = (['organizations', 'members'] as const).map((context) =>
      city.service(context).runtime.adapters.documents.count(auditCollection.name, [{ field: 'kind', eq: 'refusal' }], 1_000_000),
    );
    return (await Promise.all(counted)).reduce((sum, { count }) => sum + count, 0);
  };

  /** Operations that answer otherwise about others' things than about nothing. */
  async function seenOf(ids: Ids, asked: readonly Operation[], caller: TestCaller, grantId?: string): Promise<readonly string[]> {
    const options = grantId === undefined ? {} : { grantId };
    const seen: string[] = [];
    for (const operation of asked) {
      const unknown = await outcomeOf(caller, operation, specimen(operation, nobody), options);
      const found = await outcomeOf(caller, operation, specimen(operation, ids), options);
      if (found !== unknown || !(hidden.includes(found) || batches.has(operation.name))) seen.push(`${operation.name}: ${found}, of nobody: ${unknown}`);
    }
    return seen;
  }
  const guardedFor = (role: Role) => matrix.filter((operation) => may(role, operation) && operation.reach !== 'anyone' && operation.reach !== 'self');

  it.each(actors)(
    '%s (%s) is refused by role, and finds nothing of others whether it exists or not; each refused right is one record',
    async (login, role) => {
      const caller = city.as(login);
      const before = [commitsOf('organizations'), commitsOf('members')];
      const recorded = await onRecord();
      const wrong: string[] = [];
      let refused = 0;
      const ask = async (operation: Operation, ids: Ids) => {
        const outcome = await outcomeOf(caller, operation, specimen(operation, ids));
        if (closed.has(outcome)) refused += 1;
        return outcome;
      };
      for (const operation of matrix) {
        const { name, right, reach } = operation;
        if (right === 'none' || reach === 'self') continue;
        const allowed = rightsOf[role].includes(right);
        if (allowed && reach === 'anyone') continue;
        const unknown = await ask(operation, nobody);
        for (const [place, ids] of records) {
          if (allowed && standsAbove(standsAt(login), `branch-${place}`)) continue;
          const found = await ask(operation, ids);
          const right = allowed ? found === unknown && (hidden.includes(found) || batches.has(name)) : found === 'FORBIDDEN_ROLE' && unknown === found;
          if (!right) wrong.push(`${name} of ${place}: ${found}, of nobody: ${unknown}`);
        }
      }
      expect(wrong).toEqual([]);
      expect([commitsOf('organizations'), commitsOf('members')]).toEqual(before);
      expect([refused > 0, (await onRecord()) - recorded]).toEqual([true, refused]);
    },
    60_000,
  );

  it('an officer of another line finds nothing of the branches beside, whether it exists or not', async () => {
    const [organizationId, personId] = ['org_line.internet', 'per_officer.of.the.line'];
    const { organizationId: cityId } = city.as('city');
    const line = { organizationId, name: '互联网行业党委', kind: 'industryCommittee', level: 'base', sector: 'internetFirm', lineParentId: cityId };
    await city.asImporter('registerOrganizations', { organizations: [{ ...line, placeParentId: cityId }], effectiveOn: '2026-03-02' });
    const grant = { personId, role: 'organizationOfficer', organizationId, view: 'line', fromOn: '2026-01-01' };
    const { id: grantId } = await city.asImporter('giveGrant', grant);
    await city.settle();
    for (const ids of records.values())
      expect(await seenOf(ids, guardedFor('organizationOfficer'), city.person(personId, organizationId), grantId)).toEqual([]);
  }, 60_000);

  it('SEC-08 the platform itself may do nothing that a person needs a right for, whatever policy it names', async () => {
    const { services, signer } = city.behind();
    const open: string[] = [];
    for (const context of ['organizations', 'members'] as const) {
      const client = connectService(context, services[context]?.address ?? '', { signer });
      for (const operation of matrix.filter((one) => one.context === context && one.right !== 'none')) {
        const { name } = operation;
        for (const policy of ['gateway', 'when-post-filled-then-give-grant']) {
          const outgoing = {
            subject: { kind: 'system', policy },
            idempotencyKey: `${policy}-${name}`,
            language: 'en',
            correlationId: name,
            deadlineMs: 10_000,
          } as const;
          const outcome = await refusalOf(client.call(name, specimen(operation, records.get(places[0]) ?? nobody), outgoing));
          if (outcome !== 'FORBIDDEN_ROLE') open.push(`${name} as ${policy}: ${outcome}`);
        }
      }
      client.close();
    }
    expect(open).toEqual([]);
  }, 60_000);

  it('a place in a list of others shows nothing of it', async () => {
    const [here, there] = places;
    const lists = matrix.filter(({ kind, input, right }) => kind === 'query' && 'cursor' in input.shape && right !== 'none');
    const [wrong, tried]: [string[], string[]] = [[], []];
    for (const operation of lists) {
      const foreign = { ...specimen(operation, records.get(there) ?? nobody), limit: 1 };
      const next = await nextOf(city.as('city'), operation, foreign);
      const own = specimen(operation, records.get(here) ?? nobody);
      const caller = city.as(`community-${here}`);
      if (next === undefined || !may('organizationOfficer', operation)) continue;
      tried.push(operation.name);
      const known = await linesOf(caller, operation, { ...own, limit: 200 });
      const told = await linesOf(caller, operation, { ...own, limit: 200, cursor: next });
      if (told.some((line) => !known.includes(line))) wrong.push(`${operation.name}: ${told.join()}`);
    }
    expect(wrong).toEqual([]);
    expect(tried.length).toBeGreaterThan(5);
  }, 60_000);

  it.each<[string, { readonly fromOn: string; readonly untilOn?: string; readonly revoked?: true }]>([
    ['ended yesterday', { fromOn: '2026-01-01', untilOn: '2026-03-01' }],
    ['begins tomorrow', { fromOn: '2026-03-03' }],
    ['was revoked', { fromOn: '2026-01-01', revoked: true }],
  ])(
    'a grant that %s opens no operation to anybody',
    async (name, { revoked, ...days }) => {
      const holders = new Map<Role, { readonly caller: TestCaller; readonly grantId: string }>();
      for (const [login, role] of actors) {
        const [personId, { organizationId }] = [`per_${name.replaceAll(' ', '')}.${role}`, city.as(login)];
        if (holders.has(role)) continue;
        const { id: grantId } = await city.asImporter('giveGrant', { personId, role, organizationId, ...days });
        if (revoked === true) await city.asImporter('revokeGrant', { personId, grantId, reasonCode: 'noLongerNeeded' });
        holders.set(role, { caller: city.person(personId, organizationId), grantId });
      }
      await city.settle();
      const open: string[] = [];
      for (const operation of matrix.filter(({ right }) => right !== 'none')) {
        for (const [role, { caller, grantId }] of holders) {
          if (!may(role, operation)) continue;
          const outcome = await outcomeOf(caller, operation, ownSpecimen(operation, caller), { grantId });
          if (outcome !== 'FORBIDDEN_ROLE') open.push(`${operation.name} as ${role}: ${outcome}`);
        }
      }
      expect(open).toEqual([]);
    },
    60_000,
  );

  it('lets somebody through the door of every operation', async () => {
    const shut: string[] = [];
    const all = matrix.filter(({ right }) => right !== 'none');
    for (const operation of [...all.filter(({ name }) => !last.has(name)), ...all.filter(({ name }) => last.has(name))]) {
      const outcomes: string[] = [];
      for (const [login] of actors.filter(([, role]) => may(role, operation))) {
        outcomes.push(await outcomeOf(city.as(login), operation, ownSpecimen(operation, city.as(login))));
        if (!closed.has(outcomes.at(-1) ?? '')) break;
      }
      if (outcomes.every((code) => closed.has(code))) shut.push(operation.name);
    }
    expect(shut.sort()).toEqual(withoutObject);
  }, 60_000);

  it('whom it stood under finds nothing any more of a branch that has moved away, whom it stands under now does', async () => {
    const [, place] = places;
    const [before, after] = [city.as(`community-${place}`), city.as('community-440308001005')];
    const branch = city.as(`branch-${place}`);
    const moved = { organizationId: branch.organizationId, effectiveOn: '2026-03-02', reasonCode: 'reorganized' };
    await before.command('moveOrganization', { ...moved, toParentId: after.organizationId });
    await before.command('releaseOrganization', { organizationId: branch.organizationId });
    await after.command('acceptOrganization', { organizationId: branch.organizationId });
    await city.asImporter('relocateOrganization', { organizationId: branch.organizationId, toPlaceId: after.organizationId, effectiveOn: '2026-03-02' });
    await city.settle();
    const movedAlong = (id: string) => id === branch.organizationId || /^(per|pst|grt)_/.test(id);
    const ids = Object.fromEntries(Object.entries(records.get(place) ?? {}).map(([name, id]) => [name, movedAlong(id) ? id : (nobody[name] ?? id)]));
    const about = matrix.filter((operation) => JSON.stringify(specimen(operation, ids)) !== JSON.stringify(specimen(operation, nobody)));
    const guarded = guardedFor('organizationOfficer').filter((operation) => about.includes(operation));
    for (const login of [`community-${place}`, 'street-440303001', 'district-440303'])
      expect([login, await seenOf(ids, guarded, city.as(login))]).toEqual([login, []]);
    const profiles = guarded.filter(({ name }) => name === 'getOrganization' || name === 'getMember');
    for (const operation of profiles) expect([operation.name, await outcomeOf(after, operation, specimen(operation, ids))]).toEqual([operation.name, 'DONE']);
    expect([profiles.length, guarded.length > 40]).toEqual([2, true]);
  }, 60_000);
});
