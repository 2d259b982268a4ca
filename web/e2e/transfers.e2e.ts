import { choose } from './steps.ts';
import { spareMember, thisMonth } from './transfer-steps.ts';
import { expect, test } from './fixtures.ts';

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

  await street.open(`/transfers/new?person=${personId}`);
  await street.page.getByRole('button', { name: '下一步' }).click();
  await choose(street.page, '接收党委', '小梅沙社区党委', '小梅沙');
  await street.page.getByLabel('党费缴至').fill(thisMonth());
  await street.page.getByRole('button', { name: '下一步' }).click();
  await street.page.getByRole('button', { name: '提交' }).dblclick();
  const said = street.page.getByRole('region', { name: '进度' }).getByRole('status');
  await expect(said).toHaveText(/^现由 大梅沙社区党委 办理，第 \d+ 天/);
  expect(await requested(), 'one transfer for two clicks').toBe(before + 1);

  const path = new URL(street.page.url()).pathname.replace(/^\/app/, '');
  await sender.open(path);
  await sender.page.getByRole('button', { name: '批准转出' }).click();
  await expect(said).toHaveText(/^现由 小梅沙社区党委 办理，第 \d+ 天/, { timeout: 5_000 });

  await receiver.open(path);
  await receiver.page.getByRole('button', { name: '接收', exact: true }).click();
  await receiver.page.getByRole('button', { name: '落支部' }).click();
  const dialog = receiver.page.getByRole('dialog');
  await choose(dialog, '支部', '第一党支部', '第一');
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
