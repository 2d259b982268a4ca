import { choose, fillDate } from './steps.ts';
import { actWithReason, nameOf, spareMember, thisMonth } from './transfer-steps.ts';
import { expect, test, type Persona } from './fixtures.ts';

interface Transfers {
  readonly total: number;
}

test('a member moves from one committee to another, and everybody reads whose hands it is in', async ({ as }) => {
  const street = await as('street-440308001');
  const [sender, receiver] = [await as('community-440308001006'), await as('community-440308001002')];
  const [giving, arrival] = [await as('branch-440308001006'), await as('branch-440308001002')];
  for (const one of [sender, receiver, giving, arrival]) one.expectRefusal(/\/api\/v1\/organizations\/org_/);
  const requested = async () => (await street.get<Transfers>(`/transfers?organizationId=${giving.organizationId}&side=sender&step=requested`)).total;
  const before = await requested();
  const personId = await spareMember(sender, giving.organizationId);

  await giving.open(`/transfers/new?person=${personId}`);
  await giving.page.getByRole('button', { name: '下一步' }).click();
  await choose(giving.page, '接收党委', '小梅沙社区党委 · 梅沙街道党工委', '小梅沙');
  await fillDate(giving.page, '党费缴至', thisMonth());
  await giving.page.getByRole('button', { name: '下一步' }).click();
  await giving.page.getByRole('button', { name: '提交' }).dblclick();
  await expect(giving.page.getByRole('region', { name: '进度' })).toBeVisible();
  const path = new URL(giving.page.url()).pathname.replace(/^\/app/, '');
  await street.open(path);
  const said = street.page.getByRole('region', { name: '进度' }).getByRole('status');
  await expect(said).toHaveText(/^现由 大梅沙社区党委 办理，第 \d+ 天/);
  expect(await requested(), 'one transfer for two clicks').toBe(before + 1);

  await sender.open(path);
  await sender.page.getByRole('button', { name: '批准转出' }).click();
  await expect(said).toHaveText(/^现由 小梅沙社区党委 办理，第 \d+ 天/, { timeout: 5_000 });

  await receiver.open(path);
  await receiver.page.getByRole('button', { name: '接收', exact: true }).click();
  await receiver.page.getByRole('button', { name: '落支部' }).click();
  const dialog = receiver.page.getByRole('dialog');
  await choose(dialog, '支部', '小梅沙社区第一党支部', '第一');
  await dialog.getByRole('button', { name: '落支部' }).click();
  await expect(dialog).toHaveCount(0);

  await arrival.open(path);
  await arrival.page.getByRole('button', { name: '确认报到' }).click();
  await expect(said).toHaveText('已办结：已落支部', { timeout: 5_000 });
  await arrival.open(`/members/${personId}`);
  await expect(arrival.page.getByRole('region', { name: '基本情况' })).toContainText('第一党支部');
  giving.expectRefusal(new RegExp(personId));
  await giving.open(`/members/${personId}`);
  await expect(giving.page.getByRole('heading', { level: 1, name: '没有这个页面' })).toBeVisible({ timeout: 5_000 });
});

test('8.1 a member appeals against a refusal, and the organization above overrules it', async ({ as }) => {
  const [member, sender, street] = [await as('branch-440308001007'), await as('community-440308001007'), await as('street-440308001')];
  const receiver = await as('community-440308001002');
  for (const one of [member, sender]) one.expectRefusal(/\/api\/v1\/organizations\/org_/);
  const { id } = await member.post('/me/transfers', { kind: 'withinCity', toCommitteeId: receiver.organizationId });
  await member.post(`/transfers/${id}/confirm-by-branch`, { duesPaidTo: thisMonth() });
  await sender.post(`/transfers/${id}/refuse`, { cause: 'staysInUnit' });

  await member.open(`/transfers/${id}`);
  await actWithReason(member.page, '申诉', '申诉理由', '工作已经调动');
  const said = ({ page }: Persona) => page.getByRole('region', { name: '进度' }).getByRole('status');
  await expect(said(member)).toHaveText(/^现由 .*街道.* 办理，第 1 天，时限 7 天/, { timeout: 5_000 });
  await expect(member.page.getByRole('button', { name: '申诉' })).toHaveCount(0);
  await sender.open(`/transfers/${id}`);
  await expect(sender.page.getByText('申诉理由：工作已经调动')).toBeVisible();
  await expect(sender.page.getByRole('button', { name: '撤销不批准' })).toHaveCount(0);

  await street.open(`/transfers/${id}`);
  await street.expectAccessible();
  await actWithReason(street.page, '撤销不批准', '说明', '理由成立');
  await expect(said(sender)).toHaveText(/^现由 .*社区党委 办理，第 1 天/, { timeout: 5_000 });
  await expect(sender.page.getByRole('button', { name: '批准转出' })).toBeVisible();
  await expect(sender.page.getByRole('button', { name: '不批准' })).toHaveCount(0);
  await member.post(`/me/transfers/${id}/withdraw`, {});
});

test('P18 MEM-21 a pasted list is checked line by line, and what can be sent is sent', async ({ as }) => {
  const secretary = await as('branch-440308001007');
  const name = await nameOf(secretary, await spareMember(secretary, secretary.organizationId));
  await secretary.open('/transfers/batch');
  const { page } = secretary;
  await page.getByRole('textbox', { name: '党员名单' }).fill(`姓名,支部\n${name}\n查无此人\n${name}`);
  await page.getByRole('button', { name: '核对名单' }).click();
  const counts = page.getByRole('region', { name: '核对结果' }).first().getByRole('status');
  await expect(counts).toHaveText('可办 1 人，已提交 0 人，有误 2 行');
  await expect(page.getByRole('row', { name: /查无此人/ })).toContainText('范围内没有此人');
  await expect(page.getByRole('row', { name: new RegExp(`^4 ${name}`) })).toContainText('与前面的行重复');
  await page.getByLabel('接收单位（市外）').fill('湖南省长沙市某支部');
  await fillDate(page, '党费缴至', thisMonth());
  await page.getByRole('button', { name: '提交 1 人的接转' }).click();
  await expect(counts).toHaveText('可办 0 人，已提交 1 人，有误 2 行');
});

test('P18 MEM-18 a letter is printed in three parts, each with its number', async ({ as }) => {
  const [branch, sender, receiver] = [await as('branch-440308001007'), await as('community-440308001007'), await as('community-440308001002')];
  const personId = await spareMember(sender, branch.organizationId);
  const { id } = await branch.post('/transfers', { personId, kind: 'withinCity', toCommitteeId: receiver.organizationId, duesPaidTo: thisMonth() });
  await sender.post(`/transfers/${id}/approve`, {});
  sender.expectRefusal(/\/api\/v1\/organizations\/org_/);
  const { letterNumber } = await sender.get<{ readonly letterNumber: string }>(`/transfers/${id}`);
  await sender.open(`/transfers/${id}`);
  await sender.page.getByRole('link', { name: '打印介绍信' }).click();
  for (const part of ['介绍信存根', '中国共产党党员组织关系介绍信', '介绍信回执']) {
    await expect(sender.page.getByRole('region', { name: part, exact: true })).toContainText(`第 ${letterNumber} 号`);
  }
  const letter = sender.page.getByRole('region', { name: '中国共产党党员组织关系介绍信' });
  await expect(letter).toContainText(`${await nameOf(sender, personId)}同志系中共正式党员`);
  await sender.page.emulateMedia({ media: 'print' });
  await expect(sender.page.getByRole('navigation', { name: '主菜单' })).toBeHidden();
  await expect(letter).toBeVisible();
});
