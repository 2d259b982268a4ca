import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { changeSetting } from '@zhitong/catalogue/operations/settings.ts';
import * as coverage from '@zhitong/catalogue/operations/coverage.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { addDays, addMonths, shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

let town: Town;
let began: string;
let known: string;
let [city, street, community, other]: TestCaller[] = [];
const units = new Map<string, string>();
const today = () => shanghaiDate(town.clock.now());

interface Figures {
  readonly ledger?: 'building' | 'internetFirm' | 'industryAssociation';
  readonly staff?: number;
  readonly fullMembers?: number;
  readonly revenueFen?: number;
}
const figures = (fields: Figures = {}) => ({ ledger: 'building' as const, staff: 20, fullMembers: 0, figuresOn: began, ...fields });
const who = (caller: TestCaller | undefined): TestCaller => {
  if (caller === undefined) throw new Error('The town has not begun');
  return caller;
};

async function register(name: string, fields: Figures = {}, keeper = community): Promise<string> {
  const { organizationId } = who(keeper);
  const { id } = await town.act(who(keeper), coverage.registerUnit, { organizationId, name, ...figures(fields) });
  units.set(name, id);
  return id;
}
const unitId = (name: string): string => units.get(name) ?? '';
const unit = (name: string, caller = community) => town.ask(who(caller), coverage.getUnit, { unitId: unitId(name) });
const list = async (asked: Omit<z.input<typeof coverage.listUnits.input>, 'limit' | 'cursor'>, caller = community) =>
  (await town.ask(who(caller), coverage.listUnits, { limit: 100, ...asked })).items.map(({ name }) => name).sort();
async function passTo(day: string): Promise<void> {
  town.clock.toDay(day);
  await town.settle();
}

beforeAll(async () => {
  town = await startTown();
  began = today();
  [city, street, community, other] = ['city', 'street-440308001', 'community-440308001002', 'community-440308001005'].map((login) => town.as(login));
}, 60_000);
afterAll(() => town.remove(), 20_000);

describe('ORG-31 ORG-32 units, on the running services', () => {
  it('ORG-31 a unit stands once in the ledger of its place; who keeps another finds nothing there', async () => {
    await register('海山大厦', { fullMembers: 2 });
    expect(await refusal(register('海山大厦'))).toBe('UNIT_EXISTS');
    await register('隔壁大厦', { fullMembers: 2 }, other);
    expect(await refusal(town.ask(who(other), coverage.getUnit, { unitId: unitId('海山大厦') }))).toBe('NOT_FOUND');
    expect(await refusal(town.act(who(other), coverage.updateUnit, { unitId: unitId('海山大厦'), ...figures() }))).toBe('NOT_FOUND');
    expect(await refusal(town.act(who(city), coverage.registerUnit, { organizationId: who(city).organizationId, name: '全市大厦', ...figures() }))).toBe(
      'PLACE_NOT_LEADING',
    );
    expect(await unit('海山大厦')).toMatchObject({ state: 'found', organizationName: expect.stringContaining('党'), stale: false, workCovered: false });
  });

  it('ORG-31 figures that are too old are taken with a warning', async () => {
    const figuresOn = addDays(addMonths(began, -12), -1);
    const { version: ifVersion } = await unit('海山大厦');
    const update = () =>
      town.act(who(community), coverage.updateUnit, { unitId: unitId('海山大厦'), ...figures({ fullMembers: 2 }), figuresOn }, { ifVersion });
    expect((await update()).warnings).toEqual(['UNIT_STALE']);
    expect(await refusal(update())).toBe('STALE_VERSION');
    expect(await unit('海山大厦')).toMatchObject({ figuresOn, stale: true });
  });

  it('ORG-32 due with the third full member, or as an internet firm with 100,000,000.00 yuan and 100 staff', async () => {
    await register('三人公司', { fullMembers: 3 });
    await register('大网络公司', { ledger: 'internetFirm', staff: 100, revenueFen: 10_000_000_000 });
    await register('小网络公司', { ledger: 'internetFirm', staff: 99, revenueFen: 10_000_000_000 });
    expect(await unit('大网络公司')).toMatchObject({ threshold: 'largeFirm', ownRequired: true, dueSinceOn: began });
    expect(await list({ state: 'dueForOrganization' })).toEqual(['三人公司', '大网络公司']);
    expect(await list({ ledger: 'internetFirm' }, street)).toEqual(['大网络公司', '小网络公司']);
    expect(await list({ ledger: 'internetFirm', state: 'found' })).toEqual(['小网络公司']);
    expect(await refusal(list({ state: 'found', overdue: 'true' }))).toBe('VALIDATION_FAILED');
  });
});

describe('ORG-33 ORG-34 coverage, on the running services', () => {
  it('ORG-33 covered by an organization, until that one is dissolved', async () => {
    const { organizationId } = who(community);
    const found = { name: '联合党委', kind: 'jointCommittee', level: 'base', sector: 'privateFirm', lineParentId: organizationId } as const;
    const { id: coveringOrgId } = await town.act(who(community), tree.proposeOrganization, { ...found, placeParentId: organizationId });
    const cover = (name: string, covering = coveringOrgId) => town.act(who(community), coverage.coverUnit, { unitId: unitId(name), coveringOrgId: covering });
    expect(await refusal(cover('三人公司'))).toBe('STATE_NOT_ALLOWED');
    await town.act(who(street), tree.approveOrganization, { organizationId: coveringOrgId });
    expect(await refusal(cover('三人公司', 'org_nobody'))).toBe('NOT_FOUND');
    await cover('三人公司');
    await cover('大网络公司');
    expect(await unit('三人公司')).toMatchObject({ state: 'covered', orgCoverage: 'joint', coveringOrgName: '联合党委', workCovered: true });
    expect(await unit('大网络公司')).toMatchObject({ state: 'dueForOrganization', orgCoverage: 'joint', dueSinceOn: began });
    await passTo(addDays(began, 10));
    await town.settle();
    known = town.events.reduce((newest, { recordedAt }) => (recordedAt > newest ? recordedAt : newest), '');
    await passTo(addDays(began, 12));
    const gone = { organizationId: coveringOrgId, reasonCode: 'unitClosed', effectiveOn: addDays(began, 11) } as const;
    await town.act(who(street), tree.dissolveOrganization, gone);
    await eventually(async () =>
      expect(await unit('三人公司')).toMatchObject({ state: 'dueForOrganization', dueSinceOn: addDays(began, 11), orgCoverage: null }),
    );
    await eventually(async () => expect(await unit('大网络公司')).toMatchObject({ orgCoverage: null, dueSinceOn: began }));
  });

  it('ORG-33 the street exempts, not the community; a liaison is a member', async () => {
    const exempt = (caller: TestCaller | undefined, name: string) =>
      town.act(who(caller), coverage.exemptUnit, { unitId: unitId(name), reasonCode: 'membersElsewhere' });
    expect(await refusal(exempt(community, '小网络公司'))).toBe('LEVEL_NOT_ALLOWED');
    await exempt(street, '小网络公司');
    expect(await unit('小网络公司')).toMatchObject({ state: 'exempt', exemptUntilOn: addMonths(today(), 12), exemptionReason: 'membersElsewhere' });
    const send = (liaisonId: string) => town.act(who(community), coverage.setWorkCoverage, { unitId: unitId('海山大厦'), liaisonId });
    expect(await refusal(send('per_nobody'))).toBe('NOT_A_MEMBER');
    await send(who(community).personId);
    expect(await unit('海山大厦')).toMatchObject({ workCovered: true, liaisonUntilOn: addMonths(today(), 12) });
    expect(await list({ withoutWork: 'true' })).toEqual(['三人公司', '大网络公司']);
  });

  it('ORG-33 coverage.dueMonths: due for over six months is listed to the district; a shorter time holds for what comes to be due after it', async () => {
    const effectiveOn = addDays(today(), 1);
    const district = town.as('district-440308');
    const setting = { key: 'coverage.dueMonths', organizationId: who(city).organizationId, value: '2', effectiveOn, reason: '深组通〔2026〕2号' };
    await town.act(who(city), changeSetting, setting);
    await passTo(effectiveOn);
    await register('后来公司', { fullMembers: 5 });
    const listed = () => list({ organizationId: district.organizationId, overdue: 'true' }, district);
    await passTo(addMonths(effectiveOn, 2));
    expect(await listed()).toEqual([]);
    await passTo(addDays(addMonths(effectiveOn, 2), 1));
    await eventually(async () => expect(await listed()).toEqual(['后来公司']));
    await passTo(addMonths(began, 6));
    expect(await listed()).toEqual(['后来公司']);
    await passTo(addDays(addMonths(began, 6), 1));
    await eventually(async () => expect(await listed()).toEqual(['后来公司', '大网络公司']));
    await town.act(who(community), coverage.coverUnit, { unitId: unitId('后来公司'), coveringOrgId: town.org('branch-440308001002') });
    expect(await listed()).toEqual(['大网络公司']);
  });

  it('ORG-33 an exemption and a liaison end by themselves after twelve months', async () => {
    const { exemptUntilOn } = await unit('小网络公司');
    await passTo(exemptUntilOn ?? '');
    expect(await unit('小网络公司')).toMatchObject({ state: 'exempt' });
    expect(await unit('海山大厦')).toMatchObject({ workCovered: true });
    await passTo(addDays(exemptUntilOn ?? '', 1));
    await eventually(async () => expect(await unit('小网络公司')).toMatchObject({ state: 'found', exemptUntilOn: null }));
    await eventually(async () => expect(await unit('海山大厦')).toMatchObject({ workCovered: false, liaisonId: null }));
  });

  it('ORG-34 a first secretary is sent to an association, a full member', async () => {
    await register('行业协会', { ledger: 'industryAssociation' });
    const send = (personId: string) => town.act(who(street), coverage.sendFirstSecretary, { unitId: unitId('行业协会'), personId });
    expect(await refusal(send('per_nobody'))).toBe('NOT_FULL_MEMBER');
    const led = async () => {
      const { associations, led: some } = await town.ask(who(city), coverage.coverageReport, { organizationId: town.org('city') });
      return [associations, some];
    };
    const without = async () => {
      const { items, total } = await town.ask(who(city), coverage.listUnits, { organizationId: town.org('city'), withoutLeader: 'true' });
      return [total, items.map(({ name }) => name)];
    };
    await town.settle();
    expect([await led(), await without()]).toEqual([
      [1, 0],
      [1, ['行业协会']],
    ]);
    await send(who(community).personId);
    expect(await unit('行业协会')).toMatchObject({ firstSecretaryId: who(community).personId });
    expect([await led(), await without()]).toEqual([
      [1, 1],
      [0, []],
    ]);
  });
});

const fact = z.looseObject({
  unitId: z.string(),
  organizationId: z.string(),
  effectiveOn: z.string(),
  ledgerCode: z.string().optional(),
  ownRequired: z.boolean().optional(),
  coverageCode: z.string().optional(),
  partCode: z.string().optional(),
});
interface Reckoned {
  readonly keeper: string;
  ledger: string;
  due: boolean;
  own: boolean;
  coverage: string | null;
  liaison: boolean;
  exempt: boolean;
}

/** The ledgers of a day, from the log alone and without the decider. */
function reckoned(asOf: string, knownAt: string): readonly Reckoned[] {
  const all = new Map<string, Reckoned>();
  for (const { stream, type, data, recordedAt } of town.events) {
    if (!stream.startsWith('organizations.unit-') || recordedAt > knownAt) continue;
    const { unitId: id, organizationId: keeper, effectiveOn, ledgerCode, ownRequired = false, coverageCode = null, partCode } = fact.parse(data);
    if (effectiveOn > asOf) continue;
    if (type === 'UnitRegistered') all.set(id, { keeper, ledger: ledgerCode ?? '', due: false, own: false, coverage: null, liaison: false, exempt: false });
    const row = all.get(id);
    if (row === undefined) continue;
    row.ledger = ledgerCode ?? row.ledger;
    if (type === 'UnitThresholdReached') Object.assign(row, { due: true, own: ownRequired });
    if (type === 'OrganizationCoverageAchieved') row.coverage = coverageCode;
    if (type === 'CoverageLost') Object.assign(row, partCode === 'work' ? { liaison: false } : { coverage: null });
    if (type === 'WorkCoverageSet') row.liaison = true;
    if (type === 'CoverageExempted') Object.assign(row, { exempt: true, due: false, coverage: null });
    if (type === 'ExemptionEnded') row.exempt = false;
  }
  return [...all.values()];
}

const forever = '9999-12-31T00:00:00.000Z';
const moments = () => [
  ...[-1, 0, 10, 11, 12, 13, 100, 200, 380].map((day) => ({ asOf: addDays(began, day), knownAt: forever })),
  { asOf: addDays(began, 11), knownAt: known },
];
const places = ['city', 'district-440308', 'street-440308001', 'community-440308001002', 'community-440308001005'];
const isCovered = ({ coverage: by, own }: Reckoned) => by !== null && (by === 'own' || !own);

describe('R-01 R-02 the two coverages', () => {
  it('R-01 R-02 coverage per ledger and party work are those of the log, now and on any day; lists have as many rows; communities add up', async () => {
    for (const moment of moments().filter(({ asOf }) => asOf <= today())) {
      const rows = reckoned(moment.asOf, moment.knownAt);
      for (const key of places) {
        const organizationId = town.org(key);
        const inside = rows.filter(({ keeper }) => !key.startsWith('community') || keeper === organizationId);
        const report = await town.ask(who(city), coverage.coverageReport, { organizationId, ...moment });
        const live = inside.filter(({ exempt }) => !exempt);
        const due = live.filter((row) => row.due);
        const figuresOfDay = {
          covered: due.filter(isCovered).length,
          due: due.length,
          worked: live.filter(({ liaison, coverage: by }) => liaison || by !== null).length,
          live: live.length,
        };
        expect({ ...moment, key, ...report }).toMatchObject({ ...moment, key, ...figuresOfDay });
        expect(report.full).toBe(figuresOfDay.covered === figuresOfDay.due && figuresOfDay.worked === figuresOfDay.live);
        for (const { ledger, ...counted } of report.ledgers) {
          const own = due.filter((row) => row.ledger === ledger);
          expect({ ledger, ...counted }).toEqual({ ledger, covered: own.filter(isCovered).length, due: own.length });
        }
        for (const figure of ['covered', 'due', 'worked', 'live'] as const) {
          const behind = await town.ask(who(city), coverage.coverageReportRows, { organizationId, ...moment, figure, limit: 100 });
          expect([figure, behind.items.length, behind.total]).toEqual([figure, figuresOfDay[figure], figuresOfDay[figure]]);
        }
      }
    }
  });

  it('R-01 the day of an end that was filed later is known from then on only', async () => {
    const on = { organizationId: town.org('city'), asOf: addDays(began, 11) };
    const covered = async (more: object) => (await town.ask(who(city), coverage.coverageReport, { ...on, ...more })).covered;
    expect([await covered({ knownAt: known }), await covered({})]).toEqual([1, 0]);
    expect(await refusal(covered({ asOf: addDays(today(), 1) }))).toBe('FUTURE_DATED');
  });
});
