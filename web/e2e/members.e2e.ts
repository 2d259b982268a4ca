import { spareMember } from './transfer-steps.ts';
import { expect, test } from './fixtures.ts';

interface Looks {
  readonly items: readonly { readonly byPersonId: string; readonly fields: readonly string[] }[];
}
/** A phone or a citizen number in full. */
const clear = /(?<![\da-z])(1\d{10}|\d{17}[\dXx])(?![\da-z])/;

test('numbers are masked in page and answers until a reason is given, and the person sees who looked', async ({ as }) => {
  const secretary = await as('branch-440308001002');
  const answers: string[] = [];
  secretary.page.on('response', (response) => {
    if (!response.url().includes('/api/') || response.url().includes('/stream')) return;
    void response.text().then(
      (text) => answers.push(text),
      () => undefined,
    );
  });
  const member = await as('member');
  await secretary.open('/members');
  await expect(secretary.page.getByRole('row').nth(1)).toContainText(/\d{3}\*{4}\d{4}/);
  await secretary.open(`/members/${member.personId}`);
  const basic = secretary.page.getByRole('region', { name: '基本情况' });
  await expect(basic).toContainText(/\d{3}\*{4}\d{4}/);
  expect(await secretary.page.content()).not.toMatch(clear);
  expect(answers.length).toBeGreaterThan(0);
  for (const answer of answers) expect(answer).not.toMatch(clear);

  await basic.getByRole('button', { name: '查看 手机' }).click();
  const dialog = secretary.page.getByRole('dialog', { name: '查看 手机' });
  await expect(dialog.getByRole('button', { name: '查看明文' })).toBeDisabled();
  await dialog.getByRole('radio', { name: '联系本人' }).check();
  await dialog.getByRole('button', { name: '查看明文' }).click();
  await expect(basic).toContainText(/(?<!\d)1\d{10}(?!\d)/);
  await expect(basic).toContainText(/本小时还可查看 \d+ 次/);

  const seen = async () =>
    (await member.get<Looks>('/me/looks?limit=5')).items.some(({ byPersonId, fields }) => byPersonId === secretary.personId && fields.includes('phone'));
  await expect.poll(seen, { timeout: 5_000 }).toBe(true);
  await member.open('/home');
  await expect(member.page.getByRole('region', { name: '最近谁看过我' })).toContainText('手机');
});

test('MEM-17 a member sees the own transfer, in whose hands it is, and withdraws it', async ({ as }) => {
  const [member, receiver] = [await as('member'), await as('community-440308001007')];
  await member.post('/me/transfers', { kind: 'withinCity', toCommitteeId: receiver.organizationId });
  await member.open('/home');
  const own = member.page.getByRole('region', { name: '我的组织关系接转' });
  await expect(own).toContainText(/社区党委.*现由 .+ 办理，第 1 天/s);
  await own.getByRole('button', { name: '撤回' }).click();
  await expect(own).toContainText('已办结');
  await member.expectAccessible();
});

test('P15 GW-08 SEC-19 the look after the thirtieth within an hour is refused in a sentence that says the limit', async ({ as }) => {
  const secretary = await as('branch-440308001007');
  const personId = await spareMember(secretary, secretary.organizationId);
  const look = async () =>
    (await secretary.get<{ readonly remainingThisHour: number }>(`/members/${personId}/reveal?field=phone&reason=contactMember`)).remainingThisHour;
  expect(await look()).toBe(29);
  await expect.poll(look, { intervals: [0] }).toBe(0);

  await secretary.open(`/members/${personId}`);
  const basic = secretary.page.getByRole('region', { name: '基本情况' });
  await basic.getByRole('button', { name: '查看 手机' }).click();
  const dialog = secretary.page.getByRole('dialog', { name: '查看 手机' });
  await dialog.getByRole('radio', { name: '联系本人' }).check();
  secretary.expectRefusal(/\/reveal/);
  await dialog.getByRole('button', { name: '查看明文' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('本小时已查看 30 次，达到上限；请在下一个整点后再试，每次查看都已记录。');
  await expect(basic).not.toContainText(clear);
});

test('a member of another branch does not exist for a secretary', async ({ as }) => {
  const community = await as('community-440308001005');
  const other = await spareMember(community, (await as('branch-440308001005')).organizationId);
  const secretary = await as('branch-440308001002');
  secretary.expectRefusal(new RegExp(other));
  await secretary.open(`/members/${other}`);
  await expect(secretary.page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible();
  await secretary.open(`/members/${'per_'.padEnd(36, '0')}`);
  secretary.expectRefusal(/per_0+/);
  await expect(secretary.page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible();
});

test('the register is filtered in the address, and Back undoes a filter', async ({ as }) => {
  const { page, open } = await as('city');
  await open('/members');
  const total = page.getByTestId('total');
  await expect(total).toHaveText('共 31 条');
  await open('/members?f.kind=provisional');
  await expect(total).toHaveText('共 0 条');
  await expect(page.getByText('筛选无结果')).toBeVisible();
  await page.getByRole('button', { name: '清除筛选' }).click();
  await expect(total).toHaveText('共 31 条');
  await page.goBack();
  await expect(total).toHaveText('共 0 条');
});
