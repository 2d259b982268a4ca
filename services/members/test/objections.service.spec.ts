import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Receipt } from '@zhitong/catalogue';
import { z } from 'zod';
import { startTestCity, type TestCaller, type TestCity } from '../../all/test-city.ts';
import { itemsOf, refusalOf } from './people.ts';

let city: TestCity;
let own: TestCaller;
beforeAll(async () => {
  city = await startTestCity();
  own = city.as('member');
}, 60_000);
afterAll(() => city.remove());

describe('MEM-07 objecting to the own record', () => {
  it('reaches those above, is answered with a reason, and both are in the export, in no event', async () => {
    const text = '出生日期登记有误，应以户口簿为准';
    const raised = await own.command('raiseObjection', { field: 'birthDate', text });
    expect(raised.stream).toBe(`members.objections-${own.personId}`);
    expect(await refusalOf(own.command('raiseObjection', { field: 'birthDate', text }))).toBe('STATE_NOT_ALLOWED');
    const open = async (login: string) => itemsOf(await city.as(login).query('openObjections', { organizationId: city.org(login) }, { after: [raised] }));
    const waiting = { objectionId: raised.id, personId: own.personId, field: 'birthDate', state: 'open', text };
    expect(await open('city')).toEqual([expect.objectContaining(waiting)]);
    expect(await open('district-440303')).toEqual([]);

    const answer = { personId: own.personId, objectionId: raised.id, outcome: 'corrected', reason: '已核对户口簿并更正' };
    expect(await refusalOf(city.as('district-440303').command('answerObjection', answer))).toBe('NOT_FOUND');
    expect(await refusalOf(own.command('answerObjection', answer))).toBe('FORBIDDEN_ROLE');
    const answered = await city.as('city').command('answerObjection', answer);
    const mine = itemsOf(await own.query('myObjections', {}, { after: [answered] }));
    expect(mine).toEqual([expect.objectContaining({ ...waiting, state: 'answered', outcome: 'corrected', reason: answer.reason })]);
    const { objections } = z.looseObject({ objections: z.array(z.unknown()) }).parse(await own.query('exportMyRecord', {}, { after: [answered] }));
    expect(objections).toEqual(mine);
    expect(await open('city')).toEqual([]);
    await city.settle();
    expect(JSON.stringify(city.events)).not.toMatch(/户口簿/);
  });

  it('SEC-09 whoever answers learns nothing of those of others, by no cursor and no total', async () => {
    const raise = (who: TestCaller) => who.command('raiseObjection', { field: 'birthDate', text: '出生日期登记有误' });
    const raised = [await raise(city.as('branch-440303001001'))];
    city.clock.to('2026-03-02T02:00:00.000Z');
    raised.push(await raise(own), await raise(city.as('branch-440308001002')));
    const list = z.looseObject({ items: z.array(z.looseObject({ objectionId: z.string() })), next: z.string().optional(), total: z.int() });
    const page = async (login: string, cursor?: string) => {
      const asked = { organizationId: city.org(login), limit: 1, ...(cursor === undefined ? {} : { cursor }) };
      return list.parse(await city.as(login).query('openObjections', asked, { after: raised }));
    };
    const first = await page('district-440303');
    expect([first.items.map(({ objectionId }) => objectionId), first.next, first.total]).toEqual([[raised[0]?.id], undefined, 1]);
    const walked: string[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const { items, next } = await page('city', cursor === '' ? undefined : cursor);
      walked.push(...items.map(({ objectionId }) => objectionId));
      cursor = next;
    }
    expect(walked.sort()).toEqual(raised.map(({ id }) => id).sort());
  });

  it('SEC-23 puts the own phone right, and nothing else', async () => {
    const read = async (...after: Receipt[]) => {
      const { member: _masked, ...record } = z.looseObject({ member: z.unknown() }).parse(await own.query('myRecord', {}, { after }));
      return record;
    };
    const before = await read();
    const last = await own.command('correctMyContact', { phone: '10088000001' });
    expect(await read(last)).toEqual({ ...before, phone: '10088000001' });
    expect(await refusalOf(own.command('correctMyContact', {}))).toBe('VALIDATION_FAILED');
    await city.settle();
    expect(JSON.stringify(city.events)).not.toContain('10088000001');
  });

  it('SEC-23 REL-04 changes nothing when the correction is refused: a version that is old, a key that was used', async () => {
    const phone = async (...after: Receipt[]) => z.looseObject({ phone: z.string() }).parse(await own.query('myRecord', {}, { after })).phone;
    const first = await own.command('correctMyContact', { phone: '10088000002' }, { key: 'first-correction' });
    expect(await refusalOf(own.command('correctMyContact', { phone: '10088000003' }, { ifVersion: first.version + 1 }))).toBe('STALE_VERSION');
    expect(await refusalOf(own.command('correctMyContact', { phone: '10088000004' }, { key: 'first-correction' }))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await phone(first)).toBe('10088000002');
    const second = await own.command('correctMyContact', { phone: '10088000005' });
    expect(await own.command('correctMyContact', { phone: '10088000002' }, { key: 'first-correction' })).toEqual(first);
    expect(await phone(second)).toBe('10088000005');
  });
});
