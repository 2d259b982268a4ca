import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as inbox from '@zhitong/catalogue/operations/inbox.ts';
import * as posts from '@zhitong/catalogue/operations/posts.ts';
import * as terms from '@zhitong/catalogue/operations/terms.ts';
import * as tree from '@zhitong/catalogue/operations/tree.ts';
import { shanghaiDate } from '@zhitong/kernel';
import { eventually } from '@zhitong/testing';
import { z } from 'zod';
import { membership } from '../src/projections/membership.projection.ts';
import { refusal, startTown, type TestCaller, type Town } from './calls.ts';

describe('terms and elections, on the running services', () => {
  let town: Town;
  let secretary: TestCaller;
  let community: TestCaller;
  let street: TestCaller;
  let branch: string;

  beforeAll(async () => {
    town = await startTown('2026-03-02T01:00:00.000Z');
    [secretary, community, street] = [town.as('branch-440308001002'), town.as('community-440308001002'), town.as('street-440308001')];
    branch = secretary.organizationId;
  }, 60_000);
  afterAll(() => town.remove(), 20_000);

  const term = (who: TestCaller = community) => town.ask(who, terms.getTerm, { organizationId: branch });
  const reason = '中组发〔2018〕1号';
  const members = async () =>
    (
      await town
        .service('organizations')
        .runtime.env.rows(membership)
        .query({ where: [{ field: 'branchId', eq: branch }], limit: 100 })
    ).items.filter(({ kind }) => kind === 'full');

  it('ORG-16 the organization above enters the running term, with the length of a branch in a community', async () => {
    expect(await refusal(term())).toBe('NOT_FOUND');
    expect(await refusal(town.act(secretary, terms.enterTerm, { organizationId: branch, startsOn: '2021-08-31', reason }))).toBe('FORBIDDEN_ROLE');
    expect(await refusal(town.act(community, terms.enterTerm, { organizationId: branch, startsOn: '2021-08-31' }))).toBe('REASON_REQUIRED');
    await town.act(community, terms.enterTerm, { organizationId: branch, startsOn: '2021-08-31', reason });
    expect(await term()).toMatchObject({ state: 'running', years: 5, startsOn: '2021-08-31', dueOn: '2026-08-31', remindedDaysBefore: null });
    expect(await refusal(town.act(community, terms.enterTerm, { organizationId: branch, startsOn: '2022-08-31', reason }))).toBe('TERM_EXISTS');
    expect(await refusal(town.ask(town.as('community-440308001005'), terms.getTerm, { organizationId: branch }))).toBe('NOT_FOUND');
  });

  it('ORG-17 is reminded of at nine in the morning 180 days before, by letter as well, and shows in calendar and lists', async () => {
    town.clock.to('2026-03-04T00:59:59.999Z');
    expect(await term()).toMatchObject({ state: 'running' });
    town.clock.to('2026-03-04T01:00:00.000Z');
    await eventually(async () => expect(await term()).toMatchObject({ state: 'dueSoon', remindedDaysBefore: 180 }));
    const owed = async (who: TestCaller) =>
      (await town.ask(who, inbox.todo, { organizationId: who.organizationId })).entries.filter(({ subject }) => subject === 'term');
    expect(await owed(secretary)).toMatchObject([{ action: 'elect', id: branch, group: 'waiting', dueAt: '2026-08-31T15:59:59.999Z', overdue: false }]);
    expect(await owed(community)).toMatchObject([{ action: 'remindOfElection', id: branch }]);
    expect(await owed(street)).toEqual([]);
    await town.act(community, terms.confirmTermReminder, { organizationId: branch, means: 'letter', confirmedOn: '2026-03-04' });
    expect(await term(secretary)).toMatchObject({ confirmed: { on: '2026-03-04', means: 'letter' } });
    expect(await owed(community)).toEqual([]);
    const calendar = await town.ask(street, terms.termCalendar, { organizationId: street.organizationId });
    expect(calendar).toMatchObject({ dueSoon: 1, overdue: 0 });
    expect(calendar.months.filter(({ ending }) => ending > 0)).toEqual([{ month: '2026-08', ending: 1 }]);
    expect(await town.ask(street, terms.listTerms, { state: 'dueSoon' })).toMatchObject({ total: 1, items: [{ organizationId: branch, dueOn: '2026-08-31' }] });
    expect(await town.ask(street, terms.listTerms, { dueFrom: '2026-09-01' })).toMatchObject({ total: 0 });
  });

  it('ORG-18 is asked for an earlier day by the branch, which the organization above approves; the ladder begins again', async () => {
    const shift = (toOn: string) => town.act(secretary, terms.requestTermShift, { organizationId: branch, toOn, reasonCode: 'manyAway' });
    expect(await refusal(shift('2027-09-01'))).toBe('SHIFT_OVER_1_YEAR');
    await shift('2026-04-10');
    expect(await term()).toMatchObject({ shiftRequest: { toOn: '2026-04-10', reasonCode: 'manyAway' } });
    await town.act(community, terms.approveTermShift, { organizationId: branch });
    await eventually(async () =>
      expect(await term()).toMatchObject({ dueOn: '2026-04-10', shiftedFromOn: '2026-08-31', shiftRequest: null, remindedDaysBefore: 90 }),
    );
    expect(await refusal(shift('2026-05-10'))).toBe('ALREADY_SHIFTED');
  });

  it('ORG-19 ORG-20 elects, has the result approved by somebody else, and the posts change hands with the day of the ballot', async () => {
    const held = async () => (await town.ask(community, posts.listPosts, { organizationId: branch, held: 'yes', limit: 100 })).items;
    const old = (await held()).find(({ type }) => type === 'secretary')?.personId;
    const people = (await members()).map(({ personId }) => personId).sort((a, b) => Number(a === old) - Number(b === old));
    const small = people.length < 7;
    const seats = small ? 2 : 3;
    const candidateIds = people.slice(0, small ? 2 : 4);
    const call = { organizationId: branch, ballotOn: '2026-03-04', seats, deputies: 1, candidateIds };
    expect(await refusal(town.act(community, terms.callElection, { ...call, seats: 12 }))).toBe('SEATS_OUT_OF_RANGE');
    expect(await refusal(town.act(secretary, terms.callElection, call))).toBe('FORBIDDEN_ROLE');
    expect(await refusal(community.command('callElection', { ...call, reasonCode: 'big' }))).toBe('VALIDATION_FAILED');
    const { id: electionId } = await town.act(community, terms.callElection, { ...call, reasonCode: 'manyUnits' });
    expect((await term()).election).toMatchObject({ moreSeatsReason: 'manyUnits' });
    const [chosen = ''] = candidateIds;
    // One seat stays empty.
    const filled = seats - 1;
    const votes = candidateIds.map((personId, index) => ({ personId, yes: index < filled ? people.length - index : 0 }));
    const ballot = { ballotOn: '2026-03-04', entitled: people.length, present: people.length, issued: people.length, returned: people.length, votes };
    const record = (fields: object = {}) =>
      town.act(secretary, terms.recordElectionResult, { organizationId: branch, electionId, ballot: { ...ballot, ...fields }, secretaryId: chosen });
    expect(await refusal(record({ present: Math.ceil((4 * people.length) / 5) - 1 }))).toBe('QUORUM_NOT_MET');
    await record();
    expect(await refusal(town.act(secretary, terms.approveElection, { organizationId: branch, electionId }))).toBe('FORBIDDEN_ROLE');
    const approve = (reason: object) => community.command('approveElection', { organizationId: branch, electionId, ...reason });
    expect(await refusal(approve({}))).toBe('REASON_REQUIRED');
    expect(await refusal(approve({ reasonCode: 'nobody wanted' }))).toBe('VALIDATION_FAILED');
    await town.act(community, terms.approveElection, { organizationId: branch, electionId, reasonCode: 'filledLater' });
    expect(await term()).toMatchObject({
      state: 'running',
      fewerSeatsReason: 'filledLater',
      startsOn: '2026-03-04',
      dueOn: '2031-03-04',
      election: null,
      past: [{ startsOn: '2021-08-31', expiresOn: '2026-04-10', endedOn: '2026-03-04' }],
    });
    await eventually(async () => {
      const now = await held();
      expect(now.filter(({ type }) => type === 'secretary')).toMatchObject([{ personId: chosen, fromOn: '2026-03-04' }]);
      expect(now.filter(({ type }) => ['secretary', 'deputySecretary', 'committeeMember'].includes(type))).toHaveLength(filled);
    });
    await eventually(async () =>
      expect(await refusal(town.act(secretary, terms.requestTermShift, { organizationId: branch, toOn: '2031-01-01', reasonCode: 'other' }))).toBe(
        'FORBIDDEN_ROLE',
      ),
    );
  });

  it('ORG-16 a new organization owes its first election in 90 days, and none after it is gone', async () => {
    const { id } = await town.act(community, tree.proposeOrganization, {
      name: '企业党委',
      kind: 'committee',
      level: 'base',
      sector: 'community',
      lineParentId: community.organizationId,
      placeParentId: community.organizationId,
    });
    await town.act(street, tree.approveOrganization, { organizationId: id });
    await eventually(async () =>
      expect(await town.ask(street, terms.getTerm, { organizationId: id })).toMatchObject({ state: 'awaitingFirst', dueOn: '2026-06-02' }),
    );
    await town.act(street, tree.dissolveOrganization, { organizationId: id, reasonCode: 'registeredInError', effectiveOn: '2026-03-04' });
    await eventually(async () => expect(await refusal(town.ask(street, terms.getTerm, { organizationId: id }))).toBe('NOT_FOUND'));
  });

  it('ORG-17 is overdue on the day after its last one', async () => {
    town.clock.to('2031-03-04T15:59:59.999Z');
    await eventually(async () => expect(await term(street)).toMatchObject({ remindedDaysBefore: 0, state: 'dueSoon' }));
    town.clock.to('2031-03-04T16:00:00.000Z');
    await eventually(async () => expect(await term(street)).toMatchObject({ state: 'overdue' }));
    const { entries } = await town.ask(street, inbox.todo, { organizationId: street.organizationId });
    expect(entries.filter(({ subject }) => subject === 'term')).toMatchObject([{ action: 'followUp', id: branch, group: 'unfinished', overdue: true }]);
  });

  /** Terms of the log alone, as they stood on a day. */
  function reckoned(asOf: string, from: string) {
    const data = z.looseObject({
      organizationId: z.string(),
      termId: z.string(),
      startsOn: z.string().default(''),
      expiresOn: z.string().default(''),
      toOn: z.string().default(''),
    });
    const of = (type: string) =>
      town.events.filter((event) => event.type === type).map((event) => ({ ...data.parse(event.data), on: shanghaiDate(event.occurredAt) }));
    const begun = of('TermStarted').filter(({ startsOn }) => startsOn <= asOf);
    const shifts = new Map(of('TermShiftApproved').flatMap(({ termId, toOn, on }) => (on <= asOf ? [[termId, toOn] as const] : [])));
    const all = begun.map(({ organizationId, termId, startsOn, expiresOn }) => ({
      expiresOn: shifts.get(termId) ?? expiresOn,
      electedOn: begun.filter((next) => next.organizationId === organizationId && next.startsOn > startsOn).map((next) => next.startsOn)[0],
    }));
    const soon = new Date(Date.parse(`${asOf}T00:00:00Z`) + 180 * 86_400_000).toISOString().slice(0, 10);
    const expired = all.filter(({ expiresOn }) => from <= expiresOn && expiresOn <= asOf);
    return {
      dueSoon: all.filter(({ expiresOn, electedOn }) => electedOn === undefined && asOf <= expiresOn && expiresOn <= soon).length,
      overdue: all.filter(({ expiresOn, electedOn }) => electedOn === undefined && expiresOn < asOf).length,
      expired: expired.length,
      onTime: expired.filter(({ expiresOn, electedOn }) => electedOn !== undefined && electedOn <= expiresOn).length,
    };
  }

  it('R-10 due in 180 days, overdue and elected in time are those of the log, now and on any day; lists are as long, the tree adds up', async () => {
    await town.act(town.as('community-440308001005'), terms.enterTerm, {
      organizationId: town.org('branch-440308001005'),
      startsOn: '2026-06-01',
      reason,
    });
    await town.settle();
    const city = town.as('city');
    const figures: string[] = [];
    for (const [asOf, from] of [
      ['2026-03-02', '2026-01-01'],
      ['2026-12-31', '2026-01-01'],
      ['2026-12-31', '2026-04-11'],
      ['2030-12-02', '2030-01-01'],
      ['2030-12-03', '2030-01-01'],
      ['2031-03-04', '2031-01-01'],
      ['2031-03-05', '2026-01-01'],
    ] as const) {
      const asked = { organizationId: city.organizationId, asOf, from };
      const { dueSoon, overdue, expired, onTime } = await town.ask(city, terms.termReport, asked);
      expect({ asOf, dueSoon, overdue, expired, onTime }).toEqual({ asOf, ...reckoned(asOf, from) });
      for (const [figure, count] of Object.entries({ dueSoon, overdue, expired, onTime })) {
        const { items, total } = await town.ask(city, terms.termReportRows, { ...asked, figure: figureOf(figure), limit: 100 });
        expect([figure, items.length, total]).toEqual([figure, count, count]);
      }
      const parts = await Promise.all(
        ['district-440308', 'district-440303'].map((key) => town.ask(city, terms.termReport, { ...asked, organizationId: town.org(key) })),
      );
      const sum = (figure: 'dueSoon' | 'overdue' | 'expired' | 'onTime') => parts.reduce((total, part) => total + part[figure], 0);
      expect([sum('dueSoon'), sum('overdue'), sum('expired'), sum('onTime')]).toEqual([dueSoon, overdue, expired, onTime]);
      figures.push([dueSoon, overdue, expired, onTime].join(' '));
    }
    expect(figures).toEqual(['0 0 0 0', '0 0 1 1', '0 0 0 0', '1 0 0 0', '2 0 0 0', '2 0 1 0', '1 1 2 1']);
    expect(await refusal(town.ask(city, terms.termReport, { organizationId: city.organizationId, asOf: '2026-03-02', from: '2026-03-03' }))).toBe(
      'PERIOD_INVALID',
    );
  });
});

const figureOf = (name: string) => terms.termReportRows.input.shape.figure.parse(name);
