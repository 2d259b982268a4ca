import { choose, unique } from './steps.ts';
import { expect, test } from './fixtures.ts';

test('the tree unfolds by keyboard down to a branch, whose profile tells its history', async ({ as }) => {
  const { page, open } = await as('city');
  await open('/orgs');
  const tree = page.getByRole('tree', { name: '组织' });
  await expect(tree.getByRole('treeitem', { name: /中共盐田区委员会/ })).toBeVisible();
  await tree.focus();
  for (const name of ['中共盐田区委员会', '梅沙街道党工委', '东海岸居委会社区党委']) {
    await page.keyboard.press('ArrowDown');
    const item = tree.getByRole('treeitem', { name: new RegExp(name) });
    await expect(tree).toHaveAttribute('aria-activedescendant', (await item.getAttribute('id')) ?? '');
    await page.keyboard.press('ArrowRight');
    await expect(item).toHaveAttribute('aria-expanded', 'true');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('total')).toHaveText('共 1 条');
  await page
    .getByRole('row', { name: /第一党支部/ })
    .getByRole('link')
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '第一党支部' })).toBeVisible();
  await expect(page.getByRole('region', { name: '第一党支部' })).toContainText('东海岸居委会社区党委');
  await page.getByRole('tab', { name: '沿革' }).click();
  await expect(page.getByRole('region', { name: '沿革' })).toContainText('登记入库');
  await page.getByRole('tab', { name: '班子' }).click();
  await expect(page.getByRole('row', { name: /书记/ })).toBeVisible();
});

test('pinyin initials find an organization', async ({ as }) => {
  const { page, open } = await as('city');
  await open('/orgs');
  await page.getByRole('searchbox', { name: '查找组织' }).fill('msjd');
  const found = page.getByRole('list', { name: '查找结果' });
  await expect(found.getByRole('button', { name: '梅沙街道党工委' })).toBeVisible();
  await found.getByRole('button', { name: '梅沙街道党工委' }).click();
  await expect(page.getByTestId('total')).toHaveText('共 4 条');
});

test('a branch is proposed below, approved above and in the tree at once', async ({ as }) => {
  const name = unique('临时党支部');
  const community = await as('community-440308001005');
  await community.open('/orgs');
  await community.page.getByRole('button', { name: '新建组织' }).click();
  const dialog = community.page.getByRole('dialog');
  await dialog.getByLabel('名称').fill(name);
  await choose(dialog, '行业', '社区');
  await dialog.getByRole('button', { name: '新建组织' }).click();
  await expect(dialog).toHaveCount(0);
  const row = community.page.getByRole('row', { name });
  await expect(row).toContainText('待批准');
  await row.getByRole('link', { name }).click();
  await expect(community.page.getByText(/^待 .* 在 .* 前批复$/)).toBeVisible();
  await community.page.getByRole('button', { name: '批准', exact: true }).click();
  await expect(community.page.getByRole('region', { name })).toContainText('正常');
});

test('as of the day before a move the old parent is shown', async ({ as }) => {
  const city = await as('city');
  const [from, to] = [await as('community-440308001005'), await as('community-440308001007')];
  const branch = await proposed(from);
  await from.post(`/organizations/${branch}/approve`, {});
  const tomorrow = day(1);
  await from.post(`/organizations/${branch}/move`, { toParentId: to.organizationId, effectiveOn: tomorrow });
  await city.open(`/orgs/${branch}`);
  await expect(city.page.getByText(/^转隶中：自 滨海居委会社区党委 转至 东海岸居委会社区党委/)).toBeVisible();
});

async function proposed({ post, organizationId }: Awaited<ReturnType<Parameters<Parameters<typeof test>[2]>[0]['as']>>): Promise<string> {
  const body = {
    name: unique('待转隶党支部'),
    kind: 'branch',
    level: 'base',
    sector: 'community',
    lineParentId: organizationId,
    placeParentId: organizationId,
  };
  return (await post('/organizations', body)).id;
}

const day = (ahead: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(Date.now() + ahead * 86_400_000);
