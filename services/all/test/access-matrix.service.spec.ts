import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, rightsOf, type Operation, type Role } from '@zhitong/catalogue';
import { Rejected } from '@zhitong/kernel';
import { startTestCity, testOrganizations, type TestCaller, type TestCity } from '../test-city.ts';
import { nobody, recordsOf, rows } from './records.ts';
import { specimen, type Ids } from './specimens.ts';

/** Everybody who stands somewhere: role and organization. Their rights are {@link rightsOf}, reviewed there. */
const actors = [
  ['branch-440308001002', 'secretary'],
  ['branch-440308001005', 'secretary'],
  ['branch-440303001001', 'secretary'],
  ['community-440308001002', 'organizationOfficer'],
  ['community-440308001005', 'organizationOfficer'],
  ['community-440303001001', 'organizationOfficer'],
  ['street-440308001', 'organizationOfficer'],
  ['street-440303001', 'organizationOfficer'],
  ['district-440308', 'organizationOfficer'],
  ['district-440303', 'organizationOfficer'],
  ['city', 'organizationOfficer'],
  ['member', 'member'],
  ['system', 'systemAdministrator'],
  ['security', 'securityAdministrator'],
  ['audit', 'auditAdministrator'],
  ['discipline', 'authorisedBody'],
  ['operator', 'operator'],
] as const satisfies readonly (readonly [string, Role])[];

/** Communities whose own records are asked for: one below each district. */
const places = ['440308001002', '440303001001'] as const;

/** Items are independent: when none of them is found, the batch is refused as a whole. */
const batches = new Set(['requestTransfersInBatch']);

/** What they act on is made by no record here: a report, an arrival, a second person's part, something parked. Their doors are tried where it exists. */
const withoutObject = [
  ...[
    'answerObjection',
    'appealOwnTransfer',
    'confirmArrival',
    'confirmDiscardOfMembers',
    'confirmDiscardOfOrganizations',
    'confirmGrant',
    'decideTransferAppeal',
    'disableAccount',
    'proposeDiscardOfMembers',
  ],
  ...['proposeDiscardOfOrganizations', 'rebuildProjectionOfMembers', 'rebuildProjectionOfOrganizations', 'redriveKeyOfMembers'],
  ...['redriveKeyOfOrganizations', 'returnReport', 'revokeGrant', 'withdrawOwnTransfer'],
];
/** Ends the post of somebody who is asked. */
const last = 'vacatePost';

/** Asked by services only, or open to everybody who is logged in; each reviewed: names of organizations are public, the rest is the own. */
const openToAll = ['giveGrant', 'mySubject', 'organizationDirectory', 'organizationNames', 'recordLogIn', 'registerOrganizations', 'resolveAccount'];

/** The services of the foundation whose only operations are the platform's: the same code as in organizations. */
const twins = operations.filter(({ context }) => context !== 'organizations' && context !== 'members');
const matrix = operations.filter(({ context }) => context === 'organizations' || context === 'members');

const hidden = ['NOT_FOUND', 'EMPTY'];
const closed = new Set(['FORBIDDEN_ROLE', 'OUT_OF_SCOPE', 'NOT_FOUND']);

/** The code of a refusal (the sentences people read follow from it alone), or whether there was an answer. */
async function outcomeOf(caller: TestCaller, operation: Operation, input: object): Promise<string> {
  try {
    const value = operation.kind === 'query' ? await caller.query(operation.name, input) : await caller.command(operation.name, input);
    const page = rows.safeParse(value);
    return page.success && page.data.items.length === 0 ? 'EMPTY' : 'DONE';
  } catch (error) {
    if (error instanceof Rejected) return error.code;
    throw error;
  }
}

const may = (role: Role, { right }: Operation): boolean => right !== 'none' && rightsOf[role].includes(right);

/** By the planned tree alone: what stands above an organization on its line or at its place. */
const parents = new Map(testOrganizations().map(({ key, lineParent, placeParent }) => [key, [lineParent, placeParent]]));
function standsAbove(key: string, below: string): boolean {
  return key === below || (parents.get(below) ?? []).some((parent) => parent !== undefined && standsAbove(key, parent));
}
const standsAt = (login: string) => (parents.has(login) ? login : 'city');

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
    const open = matrix.filter(({ right }) => right === 'none').map(({ name }) => name);
    expect(open.sort()).toEqual(openToAll);
  });

  it.each(actors)(
    '%s (%s) is refused by role, and finds nothing of others whether it exists or not',
    async (login, role) => {
      const caller = city.as(login);
      const before = [commitsOf('organizations'), commitsOf('members')];
      const wrong: string[] = [];
      for (const operation of matrix) {
        const { name, right, reach } = operation;
        if (right === 'none' || reach === 'self') continue;
        const allowed = rightsOf[role].includes(right);
        if (allowed && reach === 'anyone') continue;
        const unknown = await outcomeOf(caller, operation, specimen(operation, nobody));
        for (const [place, ids] of records) {
          if (allowed && standsAbove(standsAt(login), `branch-${place}`)) continue;
          const found = await outcomeOf(caller, operation, specimen(operation, ids));
          const right = allowed ? found === unknown && (hidden.includes(found) || batches.has(name)) : found === 'FORBIDDEN_ROLE' && unknown === found;
          if (!right) wrong.push(`${name} of ${place}: ${found}, of nobody: ${unknown}`);
        }
      }
      expect(wrong).toEqual([]);
      expect([commitsOf('organizations'), commitsOf('members')]).toEqual(before);
    },
    60_000,
  );

  it('lets somebody through the door of every operation', async () => {
    const shut: string[] = [];
    const all = matrix.filter(({ right }) => right !== 'none');
    for (const operation of [...all.filter(({ name }) => name !== last), ...all.filter(({ name }) => name === last)]) {
      const outcomes: string[] = [];
      for (const [login] of actors.filter(([, role]) => may(role, operation))) {
        outcomes.push(await outcomeOf(city.as(login), operation, ownSpecimen(operation, city.as(login))));
        if (!closed.has(outcomes.at(-1) ?? '')) break;
      }
      if (outcomes.every((code) => closed.has(code))) shut.push(operation.name);
    }
    expect(shut.sort()).toEqual(withoutObject);
  }, 60_000);
});
