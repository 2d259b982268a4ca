import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as lines from '@zhitong/catalogue/operations/lines.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { membersIn, membersKey, membership } from '../src/projections/membership.projection.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('P09 lines and places, on the running services', () => {
  let town: Town;
  let city: TestCaller;
  beforeAll(async () => {
    town = await startTown();
    city = town.as('city');
    const below = { kind: 'branch', level: 'base', sector: 'agency', placeParentId: town.org('street-440308001') } as const;
    const agencies = { organizationId: 'org_agencies', name: '机关工委', kind: 'workCommittee', level: 'base', sector: 'agency' } as const;
    const organizations = [
      { ...agencies, lineParentId: city.organizationId, placeParentId: city.organizationId },
      { organizationId: 'org_agencies.b', name: '机关支部', lineParentId: 'org_agencies', ...below },
    ];
    await town.asImporter('registerOrganizations', { organizations, effectiveOn: '2026-03-02' });
    await town.settle();
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const matrix = (key: string, view: 'line' | 'place' = 'line') => town.ask(city, lines.lineMatrix, { organizationId: town.org(key), view });
  const list = async (key: string, view: 'line' | 'place', cell: object) =>
    (await town.ask(city, tree.listOrganizations, { scope: town.org(key), view, counted: 'true', limit: 100, ...cell })).items;
  type Heads = Awaited<ReturnType<typeof matrix>>['lines'];
  const sum = (heads: Heads, of: 'organizations' | 'members') => heads.reduce((total, head) => total + head[of], 0);

  it('P09 both margins and the cells add up to the same total, and each cell opens as many organizations as it says', async () => {
    for (const key of ['city', 'district-440308', 'street-440308001'])
      for (const view of ['line', 'place'] as const) {
        const { lines: rows, places, cells, organizations, members } = await matrix(key, view);
        expect([sum(rows, 'organizations'), sum(places, 'organizations')]).toEqual([organizations, organizations]);
        expect([sum(rows, 'members'), sum(places, 'members')]).toEqual([members, members]);
        expect(cells.reduce((total, cell) => total + cell.organizations, 0)).toBe(organizations);
        expect(await list(key, view, {})).toHaveLength(organizations);
        for (const { organizationId: id, organizations: count } of rows) expect(await list(key, view, { underLine: id })).toHaveLength(count);
        for (const { organizationId: id, organizations: count } of places) expect(await list(key, view, { inPlace: id })).toHaveLength(count);
        for (const { lineId, placeId, ...cell } of cells) {
          const items = await list(key, view, { underLine: lineId, inPlace: placeId });
          const tallies = await town
            .service('organizations')
            .runtime.env.rows(membership)
            .tallies(items.map(({ organizationId }) => membersKey(organizationId)));
          expect(cell).toEqual({ organizations: items.length, members: [...tallies.values()].reduce((total, tally) => total + membersIn(tally), 0) });
        }
      }
    const { lines: rows, members } = await matrix('city');
    expect(members).toBe(membersIn({ all: town.events.filter(({ type }) => type === 'MemberRegistered').length }));
    expect(rows.find(({ organizationId }) => organizationId === 'org_agencies')).toMatchObject({ organizations: 2 });
  });

  it('P09 another line of a branch changes lines and no place', async () => {
    const branch = town.as('branch-440308001002').organizationId;
    const [from, to] = [town.as('community-440308001002'), town.as('community-440308001005')];
    const before = await matrix('street-440308001', 'place');
    await town.act(from, tree.moveOrganization, {
      organizationId: branch,
      toParentId: to.organizationId,
      effectiveOn: '2026-03-02',
      reasonCode: 'reorganized',
    });
    await town.act(from, tree.releaseOrganization, { organizationId: branch });
    await town.act(to, tree.acceptOrganization, { organizationId: branch });
    const after = await matrix('street-440308001', 'place');
    expect(after.places).toEqual(before.places);
    const ofLine = ({ lines: rows }: typeof before, id: string) => rows.find(({ organizationId }) => organizationId === id)?.organizations ?? 0;
    const change = (id: string) => ofLine(after, id) - ofLine(before, id);
    expect([change(from.organizationId), change(to.organizationId), after.organizations]).toEqual([-1, 1, before.organizations]);
  });

  it('P09 in a city whose rules were kept nothing is to be put in order; what stands elsewhere is nobody else’s', async () => {
    expect((await matrix('city')).unsettled).toBe(0);
    expect(await town.ask(city, lines.unsettledOrganizations, { organizationId: city.organizationId })).toMatchObject({ items: [], total: 0 });
    const elsewhere = town.ask(town.as('district-440303'), lines.lineMatrix, { organizationId: town.org('district-440308') });
    expect(await refusal(elsewhere)).toBe('NOT_FOUND');
  });
});
