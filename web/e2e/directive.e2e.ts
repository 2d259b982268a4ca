import { choose, fillDate, issueDirective, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

interface Receipts {
  readonly items: readonly { readonly organizationId: string; readonly remindedAt: string | null }[];
}

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
  await expect(signed.getByText('已签收')).toBeVisible();
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

test('P05 LINK-05 a reminder reaches who has not signed, once a day, and says so the second time', async ({ as }) => {
  const title = unique('提醒签收的通知');
  const city = await as('city');
  const directiveId = await issueDirective(city, title, ['community']);
  const [late, signed] = [await as('community-440308001006'), await as('community-440308001007')];
  await signed.post(`/directives/${directiveId}/acknowledge`, { organizationId: signed.organizationId });
  await late.open(`/directives/${directiveId}`);

  await city.open(`/directives/${directiveId}`);
  const remind = city.page.getByRole('button', { name: '提醒未签收' });
  await remind.click();
  await expect(city.page.getByText('已完成')).toBeVisible();
  await expect(late.page.getByText(/^发文方已于 .* 提醒贵组织办理。$/)).toBeVisible();
  city.expectRefusal(/\/remind$/);
  await remind.click();
  await expect(city.page.getByRole('alert').filter({ hasText: '今天已经催办过。' })).toBeVisible();

  const receipts = await city.get<Receipts>(`/directives/${directiveId}/receipts?organizationId=${city.organizationId}`);
  const reminded = new Map(receipts.items.map((row) => [row.organizationId, row.remindedAt]));
  expect(reminded.get(late.organizationId)).not.toBeNull();
  expect(reminded.get(signed.organizationId)).toBeNull();
});

test('P05 LINK-08 a material amendment stands beside the text it replaces, and everybody signs again', async ({ as }) => {
  const title = unique('将被修改的通知');
  const city = await as('city');
  const directiveId = await issueDirective(city, title, ['community']);
  const community = await as('community-440308001006');
  await community.open(`/directives/${directiveId}`);
  await community.page.getByRole('button', { name: '签收' }).click();
  await expect(community.page.getByText('已签收', { exact: true })).toBeVisible();
  await city.open(`/directives/${directiveId}`);
  const progress = city.page.getByRole('region', { name: '办理进度' });
  await expect(progress).toContainText('签收1 / 4');

  await city.page.getByRole('button', { name: '修改正文' }).click();
  const dialog = city.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: '正文' }).fill('改为下月底前签收。');
  await dialog.getByRole('switch', { name: /^实质修改/ }).click();
  await dialog.getByRole('button', { name: '修改正文' }).click();
  await expect(dialog).toHaveCount(0);

  await expect(progress).toContainText('签收0 / 4');
  for (const { page } of [city, community]) {
    await expect(page.getByRole('region', { name: '现行正文' })).toContainText('第 2 版');
    await expect(page.getByRole('region', { name: '现行正文' })).toContainText('改为下月底前签收。');
    await expect(page.getByRole('region', { name: '上一版' }).getByRole('deletion')).toHaveText(`${title}：请各级签收。`);
  }
  await community.page.getByRole('button', { name: '签收' }).click();
  await expect(progress).toContainText('签收1 / 4');
  await city.expectAccessible();
});

test('P05 LINK-01 the burden on the base is said before issuing, and above the cap another person issues the draft', async ({ as }) => {
  const city = await as('city');
  const branch = await as('branch-440308001006');
  const scope = { clauses: [{ organizationIds: [branch.organizationId] }], exclude: [] };
  const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  const task = { kind: 'task', scope, reportDueOn: inAMonth };
  for (let sent = 1; sent <= 5; sent++) await issueDirective(city, unique('任务'), [], task);

  await city.open('/directives/new');
  await choose(city.page, /^(\* )?类型/, '任务');
  await choose(city.page, /^范围/, /^大梅沙社区党委/, '大梅沙');
  await expect(city.page.getByText('直达 2 个组织')).toBeVisible();
  const burden = city.page.getByRole('region', { name: '基层负担提示' });
  await expect(burden).toContainText('最忙的一个对象在 30 天内将有 6 项任务或调查（上限 5）');
  await expect(burden).toContainText('超过上限：请存为草稿，由另一人下达。');
  await expect(city.page.getByRole('button', { name: '下达', exact: true })).toBeDisabled();

  const title = unique('第六项任务');
  await city.page.getByLabel('标题').fill(title);
  await city.page.getByRole('textbox', { name: '正文' }).fill('请汇总上报。');
  await fillDate(city.page, '填报期限', inAMonth);
  await city.page.getByRole('button', { name: '存为草稿' }).click();
  await expect(city.page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(burden, 'who opens the draft is told as well').toContainText('将有 6 项任务或调查（上限 5）');
  await city.page.getByRole('button', { name: '下达', exact: true }).click();
  const dialog = city.page.getByRole('dialog');
  await expect(dialog).toContainText('将直达 2 个组织');
  city.expectRefusal(/\/issue$/);
  await dialog.getByRole('button', { name: '下达' }).click();
  await expect(dialog.getByRole('alert')).toContainText('需要第二人确认。');
});
