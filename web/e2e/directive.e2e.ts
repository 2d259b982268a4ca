import { choose, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

test('LINK-03 LINK-23 a directive of the city reaches every community, one signs, and the number in the city moves by itself', async ({ as }) => {
  const title = unique('关于巡检的通知');
  const city = await as('city');
  await city.open('/directives');
  await city.page.getByRole('link', { name: '新建指令' }).click();
  await city.page.getByLabel('标题').fill(title);
  await city.page.getByRole('textbox', { name: '正文' }).fill('请各社区党委签收。');
  const reach = city.page.getByText(/^直达 [\d,]+ 个组织$/);
  await expect(reach).toHaveText('直达 10 个组织');
  await choose(city.page, '层级', '社区');
  await city.page.keyboard.press('Escape');
  await expect(reach).toHaveText('直达 4 个组织');

  await city.page.getByRole('button', { name: '下达', exact: true }).click();
  const confirm = city.page.getByRole('dialog');
  await expect(confirm).toContainText('将直达 4 个组织，下达后正文不可改写。');
  await confirm.getByRole('button', { name: '下达' }).click();
  await expect(city.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  const progress = city.page.getByRole('region', { name: '办理进度' });
  await expect(progress).toContainText('送达4 / 4');
  await expect(progress).toContainText('签收0 / 4');

  const community = await as('community-440308001002');
  await community.open('/directives?tab=inbox');
  const row = community.page.getByRole('row', { name: title });
  await expect(row).toContainText('已送达');
  await expect(row).toContainText('中共深圳市委员会');
  await row.getByRole('link', { name: title }).click();
  await expect(community.page.getByText('请各社区党委签收。')).toBeVisible();
  await city.page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await community.page.getByRole('button', { name: '签收' }).click();

  await expect(progress).toContainText('签收1 / 4', { timeout: 5_000 });
  expect(await city.page.evaluate(() => 'sameDocument' in window), 'the page was not loaded again').toBe(true);
  await expect(community.page.getByText('已签收', { exact: true })).toBeVisible();
  await expect(community.page.getByRole('button', { name: '签收' })).toHaveCount(0);
  const signed = city.page.getByRole('region', { name: '签收名单' }).getByRole('row', { name: '小梅沙社区党委' });
  const updates = city.page.getByRole('button', { name: /条更新，点击刷新/ });
  await expect(updates.or(signed.getByText('已签收'))).not.toHaveCount(0);
});

test('a supplement of a street stands beside the text, which stays as it was', async ({ as }) => {
  const title = unique('可附加要求的通知');
  const city = await as('city');
  const scope = { clauses: [{ subtreeOf: city.organizationId, view: 'line', levels: ['street', 'community'] }], exclude: [] };
  const { id } = await city.post('/directives', {
    issuerId: city.organizationId,
    kind: 'notice',
    title,
    text: '原文一字不改。',
    urgent: false,
    forwardingAllowed: true,
    scope,
  });
  await city.post(`/directives/${id}/issue`, {});

  const street = await as('street-440308001');
  await street.open(`/directives/${id}`);
  await street.page.getByRole('button', { name: '附加补充要求' }).click();
  await street.page.getByRole('dialog').getByLabel('补充要求').fill('请于周五前完成。');
  await street.page.getByRole('dialog').getByRole('button', { name: '附加补充要求' }).click();
  await expect(street.page.getByRole('region', { name: '各级补充要求' })).toContainText('请于周五前完成。');

  const community = await as('community-440308001005');
  await community.open(`/directives/${id}`);
  await expect(community.page.getByText('原文一字不改。')).toBeVisible();
  const supplements = community.page.getByRole('region', { name: '各级补充要求' });
  await expect(supplements).toContainText('梅沙街道党工委');
  await expect(supplements).toContainText('请于周五前完成。');
});
